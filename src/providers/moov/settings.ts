import { z } from 'zod';
import { baseUrl, secret, settleAbsentAfter, wholeNumber } from '../../core/settings.js';

/** Moov has one host for test and production; the keys decide. */
export const moovSettings = z.object({
  MOOV_API_URL: baseUrl('https://api.moov.io').describe("Where Moov's API is."),
  MOOV_PUBLIC_KEY: secret().describe("The API key's public half."),
  MOOV_SECRET_KEY: secret().describe("The API key's secret half."),
  MOOV_API_VERSION: z
    .string()
    .regex(/^v\d{4}\.\d{2}\.\d{2}$/, 'must look like v2026.07.00')
    .default('v2026.07.00')
    .describe('The API version that is asked for (X-Moov-Version).'),
  MOOV_LIST_COUNT: wholeNumber(200, 20, 10_000).describe(
    'How many wallets of an account are asked for with one call. Moov publishes no maximum.',
  ),
  MOOV_SETTLE_ABSENT_AFTER_MS: settleAbsentAfter(),
});

export type MoovSettings = z.output<typeof moovSettings>;
