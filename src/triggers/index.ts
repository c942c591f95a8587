import type { WalletProvider } from '../core/provider.js';
import type { Trigger } from '../server/page.js';
import { changes } from './changes.js';
import { creates } from './creates.js';
import { queries } from './queries.js';

/**
 * How each member of each mutation's result is brought about in the sandbox, where the last three digits of the main id
 * are the outcome; and what to ask afterwards. The page at `/` shows this table, `docs/sandbox.md` is printed from it, and a test walks the schema
 * with it. `Trigger` says what stands in double braces.
 */

/** The id that decides, by provider. */
export const mainIds: Readonly<Record<WalletProvider, string>> = {
  PINGONE: 'userId',
  JUSPAY: 'customerId',
  LIQUIDO: 'phoneNumber',
  EQUALS_MONEY: 'cardId',
  MOOV: 'accountId',
};

export const triggers: readonly Trigger[] = [...creates, ...changes, ...queries];
