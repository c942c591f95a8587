import 'reflect-metadata';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../src/simulators/faults.js';
import type { JsonObject } from '../../src/simulators/json.js';
import { OperationByKeyDocument } from '../generated/operations.js';
import { freshKey, inHaste, startTestGateway, withGateway, type TestGateway } from '../support/gateway.js';
import { closedPort, listening } from '../support/ports.js';
import { growOlder } from '../support/time.js';
import {
  adviceFor,
  lateOutcomes,
  longWaits,
  outcomes,
  subjects,
  verdictOf,
  waitOutcomes,
  walletIn,
  type Outcome,
  type Result,
  type Subject,
  type Verdict,
} from './conformance.js';

let gateway: TestGateway;
beforeAll(async () => {
  // Nothing here is to meet a deadline but what is there for it.
  gateway = await startTestGateway({ environment: { PROVIDER_TIMEOUT_MS: '15000', SAME_KEY_WAIT_MS: '15000' } });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.simulators.reset());

/** What a result says, as far as the table speaks of it. */
function gist(result: Result): object {
  const { __typename, code, retry, retryAfterSeconds, provider, providerResponse, operation } = result;
  return {
    __typename,
    code,
    retry,
    retryAfterSeconds,
    provider,
    httpStatus: providerResponse?.httpStatus ?? null,
    status: operation?.status,
    attempts: operation?.attempts,
  };
}

function expectedGist(subject: Subject, verdict: Verdict): object {
  const { member, httpStatus } = verdict;
  const retryAfterSeconds = verdict.retryAfterSeconds ?? null;
  if (member === 'success') return gist({ __typename: subject.success });
  const { code, retry, status } = adviceFor(subject, member);
  const { provider } = subject;
  return { __typename: member, code, retry, retryAfterSeconds, provider, httpStatus, status, attempts: 1 };
}

/** The bodies of the creates that the provider saw. */
function sent(subject: Subject, at: TestGateway = gateway): string[] {
  const { exchanges } = subject.simulator(at.simulators);
  return exchanges.filter(({ route }) => route === 'create').map(({ request }) => request.body);
}

function creates(subject: Subject, at: TestGateway = gateway): number {
  return sent(subject, at).length;
}

function applied(subject: Subject, at: TestGateway = gateway): number {
  return subject.simulator(at.simulators).ledger.length;
}

async function operationOf(subject: Subject, idempotencyKey: string, at: TestGateway = gateway) {
  const { operationByKey } = await at.execute(OperationByKeyDocument, { mutation: subject.mutation, idempotencyKey });
  return operationByKey;
}

/** Lets one create meet the outcome, and sends its key again. Then one goes well: failures in a row would open the circuit. */
async function meet(subject: Subject, outcome: Outcome, at: TestGateway = gateway): Promise<void> {
  await meetAlone(subject, outcome, at);
  expect((await subject.send(at, subject.input(freshKey()))).__typename).toBe(subject.success);
}

async function meetAlone(subject: Subject, outcome: Outcome, at: TestGateway): Promise<void> {
  const verdict = verdictOf(outcome, subject);
  const { member, requests = 1 } = verdict;
  const isDone = member === 'success';
  const isUnknown = member === 'OutcomeUnknownError';
  const key = freshKey();
  const input = subject.input(key);
  const faultsInTurn = [
    outcome.fault(subject, input),
    ...(outcome.secondFault === undefined ? [] : [outcome.secondFault]),
  ];
  if (outcome.hasToken === true) {
    await subject.send(at, subject.input(freshKey()));
    growOlder(5_000); // one that is younger is not renewed
    at.simulators.reset();
  }
  for (const fault of faultsInTurn.slice(0, requests)) subject.simulator(at.simulators).next(fault);

  const first = await subject.send(at, input);
  expect(gist(first)).toEqual(expectedGist(subject, verdict));
  expect(creates(subject, at)).toBe(requests);
  expect(applied(subject, at)).toBe(isDone || outcome.isApplied === true ? 1 : 0);
  const status = isDone ? 'SUCCEEDED' : adviceFor(subject, member).status;
  const { provider } = subject;
  expect(await operationOf(subject, key, at)).toMatchObject({ status, attempts: 1, provider, idempotencyKey: key });

  const again = await subject.send(at, input);
  if (isDone) expect(again).toEqual(first);
  else if (isUnknown) {
    const isFound = subject.settles === 'by resending' || (subject.settles === 'by looking' && outcome.isApplied);
    if (isFound) {
      expect(gist(again)).toEqual(gist({ __typename: subject.success }));
      expect(walletIn(again)?.providerId).toBe(subject.simulator(at.simulators).ledger[0]?.resourceId);
      expect(await operationOf(subject, key, at)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 });
      expect(await subject.send(at, input)).toEqual(again);
    } else {
      const { code, retry } = adviceFor(subject, member);
      expect(again).toMatchObject({ __typename: member, code, retry, provider, operation: { status, attempts: 1 } });
    }
    expect(applied(subject, at)).toBe(isFound || outcome.isApplied === true ? 1 : 0);
    if (subject.settles === 'by resending') {
      expect(creates(subject, at)).toBe(requests + 1);
      expect(new Set(sent(subject, at)).size).toBe(1); // the very same body, with the same key in it
    } else expect(creates(subject, at)).toBe(requests);
    return;
  } else {
    expect(again.__typename).toBe(subject.success);
    expect(await operationOf(subject, key, at)).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
  }
  expect(creates(subject, at)).toBe(isDone ? requests : requests + 1);
  expect(applied(subject, at)).toBe(1);
}

for (const subject of subjects) {
  describe(`${subject.provider} › ${subject.mutation}`, () => {
    const simulator = () => subject.simulator(gateway.simulators);

    for (const outcome of outcomes.filter(({ only }) => only?.includes(subject.provider) ?? true)) {
      test(`${outcome.title} › ${verdictOf(outcome, subject).member}`, () => meet(subject, outcome));
    }

    test('a Retry-After that is a date › tells the seconds until then', async () => {
      const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
      await withGateway({}, async at => {
        subject.simulator(at.simulators).next(faults.answer(429, { headers: { 'retry-after': date.toUTCString() } }));
        const before = Date.now();
        const { retryAfterSeconds = null } = await subject.send(at, subject.input(freshKey()));
        const after = Date.now();
        expect(retryAfterSeconds).toBeLessThanOrEqual(Math.ceil((date.getTime() - before) / 1000));
        expect(retryAfterSeconds).toBeGreaterThanOrEqual(Math.ceil((date.getTime() - after) / 1000));
      });
    });

    test('a redirect to another host › is not followed, and its outcome is unknown', async () => {
      const visits: string[] = [];
      const elsewhere = createServer((request, response) => {
        visits.push(request.url ?? '');
        response.end('{}');
      });
      const location = `http://127.0.0.1:${await listening(elsewhere)}/`;
      for (const status of [301, 302, 303, 307, 308]) {
        gateway.simulators.reset();
        const fault = () => faults.answer(status, { headers: { location } });
        const verdict = { member: 'OutcomeUnknownError', httpStatus: status } as const;
        await meet(subject, { title: `status ${status}`, fault, verdict });
      }
      elsewhere.close();
      expect(visits).toEqual([]);
    });

    test('a member that is missing or of another type › never spoils a success', async () => {
      for (const path of subject.members) {
        for (const value of [undefined, null, 42, -1.5, true, 'text', '', [], {}, [{}], { id: 1 }]) {
          simulator().next(faults.change(body => changedAt(body, path, value)));
          const { __typename } = await subject.send(gateway, subject.input(freshKey()));
          expect({ path, value, __typename }).toEqual({ path, value, __typename: subject.success });
        }
      }
    });

    test('words that nobody documented › are folded, and the success is one', async () => {
      // 299 is the simulators' name for it.
      const input = JSON.parse(
        JSON.stringify(subject.input(freshKey())).replace(/(000)(?=")|(?<=\+573000000)001/, '299'),
      ) as object;
      const result = await subject.send(gateway, input);
      expect(result.__typename).toBe(subject.success);
      if (subject.strangeState !== null) expect(walletIn(result)?.state).toBe(subject.strangeState);
      expect(simulator().ledger).toHaveLength(1);
    });

    test('an error of another type in each of its members › is told apart by its status', async () => {
      const names = [
        'id',
        'code',
        'message',
        'details',
        'error',
        'errors',
        'error_code',
        'error_message',
        'error_info',
      ];
      for (const value of [null, 42, true, [], {}, [null], [42], [{}], [{ code: 1 }], { fields: [null, 42] }]) {
        simulator().next(faults.answer(409, { body: Object.fromEntries(names.map(name => [name, value])) }));
        const { __typename } = await subject.send(gateway, subject.input(freshKey()));
        expect({ value, __typename }).toEqual({ value, __typename: 'ConflictError' });
      }
    });

    test('a word that every JavaScript object inherits › is a word like any other', async () => {
      for (const word of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf']) {
        const error = { code: word, error_code: word, error_info: { code: word, fields: [{ field_name: word }] } };
        simulator().next(faults.answer(403, { body: { ...error, details: [{ code: word, target: word }] } }));
        const refused = await subject.send(gateway, subject.input(freshKey()));
        expect({ word, member: refused.__typename }).toEqual({ word, member: 'ProviderAccessDeniedError' });
        simulator().next(faults.change(body => ({ ...body, status: word, walletType: word, wallet: word })));
        const { __typename } = await subject.send(gateway, subject.input(freshKey()));
        expect({ word, __typename }).toEqual({ word, __typename: subject.success });
      }
    });

    test('an error that is no JSON › is told apart by its status, and none of it is shown', async () => {
      const bodies = ['<html>secret page</html>', 'secret text', '', '[', 'null', Uint8Array.of(0xff)];
      for (const body of bodies) {
        simulator().next(faults.answer(409, { body, headers: { 'content-type': 'text/html' } }));
        const result = await subject.send(gateway, subject.input(freshKey()));
        expect(result).toMatchObject({ __typename: 'ConflictError', providerResponse: { code: null, message: null } });
        expect(JSON.stringify(result)).not.toMatch(/secret (?:page|text)/);
      }
    });

    if (subject.settles !== 'never') {
      // Juspay may answer a second create with the first one's wallet, which its pages leave open.
      const isShared = subject.provider === 'JUSPAY';
      test(`a success about a wallet that another operation made › is ${isShared ? '' : 'not '}believed`, async () => {
        const input = subject.input(freshKey());
        const first = await subject.send(gateway, input);
        const told = simulator().exchanges.findLast(({ route }) => route === 'create')?.answer;
        simulator().next(faults.answer(told?.status ?? 200, { applied: true, body: told?.body ?? '' }));
        const other = { ...input, idempotencyKey: freshKey() };
        const second = await subject.send(gateway, other);
        if (isShared) {
          expect(walletIn(second)).toEqual(walletIn(first));
          return;
        }
        expect(second).toMatchObject({ __typename: 'OutcomeUnknownError', operation: { status: 'UNKNOWN' } });
        const operationId = second.operation?.id;
        // Moov's answer says by its label that it is another one's, before the journal does.
        const alarm =
          subject.provider === 'MOOV'
            ? { level: 40, msg: 'an answer could not be read', provider: 'MOOV' }
            : { level: 50, msg: "an answer held another operation's wallet", operationId };
        expect(gateway.lines).toContainEqual(expect.objectContaining(alarm));
        const found = await subject.send(gateway, other);
        expect(walletIn(found)?.providerId).toBe(simulator().ledger[1]?.resourceId);
        expect(walletIn(found)?.providerId).not.toBe(walletIn(first)?.providerId);
      });
    }

    test('a key that is sent while its request is lost, twenty times › is one create, looked for once', async () => {
      const input = subject.input(freshKey());
      simulator().next(faults.reset('before-answer', { applied: true }));
      const results = await Promise.all(Array.from({ length: 20 }, () => subject.send(gateway, input)));
      const last = await subject.send(gateway, input);
      // Some came in time to share the attempt's end, others after it.
      for (const { __typename } of results) expect(['OutcomeUnknownError', last.__typename]).toContain(__typename);
      expect(last.__typename).toBe(subject.settles === 'never' ? 'OutcomeUnknownError' : subject.success);
      expect(creates(subject)).toBe(subject.settles === 'by resending' ? 2 : 1);
      expect(new Set(sent(subject)).size).toBe(1);
      expect(applied(subject)).toBe(1);
    });
  });
}

function changedAt(body: JsonObject, [first = '', ...rest]: readonly string[], value: unknown): JsonObject {
  if (rest.length > 0) return { ...body, [first]: changedAt((body[first] ?? {}) as JsonObject, rest, value) };
  return { ...body, [first]: value };
}

describe('the deadline', () => {
  let hasty: TestGateway;
  beforeAll(async () => {
    hasty = await startTestGateway({ environment: inHaste });
  });
  afterAll(() => hasty.stop());
  beforeEach(() => hasty.simulators.reset());

  for (const outcome of lateOutcomes) {
    test(`${outcome.title} › OutcomeUnknownError at every provider, in time`, async () => {
      await Promise.all(subjects.map(subject => meet(subject, outcome, hasty)));
    });
  }
});

describe('a provider that asks for a pause', () => {
  const patient = { environment: { PROVIDER_TIMEOUT_MS: '15000', SAME_KEY_WAIT_MS: '15000' } };

  for (const outcome of waitOutcomes) {
    test(`${outcome.title} › ${outcome.verdict.member} at every provider, when the pause is over`, () =>
      withGateway(patient, async at => {
        await Promise.all(subjects.map(subject => meet(subject, outcome, at)));
      }));
  }

  for (const [header, value, seconds] of longWaits) {
    test(`status 429 with ${header}: ${value} › RateLimitedError, and nothing more is sent meanwhile`, () =>
      withGateway(patient, async at => {
        const meetLongWait = async (subject: Subject): Promise<void> => {
          const input = subject.input(freshKey());
          subject.simulator(at.simulators).next(faults.answer(429, { headers: { [header]: value } }));
          const verdict = { member: 'RateLimitedError', httpStatus: 429, retryAfterSeconds: seconds } as const;
          expect(gist(await subject.send(at, input))).toEqual(expectedGist(subject, verdict));
          for (const held of [input, subject.input(freshKey())]) {
            const result = await subject.send(at, held);
            expect(result).toMatchObject({ __typename: 'RateLimitedError', provider: subject.provider });
            expect(result.retryAfterSeconds).toBeGreaterThan(0);
            expect(result.retryAfterSeconds).toBeLessThanOrEqual(Math.min(60, seconds));
          }
          expect(creates(subject, at)).toBe(1);
          expect(applied(subject, at)).toBe(0);
        };
        await Promise.all(subjects.map(meetLongWait));
      }));
  }
});

describe('a provider that cannot be reached', () => {
  async function stays(at: TestGateway, subject: Subject): Promise<void> {
    const key = freshKey();
    const input = subject.input(key);
    const verdict = { member: 'ProviderUnavailableError', httpStatus: null } as const;
    expect(gist(await subject.send(at, input))).toEqual(expectedGist(subject, verdict));
    expect(await operationOf(subject, key, at)).toMatchObject({ status: 'FAILED', attempts: 1 });
    expect(await subject.send(at, input)).toMatchObject({
      __typename: 'ProviderUnavailableError',
      operation: { attempts: 2 },
    });
    expect(creates(subject, at)).toBe(0);
  }

  test('nobody listens where its API should be › ProviderUnavailableError, and nothing was sent', async () => {
    const url = `http://127.0.0.1:${await closedPort()}`;
    const environment = Object.fromEntries(subjects.map(({ urlSetting }) => [urlSetting, url]));
    const lonely = await startTestGateway({ environment });
    try {
      for (const subject of subjects) await stays(lonely, subject);
    } finally {
      await lonely.stop();
    }
  });

  test('it was stopped, its token endpoint too › ProviderUnavailableError, and nothing was sent', async () => {
    const lonely = await startTestGateway();
    try {
      await Promise.all(subjects.map(subject => subject.simulator(lonely.simulators).stop()));
      for (const subject of subjects) await stays(lonely, subject);
    } finally {
      await lonely.stop();
    }
  });
});

test('Equals Money › a new key after an unknown outcome starts over', async () => {
  const subject = subjects.find(({ provider }) => provider === 'EQUALS_MONEY');
  if (subject === undefined) throw new Error('It is in the table.');
  const input = subject.input(freshKey());
  gateway.simulators.equalsMoney.next(faults.reset('before-answer', { applied: true }));
  expect(await subject.send(gateway, input)).toMatchObject({ retry: 'RETRY_WITH_NEW_KEY' });
  const anew = await subject.send(gateway, { ...input, idempotencyKey: freshKey() });
  expect(anew.__typename).toBe('CardTokenProvisioned');
});
