import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { permissions } from '../../src/core/principal.js';
import { listening } from './ports.js';

/** An issuer of tokens, and the server on which it publishes its keys. Nothing here is made by the library under test. */

export interface TokenClaims {
  readonly tenant?: string;
  /** All of them where left out. */
  readonly permissions?: readonly string[];
  readonly owners?: Readonly<Record<string, '*' | readonly string[]>>;
  readonly sub?: string;
}

export interface Issuer {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly pem: string;
  /** As a key set has it. */
  readonly jwk: Readonly<Record<string, unknown>>;
  /** Settings of a gateway that believes its tokens, by its public key. */
  readonly environment: Readonly<Record<string, string>>;
  /** A token that is good for an hour. */
  tokenFor(claims?: TokenClaims): string;
  /** The value of an Authorization header with one. */
  bearer(claims?: TokenClaims): string;
  /** Any token at all: members that are undefined are left out. */
  token(payload?: object, header?: object): string;
}

const issuerName = 'https://issuer.example';
const audience = 'billfold';

/** With a key of its own each time; the algorithm is ES256. */
export function newIssuer({ kid = randomUUID(), now = Date.now }: { kid?: string; now?: () => number } = {}): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const token: Issuer['token'] = (payload = {}, header = {}) => {
    const seconds = Math.floor(now() / 1000);
    const usual = { iss: issuerName, aud: audience, sub: 'somebody', iat: seconds, exp: seconds + 3_600 };
    const text = unsigned({ alg: 'ES256', typ: 'JWT', kid, ...header }, { ...usual, ...payload });
    return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  const tokenFor: Issuer['tokenFor'] = (claims = {}) =>
    token({
      ...(claims.sub === undefined ? {} : { sub: claims.sub }),
      tenant: claims.tenant,
      scope: (claims.permissions ?? Object.keys(permissions)).join(' '),
      owners: claims.owners,
    });
  return {
    privateKey,
    publicKey,
    pem,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' },
    environment: { AUTH: 'jwt', AUTH_ISSUER: issuerName, AUTH_AUDIENCE: audience, AUTH_PUBLIC_KEY: pem },
    tokenFor,
    bearer: claims => `Bearer ${tokenFor(claims)}`,
    token,
  };
}

/** Header and claims of a token, without a signature. */
export function unsigned(header: object, payload: object): string {
  return [header, payload].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

export interface KeyServer {
  readonly url: string;
  /** Requests so far. */
  readonly fetches: number;
  /** Settings of a gateway that believes this issuer, by what is published here. */
  environmentOf(issuer: Issuer): Readonly<Record<string, string>>;
  publishes(...keys: readonly object[]): void;
  /** From now on it answers so. */
  answers(how: (request: IncomingMessage, response: ServerResponse) => void): void;
  stop(): Promise<void>;
}

/** A server that publishes these keys, at /keys. */
export async function startKeyServer(...published: readonly object[]): Promise<KeyServer> {
  let fetches = 0;
  const withKeys =
    (keys: readonly object[]) =>
    (_request: IncomingMessage, response: ServerResponse): void => {
      response.setHeader('content-type', 'application/jwk-set+json').end(JSON.stringify({ keys }));
    };
  let answer = withKeys(published);
  const server = createServer((request, response) => {
    fetches += 1;
    answer(request, response);
  });
  const url = `http://127.0.0.1:${await listening(server)}/keys`;
  return {
    url,
    get fetches() {
      return fetches;
    },
    environmentOf({ environment: { AUTH_PUBLIC_KEY: _key, ...rest } }) {
      return { ...rest, AUTH_JWKS_URL: url };
    },
    publishes(...keys) {
      answer = withKeys(keys);
    },
    answers(how) {
      answer = how;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
