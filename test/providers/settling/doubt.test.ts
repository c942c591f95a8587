import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faults } from '../../../src/simulators/faults.js';
import type { JsonObject } from '../../../src/simulators/json.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import {
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
} from '../../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../../support/gateway.js';
import { decided } from '../../support/operations.js';

/**
 * What a list does not tell for certain is not called absent, since its key would then make a second wallet: a person
 * decides.
 */

type Row = (row: JsonObject) => JsonObject;

interface Case {
  readonly what: string;
  readonly mutation: 'createWalletAccount' | 'createDigitalWallet' | 'createMoovWallet';
  readonly input: (idempotencyKey: string) => object;
  /** Whether the provider does it; nobody is told. */
  readonly isDone: boolean;
  /** How lists show what belongs to that person. */
  readonly shown?: Row;
  readonly becomes: 'NEEDS_ATTENTION' | 'FAILED' | 'SUCCEEDED';
  /** A create before it, which is answered. */
  readonly isSecond?: boolean;
  readonly hasSnapshot?: boolean;
}

const account = (more: object = {}) => {
  const juspay = { customerId: `shopper-${idEnding()}`, gateway: 'MOBIKWIK', ...more };
  return (idempotencyKey: string) => ({ idempotencyKey, account: { juspay } });
};
const digital = () => {
  const ids = { userId: idEnding(), digitalWalletApplicationId: '9f000000-0000-4000-8000-000000000001' };
  return (idempotencyKey: string) => ({ idempotencyKey, ...ids });
};
const moov = () => {
  const accountId = idEnding();
  return (idempotencyKey: string) => ({ idempotencyKey, accountId, name: 'Payroll' });
};
const without =
  (...names: readonly string[]): Row =>
  row =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))) as JsonObject;
const at = (createdOn: string): Row => {
  return row => ({ ...without('metadata')(row), createdOn });
};

const juspay = { mutation: 'createWalletAccount', isDone: true } as const;
const pingone = { mutation: 'createDigitalWallet', isDone: true, becomes: 'NEEDS_ATTENTION' } as const;
const atMoov = { mutation: 'createMoovWallet', isDone: true } as const;
const renamed =
  (wallet: string): Row =>
  row => ({ ...row, wallet });

const cases: readonly Case[] = [
  {
    ...juspay,
    what: 'Juspay: a wallet whose name is the beginning of its gateway’s',
    input: account({ gateway: 'FREECHARGEWALLET' }),
    shown: renamed('FREECHARGE'),
    becomes: 'NEEDS_ATTENTION',
  },
  {
    ...juspay,
    what: 'Juspay: a wallet of quite another name',
    input: account(),
    shown: renamed('PAYTM'),
    becomes: 'FAILED',
  },
  {
    ...juspay,
    what: 'Juspay: a wallet of quite another name, which was not there beforehand',
    input: account(),
    shown: renamed('PAYTM'),
    hasSnapshot: true,
    becomes: 'NEEDS_ATTENTION',
  },
  {
    ...juspay,
    what: 'Juspay: a wallet of quite another name, of a gateway whose wallets’ name is known',
    input: account({ gateway: 'LAZYPAY' }),
    shown: renamed('PAYTM'),
    hasSnapshot: true,
    becomes: 'FAILED',
  },
  ...[false, true].flatMap(hasSnapshot =>
    [false, true].map((authenticate): Case => ({
      ...juspay,
      what: `Juspay: an earlier wallet, for which ${authenticate ? 'another' : 'no'} code may have been sent; ${hasSnapshot ? 'with' : 'without'} a snapshot`,
      input: account({ authenticate }),
      isSecond: true,
      hasSnapshot,
      becomes: authenticate ? 'NEEDS_ATTENTION' : 'FAILED',
    })),
  ),
  {
    ...pingone,
    what: 'PingOne: a wallet without a time, which may be older',
    input: digital(),
    shown: without('createdAt'),
  },
  {
    ...pingone,
    what: 'PingOne: a wallet that does not say which application’s it is',
    input: digital(),
    shown: without('digitalWalletApplication'),
  },
  {
    ...atMoov,
    what: 'Moov: a wallet without labels, of that name and time',
    input: moov(),
    shown: without('metadata'),
    becomes: 'NEEDS_ATTENTION',
  },
  {
    ...atMoov,
    what: 'Moov: a wallet without labels, name and time',
    input: moov(),
    shown: without('metadata', 'name', 'createdOn'),
    becomes: 'NEEDS_ATTENTION',
  },
  {
    ...atMoov,
    what: 'Moov: a wallet without labels, of another name',
    input: moov(),
    shown: row => ({ ...without('metadata')(row), name: 'Savings' }),
    becomes: 'FAILED',
  },
  {
    ...atMoov,
    what: 'Moov: a wallet without labels that is older',
    input: moov(),
    shown: at('2026-01-31T09:15:00Z'),
    becomes: 'FAILED',
  },
  {
    ...atMoov,
    what: 'Moov: another operation’s wallet, of that name and time',
    input: moov(),
    shown: row => ({ ...row, metadata: { billfoldOperation: 'another' } }),
    becomes: 'FAILED',
  },
  { ...atMoov, what: 'Moov: a wallet that says whose it is', input: moov(), becomes: 'SUCCEEDED' },
];

const documents = {
  createWalletAccount: CreateWalletAccountDocument,
  createDigitalWallet: CreateDigitalWalletDocument,
  createMoovWallet: CreateMoovWalletDocument,
} as const;
const simulators = {
  createWalletAccount: 'juspay',
  createDigitalWallet: 'pingone',
  createMoovWallet: 'moov',
} as const;

let plain: TestGateway;
let careful: TestGateway;
const gatewayOf = ({ hasSnapshot = false }: Case): TestGateway => (hasSnapshot ? careful : plain);
const keys = new Map<Case, string>();
/** By what of a wallet is its own in a list. */
const changes = new Map<string, Row>();

async function send(of: Case, idempotencyKey: string): Promise<string> {
  const { data } = await gatewayOf(of).send<Record<string, { __typename: string }>, object>(
    documents[of.mutation] as never,
    {
      input: of.input(idempotencyKey),
    },
  );
  return data?.[of.mutation]?.__typename ?? '';
}

/** What the provider did for that key, as its own book has it. */
const creates = (of: Case) => gatewayOf(of).simulators[simulators[of.mutation]].ledger;

// A wallet is absent only after two looks, seconds apart: all of them wait at the same time.
beforeAll(async () => {
  const environment = {
    MOOV_SETTLE_ABSENT_AFTER_MS: '0',
    PINGONE_SETTLE_ABSENT_AFTER_MS: '0',
    JUSPAY_SETTLE_ABSENT_AFTER_MS: '0',
    JUSPAY_GATEWAY_ALIASES: 'LAZYPAY=LAZYPAY',
  };
  const options = { juspay: { secondCreate: 'same-wallet' } } as const;
  plain = await startTestGateway({ environment, simulators: options });
  careful = await startTestGateway({ environment: { ...environment, JUSPAY_SNAPSHOT: 'on' }, simulators: options });
  const shown = (row: JsonObject): JsonObject => changes.get(String(row.id ?? row.walletID))?.(row) ?? row;
  for (const gateway of [plain, careful]) {
    const { juspay: juspayHere, pingone: pingoneHere, moov: moovHere } = gateway.simulators;
    juspayHere.always(
      faults.change(list => ('list' in list ? { ...list, list: (list.list as JsonObject[]).map(shown) } : list)),
      { route: 'read' },
    );
    pingoneHere.always(
      faults.change(list => {
        const embedded = list._embedded as { digitalWallets: JsonObject[] } | undefined;
        if (embedded === undefined) return list;
        return { ...list, _embedded: { digitalWallets: embedded.digitalWallets.map(shown) } };
      }),
      { route: 'read' },
    );
    moovHere.always(
      faults.change(list => (Array.isArray(list) ? (list.map(shown) as never) : list)),
      { route: 'read' },
    );
  }
  for (const each of cases) {
    // Else the losses of one after another would open the circuit.
    const answered = await send({ ...each, input: each.isSecond === true ? each.input : freshly(each) }, freshKey());
    expect(answered).toMatch(/Created$/);
    const key = freshKey();
    keys.set(each, key);
    const simulator = gatewayOf(each).simulators[simulators[each.mutation]];
    simulator.next(faults.reset('before-answer', { applied: each.isDone }), { route: 'create' });
    expect(await send(each, key)).toBe('OutcomeUnknownError');
    const id = creates(each).at(-1)?.resourceId ?? '';
    if (each.shown !== undefined) changes.set(id, each.shown);
  }
}, 60_000);
afterAll(async () => {
  await plain.stop();
  await careful.stop();
});

/** The same for somebody else. */
function freshly({ mutation }: Case): Case['input'] {
  return { createWalletAccount: account(), createDigitalWallet: digital(), createMoovWallet: moov() }[mutation];
}

test.each(cases.map(each => [each.what, each.becomes, each] as const))('%s: %s', async (_what, becomes, each) => {
  const key = keys.get(each) ?? '';
  const before = creates(each).length;
  expect(await decided(gatewayOf(each), each.mutation, key)).toMatchObject({ status: becomes, attempts: 1 });
  expect(creates(each)).toHaveLength(before);
  if (becomes !== 'NEEDS_ATTENTION') return;
  expect(await send(each, key)).toBe('OutcomeUnknownError');
  expect(creates(each)).toHaveLength(before);
});
