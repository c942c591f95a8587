import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { make } from '../../src/core/codec.js';
import { NotFoundError } from '../../src/core/errors.js';
import { errorOf } from '../../src/core/failures.js';
import { maximumAnswer } from '../../src/core/answer-limit.js';
import { WalletProvider } from '../../src/core/provider.js';
import { Wallet, WalletState } from '../../src/core/wallet.js';
import {
  cursorWriter,
  pageFrom,
  positionFrom,
  start,
  type OwnerList,
  type Position,
} from '../../src/core/wallet-pages.js';

/** Pages over several owners' lists, while wallets come and go, lists are shuffled and providers fail. */

class SomeWallet extends Wallet {}

const wallet = (id: string) =>
  make(SomeWallet, {
    id,
    provider: WalletProvider.MOOV,
    providerId: id,
    state: WalletState.ACTIVE,
    providerStatus: 'active',
  });
const failed: OwnerList = { error: errorOf(NotFoundError, { message: 'Gone.' }) };
const listOf = (...ids: readonly string[]): OwnerList => ({ wallets: ids.map(wallet) });
const byOwner = (...lists: readonly OwnerList[]) => new Map(lists.entries());
const idsOf = (page: ReturnType<typeof pageFrom>) => page.entries.map(entry => entry.wallet.id);
const asked = 'these owners';

/** Through the cursor, as a client goes on. */
const after = (page: ReturnType<typeof pageFrom>): Position => {
  const last = page.entries.at(-1);
  const position =
    last === undefined ? null : positionFrom(cursorWriter(asked, { id: 'a request' })(last.position), asked);
  if (position === null) throw new Error('A page without wallets has no end.');
  return position;
};

describe('a page', () => {
  test('goes through the owners as given, and through each list as the provider has it', () => {
    const lists = byOwner(listOf('b', 'a'), listOf(), listOf('z', 'c'));
    expect(idsOf(pageFrom(lists, start, 20))).toEqual(['b', 'a', 'z', 'c']);
    const first = pageFrom(lists, start, 3);
    expect([idsOf(first), first.hasMore]).toEqual([['b', 'a', 'z'], true]);
    const second = pageFrom(lists, after(first), 3);
    expect([idsOf(second), second.hasMore]).toEqual([['c'], false]);
  });

  test('that is full to the last wallet has nothing after it, though owners without wallets follow', () => {
    const page = pageFrom(byOwner(listOf('a', 'b'), listOf()), start, 2);
    expect([idsOf(page), page.hasMore]).toEqual([['a', 'b'], false]);
  });

  test('tells an owner that failed where it goes past, and not before', () => {
    const lists = byOwner(listOf('a'), failed, listOf('b'));
    const first = pageFrom(lists, start, 1);
    expect([idsOf(first), first.failures, first.hasMore]).toEqual([['a'], [], true]);
    const second = pageFrom(lists, after(first), 1);
    expect([idsOf(second), second.failures.map(({ owner }) => owner), second.hasMore]).toEqual([['b'], [1], false]);
  });

  test('goes on where its last wallet is gone, and where others came before it', () => {
    const first = pageFrom(byOwner(listOf('a', 'b', 'c', 'd')), start, 2);
    expect(idsOf(pageFrom(byOwner(listOf('new', 'a', 'c', 'd')), after(first), 9))).toEqual(['new', 'c', 'd']);
  });
});

/** What happens to one owner's list between two pages. */
const change = fc.record({
  fails: fc.integer({ min: 0, max: 9 }).map(value => value === 0),
  order: fc.integer({ min: 0, max: 1_000_000 }),
  guests: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
});

/** An order of its own for each seed. */
function shuffled(ids: readonly string[], seed: number): string[] {
  const rank = (id: string) => [...`${id}${seed}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  return ids.toSorted((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1));
}

test('property › no page repeats a wallet, and none that stays is lost, whatever comes, goes, moves and fails', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }),
      fc.array(fc.array(change, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
      (residents, changes, lengths) => {
        const stays = residents.map((count, owner) =>
          Array.from({ length: count }, (_id, index) => `${owner}/${index}`),
        );
        const shown: string[] = [];
        const told = new Set<number>();
        let from = start;
        for (let step = 0; ; step += 1) {
          if (step > 200) throw new Error('It does not end.');
          const now = changes[step % changes.length] ?? [];
          const lists = byOwner(
            ...stays.map((ids, owner): OwnerList => {
              const { fails = false, order = 0, guests = [] } = now[owner] ?? {};
              const all = [...ids, ...guests.map(guest => `${owner}/guest ${guest}`)];
              return fails ? failed : listOf(...shuffled(all, order));
            }),
          );
          const page = pageFrom(lists, from, lengths[step % lengths.length] ?? 1);
          const owners = page.entries.map(({ position }) => position.owner);
          expect(owners).toEqual(owners.toSorted((left, right) => left - right));
          shown.push(...idsOf(page));
          for (const { owner } of page.failures) {
            // Behind a failure the pages go on: it is told once, and its wallets do not turn up later.
            expect(told.has(owner)).toBe(false);
            told.add(owner);
          }
          if (!page.hasMore || page.entries.length === 0) break;
          from = after(page);
        }
        expect(new Set(shown).size).toBe(shown.length);
        const missing = stays.flatMap((ids, owner) => (told.has(owner) ? [] : ids.filter(id => !shown.includes(id))));
        expect(missing).toEqual([]);
      },
    ),
    { numRuns: 2_000 },
  );
});

describe('a cursor', () => {
  test('is written until those of its request are more than an answer may hold', () => {
    const request = { id: 'a request' };
    const long = { owner: 0, shown: Buffer.alloc(6 * 100_000) };
    const [write, other] = [cursorWriter(asked, request), cursorWriter('another list', request)];
    const length = write(long).length;
    for (let count = 1; count < Math.floor(maximumAnswer / length); count += 1) other(long);
    expect(() => write(long)).toThrow('The answer would have more than');
    expect(() => other(long)).toThrow('The answer would have more than');
    expect(cursorWriter(asked, { id: 'a request' })(long)).toHaveLength(length);
  });

  const position = fc.record({
    owner: fc.integer({ min: 0, max: 49 }),
    shown: fc.array(fc.uint8Array({ minLength: 6, maxLength: 6 })).map(marks => Buffer.concat(marks)),
  });

  test('property › holds a position, and is good for its own list alone', () => {
    fc.assert(
      fc.property(position, fc.string(), fc.string(), (at, list, other) => {
        expect(positionFrom(cursorWriter(list, { id: 'a request' })(at), list)).toEqual(at);
        if (other !== list) expect(positionFrom(cursorWriter(list, { id: 'a request' })(at), other)).toBeNull();
      }),
    );
  });

  test('property › that nobody gave is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), text => {
        expect(positionFrom(text, asked)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test('property › that was cut short or lengthened is refused, or is a position', () => {
    fc.assert(
      fc.property(position, fc.nat({ max: 200 }), fc.base64String(), (at, length, rest) => {
        const spoilt = positionFrom(cursorWriter(asked, { id: 'a request' })(at).slice(0, length) + rest, asked);
        expect(spoilt === null || (spoilt.owner >= 0 && spoilt.shown.length % 6 === 0)).toBe(true);
      }),
    );
  });
});
