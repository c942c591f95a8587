import { randomBytes, randomUUID } from 'node:crypto';

export interface TokenOptions {
  /** How long a token really works. */
  readonly tokenSeconds?: number;
  /** Sent in place of the true `expires_in`; present but undefined leaves the member out. */
  readonly expiresIn?: unknown;
}

export interface Tokens {
  /** Changed at any time by a test; counts for the tokens issued from then on. */
  tokenSeconds: number;
  /** As the option of the same name: `expires` is what goes onto the wire. */
  forceExpiresIn(value: unknown): void;
  issue(scope?: string): { readonly access_token: string; readonly expires_in: unknown };
  /** The scope of a token that is valid now. */
  scopeOf(token: string | undefined): string | undefined;
  revoke(token: string): void;
  /** The next use of any token is a 401. */
  revokeAll(): void;
}

/** Issues tokens that look like the JWTs of the real ones; nobody but the issuer may read anything into them. */
export function tokenDesk(options: TokenOptions & { readonly usualSeconds: number }): Tokens {
  const issued = new Map<string, { readonly until: number; readonly scope: string }>();
  let forced: { readonly value: unknown } | undefined =
    'expiresIn' in options ? { value: options.expiresIn } : undefined;
  return {
    tokenSeconds: options.tokenSeconds ?? options.usualSeconds,
    forceExpiresIn(value) {
      forced = { value };
    },
    issue(scope = '') {
      const token = [`{"alg":"RS256"}`, `{"jti":"${randomUUID()}"}`, randomBytes(32)]
        .map(part => Buffer.from(part).toString('base64url'))
        .join('.');
      issued.set(token, { until: Date.now() + this.tokenSeconds * 1000, scope });
      return { access_token: token, expires_in: forced ? forced.value : this.tokenSeconds };
    },
    scopeOf(token = '') {
      const found = issued.get(token);
      return found && found.until > Date.now() ? found.scope : undefined;
    },
    revoke(token) {
      issued.delete(token);
    },
    revokeAll() {
      issued.clear();
    },
  };
}
