import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../../../src/core/ids.js';
import { faults } from '../../../src/simulators/faults.js';
import type { WalletSeed } from '../../../src/simulators/juspay-rules.js';
import {
  AuthenticateWalletAccountDocument,
  CreateWalletAccountDocument,
  DelinkWalletAccountDocument,
  LinkWalletAccountDocument,
  NodeDocument,
  RefreshWalletAccountDocument,
} from '../../generated/operations.js';
import { temporaryFolder } from '../../support/process.js';
import { freshKey, inHaste, startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';

/** The life of a wallet at Juspay once it is there: a code, a link, a balance, and the link's end. */

let gateway: TestGateway;
let count = 0;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

interface Sample {
  readonly walletAccountId: string;
  readonly walletId: string;
  readonly customerId: string;
}

/** A wallet of a customer's own, which the gateway did not make. */
function walletOf(of: TestGateway, seed: Partial<WalletSeed> = {}): Sample {
  count += 1;
  const customerId = `customer-${process.pid}-${count}`;
  const walletId = of.simulators.juspay.addWallet(customerId, { gateway: 'MOBIKWIK', ...seed });
  return { customerId, walletId, walletAccountId: idOf(customerId, walletId) };
}

function idOf(customerId: string, walletId: string, routingId = customerId): string {
  return globalId('JuspayWalletAccount', customerId, Buffer.from(routingId).toString('base64url'), walletId);
}

const authenticate = async ({ walletAccountId }: Sample, of = gateway, idempotencyKey = freshKey()) =>
  (await of.execute(AuthenticateWalletAccountDocument, { input: { idempotencyKey, walletAccountId } }))
    .authenticateWalletAccount;
const link = async ({ walletAccountId }: Sample, otp: string, of = gateway, idempotencyKey = freshKey()) =>
  (await of.execute(LinkWalletAccountDocument, { input: { idempotencyKey, walletAccountId, otp } })).linkWalletAccount;
const refresh = async ({ walletAccountId }: Sample, of = gateway, idempotencyKey = freshKey()) =>
  (await of.execute(RefreshWalletAccountDocument, { input: { idempotencyKey, walletAccountId } })).refreshWalletAccount;
const delink = async ({ walletAccountId }: Sample, of = gateway, idempotencyKey = freshKey()) =>
  (await of.execute(DelinkWalletAccountDocument, { input: { idempotencyKey, walletAccountId } })).delinkWalletAccount;

/** Forms of the commands that reached Juspay about that wallet. */
const commands = ({ walletId }: Sample, of = gateway) =>
  of.simulators.juspay.exchanges
    .filter(({ operation, request }) => operation === 'commandWallet' && request.path.endsWith(walletId))
    .map(({ request }) => Object.fromEntries(new URLSearchParams(request.body)));
const calls = (of = gateway) => of.simulators.juspay.exchanges.length;

const right = '731841';
const wrong = '731840'; // Juspay's simulator: codes that end in 0 are wrong

describe('authenticateWalletAccount', () => {
  test('has a code sent, with what the call needs, and tells of the wallet', async () => {
    const wallet = walletOf(gateway);
    const { authenticateWalletAccount: answer } = await gateway.execute(AuthenticateWalletAccountDocument, {
      input: {
        idempotencyKey: freshKey(),
        walletAccountId: wallet.walletAccountId,
        gatewayReferenceId: 'ref-7',
        clientAuthToken: 'tkn_only_for_this_call',
      },
    });
    expect(answer).toMatchObject({
      __typename: 'OneTimeCodeSent',
      walletAccount: { id: wallet.walletAccountId, providerId: wallet.walletId, state: 'PENDING', linked: false },
    });
    expect(commands(wallet)).toEqual([
      { command: 'authenticate', gateway_reference_id: 'ref-7', client_auth_token: 'tkn_only_for_this_call' },
    ]);
    const sent = gateway.simulators.juspay.exchanges.at(-1)?.request.headers;
    expect(sent).toMatchObject({
      'x-routing-id': wallet.customerId,
      'content-type': 'application/x-www-form-urlencoded',
    });
  });

  test('of a linked wallet would take its link away, and is not sent', async () => {
    const wallet = walletOf(gateway, { linked: true });
    expect(await authenticate(wallet)).toMatchObject({
      __typename: 'ConflictError',
      provider: null,
      retry: 'DO_NOT_RETRY',
    });
    expect(commands(wallet)).toEqual([]);
  });

  test('is not sent where nobody can say whether the wallet is linked', async () => {
    await withGateway({}, async own => {
      const wallet = walletOf(own, { linked: true });
      own.simulators.juspay.next(
        faults.change(answer => ({ ...answer, linked: 'yes' })),
        { route: 'read', times: 3 },
      );
      expect(await authenticate(wallet, own)).toMatchObject({ __typename: 'ProviderUnavailableError' });
      expect(commands(wallet, own)).toEqual([]);
    });
  });

  test('whose answer was lost sends no second code, whatever is asked with its key', async () => {
    await withGateway({ environment: inHaste }, async own => {
      const wallet = walletOf(own);
      own.simulators.juspay.next(faults.hang({ applied: true }), { route: 'change' });
      const key = freshKey();
      const first = await authenticate(wallet, own, key);
      expect(first).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'RETRY_WITH_NEW_KEY' });
      expect(await authenticate(wallet, own, key)).toEqual(first);
      expect(commands(wallet, own)).toHaveLength(1);
      // The customer wants another code: that is another key.
      expect(await authenticate(wallet, own)).toMatchObject({ __typename: 'OneTimeCodeSent' });
      expect(commands(wallet, own)).toHaveLength(2);
    });
  });

  test('twice at once with one key sends one code', async () => {
    const wallet = walletOf(gateway);
    const key = freshKey();
    const answers = await Promise.all([1, 2, 3].map(() => authenticate(wallet, gateway, key)));
    expect(answers.map(answer => answer?.__typename)).toEqual(Array(3).fill('OneTimeCodeSent'));
    expect(commands(wallet)).toHaveLength(1);
  });
});

describe('linkWalletAccount', () => {
  test('with the right code links the wallet, and no answer holds its one-time token', async () => {
    const wallet = walletOf(gateway, { balance: '250.75' });
    await authenticate(wallet);
    const answer = await link(wallet, right);
    expect(answer).toMatchObject({
      __typename: 'WalletAccountLinked',
      walletAccount: { id: wallet.walletAccountId, state: 'ACTIVE', linked: true, currentBalance: '250.75' },
    });
    expect(commands(wallet).at(-1)).toEqual({ command: 'link', otp: right });
    const told = gateway.simulators.juspay.exchanges.at(-1)?.answer?.body ?? '';
    const [, token = 'none'] = /"(tok_\w+)"/.exec(told) ?? [];
    expect(token).toMatch(/^tok_/);
    expect(JSON.stringify([answer, gateway.lines])).not.toContain(token);
    expect((await gateway.execute(NodeDocument, { id: wallet.walletAccountId })).node).toMatchObject({ linked: true });
  });

  test('with a wrong code says so, and how many guesses are left', async () => {
    const wallet = walletOf(gateway);
    await authenticate(wallet);
    expect(await link(wallet, wrong)).toMatchObject({
      __typename: 'OneTimeCodeRejectedError',
      code: 'ONE_TIME_CODE_REJECTED',
      provider: 'JUSPAY',
      retry: 'DO_NOT_RETRY',
      attemptsLeft: 4,
      operation: { status: 'FAILED', result: { __typename: 'OneTimeCodeRejectedError' } },
    });
    expect(await link(wallet, right)).toMatchObject({ __typename: 'WalletAccountLinked' });
  });

  test('a 400 that names the code is a wrong code, too', async () => {
    await withGateway({}, async own => {
      const wallet = walletOf(own);
      const body = {
        status: 'Invalid Request',
        error_code: 'Invalid Request',
        error_message: 'otp: wrong',
        error_info: { code: 'INVALID_INPUT', fields: [{ field_name: 'otp', reason: 'wrong' }] },
      };
      own.simulators.juspay.next(faults.answer(400, { body }), { route: 'change' });
      expect(await link(wallet, right, own)).toMatchObject({
        __typename: 'OneTimeCodeRejectedError',
        attemptsLeft: 4,
        providerResponse: { httpStatus: 400, code: 'INVALID_INPUT' },
      });
      own.simulators.juspay.next(faults.answer(400, { body: { ...body, error_info: { code: 'INVALID_ACTION' } } }), {
        route: 'change',
      });
      expect(await link(wallet, right, own)).toMatchObject({ __typename: 'ConflictError', provider: 'JUSPAY' });
      own.simulators.juspay.next(faults.answer(400, { body: { ...body, error_info: { code: 'EXPIRED' } } }), {
        route: 'change',
      });
      expect(await link(wallet, right, own)).toMatchObject({ __typename: 'OneTimeCodeRejectedError', attemptsLeft: 2 });
    });
  });

  test('of a wallet that is known to be linked is not sent, and uses no guess up', async () => {
    const wallet = walletOf(gateway, { linked: true });
    await gateway.execute(NodeDocument, { id: wallet.walletAccountId });
    const before = calls();
    expect(await link(wallet, right)).toMatchObject({ __typename: 'ConflictError', provider: null });
    expect(calls()).toBe(before);
  });

  test('whose answer was lost is found by reading the wallet, and the code is not sent again', async () => {
    await withGateway({ environment: inHaste }, async own => {
      const wallet = walletOf(own);
      await authenticate(wallet, own);
      own.simulators.juspay.next(faults.hang({ applied: true }), { route: 'change' });
      const key = freshKey();
      expect(await link(wallet, right, own, key)).toMatchObject({
        __typename: 'OutcomeUnknownError',
        retry: 'FOLLOW_OPERATION',
      });
      expect(await link(wallet, right, own, key)).toMatchObject({
        __typename: 'WalletAccountLinked',
        walletAccount: { linked: true },
      });
      expect(commands(wallet, own).map(({ command }) => command)).toEqual(['authenticate', 'link']);
    });
  });

  test('that never arrived is told as it is: not linked, and a new key asks anew', async () => {
    await withGateway({}, async own => {
      const wallet = walletOf(own);
      await authenticate(wallet, own);
      own.simulators.juspay.next(faults.reset('before-answer'), { route: 'change' });
      const key = freshKey();
      expect(await link(wallet, right, own, key)).toMatchObject({ __typename: 'OutcomeUnknownError' });
      // While it is not known, no other command may begin: it could undo the link, or be undone by it.
      const before = commands(wallet, own).length;
      expect(await delink(wallet, own)).toMatchObject({
        __typename: 'ConflictError',
        provider: null,
        retry: 'RETRY_WITH_SAME_KEY',
        operation: null,
      });
      expect(await authenticate(wallet, own)).toMatchObject({ __typename: 'ConflictError', provider: null });
      expect(commands(wallet, own)).toHaveLength(before);
      let answer = await link(wallet, right, own, key);
      while (answer?.__typename === 'OutcomeUnknownError' && answer.retry === 'FOLLOW_OPERATION') {
        answer = await link(wallet, right, own, key);
      }
      expect(answer).toMatchObject({
        __typename: 'OutcomeUnknownError',
        retry: 'RETRY_WITH_NEW_KEY',
        message: 'The wallet is not linked: the code did not arrive, or was not accepted.',
      });
      expect(await link(wallet, right, own)).toMatchObject({ __typename: 'WalletAccountLinked' });
      expect(commands(wallet, own).filter(({ command }) => command === 'link')).toHaveLength(2);
    });
  }, 60_000);

  test.each(['True', 'TRUE'])('is done where the answer says so as %s', async linked => {
    await withGateway({}, async own => {
      const wallet = walletOf(own);
      await authenticate(wallet, own);
      own.simulators.juspay.next(
        faults.change(answer => ({ ...answer, linked })),
        { route: 'change' },
      );
      expect(await link(wallet, right, own)).toMatchObject({ __typename: 'WalletAccountLinked' });
    });
  });

  test.each([['yes'], [1], [null], [undefined]])(
    'whose answer does not say whether it is linked (%s) is no wrong code: the wallet is read',
    async linked => {
      await withGateway({}, async own => {
        const wallet = walletOf(own);
        await authenticate(wallet, own);
        own.simulators.juspay.next(
          faults.change(answer => ({ ...answer, linked })),
          { route: 'change' },
        );
        const key = freshKey();
        expect(await link(wallet, right, own, key)).toMatchObject({ __typename: 'OutcomeUnknownError' });
        expect(await link(wallet, right, own, key)).toMatchObject({ __typename: 'WalletAccountLinked' });
      });
    },
  );
});

describe('guesses at a code', () => {
  const document = (guesses: number): string =>
    `mutation ($id: ID!) {${Array.from(
      { length: guesses },
      (_, index) =>
        `g${index}: linkWalletAccount(input: {idempotencyKey: "guess-${count}-${index}", walletAccountId: $id, otp: "${index}0"}) { __typename ... on OneTimeCodeRejectedError { attemptsLeft } ... on MutationError { provider retry retryAfterSeconds } }`,
    ).join('\n')}}`;

  test('ten, as many as a document may hold, are five calls, and the rest is told to wait', async () => {
    const wallet = walletOf(gateway);
    const before = calls();
    const { data } = await gateway.send<Record<string, Guess>, object>(document(10), { id: wallet.walletAccountId });
    expect(calls() - before).toBe(5);
    const answers = Object.values(data ?? {});
    expect(answers.slice(0, 5).map(({ attemptsLeft }) => attemptsLeft)).toEqual([4, 3, 2, 1, 0]);
    for (const answer of answers.slice(5)) {
      expect(answer).toMatchObject({ __typename: 'RateLimitedError', provider: null, retry: 'RETRY_WITH_SAME_KEY' });
      expect(answer.retryAfterSeconds).toBeGreaterThan(3_000);
      expect(answer.retryAfterSeconds).toBeLessThanOrEqual(3_600);
    }
  });

  test('a hundred in parallel requests are at most five calls', async () => {
    const wallet = walletOf(gateway);
    const before = calls();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => link(wallet, `${index}0`)));
    expect(calls() - before).toBeLessThanOrEqual(5);
    const counts = Map.groupBy(answers, answer => answer?.__typename);
    expect(counts.get('OneTimeCodeRejectedError')?.length).toBe(calls() - before);
    // One at a time: the others were told to come again, or that there were too many.
    const others = (counts.get('ConflictError')?.length ?? 0) + (counts.get('RateLimitedError')?.length ?? 0);
    expect(others).toBe(100 - (calls() - before));
    // Those who come again are too many soon.
    for (let round = 0; round < 5; round += 1) await link(wallet, `${round}0`);
    expect(calls() - before).toBe(5);
    expect(await link(wallet, right)).toMatchObject({ __typename: 'RateLimitedError' });
  });

  test('are counted by the wallet, by whatever ids it is named', async () => {
    const wallet = walletOf(gateway);
    const names = [
      wallet.walletAccountId,
      idOf('another-customer', wallet.walletId),
      idOf(wallet.customerId, wallet.walletId, 'another-route'),
      idOf(wallet.customerId, wallet.walletId.toUpperCase()),
    ];
    const before = calls();
    for (let index = 0; index < 20; index += 1) {
      await link({ ...wallet, walletAccountId: names[index % names.length] ?? '' }, `${index}0`);
    }
    expect(calls() - before).toBe(5);
  });

  test('are counted on when the gateway is started anew', async () => {
    const folder = temporaryFolder();
    const environment = {
      STORE_URL: `sqlite:${join(folder, 'journal.db')}`,
      STORE_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    const walletId = await withGateway({ environment }, async own => {
      const wallet = walletOf(own);
      for (let index = 0; index < 4; index += 1) await link(wallet, `81723${index}0`, own);
      return wallet;
    });
    await withGateway({ environment }, async own => {
      const { walletId: id } = walletId;
      const before = calls(own);
      for (let index = 0; index < 3; index += 1) await link(walletId, `91723${index}0`, own);
      expect(calls(own) - before).toBe(1);
      expect(own.simulators.juspay.exchanges.at(-1)?.request.path).toBe(`/wallets/${id}`);
    });
    // At rest, no code can be read.
    expect(readFileSync(join(folder, 'journal.db')).includes('8172310')).toBe(false);
  });

  test('are one call each, also where Juspay says when to come back', async () => {
    await withGateway({}, async own => {
      const wallet = walletOf(own);
      own.simulators.juspay.always(faults.answer(429, { headers: { 'retry-after': '0' } }), { route: 'change' });
      for (let index = 0; index < 6; index += 1) {
        expect(await link(wallet, right, own)).toMatchObject({ __typename: 'RateLimitedError' });
      }
      expect(commands(wallet, own)).toHaveLength(5);
    });
  });

  test('of which nothing was sent are not used up', async () => {
    await withGateway({ environment: { JUSPAY_API_URL: 'http://127.0.0.1:9' } }, async own => {
      const wallet = walletOf(own);
      for (let index = 0; index < 7; index += 1) {
        expect(await link(wallet, right, own)).toMatchObject({ __typename: 'ProviderUnavailableError' });
      }
    });
  });
});

interface Guess {
  readonly __typename: string;
  readonly attemptsLeft?: number;
  readonly retryAfterSeconds?: number;
}

describe('refreshWalletAccount', () => {
  test('asks the wallet, and tells its balance', async () => {
    const wallet = walletOf(gateway, { linked: true, balance: '12.5' });
    expect(await refresh(wallet)).toMatchObject({
      __typename: 'WalletAccountRefreshed',
      walletAccount: { id: wallet.walletAccountId, currentBalance: '12.5', lastRefreshed: expect.any(String) },
    });
    expect(commands(wallet)).toEqual([{ command: 'refresh' }]);
  });

  test('whose answer does not say whether the wallet is linked is not believed', async () => {
    await withGateway({}, async own => {
      const wallet = walletOf(own, { linked: true });
      own.simulators.juspay.next(
        faults.change(({ linked: _gone, ...answer }) => answer),
        { route: 'change' },
      );
      expect(await refresh(wallet, own)).toMatchObject({
        __typename: 'OutcomeUnknownError',
        retry: 'RETRY_WITH_NEW_KEY',
      });
    });
  });

  test('of a wallet that is not linked is a conflict, and is not sent', async () => {
    const wallet = walletOf(gateway);
    expect(await refresh(wallet)).toMatchObject({ __typename: 'ConflictError', provider: null });
    expect(commands(wallet)).toEqual([]);
  });

  test('whose answer was lost is not asked for again by itself: that would end one-time tokens', async () => {
    await withGateway({}, async own => {
      const wallet = walletOf(own, { linked: true });
      own.simulators.juspay.next(faults.reset('before-answer', { applied: true }), { route: 'change' });
      const key = freshKey();
      const first = await refresh(wallet, own, key);
      expect(first).toMatchObject({ __typename: 'OutcomeUnknownError', retry: 'RETRY_WITH_NEW_KEY' });
      expect(await refresh(wallet, own, key)).toEqual(first);
      expect(commands(wallet, own)).toHaveLength(1);
      expect(await refresh(wallet, own)).toMatchObject({ __typename: 'WalletAccountRefreshed' });
    });
  });
});

describe('delinkWalletAccount', () => {
  test('takes the link away, and the wallet can be linked again', async () => {
    const wallet = walletOf(gateway, { linked: true });
    expect(await delink(wallet)).toMatchObject({
      __typename: 'WalletAccountDelinked',
      walletAccount: { id: wallet.walletAccountId, linked: false, state: 'PENDING', currentBalance: null },
    });
    expect(commands(wallet)).toEqual([{ command: 'delink' }]);
    expect((await gateway.execute(NodeDocument, { id: wallet.walletAccountId })).node).toMatchObject({ linked: false });
    await authenticate(wallet);
    expect(await link(wallet, right)).toMatchObject({ __typename: 'WalletAccountLinked' });
  });

  test('of a wallet that is not linked is done already', async () => {
    const wallet = walletOf(gateway);
    expect(await delink(wallet)).toMatchObject({
      __typename: 'WalletAccountDelinked',
      walletAccount: { linked: false },
    });
    expect(commands(wallet)).toEqual([]);
  });

  test.each([true, false])('whose answer was lost is repeated until it is done (it had been: %s)', async applied => {
    await withGateway({ environment: inHaste }, async own => {
      const wallet = walletOf(own, { linked: true });
      own.simulators.juspay.next(faults.hang({ applied }), { route: 'change' });
      const key = freshKey();
      expect(await delink(wallet, own, key)).toMatchObject({
        __typename: 'OutcomeUnknownError',
        retry: 'FOLLOW_OPERATION',
      });
      expect(await delink(wallet, own, key)).toMatchObject({ __typename: 'WalletAccountDelinked' });
      expect(commands(wallet, own)).toHaveLength(applied ? 1 : 2);
    });
  });

  test('of a wallet that is gone by the time it is repeated is unknown for good, without a person', async () => {
    await withGateway({ environment: inHaste }, async own => {
      const wallet = walletOf(own, { linked: true });
      own.simulators.juspay.next(faults.hang({ applied: true }), { route: 'change' });
      const key = freshKey();
      await delink(wallet, own, key);
      own.simulators.juspay.reset();
      expect(await delink(wallet, own, key)).toMatchObject({
        __typename: 'OutcomeUnknownError',
        retry: 'RETRY_WITH_NEW_KEY',
        operation: { status: 'FAILED' },
      });
    });
  });
});

describe('what names no wallet of Juspay', () => {
  const wrongIds = [
    ['nonsense', 'nonsense'],
    ['a wallet of LIQUIDO', globalId('LiquidoWalletAccount', '5b000000-0000-4000-8000-000000000001')],
    ['an id with a step upwards in it', globalId('JuspayWalletAccount', 'customer', 'Yw', '..')],
    ['an id that lacks a part', globalId('JuspayWalletAccount', 'customer', 'wlt_1')],
  ] as const;

  test.each(wrongIds)('%s is wrong input, found before anything is claimed or sent', async (_name, walletAccountId) => {
    const before = calls();
    const wallet = { walletAccountId, walletId: '', customerId: '' };
    const answers = [
      await authenticate(wallet),
      await link(wallet, right),
      await refresh(wallet),
      await delink(wallet),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({
        __typename: 'InvalidInputError',
        provider: null,
        operation: null,
        fields: [{ path: ['input', 'walletAccountId'], code: 'WRONG_ID' }],
      });
    }
    expect(calls()).toBe(before);
  });

  test('a wallet that Juspay does not know is not found', async () => {
    const wallet = { customerId: 'c', walletId: 'wlt_0', walletAccountId: idOf('customer-x', 'wlt_nobody0000000000') };
    expect(await authenticate(wallet)).toMatchObject({ __typename: 'NotFoundError', provider: 'JUSPAY' });
    expect(await link(wallet, right)).toMatchObject({ __typename: 'NotFoundError', provider: 'JUSPAY' });
  });
});

test('a create for a customer that Juspay does not know says what is missing, and where to read about it', async () => {
  const { createWalletAccount: answer } = await gateway.execute(CreateWalletAccountDocument, {
    input: { idempotencyKey: freshKey(), account: { juspay: { customerId: 'customer-000404', gateway: 'MOBIKWIK' } } },
  });
  expect(answer).toMatchObject({
    __typename: 'NotFoundError',
    message:
      'Juspay does not know what the input names. The customer must be made at Juspay first: docs/providers.md tells how.',
  });
});
