import { z } from 'zod';
import { baseUrl, secret } from '../../core/settings.js';

/** Juspay's hosts differ by region and by bank: the address is a setting, never a constant pair. */
export const juspaySettings = z.object({
  JUSPAY_API_URL: baseUrl('https://api.juspay.in').describe("Where Juspay's API is."),
  JUSPAY_API_KEY: secret().describe('The API key.'),
  JUSPAY_MERCHANT_ID: secret().optional().describe('The merchant id, which Juspay recommends to send along.'),
});

export type JuspaySettings = z.output<typeof juspaySettings>;
