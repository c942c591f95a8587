import { z } from 'zod';
import { uuidPattern } from '../../core/ids.js';
import { baseUrl, list, secret, settleAbsentAfter, wholeNumber } from '../../core/settings.js';

const environment = () =>
  z
    .string()
    .regex(uuidPattern, 'must be a UUID')
    .transform(text => text.toLowerCase());

/** Hosts are by region: api.pingone.com and auth.pingone.com are North America's. */
export const pingOneSettings = z.object({
  PINGONE_API_URL: baseUrl('https://api.pingone.com')
    .transform(text => text.replace(/\/v1$/, '')) // older pages of PingOne's write it with the version
    .describe("Where PingOne's API is, by region and without `/v1`."),
  PINGONE_AUTH_URL: baseUrl('https://auth.pingone.com').describe(
    'Where tokens come from, by region; with a custom domain the whole address, ending in `/as/token`.',
  ),
  PINGONE_ENVIRONMENT_ID: environment().describe(
    'The environment that wallets are made in where the caller names none.',
  ),
  PINGONE_WORKER_ENVIRONMENT_ID: environment()
    .optional()
    .describe('The environment that owns the worker application; PINGONE_ENVIRONMENT_ID where left out.'),
  PINGONE_CLIENT_ID: secret().describe("The worker application's client id."),
  PINGONE_CLIENT_SECRET: secret().describe("The worker application's client secret."),
  PINGONE_CLIENT_AUTH: z
    .enum(['basic', 'post'], 'must be basic or post')
    .default('basic')
    .describe("How the client authenticates at the token endpoint, as the application's tokenEndpointAuthMethod says."),
  PINGONE_ENVIRONMENTS: list()
    .pipe(z.array(environment()))
    .optional()
    .describe('Further environments that callers may name, separated by commas. PINGONE_ENVIRONMENT_ID always may be.'),
  PINGONE_CLOCK_SKEW_MS: wholeNumber(60_000, 0, 3_600_000).describe(
    "How far PingOne's clock may be behind the gateway's, in milliseconds: a lost wallet is looked for among those made since.",
  ),
  PINGONE_SETTLE_ABSENT_AFTER_MS: settleAbsentAfter(),
});

export type PingOneSettings = z.output<typeof pingOneSettings>;

/** A custom domain has no environment in its token path, so it is given whole. */
export function tokenUrlFrom(settings: PingOneSettings): string {
  const { PINGONE_AUTH_URL: url, PINGONE_WORKER_ENVIRONMENT_ID: worker, PINGONE_ENVIRONMENT_ID: own } = settings;
  return url.endsWith('/as/token') ? url : `${url}/${worker ?? own}/as/token`;
}
