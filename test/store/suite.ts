import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  DueLooks,
  JournalRow,
  JournalStore,
  Listing,
  Move,
  NewRow,
  OlderHashes,
  Seeker,
  Use,
} from '../../src/core/journal-store.js';
import { WalletProvider } from '../../src/core/provider.js';
import { finalStatuses, moves, type RowStatus } from '../../src/core/state-machine.js';
import { bytes, ended, moveTo, newRow, quietAt, start, statuses, type Target } from './rows.js';

/** What holds for the journal's rows wherever they are kept: one suite for every adapter. */

export interface Opened {
  /** Without rows. */
  readonly store: JournalStore;
  /** Closes it and opens what it kept; left out where nothing outlives it. */
  readonly reopen?: () => Promise<JournalStore>;
}

export interface Adapter {
  /** Whether it has one owner at a time, so that an attempt of any other is one of a dead process. */
  readonly isSingleOwner: boolean;
  open(): Promise<Opened>;
}

const undecided = ['calling', 'unknown', 'attention'] as const satisfies readonly RowStatus[];

/** From a claim to each status. */
const ways: Readonly<Record<RowStatus, readonly Target[]>> = {
  calling: [],
  done: ['done'],
  refused: ['refused'],
  unknown: ['unknown'],
  absent: ['unknown', 'absent'],
  attention: ['unknown', 'attention'],
  lost: ['lost'],
};

export function describeJournalStore(name: string, { isSingleOwner, open }: Adapter): void {
  let store: JournalStore;
  let reopen: Opened['reopen'];

  /** Where it need not wait for another one. */
  const claimOf = async (fresh: NewRow, older: readonly OlderHashes[]) => {
    const outcome = await store.claim(fresh, older);
    if (outcome === null) throw new Error('It must wait, though nothing was named.');
    return outcome;
  };
  const claim = async (key: string, fields: Partial<NewRow> = {}): Promise<JournalRow> =>
    (await claimOf(newRow(key, fields), [])).row;
  const row = async ({ id }: Pick<JournalRow, 'id'>): Promise<JournalRow> => {
    const found = await store.byId(id);
    if (found === null) throw new Error('The row is gone.');
    return found;
  };
  const move = (of: JournalRow, to: Target, fields?: Partial<Move>) =>
    store.move(of.id, of.attempt, moveTo(to, fields));
  const standing = async (status: RowStatus, key: string, fields?: Partial<NewRow>): Promise<JournalRow> => {
    const claimed = await claim(key, fields);
    for (const to of ways[status]) expect(await move(claimed, to)).toBe('moved');
    return row(claimed);
  };

  describe(name, () => {
    beforeEach(async () => {
      ({ store, reopen } = await open());
    });
    afterEach(() => store.close());

    describe('claim', () => {
      test('a key that nobody used is a new row, calling', async () => {
        const given = newRow('k', { target: bytes('target') });
        const { row: made, isClaimed } = await claimOf(given, [{ keyHash: bytes('old'), inputHash: bytes('old') }]);
        const { startedAt, ...rest } = given;
        expect(isClaimed).toBe(true);
        expect(made).toEqual({
          ...rest,
          intent: given.intent(),
          status: 'calling',
          attempt: 1,
          createdAt: startedAt,
          startedAt,
          finishedAt: null,
          soughtSince: startedAt,
          wasUnknown: false,
          lookAt: null,
          isSought: false,
          resource: null,
          note: null,
          result: null,
          remainder: null,
          forgetAt: null,
        });
        expect(await row(given)).toEqual(made);
      });

      test.each(['calling', 'done', 'unknown', 'attention', 'lost'] as const)(
        'the same input again › %s stays as it is',
        async status => {
          const before = await standing(status, 'k');
          const again = await claimOf(newRow('k', { owner: 'owner-2', startedAt: start + 9 }), []);
          expect(again).toEqual({ row: before, isClaimed: false });
          expect(await row(before)).toEqual(before);
        },
      );

      test.each(statuses)('another input › %s stays as it is', async status => {
        const before = await standing(status, 'k');
        const again = await claimOf(newRow('k', { inputHash: bytes('other') }), []);
        expect(again).toEqual({ row: before, isClaimed: false });
        expect(await row(before)).toEqual(before);
      });

      test.each(['refused', 'absent'] as const)('the same input again › %s is the next attempt of it', async status => {
        const first = await claim('k', { target: bytes('target') });
        const ending = { result: bytes('no'), remainder: bytes('rest'), forgetAt: start + 60_000 };
        if (status === 'absent') await move(first, 'unknown');
        await move(first, status, ending);
        const next = { owner: 'owner-2', startedAt: start + 5_000, quietAt: start + 30_000 };
        const again = await claimOf(
          newRow('k', { ...next, sealKeyId: 'seal-key-2', intent: () => bytes('other') }),
          [],
        );
        expect(again.isClaimed).toBe(true);
        // What was refused left nothing behind; what was unknown may have.
        const soughtSince = status === 'absent' ? first.soughtSince : next.startedAt;
        expect(again.row).toEqual({ ...first, ...next, attempt: 2, soughtSince, wasUnknown: status === 'absent' });
        expect(await row(first)).toEqual(again.row);
      });

      test('a note outlives its attempt only where that ended unknown', async () => {
        const refused = await claim('refused');
        expect(await store.note(refused.id, 1, bytes('note'))).toBe(true);
        await move(refused, 'refused');
        expect((await claimOf(newRow('refused'), [])).row).toMatchObject({ attempt: 2, note: null });

        const absent = await claim('absent');
        await store.note(absent.id, 1, bytes('note'));
        await move(absent, 'unknown');
        await move(absent, 'absent');
        const second = (await claimOf(newRow('absent'), [])).row;
        expect(second).toMatchObject({ attempt: 2, note: bytes('note') });
        await move(second, 'refused');
        expect((await claimOf(newRow('absent'), [])).row).toMatchObject({ attempt: 3, note: bytes('note') });
      });

      test.each(['calling', 'done', 'unknown', 'attention', 'lost'] as const)(
        'a key from before a rotation is not free › %s',
        async status => {
          const before = await standing(status, 'old');
          const older = [
            { keyHash: bytes('another'), inputHash: bytes('another') },
            { keyHash: bytes('old'), inputHash: bytes('input') },
          ];
          expect(await claimOf(newRow('new', { inputHash: bytes('new input') }), older)).toEqual({
            row: before,
            isClaimed: false,
          });
          expect(await store.list(all)).toHaveLength(1);
        },
      );

      test.each(['refused', 'absent'] as const)('a key from before a rotation › %s is retaken', async status => {
        const before = await standing(status, 'old');
        const given = newRow('new', { inputHash: bytes('new input') });
        const other = [{ keyHash: bytes('old'), inputHash: bytes('other') }];
        expect(await claimOf(given, other)).toEqual({ row: before, isClaimed: false });
        const same = [{ keyHash: bytes('old'), inputHash: bytes('input') }];
        expect(await claimOf(given, same)).toMatchObject({
          isClaimed: true,
          row: { id: before.id, attempt: 2, keyHash: bytes('old'), inputHash: bytes('input'), sealKeyId: 'seal-key-1' },
        });
        expect(await store.list(all)).toHaveLength(1);
      });

      test.each<Partial<NewRow>>([{ tenant: 'other' }, { mutation: 'createWalletAccount' }])(
        'a key belongs to its tenant and mutation: %j is another one',
        async elsewhere => {
          const first = await claim('k');
          const other = await claimOf(newRow('k', elsewhere), []);
          expect(other).toMatchObject({ isClaimed: true, row: { attempt: 1 } });
          expect(other.row.id).not.toBe(first.id);
        },
      );

      test('twenty at once for one key are one attempt', async () => {
        const claims = await Promise.all(
          Array.from({ length: 20 }, (_unused, index) => claimOf(newRow('k', { owner: `owner-${index}` }), [])),
        );
        expect(claims.filter(({ isClaimed }) => isClaimed)).toHaveLength(1);
        expect(new Set(claims.map(({ row: { id } }) => id)).size).toBe(1);
      });

      test('twenty at once for a refused key are one more attempt', async () => {
        await standing('refused', 'k');
        const claims = await Promise.all(Array.from({ length: 20 }, () => claimOf(newRow('k'), [])));
        expect(claims.filter(({ isClaimed }) => isClaimed)).toHaveLength(1);
        expect(claims.map(({ row: { attempt } }) => attempt)).toEqual(claims.map(() => 2));
      });
    });

    describe('move', () => {
      const allowed = statuses.flatMap(from =>
        (moves[from] as readonly RowStatus[]).flatMap(to => (to === 'calling' ? [] : [[from, to] as const])),
      );

      test.each(allowed)('from %s to %s writes the ending', async (from, to) => {
        const before = await standing(from, 'k', { target: bytes('target') });
        const ending = {
          finishedAt: start + 7_000,
          result: bytes('result'),
          remainder: bytes('remainder'),
          forgetAt: start + 60_000,
          resource: bytes('wallet'),
          lookAt: to === 'unknown' ? start + 8_000 : null,
        };
        expect(await move(before, to, { from: [from], ...ending })).toBe('moved');
        const isUnknown = to === 'unknown';
        expect(await row(before)).toEqual({
          ...before,
          ...ending,
          status: to,
          // An attempt that ended has nothing more on its way; later findings do not change when that was.
          quietAt: isUnknown ? ending.finishedAt : before.quietAt,
          wasUnknown: isUnknown || before.wasUnknown,
        });
      });

      test.each(statuses)('%s is not moved by who thinks that it stands elsewhere', async status => {
        const before = await standing(status, 'k');
        for (const to of ['done', 'refused', 'unknown', 'absent', 'attention', 'lost'] as const) {
          expect(await move(before, to, { from: statuses.filter(other => other !== status) })).toBe('stale');
        }
        expect(await row(before)).toEqual(before);
      });

      test('an attempt that was taken over changes nothing any more', async () => {
        const first = await standing('refused', 'k');
        const { row: second } = await claimOf(newRow('k'), []);
        for (const attempt of [first.attempt, second.attempt + 1]) {
          expect(await store.move(first.id, attempt, moveTo('done'))).toBe('stale');
        }
        expect(await row(first)).toEqual(second);
        expect(await move(second, 'done')).toBe('moved');
      });

      test('a row that is not there is stale', async () => {
        expect(await store.move(randomUUID(), 1, moveTo('done'))).toBe('stale');
      });

      test('two at once: one decides', async () => {
        const unknown = await standing('unknown', 'k');
        const outcomes = await Promise.all(
          Array.from({ length: 10 }, (_unused, index) =>
            move(unknown, index % 2 === 0 ? 'done' : 'absent', { from: ['unknown'] }),
          ),
        );
        expect(outcomes.filter(outcome => outcome === 'moved')).toHaveLength(1);
        expect(outcomes.filter(outcome => outcome === 'stale')).toHaveLength(9);
      });

      describe('with a guard', () => {
        const target = bytes('target');
        const older = bytes('target under an older key');
        const guarded = (seen: number) => ({ guard: { targets: [target, older], undecided: seen } });

        test('stands where as many are undecided as were seen', async () => {
          const unknown = await standing('unknown', 'k', { target });
          await standing('attention', 'other', { target: older });
          await standing('done', 'done', { target });
          await standing('unknown', 'elsewhere', { target: bytes('elsewhere') });
          expect(await move(unknown, 'absent', guarded(2))).toBe('moved');
        });

        test.each<[string, Target[]]>([
          ['another one became unknown', ['unknown']],
          ['another one came to need attention', ['unknown', 'attention']],
          ['somebody is calling', []],
        ])('falls where %s', async (_what, way) => {
          const unknown = await standing('unknown', 'k', { target });
          const other = await claim('other', { target: older });
          for (const to of way) await move(other, to);
          expect(await move(unknown, 'done', guarded(1))).toBe('stale');
          expect(await row(unknown)).toEqual(unknown);
        });

        test('falls where fewer are undecided, and where somebody calls though the number is right', async () => {
          const unknown = await standing('unknown', 'k', { target });
          expect(await move(unknown, 'done', guarded(2))).toBe('stale');
          await claim('other', { target });
          for (const seen of [0, 1, 2]) expect(await move(unknown, 'done', guarded(seen))).toBe('stale');
        });

        test('of two that were decided on the same sight, one falls', async () => {
          const one = await standing('unknown', 'one', { target });
          const two = await standing('unknown', 'two', { target });
          const outcomes = await Promise.all([move(one, 'absent', guarded(2)), move(two, 'absent', guarded(2))]);
          expect(outcomes.toSorted()).toEqual(['moved', 'stale']);
        });
      });

      describe('with a wallet', () => {
        const resource = bytes('wallet');

        test('belongs to one operation', async () => {
          const first = await claim('first');
          const second = await claim('second');
          expect(await move(first, 'done', { resource })).toBe('moved');
          expect(await move(second, 'done', { resource })).toBe('owned');
          expect(await row(second)).toEqual(second);
          expect(await move(second, 'done', { resource: bytes('other wallet') })).toBe('moved');
        });

        test('stays with the one that it belongs to until that has another, or none', async () => {
          const [first, second, third] = [await claim('first'), await claim('second'), await claim('third')];
          await move(first, 'unknown', { resource });
          await move(second, 'done', { resource: bytes('another') });
          expect(await move(first, 'done', { resource: bytes('another') })).toBe('owned');
          expect(await move(third, 'unknown', { resource })).toBe('owned');
          expect(await move(first, 'attention', { resource: null })).toBe('moved');
          expect(await move(third, 'unknown', { resource })).toBe('moved');
        });

        test('may be said again by the one that it belongs to', async () => {
          const unknown = await claim('k');
          await move(unknown, 'unknown', { resource });
          expect(await move(unknown, 'done', { resource })).toBe('moved');
        });

        test('at once › one gets it', async () => {
          const rows = await Promise.all(Array.from({ length: 10 }, (_unused, index) => claim(`k${index}`)));
          const outcomes = await Promise.all(rows.map(each => move(each, 'done', { resource })));
          expect(outcomes.toSorted()).toEqual(['moved', ...rows.slice(1).map(() => 'owned')]);
        });
      });
    });

    describe('what changes one wallet', () => {
      const target = bytes('wallet');
      const apart = (key: string, fields: Partial<NewRow> = {}) =>
        store.claim(newRow(key, { target, ...fields }), [], [bytes('wallet under an older store key'), target]);

      test.each(undecided.filter(status => status !== 'attention'))('waits while another one is %s', async status => {
        const before = await standing(status, 'k', { target });
        expect(await apart('other')).toBeNull();
        expect(await store.byKey('default', 'createMoovWallet', [bytes('other')])).toBeNull();
        expect(await row(before)).toEqual(before);
      });

      test.each(statuses.filter(status => status !== 'calling' && status !== 'unknown'))(
        'begins where another one is %s',
        async status => {
          await standing(status, 'k', { target });
          expect(await apart('other')).toMatchObject({ isClaimed: true });
        },
      );

      test('waits for one from before a rotation of the store key', async () => {
        await standing('unknown', 'k', { target: bytes('wallet under an older store key') });
        expect(await apart('other')).toBeNull();
      });

      test('waits with the next attempt of a refused one, too, and the row stays as it is', async () => {
        const refused = await standing('refused', 'k', { target });
        await standing('calling', 'other', { target });
        expect(await apart('k')).toBeNull();
        expect(await row(refused)).toEqual(refused);
      });

      test('does not wait for itself, nor does its key answer otherwise for it', async () => {
        const own = await standing('unknown', 'k', { target });
        expect(await apart('k')).toEqual({ row: own, isClaimed: false });
      });

      test('does not wait for what goes to another one', async () => {
        await standing('calling', 'k', { target: bytes('another') });
        expect(await apart('other')).toMatchObject({ isClaimed: true });
      });

      test('at once › one begins', async () => {
        const claims = await Promise.all(Array.from({ length: 20 }, (_unused, index) => apart(`k${index}`)));
        expect(claims.filter(outcome => outcome !== null)).toHaveLength(1);
      });
    });

    describe('uses', () => {
      /** Each counts for a second. */
      const use = (id: string, now = start, fields: Partial<Use> = {}) =>
        store.useUp({ id, names: [bytes('name')], maximum: 3, now, until: now + 1_000, ...fields });

      test('are counted until their time is over, and then there is room again', async () => {
        expect(await use('a')).toEqual({ left: 2 });
        expect(await use('b', start + 100)).toEqual({ left: 1 });
        expect(await use('c')).toEqual({ left: 0 });
        expect(await use('d', start + 999)).toEqual({ noneUntil: start + 1_000 });
        expect(await use('d', start + 1_000)).toEqual({ left: 1 });
      });

      test('of other names are counted apart, and those of one name under any of its hashes together', async () => {
        for (const id of ['a', 'b', 'c']) await use(id);
        expect(await use('d', start, { names: [bytes('other')] })).toEqual({ left: 2 });
        const both = [bytes('newer hash'), bytes('name')];
        expect(await use('e', start, { names: both })).toEqual({ noneUntil: start + 1_000 });
      });

      test('that are given back are not counted', async () => {
        for (const id of ['a', 'b', 'c']) await use(id);
        await store.giveBack('b');
        await store.giveBack('never used');
        expect(await use('d')).toEqual({ left: 0 });
      });

      test('at once › no more than the maximum', async () => {
        const outcomes = await Promise.all(Array.from({ length: 20 }, (_unused, index) => use(String(index))));
        expect(outcomes.filter(outcome => 'left' in outcome)).toHaveLength(3);
      });

      test('stay counted when what is over is cleared away', async () => {
        await use('a', start - 990);
        for (const id of ['b', 'c']) await use(id);
        await store.forget(start + 500);
        expect(await use('d', start + 500)).toEqual({ left: 0 });
        expect(await use('a', start + 500)).toEqual({ noneUntil: start + 1_000 });
      });

      test('of a clock that has been set back since are not counted', async () => {
        for (const id of ['a', 'b', 'c']) await use(id, start + 86_400_000);
        expect(await use('d')).toEqual({ left: 2 });
      });
    });

    test('a note is kept with the attempt that is calling, and with no other', async () => {
      const calling = await claim('calling');
      expect(await store.note(calling.id, 1, bytes('first'))).toBe(true);
      expect(await store.note(calling.id, 1, bytes('second'))).toBe(true);
      expect(await store.note(calling.id, 2, bytes('late'))).toBe(false);
      expect(await row(calling)).toEqual({ ...calling, note: bytes('second') });
      for (const status of statuses.filter(other => other !== 'calling')) {
        const before = await standing(status, status);
        expect(await store.note(before.id, before.attempt, bytes('note'))).toBe(false);
        expect(await row(before)).toEqual(before);
      }
    });

    test('a row is found by its id and by its key, under any of the hashes', async () => {
      const known = await claim('k');
      const find = (...hashes: string[]) => store.byKey('default', 'createMoovWallet', hashes.map(bytes));
      expect(await store.byId(randomUUID())).toBeNull();
      expect(await find('k')).toEqual(known);
      expect(await find('new', 'k')).toEqual(known);
      expect(await find('new', 'other')).toBeNull();
      expect(await find()).toBeNull();
      expect(await store.byKey('other', 'createMoovWallet', [bytes('k')])).toBeNull();
      expect(await store.byKey('default', 'createWalletAccount', [bytes('k')])).toBeNull();
    });

    describe('due', () => {
      const unknownAt = async (key: string, lookAt: number, fields?: Partial<NewRow>) => {
        const claimed = await claim(key, fields);
        await move(claimed, 'unknown', { lookAt });
        return claimed.id;
      };
      const looks = (now: number, fields: Partial<DueLooks> = {}): DueLooks => ({
        owner: 'owner-1',
        now,
        until: now + 30_000,
        abandonedSince: now - 3_000,
        tooFarAhead: now + 60_000,
        limits: { MOOV: 100 },
        ...fields,
      });
      const take = async (now: number, fields?: Partial<DueLooks>) =>
        (await store.due(looks(now, fields))).map(({ id }) => id);

      test('the longest overdue are taken first, as many as asked for', async () => {
        const [late, latest, soon] = [
          await unknownAt('late', start + 2_000),
          await unknownAt('latest', start + 1_000),
          await unknownAt('soon', start + 3_000),
        ];
        expect(await take(start + 5_000, { limits: { MOOV: 1 } })).toEqual([latest]);
        expect(await take(start + 5_000, { limits: { MOOV: 1 } })).toEqual([late]);
        expect(await take(start + 5_000)).toEqual([soon]);
      });

      test('nothing is due before its time, nor again before it is said to be', async () => {
        const id = await unknownAt('k', start + 2_000);
        expect(await take(start + 1_999)).toEqual([]);
        expect(await take(start + 2_000, { until: start + 9_000 })).toEqual([id]);
        expect(await row({ id })).toMatchObject({ lookAt: start + 9_000, status: 'unknown', attempt: 1 });
        expect(await take(start + 8_999)).toEqual([]);
        expect(await take(start + 9_000)).toEqual([id]);
      });

      test('what another one looks for is left to it, unless it has not looked for long', async () => {
        const id = await unknownAt('k', start, { owner: 'owner-2' });
        const abandonedSince = start - 1;
        expect(await take(start, { abandonedSince })).toEqual([]);
        expect(await take(start + 9_000, { abandonedSince })).toEqual([]);
        expect(await take(start, { abandonedSince, owner: 'owner-2', until: start + 1_000 })).toEqual([id]);
        expect(await take(start + 9_000, { abandonedSince: start + 999 })).toEqual([]);
        expect(await take(start + 9_000, { abandonedSince: start + 1_000 })).toEqual([id]);
        expect(await row({ id })).toMatchObject({ owner: 'owner-1', lookAt: start + 39_000 });
      });

      test('a look that was put off farther than anybody does is due: a clock was set back', async () => {
        const id = await unknownAt('k', start + 86_400_000);
        const other = await unknownAt('other', start + 86_400_000, { owner: 'owner-2' });
        expect(await take(start, { tooFarAhead: start + 86_400_000 })).toEqual([]);
        expect((await take(start, { tooFarAhead: start + 86_399_999 })).toSorted()).toEqual([id, other].toSorted());
      });

      test('what is taken is given as it stands', async () => {
        await unknownAt('k', start);
        const [taken] = await store.due(looks(start));
        expect(taken).toEqual(await row(taken ?? { id: '' }));
      });

      test('of the providers asked for, and only what is unknown', async () => {
        const moov = await unknownAt('moov', start);
        const juspay = await unknownAt('juspay', start, { provider: WalletProvider.JUSPAY });
        for (const status of statuses.filter(other => other !== 'unknown')) await standing(status, status);
        expect(await take(start + 60_000)).toEqual([moov]);
        expect(await take(start, { limits: { JUSPAY: 100 } })).toEqual([juspay]);
        const both = [
          await unknownAt('moov 2', start),
          await unknownAt('juspay 2', start, { provider: WalletProvider.JUSPAY }),
        ];
        expect((await take(start, { limits: { MOOV: 1, JUSPAY: 1 } })).toSorted()).toEqual(both.toSorted());
      });

      test('taken by many at once, each is taken once', async () => {
        await Promise.all(Array.from({ length: 30 }, (_unused, index) => unknownAt(`k${index}`, start + index)));
        const taken = await Promise.all(Array.from({ length: 10 }, () => take(start + 1_000, { limits: { MOOV: 7 } })));
        expect(taken.flat()).toHaveLength(30);
        expect(new Set(taken.flat()).size).toBe(30);
      });
    });

    describe('seek', () => {
      const seeker = (now: number, fields: Partial<Seeker> = {}): Seeker => ({
        owner: 'owner-1',
        now,
        until: now + 30_000,
        tooFarAhead: now + 60_000,
        ...fields,
      });

      test('takes what is unknown, due or not, whoever looked for it last', async () => {
        const unknown = await standing('unknown', 'k');
        await store.postpone(unknown.id, unknown.attempt, ended, start + 9_000);
        expect(await store.seek(unknown.id, unknown.attempt, seeker(start + 2_000, { owner: 'owner-2' }))).toBe(true);
        const taken = { ...unknown, owner: 'owner-2', isSought: true, lookAt: start + 32_000 };
        expect(await row(unknown)).toEqual(taken);
      });

      test('leaves to others what they look for just now, until they are done or taken for dead', async () => {
        const { id, attempt } = await standing('unknown', 'k');
        const seek = (now: number) => store.seek(id, attempt, seeker(now, { owner: 'owner-2' }));
        expect(await store.seek(id, attempt, seeker(start + 2_000))).toBe(true);
        const taken = await row({ id });
        expect(await seek(start + 2_001)).toBe(false);
        expect(await seek(start + 31_999)).toBe(false);
        expect(await row({ id })).toEqual(taken);
        expect(await seek(start + 32_000)).toBe(true); // dead
        await store.postpone(id, attempt, start + 62_000, start + 90_000);
        expect(await row({ id })).toMatchObject({ isSought: false });
        expect(await seek(start + 33_000)).toBe(true); // done
      });

      test('leaves to others what they took because it was due', async () => {
        const { id, attempt } = await standing('unknown', 'k');
        const limits = { MOOV: 1 };
        expect(await store.due({ ...seeker(start + 2_000), limits, abandonedSince: start })).toHaveLength(1);
        expect(await row({ id })).toMatchObject({ isSought: true });
        expect(await store.seek(id, attempt, seeker(start + 2_001, { owner: 'owner-2' }))).toBe(false);
        // Whoever has taken it may say so again: the answer to the first time was lost.
        expect(await store.seek(id, attempt, seeker(start + 2_001))).toBe(true);
      });

      test('is not kept out by a clock that has been set back since', async () => {
        const { id, attempt } = await standing('unknown', 'k');
        expect(await store.seek(id, attempt, seeker(start + 86_400_000))).toBe(true);
        expect(await store.seek(id, attempt, seeker(start))).toBe(true);
      });

      test('takes no other attempt, and nothing that stands otherwise', async () => {
        const unknown = await standing('unknown', 'unknown');
        expect(await store.seek(unknown.id, unknown.attempt + 1, seeker(start + 2_000))).toBe(false);
        expect(await row(unknown)).toEqual(unknown);
        for (const status of statuses.filter(other => other !== 'unknown')) {
          const before = await standing(status, status);
          expect(await store.seek(before.id, before.attempt, seeker(start + 2_000))).toBe(false);
          expect(await row(before)).toEqual(before);
        }
      });

      test('at once › one takes it', async () => {
        const { id, attempt } = await standing('unknown', 'k');
        const owners = Array.from({ length: 20 }, (_unused, index) => `owner-${index}`);
        const taken = await Promise.all(owners.map(owner => store.seek(id, attempt, seeker(start + 2_000, { owner }))));
        expect(taken.filter(isTaken => isTaken)).toHaveLength(1);
      });

      test('is over with whatever ends it', async () => {
        for (const to of ['done', 'absent', 'attention', 'lost'] as const) {
          const unknown = await standing('unknown', to);
          await store.seek(unknown.id, unknown.attempt, seeker(start + 2_000));
          await move(unknown, to);
          expect(await row(unknown)).toMatchObject({ status: to, isSought: false });
        }
      });
    });

    test('an attempt that goes elsewhere than earlier ones says so before it sends anything', async () => {
      const [refused, other] = [await standing('refused', 'k'), await standing('done', 'other')];
      const { row: again } = await claimOf(newRow('k'), []);
      expect(await store.retarget(refused.id, 2, bytes('elsewhere'), bytes('sealed'))).toBe(true);
      expect(await row(refused)).toEqual({ ...again, target: bytes('elsewhere'), intent: bytes('sealed') });
      expect(await store.retarget(refused.id, 1, null, bytes('late'))).toBe(false);
      expect(await store.retarget(other.id, other.attempt, null, bytes('late'))).toBe(false);
      expect(await row(other)).toEqual(other);
      expect(await row(refused)).toMatchObject({ target: bytes('elsewhere') });
    });

    test('of all who would repeat what is unknown, one does', async () => {
      const unknown = await standing('unknown', 'k');
      expect(await store.take(unknown.id, unknown.attempt, 'another', start + 9_000)).toBe(true);
      const taken = { ...unknown, attempt: unknown.attempt + 1, owner: 'another', quietAt: start + 9_000 };
      expect(await row(unknown)).toEqual(taken);
      expect(await store.take(unknown.id, unknown.attempt, 'late', start)).toBe(false);
      expect(await row(unknown)).toEqual(taken);
      for (const status of statuses.filter(other => other !== 'unknown')) {
        const before = await standing(status, status);
        expect(await store.take(before.id, before.attempt, 'another', start)).toBe(false);
        expect(await row(before)).toEqual(before);
      }
    });

    test('a look is postponed by who has taken it last, however late another one says so', async () => {
      const { id, attempt } = await standing('unknown', 'k');
      const seek = (now: number) =>
        store.seek(id, attempt, { owner: 'owner-2', now, until: now + 30_000, tooFarAhead: now + 60_000 });
      expect(await seek(start + 2_000)).toBe(true);
      expect(await seek(start + 32_000)).toBe(true);
      const taken = await row({ id });
      await store.postpone(id, attempt, start + 32_000, start + 33_000);
      expect(await row({ id })).toEqual(taken);
      await store.postpone(id, attempt, start + 62_000, start + 90_000);
      expect(await row({ id })).toMatchObject({ lookAt: start + 90_000, isSought: false });
    });

    test('rows of some statuses are counted, of one tenant', async () => {
      for (const key of ['a', 'b']) await standing('attention', key);
      await standing('unknown', 'c');
      await standing('done', 'd');
      expect(await store.count('default', ['attention'])).toBe(2);
      expect(await store.count('default', ['attention', 'unknown', 'calling'])).toBe(3);
      expect(await store.count('other', ['attention'])).toBe(0);
    });

    test('a look is postponed for the attempt that is known, while it is unknown', async () => {
      const unknown = await standing('unknown', 'k');
      await store.postpone(unknown.id, unknown.attempt, ended, start + 9_000);
      expect(await row(unknown)).toEqual({ ...unknown, lookAt: start + 9_000 });
      await store.postpone(unknown.id, unknown.attempt + 1, start + 9_000, start + 1);
      expect(await row(unknown)).toMatchObject({ lookAt: start + 9_000 });
      for (const status of statuses.filter(other => other !== 'unknown')) {
        const before = await standing(status, status);
        await store.postpone(before.id, before.attempt, before.lookAt ?? ended, start + 1);
        expect(await row(before)).toEqual(before);
      }
    });

    test('rivals are those with one of the targets who are calling or undecided', async () => {
      const [target, older] = [bytes('target'), bytes('older')];
      for (const status of statuses) await standing(status, `${status} with it`, { target });
      await standing('unknown', 'from before a rotation', { target: older });
      await standing('unknown', 'with another', { target: bytes('another') });
      await standing('unknown', 'with none');
      expect(await store.rivals([target], [])).toEqual({ calling: 1, undecided: 2, owned: [] });
      expect(await store.rivals([target, older], [])).toEqual({ calling: 1, undecided: 3, owned: [] });
      expect(await store.rivals([], [])).toEqual({ calling: 0, undecided: 0, owned: [] });
    });

    test('of several wallets, those are told that belong to an operation', async () => {
      const done = await claim('k');
      await move(done, 'done', { resource: bytes('owned') });
      expect((await store.rivals([], [bytes('free'), bytes('owned'), bytes('new')])).owned).toEqual([bytes('owned')]);
    });

    describe('orphan', () => {
      const longestMs = 25_000;

      test('whose lease is over is unknown, and due at once', async () => {
        const over = await claim('over', { quietAt: start + 1_000 });
        const mine = await claim('mine', { quietAt: start + 2_000 });
        expect(await store.orphan('owner-1', start + 1_000, longestMs)).toBe(0);
        expect(await store.orphan('owner-1', start + 1_001, longestMs)).toBe(1);
        expect(await row(over)).toEqual({
          ...over,
          status: 'unknown',
          owner: 'owner-1', // who looks for it
          finishedAt: start + 1_001,
          lookAt: start + 1_001,
          wasUnknown: true,
        });
        expect(await row(mine)).toEqual(mine);
        expect(await store.orphan('owner-1', start + 1_001, longestMs)).toBe(0);
      });

      test(`an attempt of another owner is ${isSingleOwner ? 'one of a dead process' : "that owner's until its lease is over"}`, async () => {
        const mine = await claim('mine');
        const other = await claim('other', { owner: 'owner-2' });
        expect(await store.orphan('owner-1', start + 1, longestMs)).toBe(isSingleOwner ? 1 : 0);
        expect(await row(mine)).toEqual(mine);
        // Something of it may still be on its way: when it is quiet has not changed.
        const found = isSingleOwner ? { status: 'unknown', owner: 'owner-1' } : { status: 'calling', owner: 'owner-2' };
        expect(await row(other)).toMatchObject({ ...found, quietAt });
      });

      test('a lease that ends later than any can is over: a clock was set back', async () => {
        const ahead = await claim('ahead', { quietAt: start + 86_400_000 });
        expect(await store.orphan('owner-1', start + 86_375_000, longestMs)).toBe(0);
        expect(await store.orphan('owner-1', start + 86_374_999, longestMs)).toBe(1);
        expect(await row(ahead)).toMatchObject({ status: 'unknown', lookAt: start + 86_374_999 });
      });

      test('what is not calling stays', async () => {
        const others = statuses.filter(status => status !== 'calling');
        const before = await Promise.all(others.map(status => standing(status, status, { owner: 'owner-2' })));
        expect(await store.orphan('owner-1', quietAt + 1, longestMs)).toBe(0);
        expect(await Promise.all(before.map(row))).toEqual(before);
      });
    });

    const all: Listing = { tenant: 'default', statuses: null, after: null, limit: 100 };

    describe('list', () => {
      test('newest first, from a cursor on, at most as many as asked for', async () => {
        // The order in which they came, not what their clocks said.
        const ids: string[] = [];
        for (const at of [5, 1, 4, 2, 3]) ids.unshift((await claim(`k${at}`, { startedAt: start + at })).id);
        const page = async (listing: Partial<Listing>) =>
          (await store.list({ ...all, ...listing })).map(({ id }) => id);
        expect(await page({})).toEqual(ids);
        expect(await page({ limit: 2 })).toEqual(ids.slice(0, 2));
        expect(await page({ limit: 2, after: ids[1] ?? '' })).toEqual(ids.slice(2, 4));
        expect(await page({ after: ids[4] ?? '' })).toEqual([]);
        expect(await page({ after: randomUUID() })).toEqual([]);
      });

      test("another tenant's row is no place to go on from", async () => {
        await claim('older');
        const { id } = await claim('theirs', { tenant: 'other' });
        expect(await store.list({ ...all, after: id })).toEqual([]);
      });

      test('pages do not shift while new ones come and old ones move', async () => {
        for (let index = 0; index < 6; index += 1) await claim(`k${index}`);
        const whole = await store.list(all);
        const first = await store.list({ ...all, limit: 3 });
        await claim('new');
        for (const each of whole) await move(each, 'refused');
        await claimOf(newRow('k5'), []); // the next attempt of the newest
        const rest = await store.list({ ...all, after: first.at(-1)?.id ?? '' });
        expect([...first, ...rest].map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      });

      test('only those that stand so, of one tenant', async () => {
        const ids = new Map<RowStatus, string>();
        for (const status of statuses) {
          ids.set(status, (await standing(status, status)).id);
          await standing(status, status, { tenant: 'other' });
        }
        for (const status of statuses) {
          const listed = await store.list({ ...all, statuses: [status] });
          expect(listed.map(({ id }) => id)).toEqual([ids.get(status)]);
        }
        const several = await store.list({ ...all, statuses: ['attention', 'done'] });
        expect(several.map(({ status }) => status)).toEqual(['done', 'attention']);
        expect(await store.list({ ...all, statuses: [] })).toEqual([]);
        expect(await store.list({ ...all, tenant: 'nobody' })).toEqual([]);
      });
    });

    test('a result whose time is over leaves its remainder, and no other does', async () => {
      const [over, later, kept] = [await claim('over'), await claim('later'), await claim('kept')];
      const parts = { result: bytes('result'), remainder: bytes('remainder') };
      await move(over, 'done', { ...parts, forgetAt: start + 10_000 });
      await move(later, 'done', { ...parts, forgetAt: start + 10_001 });
      await move(kept, 'done', { result: bytes('result') });
      const before = await Promise.all([later, kept].map(row));
      await store.forget(start + 10_000);
      expect(await row(over)).toMatchObject({ result: bytes('remainder'), remainder: null, forgetAt: null });
      expect(await Promise.all([later, kept].map(row))).toEqual(before);
    });

    describe('reap', () => {
      test('drops what ended before that moment, and never what is undecided', async () => {
        for (const status of statuses) await standing(status, status);
        expect(await store.reap(ended, 100)).toBe(0);
        expect(await store.reap(ended + 1, 100)).toBe(finalStatuses.length);
        const left = await store.list(all);
        expect(left.map(({ status }) => status).toSorted()).toEqual([...undecided].toSorted());
        expect(await store.reap(Number.MAX_SAFE_INTEGER, 100)).toBe(0);
      });

      test('drops the oldest endings first, as many as it may', async () => {
        for (const index of [3, 1, 4, 2, 5]) {
          await move(await claim(`k${index}`), 'done', { finishedAt: start + index });
        }
        const left = async () => (await store.list(all)).map(({ finishedAt }) => (finishedAt ?? 0) - start).toSorted();
        expect(await store.reap(ended, 2)).toBe(2);
        expect(await left()).toEqual([3, 4, 5]);
        expect(await store.reap(ended, 2)).toBe(2);
        expect(await store.reap(ended, 2)).toBe(1);
        expect(await left()).toEqual([]);
      });

      test('counts by the last ending: an operation that was tried again is kept from then on', async () => {
        await standing('refused', 'k');
        const { row: second } = await claimOf(newRow('k'), []);
        expect(await store.reap(ended + 1, 100)).toBe(0);
        await move(second, 'done', { finishedAt: ended + 5_000 });
        expect(await store.reap(ended + 5_000, 100)).toBe(0);
        expect(await store.reap(ended + 5_001, 100)).toBe(1);
      });

      test('leaves the key free, and the wallet', async () => {
        const done = await claim('k');
        await move(done, 'done', { resource: bytes('wallet') });
        await store.reap(ended + 1, 100);
        expect(await store.byId(done.id)).toBeNull();
        const again = await claimOf(newRow('k'), []);
        expect(again).toMatchObject({ isClaimed: true, row: { attempt: 1 } });
        expect(await move(again.row, 'done', { resource: bytes('wallet') })).toBe('moved');
      });
    });

    describe('erase', () => {
      test('keeps what ended without what it says, so that its key stays used', async () => {
        const done = await claim('k', { target: bytes('target') });
        await store.note(done.id, done.attempt, Buffer.from('note'));
        await move(done, 'done', { result: bytes('result'), remainder: bytes('remainder'), forgetAt: ended + 1 });
        const before = await row(done);
        expect(await store.erase(done.id, done.attempt, bytes('nothing'))).toBe(true);
        expect(await row(done)).toEqual({
          ...before,
          intent: bytes('nothing'),
          note: null,
          result: null,
          remainder: null,
          forgetAt: null,
          target: null,
        });
        expect(await claimOf(newRow('k'), [])).toMatchObject({ isClaimed: false });
      });

      test('drops it where nothing is to be left of it, so that its key is free', async () => {
        const refused = await standing('refused', 'k');
        expect(await store.erase(refused.id, refused.attempt, null)).toBe(true);
        expect(await store.byId(refused.id)).toBeNull();
        expect(await claimOf(newRow('k'), [])).toMatchObject({ isClaimed: true });
      });

      test('leaves what something was done under, or may have been, where nothing is to be left of it', async () => {
        for (const status of ['done', 'lost'] as const) {
          const { id, attempt } = await standing(status, status);
          expect(await store.erase(id, attempt, null)).toBe(false);
          expect(await claimOf(newRow(status), [])).toMatchObject({ isClaimed: false });
        }
      });

      test('leaves what is undecided, and what another attempt has taken up since', async () => {
        for (const status of undecided) {
          const { id, attempt } = await standing(status, status);
          expect(await store.erase(id, attempt, null)).toBe(false);
          expect(await store.erase(id, attempt, bytes('nothing'))).toBe(false);
        }
        const refused = await standing('refused', 'k');
        await claimOf(newRow('k'), []);
        expect(await store.erase(refused.id, refused.attempt, null)).toBe(false);
        expect(await store.list(all)).toHaveLength(undecided.length + 1);
        await store.scrub();
      });
    });

    test('a check leaves nothing behind', async () => {
      await claim('k');
      const before = await store.list(all);
      await store.check();
      await store.check();
      expect(await store.list(all)).toEqual(before);
    });

    test('what was written is there when it is opened again', async () => {
      if (reopen === undefined) return;
      for (const status of statuses) await standing(status, status, { target: bytes('target') });
      const noted = await claim('noted');
      await store.note(noted.id, 1, bytes('note'));
      await move(noted, 'done', {
        result: bytes('result'),
        remainder: bytes('remainder'),
        forgetAt: start,
        resource: bytes('wallet'),
      });
      const before = await store.list(all);
      store = await reopen();
      // Whoever was to look for something is gone, so that it is due; where there may be others, they may look still.
      const isDue = (one: JournalRow): JournalRow =>
        one.status === 'unknown' && isSingleOwner ? { ...one, lookAt: 0 } : one;
      expect(await store.list(all)).toEqual(before.map(isDue));
      expect(before).toHaveLength(statuses.length + 1);
    });
  });
}
