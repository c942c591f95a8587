import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { globalId } from '../../src/core/ids.js';
import { faults } from '../../src/simulators/faults.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import {
  AuthenticateWalletAccountDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  LinkWalletAccountDocument,
  ProvisionCardTokenDocument,
} from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { eventually } from '../support/time.js';

/**
 * What a client gives a provider through a field that is marked as sensitive, a provider may give back in its errors:
 * it comes to nobody, neither in an answer nor in a log.
 */

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

/** With what base64, percent-encoding and forms change. */
const canary = (what: string) => `canary-${what}/${randomBytes(6).toString('hex')}+~!*=`;
const spellings = (text: string) => [
  text,
  Buffer.from(text).toString('base64'),
  encodeURIComponent(text),
  new URLSearchParams({ text }).toString().slice('text='.length),
];

/** Refuses in every place that is read of an error, and names the request after it. */
const quoting = (text: string) => {
  const everything = spellings(text).join(' | ');
  return faults.answer(400, {
    headers: { 'x-request-id': `request ${everything}`, 'content-type': 'application/json' },
    body: {
      error: everything,
      message: everything,
      status: everything,
      error_message: everything,
      error_info: { code: 'X', user_message: everything, fields: [{ field_name: everything, reason: everything }] },
      errors: [{ errorMessage: everything, message: everything, code: everything }],
      details: [{ message: everything, code: everything, target: everything }],
    },
  });
};

const customerId = 'shopper-000001';
const wallet = () =>
  globalId(
    'JuspayWalletAccount',
    customerId,
    Buffer.from(customerId).toString('base64url'),
    gateway.simulators.juspay.addWallet(customerId, { gateway: 'MOBIKWIK' }),
  );
const apple = (nonce: string, nonceSignature: string) => ({
  idempotencyKey: freshKey(),
  accountId: 'F00042',
  cardId: idEnding(),
  deviceType: 'WATCH' as const,
  provisioningAppVersion: '1.0',
  wallet: { apple: { certificates: ['certificate'], nonce, nonceSignature } },
});

function expectNowhere(text: string, answer: unknown): void {
  const seen = JSON.stringify([answer, gateway.lines]);
  for (const spelling of spellings(text)) expect(seen).not.toContain(spelling);
  expect(seen).not.toContain('canary-');
}

const ways: readonly (readonly [string, (secret: string) => Promise<unknown>])[] = [
  [
    'JuspayWalletAccountInput.clientAuthToken',
    clientAuthToken => {
      gateway.simulators.juspay.next(quoting(clientAuthToken));
      const account = { juspay: { customerId, gateway: 'MOBIKWIK', clientAuthToken } };
      return gateway.send(CreateWalletAccountDocument, { input: { idempotencyKey: freshKey(), account } });
    },
  ],
  [
    'AuthenticateWalletAccountInput.clientAuthToken',
    clientAuthToken => {
      gateway.simulators.juspay.next(quoting(clientAuthToken), { route: 'change' });
      const input = { idempotencyKey: freshKey(), walletAccountId: wallet(), clientAuthToken };
      return gateway.send(AuthenticateWalletAccountDocument, { input });
    },
  ],
  [
    'AuthenticateWalletAccountInput.clientAuthToken, by the read before it',
    clientAuthToken => {
      gateway.simulators.juspay.next(quoting(clientAuthToken), { route: 'read' });
      const input = { idempotencyKey: freshKey(), walletAccountId: wallet(), clientAuthToken };
      return gateway.send(AuthenticateWalletAccountDocument, { input });
    },
  ],
  [
    'LinkWalletAccountInput.otp',
    otp => {
      gateway.simulators.juspay.next(quoting(otp), { route: 'change' });
      const input = { idempotencyKey: freshKey(), walletAccountId: wallet(), otp };
      return gateway.send(LinkWalletAccountDocument, { input });
    },
  ],
  [
    'ApplePayInput.nonce',
    nonce => {
      gateway.simulators.equalsMoney.next(quoting(nonce));
      return gateway.send(ProvisionCardTokenDocument, { input: apple(nonce, 'signature') });
    },
  ],
  [
    'ApplePayInput.nonceSignature',
    signature => {
      gateway.simulators.equalsMoney.next(quoting(signature));
      return gateway.send(ProvisionCardTokenDocument, { input: apple('nonce', signature) });
    },
  ],
];

test.each(ways)('A14 › a provider that quotes it: %s', async (_what, act) => {
  const secret = canary('secret');
  const answer = await act(secret);
  expectNowhere(secret, answer);
  expect(JSON.stringify(answer)).toContain('***'); // it was quoted, and cleaned
  expect(JSON.stringify(gateway.lines)).toContain('request ***');
});

test('A14 › a provider that quotes it when an unknown outcome is looked for', async () => {
  const { juspay } = gateway.simulators;
  const otp = canary('otp');
  const input = { idempotencyKey: freshKey(), walletAccountId: wallet(), otp };
  juspay.next(faults.reset('before-answer'), { route: 'change' });
  expect(await gateway.send(LinkWalletAccountDocument, { input })).toMatchObject({
    data: { linkWalletAccount: { __typename: 'OutcomeUnknownError' } },
  });
  juspay.always(quoting(otp), { route: 'read' });
  await eventually(async () => {
    const answer = await gateway.send(LinkWalletAccountDocument, { input });
    expectNowhere(otp, answer);
    return JSON.stringify(answer).includes('***'); // what was read back was refused, and is told
  });
});

test('A14 › a provider that names a request after what was sent to it: the log does not', async () => {
  const name = canary('name').replaceAll(/[^\w-]/g, '');
  gateway.simulators.moov.next(faults.answer(400, { headers: { 'x-request-id': `request ${name}` } }));
  const input = { idempotencyKey: freshKey(), accountId: idEnding(), name };
  await gateway.send(CreateMoovWalletDocument, { input });
  expect(JSON.stringify(gateway.lines)).toContain('"providerRequestId":"request ***"');
});
