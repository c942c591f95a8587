import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { schemaOf } from '../../src/api/schema.js';
import { permissions, type Permission } from '../../src/core/principal.js';
import { WalletProvider } from '../../src/core/provider.js';
import { providers } from '../../src/providers/index.js';
import { CreateWalletAccountDocument, ProvidersDocument } from '../generated/operations.js';
import { freshKey } from '../support/gateway.js';
import type { Answered } from '../support/http.js';
import { cleanUp } from '../support/process.js';
import { changes, sendOwn } from './idor/changes.js';
import { found, tellAs, type Party } from './idor/parties.js';
import { reads } from './idor/reads.js';
import { startWorld, type World } from './idor/world.js';

/**
 * Every operation of the schema without its permission, over HTTP, by somebody who could do it with it: the tables are
 * those of A11, which have every root field.
 */

interface Doing {
  readonly field: string;
  readonly what: string;
  readonly needs: Permission;
  readonly provider: WalletProvider | null;
  /** Does it as somebody with these permissions. */
  readonly act: (as: Party) => Promise<Answered>;
  readonly worked: (answer: Answered, as: Party) => void;
  /** Whoever may not see an operation at its provider is answered as if it were not there. */
  readonly isHidden: boolean;
}

const schema = schemaOf(providers);
const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
const needOf = (field: string): Permission => fields[field]?.extensions.permission as Permission; // `Needs` wrote it

const doings: readonly Doing[] = [
  ...reads
    .filter(({ field }) => field !== 'providers')
    .map(({ field, what, provider, document, variables, shows }): Doing => {
      const isOperation = field.startsWith('node') && what === 'an operation';
      return {
        field,
        what,
        needs: isOperation ? 'operations:read' : needOf(field),
        provider,
        act: as => as.tell(document as TypedDocumentNode<unknown, object>, variables(as.shelf)),
        worked(answer, as) {
          expect(answer.text).toContain(shows(as.shelf));
          expect(answer.text).not.toContain('"errors"');
        },
        isHidden: isOperation || field === 'operation' || field === 'operationByKey',
      };
    }),
  ...changes.map((change): Doing => ({
    field: change.field,
    what: `at ${change.provider}`,
    needs: needOf(change.field),
    provider: change.provider,
    act: as => sendOwn(change, as, change.input(as.simulators, as.owner)),
    worked: answer => expect(found(answer, change.field, '__typename')).toBe(change.success),
    isHidden: false,
  })),
  {
    field: 'createWalletAccount',
    what: `at ${WalletProvider.LIQUIDO}`,
    needs: needOf('createWalletAccount'),
    provider: WalletProvider.LIQUIDO,
    act: as =>
      as.tell(CreateWalletAccountDocument, {
        input: {
          idempotencyKey: freshKey(),
          account: { liquido: { phoneNumber: '+573000000777', name: 'Ana', country: 'CO', currency: 'COP' } },
        },
      }),
    worked: answer => expect(found(answer, 'createWalletAccount', '__typename')).toBe('WalletAccountCreated'),
    isHidden: false,
  },
];

const everything = Object.keys(permissions) as Permission[]; // the object's own keys
const others = Object.values(WalletProvider);
const at = (permission: Permission, provider: WalletProvider) => `${permission}:${provider.toLowerCase()}`;

let world: World;
let owner: Party;
beforeAll(async () => {
  world = await startWorld({ north: { owners: 1, isNarrowed: false } });
  owner = await world.party('north');
});
afterAll(async () => {
  await world.stop();
  await cleanUp();
});

/** The owner, with no more permissions than these. */
function ownerWith(grants: readonly string[]): Party {
  const authorization = world.issuer.bearer({ sub: 'the owner', tenant: 'north', permissions: grants });
  return { ...owner, tell: tellAs(world.gateway.url, authorization) };
}

async function expectRefused(doing: Doing, grants: readonly string[], isHidden = false): Promise<void> {
  const heard = world.listen();
  const answer = await doing.act(ownerWith(grants));
  expect(heard()).toEqual([]);
  expect(answer.status).toBe(200);
  const { data, errors } = JSON.parse(answer.text) as {
    readonly data: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly { readonly extensions: object }[];
  };
  expect(isNothing(data?.[doing.field] ?? null)).toBe(true);
  if (isHidden) return void expect(errors).toBeUndefined();
  for (const { extensions } of errors ?? [])
    expect(extensions).toMatchObject({ code: 'FORBIDDEN', permission: doing.needs });
  expect(errors?.length).toBeGreaterThan(0);
}

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.every(isNothing));

const table = doings.map(doing => [`${doing.field} › ${doing.what}`, doing] as const);

test('nothing of the schema is missing but what everybody may ask', () => {
  const named = new Set(doings.map(({ field }) => field));
  expect(Object.keys(fields).filter(field => !named.has(field))).toEqual(['providers']);
});

describe('with every permission but the one it needs, and no provider is asked', () => {
  // A list of many kinds of nodes needs several permissions, and gives those that are allowed.
  const single = table.filter(([, { what }]) => what !== 'everything at once, twice');
  test.each(single)('%s', async (_name, doing) => {
    await expectRefused(
      doing,
      everything.filter(permission => permission !== doing.needs),
    );
  });
});

describe('with that permission at every other provider, and the provider is not asked', () => {
  test.each(table.filter(([, { provider }]) => provider !== null))('%s', async (_name, doing) => {
    const rest = everything.filter(permission => permission !== doing.needs);
    const narrowed = others.filter(provider => provider !== doing.provider).map(provider => at(doing.needs, provider));
    await expectRefused(doing, [...rest, ...narrowed], doing.isHidden);
  });

  test('operations, which are of all providers, with the permission at each of them by name', async () => {
    const doing = doings.find(({ field }) => field === 'operations');
    if (doing === undefined) throw new Error('There is no such query.');
    await expectRefused(
      doing,
      others.map(provider => at(doing.needs, provider)),
    );
  });
});

describe('with that permission at its provider alone, it works', () => {
  test.each(table.filter(([, { provider }]) => provider !== null))('%s', async (_name, doing) => {
    const { provider, needs } = doing;
    if (provider === null) throw new Error('It is filtered out.');
    // Payloads need theirs; a node that is an operation is a node first.
    const grants = new Set([at(needs, provider), at('secrets:read', provider), at(needOf(doing.field), provider)]);
    doing.worked(await doing.act(ownerWith([...grants])), owner);
  });
});

test('providers › needs no permission at all', async () => {
  const answer = await ownerWith([]).tell(ProvidersDocument, {});
  expect(found(answer, 'providers')).toHaveLength(others.length);
  expect(answer.text).not.toContain('"errors"');
});
