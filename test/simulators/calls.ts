import type { EqualsMoneySimulator } from '../../src/simulators/equals-money.js';
import type { JuspaySimulator } from '../../src/simulators/juspay.js';
import type { JsonObject } from '../../src/simulators/json.js';
import { parseJson } from '../../src/simulators/json.js';
import type { Simulator } from '../../src/simulators/kit.js';
import type { LiquidoSimulator } from '../../src/simulators/liquido.js';
import type { MoovSimulator } from '../../src/simulators/moov.js';
import type { PingOneSimulator } from '../../src/simulators/pingone.js';

/** Requests to the simulators as the providers want them, without a gateway. */

export interface Got<Body> {
  readonly status: number;
  readonly body: Body;
}

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

async function got<Body>(url: string, init: RequestInit): Promise<Got<Body>> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  // The test says what it expects there, and fails where it is not.
  return { status: response.status, body: (isJson ? parseJson(text) : text || undefined) as Body };
}

/** Numbers beyond a double's reach come as bigints. */
export function askMoov<Body = JsonObject>(
  { environment }: MoovSimulator,
  path: string,
  init: RequestInit = {},
): Promise<Got<Body>> {
  const authorization = basic(`${environment.MOOV_PUBLIC_KEY}:${environment.MOOV_SECRET_KEY}`);
  const headers = { authorization, 'content-type': 'application/json' };
  return got(`${environment.MOOV_API_URL}/accounts${path}`, { headers, ...init });
}

/** `path` follows the environment's. */
export async function askPingOne<Body = JsonObject>(
  { environment }: PingOneSimulator,
  path: string,
  init: RequestInit = {},
): Promise<Got<Body>> {
  const environmentId = environment.PINGONE_ENVIRONMENT_ID;
  const token = await got<{ access_token: string }>(`${environment.PINGONE_AUTH_URL}/${environmentId}/as/token`, {
    method: 'POST',
    headers: { authorization: basic(`${environment.PINGONE_CLIENT_ID}:${environment.PINGONE_CLIENT_SECRET}`) },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const headers = { authorization: `Bearer ${token.body.access_token}`, 'content-type': 'application/json' };
  return got(`${environment.PINGONE_API_URL}/v1/environments/${environmentId}${path}`, { headers, ...init });
}

export function askJuspay<Body = JsonObject>(
  { environment }: JuspaySimulator,
  path: string,
  init: RequestInit = {},
): Promise<Got<Body>> {
  const headers = {
    authorization: basic(`${environment.JUSPAY_API_KEY}:`),
    'x-routing-id': 'shopper',
    'content-type': 'application/x-www-form-urlencoded',
  };
  return got(`${environment.JUSPAY_API_URL}${path}`, { headers, ...init });
}

export function askEqualsMoney<Body = JsonObject>(
  { environment }: EqualsMoneySimulator,
  path: string,
  init: RequestInit = {},
): Promise<Got<Body>> {
  const headers = { authorization: `ApiKey ${environment.EQUALS_MONEY_API_KEY}`, 'content-type': 'application/json' };
  return got(`${environment.EQUALS_MONEY_API_URL}/v2/cards${path}`, { headers, ...init });
}

export async function askLiquido<Body = JsonObject>(
  { environment }: LiquidoSimulator,
  path: string,
  init: RequestInit = {},
): Promise<Got<Body>> {
  const token = await got<{ access_token: string }>(`${environment.LIQUIDO_AUTH_URL}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: environment.LIQUIDO_CLIENT_ID ?? '',
      client_secret: environment.LIQUIDO_CLIENT_SECRET ?? '',
      grant_type: 'client_credentials',
    }),
  });
  const headers = {
    authorization: `Bearer ${token.body.access_token}`,
    'x-api-key': environment.LIQUIDO_API_KEY ?? '',
    'content-type': 'application/json',
  };
  return got(`${environment.LIQUIDO_API_URL}${path}`, { headers, ...init });
}

/** A simulator for the time of one test, or of a part of it. */
export async function during<Opened extends Simulator>(
  opening: Promise<Opened>,
  body: (simulator: Opened) => Promise<void>,
): Promise<void> {
  const simulator = await opening;
  try {
    await body(simulator);
  } finally {
    await simulator.stop();
  }
}

/** Longer than any test. */
export const aDay = 24 * 60 * 60 * 1000;
