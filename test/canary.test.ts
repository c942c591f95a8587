import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schemaOf } from '../src/api/schema.js';
import { globalId } from '../src/core/ids.js';
import { providers } from '../src/providers/index.js';
import { faults, type Fault } from '../src/simulators/faults.js';
import type { Simulator } from '../src/simulators/kit.js';
import { idEnding, outcomes } from '../src/simulators/outcomes.js';
import {
  AuthenticateWalletAccountDocument,
  ChangeCardTokenStateDocument,
  CreateDigitalWalletDocument,
  CreateDigitalWalletWithQrCodeDocument,
  CreateMoovWalletDocument,
  CardTokensDocument,
  CreateWalletAccountDocument,
  LinkWalletAccountDocument,
  NodeDocument,
  OneTimeTokenDocument,
  ProvisionCardTokenDocument,
  TopUpWalletAccountDocument,
  UpdateDigitalWalletDocument,
  UpdateMoovWalletDocument,
  WalletDetailsDocument,
  RefreshWalletAccountDocument,
  DelinkWalletAccountDocument,
  ChargeWalletAccountDocument,
  CloseMoovWalletDocument,
  DeleteDigitalWalletDocument,
  type CardTokenWalletInput,
} from './generated/operations.js';
import { credentialsIn, freshKey, startTestGateway, type TestGateway } from './support/gateway.js';
import { plantedBy, secretFieldsOf, secretsTold, textFieldsOf, type Planted } from './support/planted.js';
import { isRedisHere, startRedis, type Overheard, type TestRedis } from './support/redis.js';

/**
 * Canaries: a unique text in every secret and every personal field, through every outcome, with providers that quote
 * them back in their errors, and with debug logging. None may be found in a log or on the disk; no secret in an answer.
 */

const canary = (what: string) => `canary-${what}-${randomBytes(6).toString('hex')}`;
const digits = (length: number) => Array.from(randomBytes(length), byte => String(byte % 10)).join('');

const planted = {
  pingone: { clientSecret: canary('pingone-secret') },
  juspay: { apiKey: canary('juspay-key') },
  liquido: { clientSecret: canary('liquido-secret'), apiKey: canary('liquido-key') },
  equalsMoney: { apiKey: canary('equals-key') },
  moov: { publicKey: canary('moov-public'), secretKey: canary('moov-secret') },
};
const person = {
  name: canary('name'),
  description: canary('description'),
  label: canary('label'),
  labelName: canary('label-name'),
  variable: canary('variable'),
  variant: canary('variant'),
  locale: canary('locale'),
  routingId: canary('routing'),
  mobileNumber: `9${digits(9)}`,
  phoneStart: `+57${digits(10)}`,
  groupId: canary('group').slice(0, 60),
  clientAuthToken: canary('client-token'),
  otp: canary('otp'),
  reference: canary('reference'),
  certificate: canary('certificate'),
  nonce: canary('nonce'),
  nonceSignature: canary('signature'),
  deviceId: digits(20),
  walletUserId: canary('wallet-user'),
};

const schema = schemaOf(providers);
const folder = mkdtempSync(join(tmpdir(), 'canary-'));
const gateways: TestGateway[] = [];
let gateway: TestGateway;
/** What was written into inputs, by gateway. */
const sown: Planted[][] = [];
let redis: TestRedis | null = null;
let overheard: Overheard | null = null;
/** A fresh one has no circuit open and holds no call back: whatever is to be seen is seen. */
async function begin(cache: TestRedis | null = null): Promise<void> {
  gateway = await startTestGateway({
    simulators: planted,
    environment: {
      STORE_URL: `sqlite:${join(folder, `journal-${gateways.length}.sqlite`)}`,
      STORE_KEY: randomBytes(32).toString('base64'),
      CACHE_URL: cache?.url,
      PROVIDER_TIMEOUT_MS: '5000', // a busy machine has time for a token
      LOG_LEVEL: 'trace',
    },
  });
  gateways.push(gateway);
  sown.push([]);
}
/** What providers made that is secret, as clients were told it. */
const told: Planted[] = [];
const send: TestGateway['send'] = async (document, variables) => {
  if (typeof document !== 'string') sown.at(-1)?.push(...plantedBy(schema, document, { ...variables }));
  const answer = await gateway.send(document, variables);
  told.push(...secretsTold(schema, answer.data));
  return answer;
};
const answers: string[] = [];
beforeAll(async () => {
  redis = isRedisHere ? await startRedis() : null;
  overheard = (await redis?.overhear()) ?? null;
});
beforeEach(begin);
afterAll(async () => {
  await Promise.all(gateways.map(each => each.stop()));
  overheard?.stop();
  await redis?.cleanUp();
  rmSync(folder, { recursive: true });
});

async function createEverything(ending: string): Promise<void> {
  const card = (wallet: CardTokenWalletInput) =>
    send(ProvisionCardTokenDocument, {
      input: {
        idempotencyKey: canary('key'),
        accountId: canary('account'),
        personId: idEnding(),
        cardId: idEnding().slice(0, -3) + ending,
        deviceType: 'WATCH',
        provisioningAppVersion: person.variant,
        wallet,
      },
    });
  const all = await Promise.all([
    send(CreateDigitalWalletDocument, {
      input: {
        idempotencyKey: canary('key'),
        userId: idEnding().slice(0, -3) + ending,
        digitalWalletApplicationId: '9f000000-0000-4000-8000-000000000001',
        notification: {
          methods: ['EMAIL', 'SMS'],
          template: {
            locale: person.locale,
            variant: person.variant,
            variables: { [person.labelName]: person.variable },
          },
        },
      },
    }),
    send(CreateWalletAccountDocument, {
      input: {
        idempotencyKey: canary('key'),
        account: {
          juspay: {
            customerId: `${canary('customer')}-${ending}`,
            gateway: 'MOBIKWIK',
            mobileNumber: person.mobileNumber,
            gatewayReferenceId: person.reference,
            clientAuthToken: person.clientAuthToken,
            routingId: person.routingId,
          },
        },
      },
    }),
    send(CreateWalletAccountDocument, {
      input: {
        idempotencyKey: canary('key'),
        account: {
          liquido: {
            phoneNumber: person.phoneStart + ending,
            name: person.name,
            country: 'CO',
            currency: 'COP',
            groupId: person.groupId,
          },
        },
      },
    }),
    card({
      apple: {
        certificates: [person.certificate],
        nonce: person.nonce + ending,
        nonceSignature: person.nonceSignature,
      },
    }),
    card({ google: { deviceId: person.deviceId, walletUserId: person.walletUserId } }),
    card({ samsung: { deviceId: person.deviceId, walletUserId: person.walletUserId } }),
    send(CreateMoovWalletDocument, {
      input: {
        idempotencyKey: canary('key'),
        accountId: idEnding().slice(0, -3) + ending,
        name: person.name,
        description: person.description,
        metadata: { [person.labelName]: person.label },
      },
    }),
  ]);
  answers.push(...all.map(answer => JSON.stringify(answer)));
}

const allSecrets = () => [...credentialsIn(gateway.simulators.environment), person.clientAuthToken, person.otp];
/** Texts that may not be found where nobody has a right to read them. A part of a canary is enough. */
const forbidden = () => [
  ...allSecrets(),
  ...Object.values(person),
  ...new Set(told.map(({ text }) => text)),
  'canary-',
  'tok_',
  'sandbox-push-token',
];

function expectNone(where: string, text: string, values: readonly string[]): void {
  expect({ where, found: values.filter(value => text.includes(value)) }).toEqual({ where, found: [] });
}

test('through every outcome of every provider', async () => {
  for (const code of ['001', ...outcomes.map(outcome => outcome.code).filter(ending => ending !== '102')]) {
    await begin();
    const before = answers.length;
    await createEverything(code);
    // Nothing was refused by the gateway itself; but a pause that one card is told of may keep the other one back.
    expect(answers.slice(before).join()).not.toMatch(/(?<!Equals Money asked for a pause; )nothing was sent/);
  }
  expect(answers.length).toBeGreaterThan(90);
}, 120_000);

test('through every fault, with providers that quote everything back', async () => {
  const { clientAuthToken, otp: _notSent, ...known } = person;
  const personal = () => Object.values(known).join(' | ');
  const quoted = (everything: () => string): Fault[] => [
    faults.answer(500, { body: `<html>${everything()}</html>`, headers: { 'content-type': 'text/html' } }),
    faults.answer(200, { body: `<!doctype html>${everything()}`, headers: { 'content-type': 'text/html' } }),
    faults.answer(200, { body: everything(), headers: { 'content-type': 'text/plain' } }),
    faults.answer(200, { body: { note: everything() } }),
    faults.answer(400, {
      body: { error: everything(), message: everything(), errors: [{ errorMessage: everything() }] },
    }),
    faults.answer(400, {
      body: { error_message: everything(), error_info: { code: 'X', fields: [{ field_name: everything() }] } },
    }),
    faults.answer(422, { body: { name: everything(), [everything()]: 'wrong' } }),
    faults.change(json => ({
      ...json,
      status: everything(),
      notification: {
        results: [
          { method: 'SMS', sent: false, error: { id: everything(), code: everything(), message: everything() } },
          { method: 'EMAIL', sent: true, notification: { id: everything() } },
        ],
      },
    })),
    faults.torn(),
    faults.truncated(),
    faults.reset('mid-body'),
    faults.hang(),
  ];
  for (const index of quoted(personal).keys()) {
    await begin();
    const { simulators } = gateway;
    const { pingone, juspay, liquido, equalsMoney, moov } = simulators;
    const all: Simulator[] = [pingone, juspay, liquido, equalsMoney, moov];
    for (const simulator of all) {
      const own = [
        ...credentialsIn(simulator.environment),
        ...(simulator === simulators.juspay ? [clientAuthToken] : []),
      ];
      const everything = () => `${own.join(' | ')} | ${personal()}`;
      simulator.next(quoted(everything)[index] as Fault, { times: simulator === simulators.equalsMoney ? 3 : 1 });
    }
    const before = answers.length;
    await createEverything('001');
    expect(answers.slice(before).join()).not.toMatch(/nothing was sent/);
  }
  await send(NodeDocument, { id: canary('id') });
  await send(`query { ${canary('field').replaceAll('-', '_')} }`);
  await send(CreateMoovWalletDocument, {
    input: { idempotencyKey: freshKey(), accountId: person.name, name: '\u0000' },
  });
}, 120_000);

test('through every read, with providers that quote everything back', async () => {
  await begin(redis); // for reads alone: a Redis that is slow on a busy machine has mutations refused
  let { simulators } = gateway;
  const [customerId, accountId, userId, cardId] = [canary('customer'), idEnding(), idEnding(), idEnding()];
  const cardAccount = canary('card-account');
  const { clientAuthToken: _notKnownToThem, otp: _norThis, ...known } = person;
  const personal = Object.values(known).join(' | ');
  const seed = () => {
    simulators.juspay.addWallet(customerId, { gateway: 'MOBIKWIK', linked: true });
    simulators.moov.addTransaction(simulators.moov.addWallet(accountId, { name: person.name }), {
      cents: '1',
      memo: personal,
    });
    simulators.pingone.pair(simulators.pingone.addWallet(userId));
    simulators.pingone.addWallet(userId);
    simulators.equalsMoney.addToken({ accountId: cardAccount, cardId, deviceId: person.deviceId });
  };
  const owners = [
    { juspayCustomer: { customerId, routingId: canary('routing') } },
    { moovAccount: { accountId } },
    { pingOneUser: { userId } },
    { equalsMoneyCard: { accountId: cardAccount, cardId } },
  ];
  seed();
  const whole = await send(WalletDetailsDocument, { owners });
  expect(whole).toMatchObject({ data: { wallets: { failures: [] } } });
  const linked = whole.data?.wallets.nodes.find(({ __typename: type }) => type === 'JuspayWalletAccount');
  const token = await send(OneTimeTokenDocument, {
    id: linked !== undefined && 'id' in linked ? linked.id : '',
  });
  expect(JSON.stringify(token)).toMatch(/"oneTimeToken":"tok_/);
  const everything = (own: string) => `${own} | ${personal}`;
  const quoted = (own: string): Fault[] => [
    faults.answer(500, { body: `<html>${everything(own)}</html>`, headers: { 'content-type': 'text/html' } }),
    faults.answer(200, { body: { note: everything(own), [everything(own)]: [] } }),
    faults.answer(400, { body: { error: everything(own), message: everything(own), error_message: everything(own) } }),
    faults.change(() => [{ id: everything(own), list: everything(own) }]),
    faults.torn(),
  ];
  for (const index of quoted('').keys()) {
    await begin(redis);
    ({ simulators } = gateway);
    seed();
    for (const simulator of [simulators.pingone, simulators.juspay, simulators.equalsMoney, simulators.moov]) {
      const own = credentialsIn(simulator.environment).join(' | ');
      simulator.always(quoted(own)[index] as Fault, { route: 'read' });
    }
    const failing = await send(WalletDetailsDocument, { owners });
    answers.push(JSON.stringify(failing));
    expect(failing.data?.wallets.failures.length).toBeGreaterThan(0);
    answers.push(JSON.stringify(await send(CardTokensDocument, { accountId: canary('account'), cardId })));
  }
});

test('through every change, with providers that quote everything back', async () => {
  const { clientAuthToken, otp, ...known } = person;
  const personal = Object.values(known).join(' | ');
  const quoted = (everything: string): Fault[] => [
    faults.answer(500, { body: `<html>${everything}</html>`, headers: { 'content-type': 'text/html' } }),
    faults.answer(200, { body: { note: everything, [everything]: [] } }),
    faults.answer(400, { body: { error: everything, message: everything, errors: [{ errorMessage: everything }] } }),
    faults.answer(400, {
      body: {
        error_message: everything,
        error_info: { code: 'X', fields: [{ field_name: 'otp', reason: everything }] },
      },
    }),
    faults.torn(),
  ];
  for (const index of quoted('').keys()) {
    await begin();
    const { pingone, juspay, liquido, equalsMoney, moov } = gateway.simulators;
    const [customerId, accountId, userId, cardId] = [canary('customer'), idEnding(), idEnding(), idEnding()];
    const walletAt = () =>
      globalId(
        'JuspayWalletAccount',
        customerId,
        Buffer.from(customerId).toString('base64url'),
        juspay.addWallet(customerId, { gateway: 'MOBIKWIK' }),
      );
    const token = equalsMoney.addToken({ accountId: 'F00042', cardId });
    const environmentId = pingone.environment.PINGONE_ENVIRONMENT_ID ?? '';
    /** What a provider can quote: its credentials, and what stands in the very request. */
    const quote = (simulator: Simulator, ...sent: readonly string[]): void => {
      const own = [...credentialsIn(simulator.environment), ...sent];
      simulator.next(quoted(`${own.join(' | ')} | ${personal}`)[index] as Fault, { route: 'change' });
    };
    for (const simulator of [pingone, liquido, equalsMoney, moov]) quote(simulator);
    const key = () => ({ idempotencyKey: canary('key') });
    quote(juspay, clientAuthToken);
    const authenticated = await send(AuthenticateWalletAccountDocument, {
      input: { ...key(), walletAccountId: walletAt(), gatewayReferenceId: person.reference, clientAuthToken },
    });
    quote(juspay, otp);
    const all = await Promise.all([
      authenticated,
      send(LinkWalletAccountDocument, { input: { ...key(), walletAccountId: walletAt(), otp } }),
      send(TopUpWalletAccountDocument, {
        input: {
          ...key(),
          walletAccountId: globalId('LiquidoWalletAccount', liquido.addWallet()),
          amount: { currency: 'COP', minorUnits: '1' },
        },
      }),
      send(ChangeCardTokenStateDocument, {
        input: { ...key(), cardTokenId: globalId('CardToken', 'F00042', cardId, token), state: 'SUSPENDED' },
      }),
      send(UpdateMoovWalletDocument, {
        input: {
          ...key(),
          moovWalletId: globalId('MoovWallet', accountId, moov.addWallet(accountId, { name: person.name })),
          name: person.name,
          description: person.description,
          metadata: { [person.labelName]: person.label },
        },
      }),
      send(UpdateDigitalWalletDocument, {
        input: {
          ...key(),
          digitalWalletId: globalId('DigitalWallet', environmentId, userId, pingone.addWallet(userId)),
          applicationInstanceId: idEnding(),
        },
      }),
    ]);
    answers.push(...all.map(answer => JSON.stringify(answer)));
    expect(all.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(JSON.stringify(all)).not.toMatch(/nothing was sent|"(?:InvalidInput|Conflict)Error","provider":null/);
  }
});

test('through what is seldom asked', async () => {
  const { pingone, juspay, liquido, moov } = gateway.simulators;
  const [customerId, accountId, userId] = [canary('customer'), idEnding(), idEnding()];
  const environmentId = pingone.environment.PINGONE_ENVIRONMENT_ID ?? '';
  const routingId = Buffer.from(customerId).toString('base64url');
  const walletAccountId = globalId(
    'JuspayWalletAccount',
    customerId,
    routingId,
    juspay.addWallet(customerId, { gateway: 'MOBIKWIK', linked: true }),
  );
  const key = () => ({ idempotencyKey: canary('key') });
  const all = [
    await send(RefreshWalletAccountDocument, { input: { ...key(), walletAccountId } }),
    await send(DelinkWalletAccountDocument, { input: { ...key(), walletAccountId } }),
    await send(ChargeWalletAccountDocument, {
      input: {
        ...key(),
        walletAccountId: globalId('LiquidoWalletAccount', liquido.addWallet()),
        amount: { currency: 'COP', minorUnits: '1' },
      },
    }),
    await send(CloseMoovWalletDocument, {
      input: { ...key(), moovWalletId: globalId('MoovWallet', accountId, moov.addWallet(accountId, { name: 'A' })) },
    }),
    await send(DeleteDigitalWalletDocument, {
      input: {
        ...key(),
        digitalWalletId: globalId('DigitalWallet', environmentId, userId, pingone.addWallet(userId)),
      },
    }),
    await send(CreateDigitalWalletWithQrCodeDocument, {
      input: {
        ...key(),
        environmentId,
        userId,
        digitalWalletApplicationId: '9f000000-0000-4000-8000-000000000001',
        applicationInstanceId: idEnding(),
      },
    }),
  ];
  answers.push(...all.map(answer => JSON.stringify(answer)));
  expect(all.flatMap(({ errors = [] }) => errors)).toEqual([]);
});

/** Text that nothing is planted in, with the reason. */
const bare: Readonly<Record<string, string>> = {
  'LiquidoWalletAccountInput.country': 'two letters',
  'LiquidoWalletAccountInput.currency': 'three letters',
  'MoneyInput.currency': 'three letters',
  'MoneyInput.minorUnits': 'a number',
};

test('A14 › every text field of every mutation is planted, or is known not to be', () => {
  const sownPlaces = new Set(sown.flat().map(({ place }) => place));
  const fields = textFieldsOf(schema);
  expect(fields.length).toBeGreaterThan(60);
  expect(fields.filter(place => !sownPlaces.has(place) && !Object.hasOwn(bare, place))).toEqual([]);
  expect(Object.keys(bare).filter(place => sownPlaces.has(place) || !fields.includes(place))).toEqual([]);
});

test('A14 › every secret that is told was told to somebody, to be looked for', () => {
  expect(secretFieldsOf(schema).filter(place => !told.some(secret => place.endsWith(secret.place)))).toEqual([]);
});

test('no canary is in the log', () => {
  const lines = gateways.flatMap(each => each.lines);
  const logged = lines.map(line => JSON.stringify(line)).join('\n');
  expect(lines.length).toBeGreaterThan(150);
  expectNone('log', logged, forbidden());
});

test('no canary is on the disk', () => {
  const files = readdirSync(folder);
  expect(files).toContain('journal-1.sqlite');
  for (const file of files) {
    const number = Number(/\d+/.exec(file)?.[0]); // each gateway has its own
    const written = new Set(sown[number]?.map(({ text }) => text));
    expectNone(file, readFileSync(join(folder, file), 'latin1'), [...forbidden(), ...written]);
  }
});

(isRedisHere ? test : test.skip)('A14 › no canary is in the cache that gateways share', async () => {
  const [heard, left] = [overheard?.text() ?? '', (await redis?.everything()) ?? ''];
  expect(heard.match(/"SET" "billfold:/gi)?.length).toBeGreaterThan(3);
  const ids = sown.flat().map(({ text }) => text);
  expectNone('Redis', heard + left, [...forbidden(), ...new Set(ids)]);
});

test('no secret is in an answer', () => {
  expectNone('answers', answers.join('\n'), allSecrets());
});

test('the search finds a canary where there is one', () => {
  expect(() => expectNone('log', `x ${person.name} x`, forbidden())).toThrow();
});
