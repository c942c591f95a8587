import { z } from 'zod';
import { baseUrl, secret } from '../../core/settings.js';

/** Equals Money admits registered addresses only: a gateway elsewhere needs a proxy at one of them. */
export const equalsMoneySettings = z.object({
  EQUALS_MONEY_API_URL: baseUrl('https://api.equalsmoney.com').describe(
    "Where Equals Money's API is. It admits registered addresses only: see HTTPS_PROXY.",
  ),
  EQUALS_MONEY_API_KEY: secret().describe('The API key.'),
});

export type EqualsMoneySettings = z.output<typeof equalsMoneySettings>;
