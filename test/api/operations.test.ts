import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openJournal } from '../../src/core/journal.js';
import type { Entry } from '../../src/core/journal-entry.js';
import { globalId } from '../../src/core/ids.js';
import { WalletProvider } from '../../src/core/provider.js';
import { openSeals } from '../../src/core/seals.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import {
  CreateMoovWalletDocument,
  NodeDocument,
  OperationsDocument,
  type CreateMoovWalletInput,
  type OperationsQueryVariables,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';

/** The list of operations, for whoever runs the gateway. */

const storeKey = randomBytes(32);
let folder: string;
let gateway: TestGateway;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'operations-'));
});
afterEach(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

type Way = readonly ('refused' | 'unknown' | 'absent' | 'attention' | 'lost')[];

/** Starts a gateway whose journal has these operations, the oldest first, by their keys. */
async function start(operations: readonly (readonly [idempotencyKey: string, way: Way])[] = []): Promise<void> {
  const file = join(folder, 'billfold.sqlite');
  const store = openSqliteStore({ file, keyIds: openSeals([storeKey]).keyIds });
  const journal = openJournal({ store, seals: openSeals([storeKey]) });
  for (const [idempotencyKey, way] of operations) {
    let entry: Entry = await journal.claim({
      tenant: 'default',
      mutation: 'createMoovWallet',
      provider: WalletProvider.MOOV,
      idempotencyKey,
      input: { accountId: idEnding(), name: 'n' },
      target: null,
      quietAfterMs: 25_000,
    });
    for (const status of way) {
      const moved = await journal.move(entry, { status, result: null });
      if (typeof moved === 'string') throw new Error(moved);
      entry = moved;
    }
  }
  await store.close();
  gateway = await startTestGateway({
    environment: { STORE_URL: `sqlite:${file}`, STORE_KEY: storeKey.toString('base64') },
  });
}

/** Starts it with so many refusals; answers with their keys, the newest first. */
async function startWith(count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_unused, index) => `k${index}`);
  await start(keys.map(key => [key, ['refused']]));
  return keys.toReversed();
}

const create = async (fields: Partial<CreateMoovWalletInput> = {}) => {
  const input = { idempotencyKey: freshKey(), accountId: idEnding(), name: 'Payroll', ...fields };
  return (await gateway.execute(CreateMoovWalletDocument, { input })).createMoovWallet;
};
const list = async (variables: OperationsQueryVariables = {}) => {
  const { operations } = await gateway.execute(OperationsDocument, variables);
  if (operations == null) throw new Error('There is no list.');
  return operations;
};
const keysOf = ({ nodes }: Awaited<ReturnType<typeof list>>) => nodes.map(({ idempotencyKey }) => idempotencyKey);

test('there are none at first', async () => {
  await start();
  expect(await list()).toEqual({
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test('the newest comes first, each with what it is', async () => {
  const idempotencyKey = freshKey();
  await start([['older', ['refused']]]);
  const createMoovWallet = await create({ idempotencyKey });
  const { nodes, edges, pageInfo } = await list();
  expect(nodes).toMatchObject([
    {
      mutation: 'createMoovWallet',
      provider: 'MOOV',
      idempotencyKey,
      status: 'SUCCEEDED',
      attempts: 1,
      result: createMoovWallet,
    },
    { idempotencyKey: 'older', status: 'FAILED' },
  ]);
  expect(edges).toEqual(nodes.map(({ id }) => ({ cursor: id, node: { id } })));
  expect(pageInfo).toMatchObject({ startCursor: nodes[0]?.id, endCursor: nodes[1]?.id });
  const { node } = await gateway.execute(NodeDocument, { id: nodes[0]?.id ?? '' });
  expect(node).toEqual({ __typename: 'Operation', ...nodes[0] });
});

describe('pages', () => {
  test('hold twenty unless they are asked for otherwise, and say whether there is more', async () => {
    const keys = await startWith(21);
    const usual = await list();
    expect(keysOf(usual)).toEqual(keys.slice(0, 20));
    expect(usual.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const whole = await list({ first: 21 });
    expect(keysOf(whole)).toEqual(keys);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false });
    expect(keysOf(await list({ first: 100 }))).toEqual(keys);
    expect(keysOf(await list({ first: 1 }))).toEqual(keys.slice(0, 1));
  });

  test('put together are the list, though new operations come meanwhile', async () => {
    const keys = await startWith(7);
    const found: string[] = [];
    let after: string | null = null;
    for (let page = 0; ; page += 1) {
      const { pageInfo, ...rest } = await list({ first: 3, after });
      found.push(...keysOf({ pageInfo, ...rest }));
      expect(pageInfo.hasPreviousPage).toBe(page > 0);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor ?? null;
      await create({ idempotencyKey: `new-${page}` });
    }
    expect(found).toEqual(keys);
    expect(keysOf(await list({ first: 3 }))).toEqual(['new-1', 'new-0', ...keys.slice(0, 1)]);
  });

  test('after the last one there is nothing', async () => {
    await startWith(2);
    const { nodes } = await list();
    const last = await list({ after: nodes.at(-1)?.id ?? '' });
    expect(last).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test.each([0, -1, 101, 2_147_483_647])('of %i are refused', async first => {
    await start();
    const { data, errors } = await gateway.send(OperationsDocument, { first });
    expect(data).toEqual({ operations: null });
    expect(errors).toMatchObject([
      { message: '"first" must be from 1 to 100.', path: ['operations'], extensions: { code: 'INVALID_INPUT' } },
    ]);
  });

  test.each([
    '',
    'x',
    '../..',
    '1 OR 1=1',
    globalId('Operation'),
    globalId('MoovWallet', idEnding(), idEnding()),
    'x'.repeat(2_000),
  ])('after %j, which is no cursor, are refused', async after => {
    await start();
    const { data, errors } = await gateway.send(OperationsDocument, { after });
    expect(data).toEqual({ operations: null });
    expect(errors).toMatchObject([{ path: ['operations'], extensions: { code: 'INVALID_INPUT' } }]);
  });

  test('after an operation that is not there are empty', async () => {
    await startWith(2);
    expect(keysOf(await list({ after: globalId('Operation', idEnding()) }))).toEqual([]);
  });
});

test('a status shows only those that stand so', async () => {
  await start([
    ['refused', ['refused']],
    ['unknown', ['unknown']],
    ['calling', []],
    ['attention', ['unknown', 'attention']],
    ['absent', ['unknown', 'absent']],
    ['lost', ['lost']],
    ['attention too', ['unknown', 'attention']],
  ]);
  await create({ idempotencyKey: 'done' });
  expect(keysOf(await list({ status: 'SUCCEEDED' }))).toEqual(['done']);
  expect(keysOf(await list({ status: 'FAILED' }))).toEqual(['lost', 'absent', 'refused']);
  // What was being done when its process died is unknown.
  expect(keysOf(await list({ status: 'UNKNOWN' }))).toEqual(['calling', 'unknown']);
  expect(keysOf(await list({ status: 'NEEDS_ATTENTION' }))).toEqual(['attention too', 'attention']);
  expect(keysOf(await list({ status: 'IN_PROGRESS' }))).toEqual([]);
  expect(await list({ status: 'NEEDS_ATTENTION', first: 1 })).toMatchObject({
    nodes: [{ idempotencyKey: 'attention too', status: 'NEEDS_ATTENTION' }],
    pageInfo: { hasNextPage: true },
  });
});

test('one that is being worked on is in progress', async () => {
  await start();
  gateway.simulators.moov.next(faults.delay(500));
  const answer = create({ idempotencyKey: 'slow' });
  while (gateway.simulators.moov.exchanges.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  expect(await list({ status: 'IN_PROGRESS' })).toMatchObject({
    nodes: [{ idempotencyKey: 'slow', finishedAt: null }],
  });
  await answer;
  expect(keysOf(await list({ status: 'IN_PROGRESS' }))).toEqual([]);
});
