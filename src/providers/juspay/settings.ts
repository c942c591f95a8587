import { z } from 'zod';
import { baseUrl, list, secret, settleAbsentAfter } from '../../core/settings.js';

/** Juspay's hosts differ by region and by bank: the address is a setting, never a constant pair. */
export const juspaySettings = z.object({
  JUSPAY_API_URL: baseUrl('https://api.juspay.in').describe("Where Juspay's API is."),
  JUSPAY_API_KEY: secret().describe('The API key.'),
  JUSPAY_MERCHANT_ID: secret().optional().describe('The merchant id, which Juspay recommends to send along.'),
  JUSPAY_SNAPSHOT: z
    .enum(['on', 'off'], 'must be on or off')
    .default('off')
    .describe(
      "`on`: a customer's wallets are listed before each create, so that a lost one is told exactly. Listing may end one-time tokens of a running checkout.",
    ),
  JUSPAY_GATEWAY_ALIASES: list()
    .pipe(z.array(z.string().regex(/^\w+=\w+$/, 'must look like FREECHARGEWALLET=FREECHARGE')))
    .optional()
    .describe(
      'Gateways whose wallets go by another name, separated by commas: `FREECHARGEWALLET=FREECHARGE`. A lost wallet is looked for by its name.',
    ),
  JUSPAY_SETTLE_ABSENT_AFTER_MS: settleAbsentAfter(),
});

export type JuspaySettings = z.output<typeof juspaySettings>;
