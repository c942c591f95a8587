import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kind } from 'graphql';
import { schemaOf } from '../../src/api/schema.js';
import { providers } from '../../src/providers/index.js';
import { NodeDocument, NodesDocument, OperationByKeyDocument, OperationDocument } from '../generated/operations.js';
import { freshKey, withGateway } from '../support/gateway.js';
import type { Answered } from '../support/http.js';
import { cleanUp } from '../support/process.js';
import { doneAt, listenTo } from '../support/tenants.js';
import { changes, send, sendOwn } from './idor/changes.js';
import { found, namesOf, tellAs, writtenOwners, type Party } from './idor/parties.js';
import { reads } from './idor/reads.js';
import { bytesOf, nobody, startWorld, type World } from './idor/world.js';

/**
 * A11: every operation of the schema, about somebody else's thing. The answer has the same bytes as about a thing that is
 * nowhere, no provider is asked, and whoever it belongs to notices nothing.
 */

const schema = schemaOf(providers);

test('the tables › have every root field, and no other', () => {
  const fields = [schema.getQueryType(), schema.getMutationType()].map(type => Object.keys(type?.getFields() ?? {}));
  const named = [reads, changes].map(table => [...new Set(table.map(({ field }) => field))]);
  expect(named.map(names => names.toSorted())).toEqual(fields.map(names => names.toSorted()));
});

test('the tables › have documents that ask for one field, and nothing else', () => {
  for (const { field, document } of [...reads, ...changes]) {
    const asked = document.definitions.flatMap(definition =>
      definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
    );
    expect(asked).toMatchObject([{ kind: Kind.FIELD, name: { value: field } }]);
  }
});

let world: World;
let absent: Party;
/** What the providers of the environment heard. */
let heardByNobody: () => string[];
const parties = new Map<string, Party>();
/** Everything as its owners see it before anybody attacks, from gateways that keep nothing in mind. */
const before = new Map<string, string>();

beforeAll(async () => {
  world = await startWorld({
    north: { owners: 1, isNarrowed: true },
    south: { owners: 1, isNarrowed: true },
    west: { owners: 2, isNarrowed: false },
  });
  heardByNobody = listenTo(world.gateway.simulators);
  absent = await nobody();
  const claims = world.ownersOf('west').map(owner => ({ owners: writtenOwners(owner) }));
  for (const [tenant, number] of [
    ['north', 0],
    ['south', 0],
    ['west', 0],
    ['west', 1],
  ] as const) {
    const party = await world.party(tenant, number, tenant === 'west' ? claims[number] : {});
    parties.set(party.name, party);
    before.set(party.name, await asTheyAre(party));
  }
});
afterAll(async () => {
  await world.stop();
  await cleanUp();
});

/** What somebody's providers say of all that is on their shelf. */
function asTheyAre({ simulators, shelf }: Party): Promise<string> {
  const { moovWallet, digitalWallet, juspayWallet, cardToken } = shelf;
  const ids = [moovWallet, digitalWallet, juspayWallet, cardToken];
  return withGateway({ environment: { ...simulators.environment } }, async ({ url }) => {
    const { text } = await tellAs(url, null)(NodesDocument, { ids });
    for (const id of ids) expect(text).toContain(id);
    return text;
  });
}

const pairs = [
  { attacker: 'north 0', victim: 'south 0', isOneTenant: false },
  { attacker: 'south 0', victim: 'north 0', isOneTenant: false },
  { attacker: 'west 0', victim: 'west 1', isOneTenant: true },
  { attacker: 'west 1', victim: 'west 0', isOneTenant: true },
];

describe.each(pairs)(
  'A11 › $attacker attacks $victim',
  ({ attacker: attackerName, victim: victimName, isOneTenant }) => {
    let attacker: Party;
    let victim: Party;
    beforeAll(() => {
      [attacker, victim] = [attackerName, victimName].map(name => parties.get(name)) as [Party, Party]; // made above
    });

    /** Does it, and sees to it that no provider of anybody's hears of it. */
    async function unheard(act: () => Promise<Answered>): Promise<Answered> {
      const heard = world.listen();
      const answer = await act();
      expect(heard()).toEqual([]);
      expectNoNames(answer);
      return answer;
    }

    function expectNoNames({ text }: Answered): void {
      expect(namesOf(victim).filter(name => text.includes(name))).toEqual([]);
    }

    test.each(reads.map(each => [`${each.field} › ${each.what}`, each] as const))('%s', async (_name, each) => {
      const { document, variables, shows, isForOperators } = each;
      const mayList = isForOperators !== true; // all of them are held to owners, by their tenant or their token
      // Whatever can be kept in mind of theirs is.
      const theirs = await victim.tell(document, variables(victim.shelf));
      if (mayList) expect(theirs.text).toContain(shows(victim.shelf));

      const answer = await unheard(() => attacker.tell(document, variables(victim.shelf)));
      const aboutNothing = await unheard(() => attacker.tell(document, variables(absent.shelf)));
      expect(bytesOf(answer)).toEqual(bytesOf(aboutNothing));

      const own = await attacker.tell(document, variables(attacker.shelf));
      expectNoNames(own);
      if (mayList) expect(own.text).toContain(shows(attacker.shelf));
      else for (const refused of [answer, own]) expect(refused.text).toContain('"FORBIDDEN"');
      if (mayList) expect(own.text).not.toContain('"errors"');
    });

    test.each(changes.map(each => [each.field, each] as const))('%s', async (_name, change) => {
      const { field, success, input } = change;
      const theirs = input(victim.simulators, victim.owner);
      const nothing = input(absent.simulators, absent.owner);
      const own = input(attacker.simulators, attacker.owner);
      const key = freshKey();
      const typeOf = (answer: Answered): unknown => found(answer, field, '__typename');

      // Before they do it, with the very key that they are about to use.
      const early = await unheard(() => send(change, attacker, theirs, key));
      const aboutNothing = await unheard(() => send(change, attacker, nothing));
      expect(typeOf(aboutNothing)).toBe('NotFoundError');
      expect(bytesOf(early)).toEqual(bytesOf(aboutNothing));

      const done = await sendOwn(change, victim, theirs, key);
      expect(typeOf(done)).toBe(success);

      // Afterwards: with their key and their own input, and with a key of the attacker's.
      for (const again of [key, freshKey()]) {
        const late = await unheard(() => send(change, attacker, theirs, again));
        expect(bytesOf(late)).toEqual(bytesOf(aboutNothing));
      }
      expect(bytesOf(await unheard(() => send(change, attacker, nothing, key)))).toEqual(bytesOf(aboutNothing));

      // What became of it.
      const byKey = { mutation: field, idempotencyKey: key };
      const id = String(found(await victim.tell(OperationByKeyDocument, byKey), 'operationByKey', 'id'));
      for (const [asked, instead] of [
        [
          () => attacker.tell(OperationByKeyDocument, byKey),
          () => attacker.tell(OperationByKeyDocument, { ...byKey, idempotencyKey: freshKey() }),
        ],
        [
          () => attacker.tell(OperationDocument, { id }),
          () => attacker.tell(OperationDocument, { id: absent.shelf.operation }),
        ],
        [() => attacker.tell(NodeDocument, { id }), () => attacker.tell(NodeDocument, { id: absent.shelf.operation })],
      ] as const) {
        expect(bytesOf(await unheard(asked))).toEqual(bytesOf(await unheard(instead)));
      }

      if (isOneTenant) {
        // One tenant's keys are one: it is said that this one was used, but not for what.
        const heard = world.listen();
        const reused = await send(change, attacker, own, key);
        // Whether a Juspay wallet is the attacker's own is asked first.
        const mayAsk = `west: juspay GET /customers/${attacker.owner.juspayCustomer}/wallets`;
        expect(heard().filter(call => call !== mayAsk)).toEqual([]);
        expectNoNames(reused);
        expect(JSON.parse(reused.text)).toMatchObject({
          data: { [field]: { __typename: 'IdempotencyKeyReusedError', operation: null } },
        });
        expect(reused.text).not.toContain(id);
      }
      const mine = await sendOwn(change, attacker, own, isOneTenant ? freshKey() : key);
      expect(typeOf(mine)).toBe(success);
      expectNoNames(mine);

      // Theirs is still the one that they made.
      expect(bytesOf(await send(change, victim, theirs, key))).toEqual(bytesOf(done));
      expect(found(await victim.tell(OperationByKeyDocument, byKey), 'operationByKey', 'id')).toBe(id);
    });

    test('what the victim has is as it was before, at their providers', async () => {
      expect(await asTheyAre(victim)).toBe(before.get(victim.name));
      expect(doneAt(victim.simulators)).not.toEqual([]);
    });
  },
);

test('A11 › the credentials of the environment are nobody’s: its providers heard nothing', () => {
  expect(heardByNobody()).toEqual([]);
});
