import { z } from 'zod';
import { baseUrl, duration, secret } from '../../core/settings.js';

/** Tokens come from a host of their own. Sandbox: api-qa.liquido.com and auth-dev.liquido.com. */
export const liquidoSettings = z.object({
  LIQUIDO_API_URL: baseUrl('https://api.liquido.com').describe("Where LIQUIDO's API is."),
  LIQUIDO_AUTH_URL: baseUrl('https://authsg.liquido.com')
    .transform(text => text.replace(/\/oauth2\/token$/, '')) // LIQUIDO's pages print it whole
    .describe('Where tokens come from, without `/oauth2/token`.'),
  LIQUIDO_CLIENT_ID: secret().describe('The client id.'),
  LIQUIDO_CLIENT_SECRET: secret().describe('The client secret.'),
  LIQUIDO_RESEND_WITHIN: duration('24h').describe(
    'A lost answer is asked for by sending the same request with the same key, only so long after the first time: how long LIQUIDO remembers a key is not published.',
  ),
  LIQUIDO_API_KEY: secret().describe('The assigned API key, which goes with every call besides the token.'),
});

export type LiquidoSettings = z.output<typeof liquidoSettings>;
