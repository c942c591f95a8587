import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startSimulators, type Simulators } from '../src/simulators/index.js';

/** The simulators are as strict about the wire as the providers: one thing wrong, and nothing is made. */

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
});
afterAll(() => simulators.stop());
beforeEach(() => simulators.reset());

const uuid = '6b6f1a52-5c0e-4d6e-9f3a-000000000001';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

type Wrong = readonly [what: string, status: number, headers: Record<string, string>, body?: string];

async function statusOf(url: string, headers: Record<string, string>, body: string): Promise<number> {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
  return (await fetch(url, { method: 'POST', headers: given, body })).status;
}

function expectStrict(
  provider: 'juspay' | 'moov' | 'equalsMoney',
  right: () => { url: string; headers: Record<string, string>; body: string },
  wrong: readonly Wrong[],
) {
  test(`${provider} › what is right is taken`, async () => {
    const { url, headers, body } = right();
    expect(await statusOf(url, headers, body)).toBeLessThan(300);
    expect(simulators[provider].ledger).toHaveLength(1);
  });
  for (const [what, status, headers, body] of wrong) {
    test(`${provider} › ${what} › ${status}`, async () => {
      const usual = right();
      expect(await statusOf(usual.url, { ...usual.headers, ...headers }, body ?? usual.body)).toBe(status);
      expect(simulators[provider].ledger).toEqual([]);
    });
  }
}

expectStrict(
  'juspay',
  () => ({
    url: `${simulators.juspay.environment.JUSPAY_API_URL}/customers/shopper-000001/wallets`,
    headers: {
      authorization: basic(`${simulators.juspay.environment.JUSPAY_API_KEY}:`),
      'content-type': 'application/x-www-form-urlencoded',
      'x-routing-id': 'shopper-000001',
    },
    body: 'gateway=MOBIKWIK',
  }),
  [
    ['no authorization', 401, { authorization: '' }],
    ['a key without its colon', 401, { authorization: basic('sandbox-secret-juspay') }],
    ['another key', 401, { authorization: basic('another:') }],
    ['JSON where a form is due', 400, { 'content-type': 'application/json' }, '{"gateway":"MOBIKWIK"}'],
    ['no routing id', 400, { 'x-routing-id': '' }],
    ['no gateway', 400, {}, 'mobile_number=9000000001'],
  ],
);

expectStrict(
  'moov',
  () => ({
    url: `${simulators.moov.environment.MOOV_API_URL}/accounts/${uuid}/wallets`,
    headers: {
      authorization: basic(
        `${simulators.moov.environment.MOOV_PUBLIC_KEY}:${simulators.moov.environment.MOOV_SECRET_KEY}`,
      ),
      'content-type': 'application/json',
    },
    body: '{"name":"Payroll"}',
  }),
  [
    ['no authorization', 401, { authorization: '' }],
    ['another key', 401, { authorization: basic('another:key') }],
    ['no JSON', 400, {}, '{"name":'],
    ['no name', 422, {}, '{}'],
  ],
);

expectStrict(
  'equalsMoney',
  () => ({
    url: `${simulators.equalsMoney.environment.EQUALS_MONEY_API_URL}/v2/cards/${uuid}/google-wallet?accountId=F00042`,
    headers: {
      authorization: `ApiKey ${simulators.equalsMoney.environment.EQUALS_MONEY_API_KEY}`,
      'content-type': 'application/json',
    },
    body: '{"deviceType":"WATCH","provisioningAppVersion":"1","deviceId":"d","walletUserId":"w"}',
  }),
  [
    ['no authorization', 401, { authorization: '' }],
    ['another key', 403, { authorization: 'ApiKey another' }],
    [
      'a device that is none',
      400,
      {},
      '{"deviceType":"CAR","provisioningAppVersion":"1","deviceId":"d","walletUserId":"w"}',
    ],
    [
      'a device id of 25 characters',
      400,
      {},
      `{"deviceType":"WATCH","provisioningAppVersion":"1","deviceId":"${'d'.repeat(25)}","walletUserId":"w"}`,
    ],
  ],
);
