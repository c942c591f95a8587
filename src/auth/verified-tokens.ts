import { hash } from 'node:crypto';
import type { Principal } from '../core/principal.js';

/** A few megabytes at most. */
const mostTokens = 10_000;

/** Tokens that were verified, by their digest: no token is kept. When there are too many, the oldest goes. */
export class VerifiedTokens {
  readonly #principals = new Map<string, { readonly principal: Principal; readonly endsAt: number }>();

  find(token: string, now: number): Principal | null {
    const digest = digestOf(token);
    const found = this.#principals.get(digest);
    if (found === undefined) return null;
    if (now < found.endsAt) return found.principal;
    this.#principals.delete(digest);
    return null;
  }

  /** Until `endsAt`, in milliseconds since 1970. */
  keep(token: string, principal: Principal, endsAt: number): void {
    const [oldest] = this.#principals.keys();
    if (this.#principals.size >= mostTokens && oldest !== undefined) this.#principals.delete(oldest);
    this.#principals.set(digestOf(token), { principal, endsAt });
  }

  get size(): number {
    return this.#principals.size;
  }
}

function digestOf(token: string): string {
  return hash('sha256', token, 'base64');
}
