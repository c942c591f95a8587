import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { ProvisionCardTokenDocument, type ProvisionCardTokenMutationVariables } from '../generated/operations.js';
import { freshKey, startTestGateway, withGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

type Input = ProvisionCardTokenMutationVariables['input'];

const apple = (nonce = freshKey()) => ({
  apple: { certificates: ['TEVBRi1ERU1P', 'U1VCQ0EtREVNTw=='], nonce, nonceSignature: 'U0lHTi1ERU1P' },
});
const google = { google: { deviceId: 'device-000000000001', walletUserId: 'wallet-user-0001' } };
const samsung = { samsung: { deviceId: 'device-000000000002', walletUserId: 'wallet-user-0002' } };

async function provision(more: Partial<Input> = {}, at: TestGateway = gateway) {
  const input = {
    idempotencyKey: freshKey(),
    accountId: 'F00042',
    cardId: idEnding(),
    deviceType: 'MOBILE_PHONE' as Input['deviceType'],
    provisioningAppVersion: '1.4.0',
    wallet: google,
    ...more,
  };
  const { provisionCardToken: result } = await at.execute(ProvisionCardTokenDocument, { input });
  if (result == null) throw new Error('The mutation answered nothing.');
  return result;
}

async function payload(more: Partial<Input> = {}, at: TestGateway = gateway) {
  const result = await provision(more, at);
  if (result.__typename !== 'CardTokenProvisioned') throw new Error(JSON.stringify(result));
  return result.payload;
}

function sent() {
  const exchange = gateway.simulators.equalsMoney.exchanges.findLast(({ route }) => route === 'create');
  if (exchange === undefined) throw new Error('Nothing was sent.');
  return exchange.request;
}

describe('the request', () => {
  for (const [name, wallet] of [
    ['apple', apple('nonce-of-this-test')],
    ['google', google],
    ['samsung', samsung],
  ] as const) {
    test(`${name} › the card in the path, account and person in the query, what the device gave in the body`, async () => {
      const cardId = idEnding();
      const personId = idEnding().toUpperCase();
      await payload({ cardId, personId, accountId: 'F00042+a@b', wallet });
      const { path, query, headers, body } = sent();
      expect(path).toBe(`/v2/cards/${cardId}/${name}-wallet`);
      expect(query).toEqual({ accountId: 'F00042+a@b', personId: personId.toLowerCase() });
      expect(headers.authorization).toBe(`ApiKey ${gateway.simulators.environment.EQUALS_MONEY_API_KEY}`);
      expect(headers['content-type']).toBe('application/json');
      expect(JSON.parse(body)).toEqual({
        deviceType: 'MOBILE_PHONE',
        provisioningAppVersion: '1.4.0',
        ...Object.values(wallet)[0],
      });
    });
  }

  test('no person › no member for it in the query', async () => {
    await payload({ personId: null });
    expect(sent().query).toEqual({ accountId: 'F00042' });
  });

  const limits: readonly (readonly [path: string[], maximum: number, of: (text: string) => Partial<Input>])[] = [
    [['provisioningAppVersion'], 50, provisioningAppVersion => ({ provisioningAppVersion })],
    [['wallet', 'google', 'deviceId'], 24, deviceId => ({ wallet: { google: { ...google.google, deviceId } } })],
    [
      ['wallet', 'google', 'walletUserId'],
      50,
      walletUserId => ({ wallet: { google: { ...google.google, walletUserId } } }),
    ],
    [['wallet', 'samsung', 'deviceId'], 24, deviceId => ({ wallet: { samsung: { ...samsung.samsung, deviceId } } })],
    [
      ['wallet', 'samsung', 'walletUserId'],
      50,
      walletUserId => ({ wallet: { samsung: { ...samsung.samsung, walletUserId } } }),
    ],
  ];
  for (const [path, maximum, of] of limits) {
    test(`${path.join('.')} › ${maximum} characters are sent, one more or none is InvalidInputError before anything is sent`, async () => {
      await payload(of('x'.repeat(maximum)));
      expect(sent().body).toContain(`"${'x'.repeat(maximum)}"`);
      gateway.simulators.reset();
      for (const [text, code] of [
        ['x'.repeat(maximum + 1), 'TOO_LONG'],
        ['👍'.repeat(maximum + 1), 'TOO_LONG'],
        ['x'.repeat(100_000), 'TOO_LONG'],
        ['', 'EMPTY'],
        ['a\u0007', 'CHARACTERS'],
      ] as const) {
        expect(await provision(of(text))).toMatchObject({
          __typename: 'InvalidInputError',
          provider: null,
          operation: null,
          fields: [{ path: ['input', ...path], code }],
        });
      }
      expect(gateway.simulators.equalsMoney.exchanges).toEqual([]);
    });
  }

  test('no certificate, eleven of them, or an empty one › InvalidInputError, and nothing is sent', async () => {
    for (const certificates of [[], Array<string>(11).fill('TEVBRg=='), ['TEVBRg==', '']]) {
      const wallet = { apple: { ...apple().apple, certificates } };
      expect((await provision({ wallet })).__typename).toBe('InvalidInputError');
    }
    expect(gateway.simulators.equalsMoney.exchanges).toEqual([]);
  });

  test('two wallets, or none › an error of the document, and nothing is sent', async () => {
    for (const wallet of [{ ...google, ...samsung }, {}]) {
      await expect(provision({ wallet: wallet as never })).rejects.toThrow(/exactly one|Exactly one/);
    }
    expect(gateway.simulators.equalsMoney.exchanges).toEqual([]);
  });
});

describe('the payload', () => {
  test('Apple, as in the reference › what PassKit needs', async () => {
    expect(await payload({ wallet: apple() })).toMatchObject({
      __typename: 'ApplePayPayload',
      passRequest: {
        activationData: expect.any(String) as unknown,
        encryptedPassData: expect.any(String) as unknown,
        ephemeralPublicKey: expect.any(String) as unknown,
      },
    });
  });

  test('Apple, as in the guide › only the echo, and no pass request', async () => {
    const guide = await startTestGateway({ simulators: { equalsMoney: { answers: 'guide' } } });
    try {
      const nonce = freshKey();
      expect(await payload({ wallet: apple(nonce) }, guide)).toMatchObject({ nonce, passRequest: null });
      const withTime = await payload({ wallet: google }, guide);
      expect(withTime).toMatchObject({ createdAt: expect.stringMatching(/Z$/) as unknown }); // it says createAt there
    } finally {
      await guide.stop();
    }
  });

  for (const member of ['activationData', 'encryptedPassData', 'ephemeralPublicKey']) {
    test(`Apple without ${member} › no pass request, as two of three add no card`, async () => {
      gateway.simulators.equalsMoney.next(faults.change(({ [member]: _gone, ...json }) => json));
      expect(await payload({ wallet: apple() })).toMatchObject({ passRequest: null });
    });
  }

  test('Apple with certificates as one text › the rest is there', async () => {
    gateway.simulators.equalsMoney.next(faults.change(json => ({ ...json, certificates: '[a, b]' })));
    expect(await payload({ wallet: apple() })).toMatchObject({ certificates: null, nonceSignature: 'U0lHTi1ERU1P' });
  });

  test('an Apple answer that is empty › the outcome is unknown', async () => {
    gateway.simulators.equalsMoney.next(faults.change(() => ({ createdAt: '2026-01-31T09:15:00Z' })));
    expect(await provision({ wallet: apple() })).toMatchObject({
      __typename: 'OutcomeUnknownError',
      retry: 'RETRY_WITH_NEW_KEY',
      operation: { status: 'FAILED' },
    });
  });

  for (const [given, read] of [
    [{ createdAt: '2026-01-31T09:15:00.123456789+0000' }, '2026-01-31T09:15:00.123456789+00:00'],
    [{ createdAt: undefined, createAt: '2026-01-31T09:15:00Z' }, '2026-01-31T09:15:00Z'],
    [{ createdAt: 'yesterday', createAt: '2026-01-31T09:15:00Z' }, '2026-01-31T09:15:00Z'],
    [{ createdAt: undefined }, null],
  ] as const) {
    test(`${JSON.stringify(given)} › createdAt is ${read}, for Google and Samsung`, async () => {
      for (const wallet of [google, samsung]) {
        gateway.simulators.equalsMoney.next(faults.change(json => ({ ...json, ...given })));
        expect(await payload({ wallet })).toMatchObject({ createdAt: read });
      }
    });
  }

  test('it is a secret › no log line holds any of it, nor what the device gave', async () => {
    const nonce = `nonce-canary-${freshKey()}`;
    const made = [await payload({ wallet: apple(nonce) }), await payload(), await payload({ wallet: samsung })];
    const log = JSON.stringify(gateway.lines);
    const secrets = JSON.stringify(made).match(/[A-Za-z0-9+/]{32}/g) ?? [];
    expect(secrets).toHaveLength(5);
    for (const secret of [...secrets, nonce]) expect(log).not.toContain(secret);
  });

  test('it is kept for ten minutes and no longer, which stands in its row from the start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'card-'));
    const file = join(folder, 'journal.sqlite');
    const environment = { STORE_URL: `sqlite:${file}`, STORE_KEY: randomBytes(32).toString('base64') };
    const input = {
      idempotencyKey: freshKey(),
      accountId: 'F00042',
      cardId: idEnding(),
      deviceType: 'WATCH',
      provisioningAppVersion: '1',
      wallet: { samsung: { deviceId: 'd', walletUserId: 'w' } },
    } as const;
    const answer = await withGateway({ environment }, other => other.execute(ProvisionCardTokenDocument, { input }));
    expect(answer).toMatchObject({
      provisionCardToken: { __typename: 'CardTokenProvisioned', payload: { __typename: 'SamsungPayPayload' } },
    });
    const database = new DatabaseSync(file);
    const rows = database.prepare(
      'SELECT forget_at - finished_at AS kept, remainder IS NOT NULL AS rest FROM operation',
    );
    expect(rows.all()).toEqual([{ kept: 600_000, rest: 1 }]);
    database.close();
    rmSync(folder, { recursive: true });
  });

  test('an Apple nonce that was used › InvalidInputError; the same key again › the same payload', async () => {
    const wallet = apple();
    const cardId = idEnding();
    const idempotencyKey = freshKey();
    const first = await payload({ wallet, cardId, idempotencyKey });
    expect(await payload({ wallet, cardId, idempotencyKey })).toEqual(first);
    expect((await provision({ wallet, cardId })).__typename).toBe('InvalidInputError');
    expect(gateway.simulators.equalsMoney.ledger).toHaveLength(1);
  });
});

describe('refusals, whose bodies are not documented', () => {
  const types: Readonly<Record<number, string>> = {
    400: 'InvalidInputError',
    401: 'ProviderAccessDeniedError',
    403: 'ProviderAccessDeniedError',
    404: 'NotFoundError',
    405: 'ProviderRejectedError',
    409: 'ConflictError',
    415: 'ProviderRejectedError',
    422: 'ConflictError',
    429: 'RateLimitedError',
    500: 'OutcomeUnknownError',
  };
  for (const [status, member] of Object.entries(types)) {
    test(`${status} › ${member}, with what can be read of it`, async () => {
      for (const [body, said] of [
        [
          { statusCode: Number(status), error: 'Short', message: 'Long' },
          { code: status, message: 'Long' },
        ],
        [{ error: 'Short' }, { code: null, message: 'Short' }],
        [
          { code: 'E-7', message: 'Long' },
          { code: 'E-7', message: 'Long' },
        ],
        [
          { errors: [{ code: 7, message: 'First' }, 'Second', null] },
          {
            code: null,
            message: 'First',
            details: [
              { code: '7', message: 'First' },
              { code: null, message: 'Second' },
            ],
          },
        ],
      ] as const) {
        gateway.simulators.equalsMoney.next(faults.answer(Number(status), { body }));
        const result = await provision();
        expect(result.__typename).toBe(member);
        expect(result).toMatchObject({ providerResponse: { httpStatus: Number(status), ...said } });
      }
      expect(gateway.simulators.equalsMoney.ledger).toEqual([]);
    });
  }
});
