import { z } from 'zod';
import { ProviderRejectedError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import { WalletProvider } from '../../core/provider.js';
import type { MoovWalletTransaction } from './types.js';

/**
 * Pages of a wallet's transactions. Moov counts them by place, in an order that it does not publish, and new ones come
 * all the time; so a cursor names the last one that was shown, and a page goes on behind it, wherever it stands by now.
 */
export interface TransactionPosition {
  /** How many stood before the next one when it was shown. */
  readonly skip: number;
  /** The last that was shown; null before the first. */
  readonly last: string | null;
}

export interface TransactionPage {
  readonly entries: readonly { readonly transaction: MoovWalletTransaction; readonly position: TransactionPosition }[];
  readonly hasMore: boolean;
}

type ReadRows = (window: {
  readonly skip: number;
  readonly count: number;
}) => Promise<readonly MoovWalletTransaction[]>;

/** What Moov's own example of a list asks for: rows that are fewer were not cut short. */
const exampleCount = 20;
/** Where the last one is not found at once, so many are asked for at a time. */
const searchCount = 100;
/** So many calls are made for one page. */
const mostCalls = 10;

/** The next so many transactions behind `from`. */
export async function pageBehind(
  from: TransactionPosition,
  length: number,
  readRows: ReadRows,
): Promise<TransactionPage> {
  // The last one, where nothing has come meanwhile, those of the page, and one more, which says whether there is one.
  const first = Math.max(0, from.skip - 1);
  const rows = new Map<string, MoovWalletTransaction>(); // what comes meanwhile may show one twice
  const gather = async (skip: number, callsLeft: number): Promise<TransactionPage> => {
    const count = rows.size === 0 ? length + 2 : Math.max(length + 2, searchCount);
    const more = await readRows({ skip, count });
    for (const row of more) if (!rows.has(row.providerId)) rows.set(row.providerId, row);
    const isEnd = more.length < Math.min(count, exampleCount);
    const found = behind([...rows.values()], from.last);
    if (found !== null && (isEnd || found.rows.length > length))
      return pageOf(found.rows, first + found.skipped, length);
    // It is gone, which Moov does not do: what stands in its place came behind it.
    if (isEnd) return pageOf([...rows.values()], first, length);
    if (callsLeft === 0) {
      const message = "So much has moved on this wallet that Moov's list cannot be followed: begin anew.";
      throw failure(ProviderRejectedError, { provider: WalletProvider.MOOV, message });
    }
    return gather(skip + more.length, callsLeft - 1);
  };
  return gather(first, mostCalls - 1);
}

/** The rows behind that one, and how many stand before them; null where it is not among them. */
function behind(
  rows: readonly MoovWalletTransaction[],
  last: string | null,
): { readonly rows: readonly MoovWalletTransaction[]; readonly skipped: number } | null {
  if (last === null) return { rows, skipped: 0 };
  const at = rows.findIndex(({ providerId }) => providerId === last);
  return at < 0 ? null : { rows: rows.slice(at + 1), skipped: at + 1 };
}

function pageOf(rows: readonly MoovWalletTransaction[], skipped: number, length: number): TransactionPage {
  const entries = rows.slice(0, length).map((transaction, index) => ({
    transaction,
    position: { skip: skipped + index + 1, last: transaction.providerId },
  }));
  return { entries, hasMore: rows.length > length };
}

const cursor = z.tuple([z.number().int().min(1).max(1e9), z.string().min(1).max(200)]);

export function cursorOf({ skip, last }: TransactionPosition): string {
  return Buffer.from(JSON.stringify([skip, last])).toString('base64url');
}

/** Null for what is no cursor. */
export function readCursor(text: string): TransactionPosition | null {
  const parsed = cursor.safeParse(jsonOr(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) return null;
  const [skip, last] = parsed.data;
  return cursorOf({ skip, last }) === text ? { skip, last } : null;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
