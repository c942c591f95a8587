import 'reflect-metadata';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeKeyFile, freshKeyText } from '../../src/auth/key-file.js';
import { globalId, readGlobalId } from '../../src/core/ids.js';
import { permissions } from '../../src/core/principal.js';
import { faults } from '../../src/simulators/faults.js';
import {
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  NodeDocument,
  NodesDocument,
  OneTimeTokenDocument,
  OperationDocument,
  RefreshWalletAccountDocument,
} from '../generated/operations.js';
import { freshKey, withGateway } from '../support/gateway.js';
import type { Answered } from '../support/http.js';
import { cleanUp, temporaryFolder } from '../support/process.js';
import { doneAt, listenTo } from '../support/tenants.js';
import { eventually } from '../support/time.js';
import { changes, send } from './idor/changes.js';
import { found, juspayId, newOwner, newParty, tellAs, writtenOwners, type Party, type Tell } from './idor/parties.js';
import { bytesOf, nobody, startWorld, type World } from './idor/world.js';

/** A11, within one tenant: ids that nobody gave, and callers who may act for some owners only. */

let world: World;
let absent: Party;
let attacker: Party;
let victim: Party;
beforeAll(async () => {
  world = await startWorld({ north: { owners: 1, isNarrowed: true }, west: { owners: 2, isNarrowed: false } });
  absent = await nobody();
  const [one, other] = await Promise.all(
    world.ownersOf('west').map((owner, index) => world.party('west', index, { owners: writtenOwners(owner) })),
  );
  [attacker, victim] = [one, other] as [Party, Party]; // there are two owners
});
afterAll(async () => {
  await world.stop();
  await cleanUp();
});

const lastPart = (id: string): string => readGlobalId(id)?.parts.at(-1) ?? '';
/** An id that names the attacker and, behind that, the wallet of somebody else. */
const forgedFrom = {
  juspay: ({ shelf }: Party) => juspayId(attacker.owner.juspayCustomer, lastPart(shelf.juspayWallet)),
  moov: ({ shelf }: Party) => globalId('MoovWallet', attacker.owner.moovAccount, lastPart(shelf.moovWallet)),
  pingone: ({ shelf }: Party) => {
    const [environment = '', , wallet = ''] = readGlobalId(shelf.digitalWallet)?.parts ?? [];
    return globalId('DigitalWallet', environment, attacker.owner.pingOneUser, wallet);
  },
  cardToken: ({ shelf }: Party) =>
    globalId('CardToken', attacker.owner.cardAccount, attacker.owner.card, lastPart(shelf.cardToken)),
};

/** Where the id of a wallet stands in the input of a mutation. */
const forgedInputs = {
  authenticateWalletAccount: (of: Party) => ({ walletAccountId: forgedFrom.juspay(of) }),
  linkWalletAccount: (of: Party) => ({ walletAccountId: forgedFrom.juspay(of), otp: '731841' }),
  refreshWalletAccount: (of: Party) => ({ walletAccountId: forgedFrom.juspay(of) }),
  delinkWalletAccount: (of: Party) => ({ walletAccountId: forgedFrom.juspay(of) }),
  updateMoovWallet: (of: Party) => ({ moovWalletId: forgedFrom.moov(of), name: 'Mine' }),
  closeMoovWallet: (of: Party) => ({ moovWalletId: forgedFrom.moov(of) }),
  updateDigitalWallet: (of: Party) => ({ digitalWalletId: forgedFrom.pingone(of), status: 'DISABLED' }),
  changeCardTokenState: (of: Party) => ({ cardTokenId: forgedFrom.cardToken(of), state: 'SUSPENDED' }),
} as const;

/** Does it, and gives what all providers heard; nothing is carried out. */
async function harmlessly(act: () => Promise<Answered>): Promise<{ answer: Answered; heard: string[] }> {
  const [heard, done] = [world.listen(), doneAt(victim.simulators)];
  const answer = await act();
  expect(doneAt(victim.simulators)).toEqual(done);
  return { answer, heard: heard() };
}

const onlyOwnCustomer = () => [`west: juspay GET /customers/${attacker.owner.juspayCustomer}/wallets`];

describe("A11 › an id that names one's own customer at Juspay and somebody else's wallet", () => {
  const walletRead = (tell: Tell, id: string): Promise<Answered> => tell(NodeDocument, { id });
  const walletsRead = (tell: Tell, id: string): Promise<Answered> => tell(NodesDocument, { ids: [id, id] });
  const tokenRead = (tell: Tell, id: string): Promise<Answered> => tell(OneTimeTokenDocument, { id });

  test.each([
    ['node', walletRead],
    ['nodes', walletsRead],
    ['the one-time token', tokenRead],
  ])('%s › is not there, and the wallet is not read', async (_what, act) => {
    // Somebody who may act for everybody has read it under that very id, so that it may be kept.
    const everybody = tellAs(world.gateway.url, world.issuer.bearer({ tenant: 'west' }));
    expect((await walletRead(everybody, forgedFrom.juspay(victim))).text).toContain('"linked":true');

    const theirs = await harmlessly(() => act(attacker.tell, forgedFrom.juspay(victim)));
    const nobodys = await harmlessly(() => act(attacker.tell, forgedFrom.juspay(absent)));
    expect(theirs.answer.text).not.toMatch(/"linked"|tok_/);
    expect(theirs.answer.text).toContain('null');
    expect(bytesOf(theirs.answer)).toEqual(bytesOf(nobodys.answer));
    for (const call of [...theirs.heard, ...nobodys.heard]) expect(onlyOwnCustomer()).toContain(call);
    expect((await act(attacker.tell, attacker.shelf.juspayWallet)).text).toMatch(/"linked":true|tok_/);
  });

  test.each(['authenticateWalletAccount', 'linkWalletAccount', 'refreshWalletAccount', 'delinkWalletAccount'] as const)(
    '%s › is not found, and the wallet is neither read nor changed',
    async field => {
      const change = changes.find(each => each.field === field);
      if (change === undefined) throw new Error(`There is no ${field}.`);
      const theirs = await harmlessly(() => send(change, attacker, forgedInputs[field](victim)));
      const nobodys = await harmlessly(() => send(change, attacker, forgedInputs[field](absent)));
      expect(found(theirs.answer, field, '__typename')).toBe('NotFoundError');
      expect(bytesOf(theirs.answer)).toEqual(bytesOf(nobodys.answer));
      expect([theirs.heard, nobodys.heard]).toEqual([onlyOwnCustomer(), onlyOwnCustomer()]);
    },
  );

  test("one's own key that has its answer › gives it also while Juspay cannot be asked whose the wallet is", async () => {
    const input = { idempotencyKey: freshKey(), walletAccountId: attacker.shelf.juspayWallet };
    const refresh = () => attacker.tell(RefreshWalletAccountDocument, { input });
    const first = await refresh();
    expect(first.text).toContain('WalletAccountRefreshed');
    attacker.simulators.juspay.always(faults.answer(400, { body: { error_message: 'no' } }), { route: 'read' });
    try {
      expect((await refresh()).text).toBe(first.text);
      const other = { ...input, idempotencyKey: freshKey() };
      expect((await attacker.tell(RefreshWalletAccountDocument, { input: other })).text).not.toContain(
        'WalletAccountRefreshed',
      );
    } finally {
      attacker.simulators.juspay.always(null, { route: 'read' });
    }
  });

  test("the other way round › somebody else's customer and one's own wallet › nobody is asked", async () => {
    const id = juspayId(victim.owner.juspayCustomer, lastPart(attacker.shelf.juspayWallet));
    const { answer, heard } = await harmlessly(() => attacker.tell(NodeDocument, { id }));
    expect(found(answer)).toEqual({ node: null });
    expect(heard).toEqual([]);
  });
});

describe("A11 › an id that names oneself and somebody else's wallet, where providers keep wallets apart", () => {
  test.each(['moov', 'pingone', 'cardToken'] as const)('%s › is not there', async kind => {
    const { answer } = await harmlessly(() => attacker.tell(NodeDocument, { id: forgedFrom[kind](victim) }));
    expect(found(answer)).toEqual({ node: null });
  });

  test.each(['updateMoovWallet', 'closeMoovWallet', 'updateDigitalWallet', 'changeCardTokenState'] as const)(
    '%s › is not found, and nothing is carried out',
    async field => {
      const change = changes.find(each => each.field === field);
      if (change === undefined) throw new Error(`There is no ${field}.`);
      const { answer } = await harmlessly(() => send(change, attacker, forgedInputs[field](victim)));
      expect(found(answer, field, '__typename')).toBe('NotFoundError');
    },
  );
});

test("A11 › nodes › one's own come, and somebody else's among them are as those that are nowhere", async () => {
  const own = Object.values(attacker.shelf).filter(id => typeof id === 'string' && readGlobalId(id) !== null);
  const mixed = ({ shelf }: Party) => ({ ids: [...own, shelf.moovWallet, shelf.juspayWallet, shelf.operation] });
  const { answer: theirs } = await harmlessly(() => attacker.tell(NodesDocument, mixed(victim)));
  const { answer: nobodys } = await harmlessly(() => attacker.tell(NodesDocument, mixed(absent)));
  const nodes = found(theirs, 'nodes') as readonly ({ readonly id: string } | null)[];
  expect(nodes.map(node => node?.id ?? null)).toEqual([...own, null, null, null]);
  expect(found(nobodys, 'nodes')).toHaveLength(nodes.length);
  expect((found(nobodys, 'nodes') as typeof nodes).slice(own.length)).toEqual([null, null, null]);
});

describe('A11 › a wallet at LIQUIDO, which has no owner before it is made', () => {
  const input = () => ({
    idempotencyKey: freshKey(),
    account: { liquido: { phoneNumber: '+573000000777', name: 'Ana', country: 'CO', currency: 'COP' } },
  });
  const typeOf = (answer: Answered) => found(answer, 'createWalletAccount', '__typename');

  test.each([
    ['some wallets', (own: Party) => ({ owners: writtenOwners(own.owner) })],
    ['everybody elsewhere', () => ({ owners: { moov: '*' as const, juspay: '*' as const } })],
  ])('is not made for who may act for %s, and nobody is asked', async (_whom, claims) => {
    const tell = tellAs(world.gateway.url, world.issuer.bearer({ tenant: 'west', ...claims(attacker) }));
    const { answer, heard } = await harmlessly(() => tell(CreateWalletAccountDocument, { input: input() }));
    expect([typeOf(answer), heard]).toEqual(['NotFoundError', []]);
  });

  test('is not made in a tenant that may act for some, whatever the claim says', async () => {
    for (const claims of [{}, { owners: { liquido: '*' as const } }]) {
      const tell = tellAs(world.gateway.url, world.issuer.bearer({ tenant: 'north', ...claims }));
      const { answer, heard } = await harmlessly(() => tell(CreateWalletAccountDocument, { input: input() }));
      expect([typeOf(answer), heard]).toEqual(['NotFoundError', []]);
    }
  });

  test('is made for who may act for anybody there', async () => {
    const tell = tellAs(world.gateway.url, world.issuer.bearer({ tenant: 'west', owners: { liquido: '*' } }));
    expect(typeOf(await tell(CreateWalletAccountDocument, { input: input() }))).toBe('WalletAccountCreated');
  });
});

test("A11 › API keys › somebody else's things are as those that are nowhere, and nobody is asked", async () => {
  const file = join(temporaryFolder(), 'keys.json');
  await changeKeyFile(file, () => []);
  const environment = { AUTH: 'api-key', API_KEYS_FILE: file };
  await withGateway({ environment }, async ({ url, simulators }) => {
    const keys = [newOwner(simulators), newOwner(simulators)].map(owner => ({ ...freshKeyText(), owner }));
    await changeKeyFile(file, () =>
      keys.map(({ id, sha256, owner }) => ({
        id,
        sha256,
        tenant: 'default',
        name: 'a shop',
        grants: Object.keys(permissions),
        owners: writtenOwners(owner),
        created: '2026-01-01T00:00:00Z',
        expires: null,
      })),
    );
    const callers = keys.map(({ text, owner }) => ({ owner, simulators, tell: tellAs(url, `Bearer ${text}`) }));
    // A running gateway looks at the file once a second.
    for (const { tell } of callers)
      await eventually(async () => (await tell(NodesDocument, { ids: [] })).status === 200);
    const [one, other] = (await Promise.all(callers.map(caller => newParty('a shop', caller)))) as [Party, Party]; // there are two keys

    const heard = listenTo(simulators);
    const create = (whose: Party) =>
      one.tell(CreateMoovWalletDocument, {
        input: { idempotencyKey: other.shelf.key, accountId: whose.owner.moovAccount, name: 'Mine' },
      });
    for (const act of [
      create,
      ({ shelf }: Party) => one.tell(NodeDocument, { id: shelf.moovWallet }),
      ({ shelf }: Party) => one.tell(NodeDocument, { id: shelf.juspayWallet }),
      ({ shelf }: Party) => one.tell(OperationDocument, { id: shelf.operation }),
    ]) {
      expect(bytesOf(await act(other))).toEqual(bytesOf(await act(absent)));
    }
    expect(heard()).toEqual([]);
    expect((await one.tell(NodeDocument, { id: one.shelf.moovWallet })).text).toContain(one.owner.moovAccount);
  });
});
