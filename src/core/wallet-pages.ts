import { createHash } from 'node:crypto';
import { Field, ObjectType } from 'type-graphql';
import { answerTooLarge, maximumAnswer } from './answer-limit.js';
import type { MutationError } from './errors.js';
import type { RequestRecord } from './request.js';
import type { Wallet } from './wallet.js';

/**
 * Pages over the lists of several owners, one list after the other. No provider says in which order it lists, or that
 * the order stays; so a cursor holds what was shown of its owner's list, and a page goes on with what was not. Wallets
 * may come and go, and lists be shuffled: none that stays is lost or shown twice.
 */
export interface Position {
  /** The owner whose list comes next, by its place among the owners. */
  readonly owner: number;
  /** Marks of its wallets that were shown, side by side. */
  readonly shown: Buffer;
}

export const start: Position = { owner: 0, shown: Buffer.alloc(0) };

/** What became of asking for an owner's wallets. */
export type OwnerList = { readonly wallets: readonly Wallet[] } | { readonly error: MutationError };

export interface WalletPage {
  readonly entries: readonly { readonly wallet: Wallet; readonly position: Position }[];
  /** Owners that the page went past without their wallets. */
  readonly failures: readonly { readonly owner: number; readonly error: MutationError }[];
  readonly hasMore: boolean;
}

/** The next so many wallets from `from` on. `lists` is by owner; those before `from` are not looked at. */
export function pageFrom(lists: ReadonlyMap<number, OwnerList>, from: Position, length: number): WalletPage {
  const entries: { wallet: Wallet; position: Position }[] = [];
  const failures: { owner: number; error: MutationError }[] = [];
  for (const [owner, list] of [...lists].toSorted(([left], [right]) => left - right)) {
    if (owner < from.owner) continue;
    const isFull = entries.length === length;
    if ('error' in list) {
      if (isFull) return { entries, failures, hasMore: true }; // it is asked again for the next page
      failures.push({ owner, error: list.error });
      continue;
    }
    const before = owner === from.owner ? from.shown : start.shown;
    const known = shownOf(list.wallets, before);
    // One buffer for the whole page: each position is a longer part of it.
    const marks = Buffer.concat([before], before.length + markBytes * Math.min(length, list.wallets.length));
    let end = before.length;
    for (const wallet of list.wallets) {
      const mark = markOf(wallet);
      if (known.has(mark)) continue;
      if (entries.length === length) return { entries, failures, hasMore: true };
      known.add(mark);
      end = marks.writeUIntBE(mark, end, markBytes);
      entries.push({ wallet, position: { owner, shown: marks.subarray(0, end) } });
    }
  }
  return { entries, failures, hasMore: false };
}

/** Six bytes of a hash: two of some thousand wallets have one mark once in tens of millions of lists. */
const markBytes = 6;
const namedBytes = 8;

function markOf({ id }: Wallet): number {
  return createHash('sha256').update(id).digest().readUIntBE(0, markBytes);
}

/** The marks of those that were shown. A client may have made a cursor of its own, with many more. */
function shownOf(wallets: readonly Wallet[], shown: Buffer): Set<number> {
  const known = new Set<number>();
  if (shown.length === 0) return known;
  const listed = new Set(wallets.map(markOf));
  for (let at = 0; at < shown.length; at += markBytes) {
    const mark = shown.readUIntBE(at, markBytes);
    if (listed.has(mark)) known.add(mark);
  }
  return known;
}

/** Characters that the cursors of a request have so far. */
const written = new WeakMap<RequestRecord, number>();

/** Throws where the cursors of one request would be more than an answer may hold, however small the rest of it is. */
export type WriteCursor = (position: Position) => string;

/** `asked` is what the list is of: a cursor is good for no other list. */
export function cursorWriter(asked: string, request: RequestRecord): WriteCursor {
  const name = nameOf(asked);
  return ({ owner, shown }) => {
    const size = (written.get(request) ?? 0) + Math.ceil(((namedBytes + 1 + shown.length) * 4) / 3);
    if (size > maximumAnswer) throw answerTooLarge();
    written.set(request, size);
    return Buffer.concat([name, Buffer.of(owner), shown]).toString('base64url');
  };
}

/** Null for what is no cursor of that list. */
export function positionFrom(cursor: string, asked: string): Position | null {
  const bytes = Buffer.from(cursor, 'base64url');
  const shown = bytes.subarray(namedBytes + 1);
  const isOurs = bytes.toString('base64url') === cursor && bytes.subarray(0, namedBytes).equals(nameOf(asked));
  if (!isOurs || bytes.length <= namedBytes || shown.length % markBytes !== 0) return null;
  return { owner: bytes.readUInt8(namedBytes), shown };
}

/** A wallet on a page; a type of its own for each kind of wallet adds `node`. */
@ObjectType()
export abstract class ListedWallet<Listed extends Wallet> {
  constructor(
    protected readonly wallet: Listed,
    private readonly position: Position,
    private readonly writeCursor: WriteCursor,
  ) {}

  /** Made only where it is asked for: it grows with the list. */
  @Field({ description: 'Where it stands in the list: give it to `after`.' })
  get cursor(): string {
    return this.writeCursor(this.position);
  }
}

function nameOf(asked: string): Buffer {
  return createHash('sha256').update(asked).digest().subarray(0, namedBytes);
}
