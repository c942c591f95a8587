import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../../src/core/ids.js';
import { faults } from '../../src/simulators/faults.js';
import type { Simulators } from '../../src/simulators/index.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  CreateMoovWalletDocument,
  NodeDocument,
  NodesDocument,
  OperationByKeyDocument,
  OperationDocument,
  OperationsDocument,
  ProvidersDocument,
  UpdateMoovWalletDocument,
  WalletsDocument,
} from '../generated/operations.js';
import { freshKey } from '../support/gateway.js';
import type { Answered } from '../support/http.js';
import { cleanUp } from '../support/process.js';
import { found, tellAs, type Party, type Tell } from './idor/parties.js';
import { bytesOf, nobody, startWorld, type World } from './idor/world.js';

/**
 * What one tenant does and suffers is nothing to another. Neither is narrowed, both have the same caller, and both know
 * the same ids at providers of their own: only the tenant tells them apart.
 */

const creates = 40;

let world: World;
let north: Tell;
let south: Tell;
let northern: Simulators;
let southern: Simulators;
beforeAll(async () => {
  world = await startWorld(
    { north: { owners: 1, isNarrowed: false }, south: { owners: 1, isNarrowed: false } },
    { CREATES_PER_MINUTE: String(creates) },
  );
  [north, south] = ['north', 'south'].map(tenant =>
    tellAs(world.gateway.url, world.issuer.bearer({ sub: 'the same', tenant })),
  ) as [Tell, Tell]; // two tenants
  [northern, southern] = [world.simulatorsOf('north'), world.simulatorsOf('south')];
});
afterEach(() => {
  northern.reset();
  southern.reset();
});
afterAll(async () => {
  await world.stop();
  await cleanUp();
});

const newInput = (accountId = idEnding()) => ({ idempotencyKey: freshKey(), accountId, name: 'Payroll' });
const create = (tell: Tell, input = newInput()) => tell(CreateMoovWalletDocument, { input });
const typeOf = (answer: Answered, field = 'createMoovWallet') => found(answer, field, '__typename');

/** Somebody else of the tenant, so that nobody's allowance is used up but theirs. */
const another = (tenant: string): Tell =>
  tellAs(world.gateway.url, world.issuer.bearer({ sub: `another ${freshKey()}`, tenant }));

async function moovOf(tell: Tell): Promise<unknown> {
  const all = found(await tell(ProvidersDocument, {}), 'providers') as readonly {
    readonly provider: string;
    readonly health: object;
  }[];
  return all.find(({ provider }) => provider === 'MOOV')?.health;
}

describe('kept for seconds', () => {
  /** A sample is at everybody's Moov, under one id. */
  let runs = 0;
  const sample = (): { accountId: string; id: string } => {
    runs += 1;
    const accountId = idEnding();
    const wallet = `5a000000-0000-4000-8000-${String(runs).padStart(9, '0')}000`;
    return { accountId, id: globalId('MoovWallet', accountId, wallet) };
  };

  test('a wallet that both have under one id is each one’s own', async () => {
    const { id } = sample();
    const rename = (tell: Tell, name: string) =>
      tell(UpdateMoovWalletDocument, { input: { idempotencyKey: freshKey(), moovWalletId: id, name } });
    expect(typeOf(await rename(north, 'Northern'), 'updateMoovWallet')).toBe('MoovWalletUpdated');
    expect(typeOf(await rename(south, 'Southern'), 'updateMoovWallet')).toBe('MoovWalletUpdated');
    for (const [tell, name, other] of [
      [north, 'Northern', 'Southern'],
      [south, 'Southern', 'Northern'],
      [north, 'Northern', 'Southern'],
    ] as const) {
      const { text } = await tell(NodeDocument, { id });
      expect(text).toContain(name);
      expect(text).not.toContain(other);
    }
    // Read together, from the list of one account.
    const ids = [id, sample().id];
    expect((await north(NodesDocument, { ids })).text).toContain('Northern');
    expect((await south(NodesDocument, { ids })).text).toContain('Southern');
  });

  test('a list that both have under one id is each one’s own', async () => {
    const accountId = idEnding();
    northern.moov.addWallet(accountId, { name: 'Northern' });
    southern.moov.addWallet(accountId, { name: 'Southern' });
    const asked = { owners: [{ moovAccount: { accountId } }] };
    const idsOf = async (tell: Tell) =>
      (found(await tell(WalletsDocument, asked), 'wallets', 'nodes') as readonly { id: string }[]).map(({ id }) => id);
    const [first, other, again] = [await idsOf(north), await idsOf(south), await idsOf(north)];
    expect([first.length, other.length]).toEqual([2, 2]); // Moov makes one by itself
    expect(first.filter(id => other.includes(id))).toEqual([]);
    expect(again).toEqual(first);
  });
});

describe('the journal', () => {
  test('one key and one input do two things', async () => {
    const input = newInput();
    const [one, other] = [await create(north, input), await create(south, input)];
    expect([typeOf(one), typeOf(other)]).toEqual(['MoovWalletCreated', 'MoovWalletCreated']);
    expect(one.text).not.toBe(other.text);
    expect([northern.moov.ledger.length, southern.moov.ledger.length]).toEqual([1, 1]);
    expect(bytesOf(await create(north, input))).toEqual(bytesOf(one));
    expect(northern.moov.ledger.length).toBe(1);
  });

  test('one key and another input do two things', async () => {
    const idempotencyKey = freshKey();
    for (const tell of [north, south]) {
      expect(typeOf(await create(tell, { ...newInput(), idempotencyKey }))).toBe('MoovWalletCreated');
    }
  });

  test('somebody else’s operation is as one that is nowhere, and nobody is asked', async () => {
    const absent: Party = await nobody();
    await create(north); // what a list could go on with
    const { idempotencyKey, ...input } = newInput();
    await create(south, { ...input, idempotencyKey });
    const byKey = { mutation: 'createMoovWallet', idempotencyKey };
    const id = String(found(await south(OperationByKeyDocument, byKey), 'operationByKey', 'id'));
    const heard = world.listen();
    for (const [theirs, nobodys] of [
      [await north(OperationDocument, { id }), await north(OperationDocument, { id: absent.shelf.operation })],
      [await north(NodeDocument, { id }), await north(NodeDocument, { id: absent.shelf.operation })],
      [await north(NodesDocument, { ids: [id] }), await north(NodesDocument, { ids: [absent.shelf.operation] })],
      [
        await north(OperationByKeyDocument, byKey),
        await north(OperationByKeyDocument, { ...byKey, idempotencyKey: absent.shelf.key }),
      ],
      [
        await north(OperationsDocument, { after: id }),
        await north(OperationsDocument, { after: absent.shelf.operation }),
      ],
    ] as const) {
      expect(theirs.text).not.toContain(id);
      expect(bytesOf(theirs)).toEqual(bytesOf(nobodys));
    }
    expect((await north(OperationsDocument, { first: 100 })).text).not.toContain(id);
    expect((await south(OperationsDocument, { first: 100 })).text).toContain(id);
    expect(heard()).toEqual([]);
  });
});

test('allowances › who has begun all that they may in one tenant may begin as much in the other', async () => {
  const [one, other] = ['north', 'south'].map(tenant =>
    tellAs(world.gateway.url, world.issuer.bearer({ sub: 'busy', tenant })),
  ) as [Tell, Tell]; // two tenants
  const answers = await Promise.all(Array.from({ length: creates + 1 }, () => create(one)));
  const types = answers.map(answer => typeOf(answer));
  expect(types.filter(type => type === 'RateLimitedError')).toHaveLength(1);
  expect(typeOf(await create(one))).toBe('RateLimitedError');
  expect(typeOf(await create(other))).toBe('MoovWalletCreated');
  expect(typeOf(await create(another('north')))).toBe('MoovWalletCreated');
});

/** Each in a world of its own, since providers are not forgiven at once. */
describe('trouble with a provider', () => {
  /** Shorter than any pause that is asked for here. */
  const callMs = 15_000;

  async function inTrouble(act: (troubled: World, one: Tell, other: Tell) => Promise<void>): Promise<void> {
    const plan = { owners: 1, isNarrowed: false };
    const troubled = await startWorld({ north: plan, south: plan }, { PROVIDER_TIMEOUT_MS: String(callMs) });
    try {
      const [one, other] = ['north', 'south'].map(tenant =>
        tellAs(troubled.gateway.url, troubled.issuer.bearer({ sub: 'the same', tenant })),
      ) as [Tell, Tell]; // two tenants
      await act(troubled, one, other);
    } finally {
      await troubled.stop();
    }
  }

  test('a pause that it asked one tenant for holds back nobody else', () =>
    inTrouble(async (troubled, one, other) => {
      troubled.simulatorsOf('north').moov.next(faults.answer(429, { headers: { 'retry-after': '60' } }));
      expect(typeOf(await create(one))).toBe('RateLimitedError');
      const heard = troubled.listen();
      expect(typeOf(await create(one))).toBe('RateLimitedError');
      expect(heard().filter(call => call.includes('/wallets'))).toEqual([]);
      expect(typeOf(await create(other))).toBe('MoovWalletCreated');
    }));

  test('a circuit that is open for one tenant is closed for the other, and so is its health told', () =>
    inTrouble(async (troubled, one, other) => {
      troubled.simulatorsOf('north').moov.always(faults.answer(500), { route: 'create' });
      for (let failures = 0; failures < 5; failures += 1) expect(typeOf(await create(one))).toBe('OutcomeUnknownError');
      expect(await moovOf(one)).toMatchObject({ circuit: 'OPEN', lastErrorCode: expect.any(String) });

      const healthy = { circuit: 'CLOSED', lastErrorCode: null, lastErrorAt: null };
      expect(await moovOf(other)).toMatchObject({ ...healthy, p50Milliseconds: null });
      expect(typeOf(await create(other))).toBe('MoovWalletCreated');
      expect(await moovOf(other)).toMatchObject({ ...healthy, p50Milliseconds: expect.any(Number) });
    }));
});
