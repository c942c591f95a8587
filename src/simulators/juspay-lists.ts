import { exactNumber } from './json.js';
import type { JsonObject } from './json.js';
import { body } from './juspay-rules.js';
import type { Wallet } from './juspay-rules.js';

export interface ListStyle {
  /** Pages disagree on types: `strings` has `linked` and balances as text, and times of India (reference section 3.1). */
  readonly listStyle?: 'usual' | 'strings';
  /** A list shows no more wallets, while its `total` counts all; how one asks for the others is not published. */
  readonly longestList?: number;
}

/** Tells what a single read does not: the bank's code and sub-accounts. */
export function listBody(
  wallets: readonly Wallet[],
  { listStyle = 'usual', longestList = Infinity }: ListStyle,
): JsonObject {
  const entry = listStyle === 'strings' ? entryOfStrings : usualEntry;
  const list = wallets.slice(0, longestList).map(entry);
  return { object: 'list', list, total: wallets.length, offset: 0, count: list.length };
}

function usualEntry(wallet: Wallet): JsonObject {
  return {
    ...body(wallet),
    juspay_bank_code: `JP_${wallet.wallet}`,
    sub_details: wallet.subAccounts.map(account => ({
      ...account,
      current_balance: exactNumber(String(account.current_balance)),
    })),
  };
}

function entryOfStrings(wallet: Wallet): JsonObject {
  const { linked, balance, refreshed, subAccounts } = wallet;
  return {
    ...usualEntry(wallet),
    linked: String(linked),
    current_balance: linked ? balance : null,
    last_refreshed: refreshed === undefined ? null : inIndia(refreshed),
    sub_details: subAccounts.map(account => ({
      ...account,
      current_balance: String(account.current_balance),
      last_refreshed: inIndia(account.last_refreshed),
    })),
  };
}

/** `…T09:15:00+0000` as the same moment with `+0530`; any other time stays as it is. */
function inIndia(time: string): string {
  if (!time.endsWith('+0000')) return time;
  const moment = new Date(Date.parse(time.replace('+0000', 'Z')) + 5.5 * 60 * 60 * 1000);
  return moment.toISOString().replace(/\.\d+Z$/, '+0530');
}
