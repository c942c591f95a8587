import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { duration, millisecondsIn } from '../core/settings.js';
import { publicKeyFrom } from './algorithms.js';

/** What the gateway is told about its callers. */

/** How callers are known. */
export type Callers = { readonly mode: 'off' } | JwtCallers | KeyCallers;

export interface JwtCallers {
  readonly mode: 'jwt';
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's key, or where its keys are published. */
  readonly keys: KeyObject | URL;
  readonly claims: Claims;
  readonly outageMs: number;
}

/** The names of the claims that hold what this gateway wants to know. */
export interface Claims {
  readonly tenant: string;
  readonly permissions: string;
  readonly owners: string;
}

export interface KeyCallers {
  readonly mode: 'api-key';
  readonly file: string;
}

/** Keys are fetched every ten minutes: who gives them less time than that would be without keys in between. */
const shortestOutageMs = 15 * 60_000;

export const authSettings = {
  AUTH: z
    .enum(['off', 'jwt', 'api-key'], 'must be off, jwt or api-key')
    .optional()
    .describe(
      '`jwt`: callers bring tokens of an issuer; `api-key`: keys that `npm run keys` makes; `off`: whoever reaches the gateway may use it. Must be set where HOST is not a loopback address, and may not be `off` in production.',
    ),
  AUTH_ISSUER: z.string().optional().describe('With AUTH=jwt: who issues the tokens, exactly as their `iss` has it.'),
  AUTH_AUDIENCE: z.string().optional().describe('With AUTH=jwt: this gateway, as the `aud` of its tokens has it.'),
  AUTH_JWKS_URL: z
    .string()
    .refine(isKeySetUrl, 'must be an https URL without credentials (http only to a loopback address)')
    .transform(text => new URL(text))
    .optional()
    .describe('With AUTH=jwt: where the issuer publishes its keys (its `jwks_uri`). This, or AUTH_PUBLIC_KEY.'),
  AUTH_PUBLIC_KEY: publicKey()
    .optional()
    .describe(
      "With AUTH=jwt: the issuer's public key as PEM, in place of AUTH_JWKS_URL. Its lines may be joined by `\\n`.",
    ),
  AUTH_PUBLIC_KEY_FILE: z
    .string()
    .transform((file, { issues }) => {
      const text = textOf(file);
      if (text !== null) return text;
      issues.push({ code: 'custom', message: `(${file}) cannot be read`, input: undefined });
      return z.NEVER;
    })
    .pipe(publicKey())
    .optional()
    .describe('AUTH_PUBLIC_KEY in a file.'),
  AUTH_TENANT_CLAIM: claim('tenant').describe('The claim that names the tenant. A token without it is of `default`.'),
  AUTH_PERMISSIONS_CLAIM: claim('scope').describe(
    'The claim that holds the permissions: a text with spaces between them, or a list. Those of others are ignored.',
  ),
  AUTH_OWNERS_CLAIM: claim('owners').describe(
    'The claim that narrows a token to some owners of wallets. One without it is not narrowed.',
  ),
  AUTH_JWKS_OUTAGE: duration('24h')
    .refine(text => millisecondsIn(text) >= shortestOutageMs, 'must be 15m or longer')
    .describe('For so long the last keys are used while AUTH_JWKS_URL does not answer (s, m, h or d).'),
  API_KEYS_FILE: z
    .string()
    .default('data/api-keys.json')
    .describe('With AUTH=api-key: the file with the keys, which `npm run keys` writes.'),
};

type Environment = Readonly<Record<string, string | undefined>>;
type AuthSettings = z.output<z.ZodObject<typeof authSettings>>;

/**
 * How callers are known by these settings; null, with what is missing or contradicts in `problems`, where they cannot
 * be. What is missing is said although other settings are wrong.
 */
export function callersFrom(
  settings: AuthSettings | null,
  environment: Environment,
  problems: string[],
): Callers | null {
  const mode = environment.AUTH ?? 'off';
  const given = jwtNames.filter(name => environment[name] !== undefined);
  if (mode === 'jwt') {
    for (const name of ['AUTH_ISSUER', 'AUTH_AUDIENCE']) {
      if (environment[name] === undefined) problems.push(`${name} is missing: AUTH=jwt needs it.`);
    }
    if (keyNames.filter(name => environment[name] !== undefined).length !== 1) {
      problems.push('AUTH=jwt needs one of AUTH_JWKS_URL, AUTH_PUBLIC_KEY and AUTH_PUBLIC_KEY_FILE, and no more.');
    }
  } else if (environment.AUTH !== 'off' && given.length > 0) {
    // Somebody may take such a gateway for one that asks for tokens of that issuer.
    problems.push(`${given.join(', ')}: only with AUTH=jwt.`);
  }
  if (settings === null) return null;
  if (mode === 'jwt') return jwtCallers(settings);
  return mode === 'api-key' ? { mode, file: settings.API_KEYS_FILE } : { mode: 'off' };
}

const keyNames = ['AUTH_JWKS_URL', 'AUTH_PUBLIC_KEY', 'AUTH_PUBLIC_KEY_FILE'] as const;
const jwtNames = ['AUTH_ISSUER', 'AUTH_AUDIENCE', ...keyNames] as const;

function jwtCallers(settings: AuthSettings): JwtCallers | null {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience } = settings;
  const keys = keyNames.map(name => settings[name]).find(value => value !== undefined);
  if (issuer === undefined || audience === undefined || keys === undefined) return null;
  return {
    mode: 'jwt',
    issuer,
    audience,
    keys,
    claims: {
      tenant: settings.AUTH_TENANT_CLAIM,
      permissions: settings.AUTH_PERMISSIONS_CLAIM,
      owners: settings.AUTH_OWNERS_CLAIM,
    },
    outageMs: millisecondsIn(settings.AUTH_JWKS_OUTAGE),
  };
}

function claim(usual: string) {
  return z.string().default(usual);
}

/** What is wrong with a key is said without quoting it: it may be a secret that was put into the wrong place. */
function publicKey() {
  return z.string().transform((text, { issues }) => {
    const key = publicKeyFrom(text.replaceAll('\\n', '\n').trim());
    if (typeof key !== 'string') return key;
    issues.push({ code: 'custom', message: key, input: undefined });
    return z.NEVER;
  });
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function isKeySetUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || `${url.username}${url.password}${url.hash}` !== '') return false;
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
}
