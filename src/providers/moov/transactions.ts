import { z } from 'zod';
import type { MoovWalletTransaction } from './types.js';

/**
 * Pages of a wallet's transactions. Moov counts them by place, in an order that it does not publish, and new ones come
 * all the time; so a cursor names the last one that was shown, and a page goes on behind it, wherever it stands by now.
 */
export interface Position {
  /** How many were shown. */
  readonly skip: number;
  /** The last of them; null before the first. */
  readonly last: string | null;
}

type ReadRows = (page: { readonly skip: number; readonly count: number }) => Promise<readonly MoovWalletTransaction[]>;

/** What Moov's own example of a list asks for: rows that are fewer were not cut short. */
const exampleCount = 20;
/** So many calls are made for one page. */
const mostCalls = 10;

/** Up to so many transactions behind that position. */
export async function transactionsAfter(
  { skip, last }: Position,
  needed: number,
  readRows: ReadRows,
): Promise<readonly MoovWalletTransaction[]> {
  const from = last === null ? 0 : skip - 1;
  const count = last === null ? needed : needed + 1;
  const gather = async (
    before: readonly MoovWalletTransaction[],
    callsLeft: number,
  ): Promise<readonly MoovWalletTransaction[]> => {
    const more = await readRows({ skip: from + before.length, count });
    const rows = [...before, ...more];
    const found = behind(rows, last);
    const isEnd = more.length < Math.min(count, exampleCount) || callsLeft === 0;
    // It is gone, which Moov does not do: what stands in its place came behind it.
    if (isEnd && found === null) return rows.slice(0, needed);
    return isEnd || (found !== null && found.length >= needed)
      ? (found ?? []).slice(0, needed)
      : gather(rows, callsLeft - 1);
  };
  return gather([], mostCalls - 1);
}

/** The rows behind that one; null where it is not among them. */
function behind(rows: readonly MoovWalletTransaction[], last: string | null): readonly MoovWalletTransaction[] | null {
  if (last === null) return rows;
  const at = rows.findIndex(({ providerId }) => providerId === last);
  return at < 0 ? null : rows.slice(at + 1);
}

const cursor = z.tuple([z.number().int().min(1).max(1e9), z.string().min(1).max(200)]);

export function cursorOf({ skip, last }: Position): string {
  return Buffer.from(JSON.stringify([skip, last])).toString('base64url');
}

/** Null for what is no cursor. */
export function readCursor(text: string): Position | null {
  const json = Buffer.from(text, 'base64url').toString('utf8');
  const parsed = cursor.safeParse(jsonOr(json));
  if (!parsed.success || cursorOf({ skip: parsed.data[0], last: parsed.data[1] }) !== text) return null;
  return { skip: parsed.data[0], last: parsed.data[1] };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
