import 'reflect-metadata';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/core/clock.js';
import { Events } from '../../src/core/events.js';
import { MutationFailure } from '../../src/core/failures.js';
import { WalletProvider } from '../../src/core/provider.js';
import { faults, type Fault } from '../../src/simulators/faults.js';
import type { Simulators } from '../../src/simulators/index.js';
import { connect } from '../../src/upstream/client.js';
import { clientCredentials } from '../../src/upstream/oauth.js';
import { NodeDocument } from '../generated/operations.js';
import { subjects, type Subject } from '../providers/conformance.js';
import {
  freshKey,
  startTestGateway,
  withGateway,
  type TestGateway,
  type TestGatewayOptions,
} from '../support/gateway.js';
import { closedPort, listening } from '../support/ports.js';
import { growOlder } from '../support/time.js';

const renewing = subjects.filter(({ renewsToken }) => renewsToken);

/** A token that is refused sooner is not fetched again. */
const noLongerYoungMs = 5_000;

/** Both have a token desk. */
function simulatorOf(subject: Subject, simulators: Simulators) {
  return subject.provider === WalletProvider.PINGONE ? simulators.pingone : simulators.liquido;
}

/** A machine may be busy, or stand still for a second or two: that is nothing to what is shown here. */
const unhurried = { PROVIDER_TIMEOUT_MS: '15000' };

const running: TestGateway[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(gateway => gateway.stop()));
});

async function start(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const gateway = await startTestGateway({ ...options, environment: { ...unhurried, ...options.environment } });
  running.push(gateway);
  return gateway;
}

function counts(subject: Subject, gateway: TestGateway) {
  const { exchanges, ledger } = simulatorOf(subject, gateway.simulators);
  const of = (kind: string) => exchanges.filter(({ route }) => route === kind);
  return { tokens: of('token').length, creates: of('create').length, applied: ledger.length };
}

let phones = 0;
/** LIQUIDO remembers nothing of a phone number, but the requests should differ. */
function inputFor(subject: Subject): object {
  phones += 1;
  const text = JSON.stringify(subject.input(freshKey()));
  return JSON.parse(text.replace('Ana Example', `Ana Example ${phones}`)) as object;
}

for (const subject of renewing) {
  describe(subject.provider, () => {
    const authSetting = subject.provider === WalletProvider.PINGONE ? 'PINGONE_AUTH_URL' : 'LIQUIDO_AUTH_URL';

    test('fifty first requests at once › cost one token', async () => {
      const gateway = await start();
      const results = await Promise.all(Array.from({ length: 50 }, () => subject.send(gateway, inputFor(subject))));
      expect(new Set(results.map(({ __typename }) => __typename))).toEqual(new Set([subject.success]));
      expect(counts(subject, gateway)).toEqual({ tokens: 1, creates: 50, applied: 50 });
    });

    test('a token that was revoked › is renewed once for all who wait, and each request is sent once more', async () => {
      const gateway = await start();
      const simulator = simulatorOf(subject, gateway.simulators);
      await subject.send(gateway, inputFor(subject));
      growOlder(noLongerYoungMs);
      simulator.reset();
      simulator.tokens.revokeAll();
      const results = await Promise.all(Array.from({ length: 30 }, () => subject.send(gateway, inputFor(subject))));
      expect(new Set(results.map(({ __typename }) => __typename))).toEqual(new Set([subject.success]));
      const { tokens, creates, applied } = counts(subject, gateway);
      expect({ tokens, applied }).toEqual({ tokens: 1, applied: 30 });
      expect(creates).toBeLessThanOrEqual(60);
    });

    test('tokens that are all refused › a request is sent twice, never a third time; the next one once', async () => {
      const gateway = await start();
      const simulator = simulatorOf(subject, gateway.simulators);
      await subject.send(gateway, inputFor(subject));
      growOlder(noLongerYoungMs);
      simulator.reset();
      simulator.next(faults.answer(401, { body: {} }), { times: 100 });
      const result = await subject.send(gateway, inputFor(subject));
      expect(result).toMatchObject({ __typename: 'ProviderAccessDeniedError', providerResponse: { httpStatus: 401 } });
      expect(counts(subject, gateway)).toEqual({ tokens: 1, creates: 2, applied: 0 });
      expect(await subject.send(gateway, inputFor(subject))).toMatchObject({ __typename: 'ProviderAccessDeniedError' });
      expect(counts(subject, gateway)).toEqual({ tokens: 1, creates: 3, applied: 0 });
    });

    const answers: readonly (readonly [title: string, fault: Fault, member: string, more?: object])[] = [
      ['400', faults.answer(400, { body: { error: 'invalid_client' } }), 'ProviderAccessDeniedError'],
      ['401', faults.answer(401, { body: { error: 'invalid_client' } }), 'ProviderAccessDeniedError'],
      ['403', faults.answer(403), 'ProviderAccessDeniedError'],
      [
        '429',
        faults.answer(429, { headers: { 'retry-after': '60' } }),
        'RateLimitedError',
        { retryAfterSeconds: 60, retry: 'RETRY_WITH_SAME_KEY' },
      ],
      ['408', faults.answer(408), 'ProviderUnavailableError'],
      ['500', faults.answer(500), 'ProviderUnavailableError'],
      ['502 with a page of HTML', faults.answer(502, { body: '<html>' }), 'ProviderUnavailableError'],
      ['a redirect', faults.answer(302, { headers: { location: 'http://127.0.0.1:9/' } }), 'ProviderUnavailableError'],
      ['a reset', faults.reset('before-answer'), 'ProviderUnavailableError'],
      ['half an answer', faults.torn(), 'ProviderUnavailableError'],
      ['nothing until the deadline', faults.hang(), 'ProviderUnavailableError'],
      ['200 with a page of HTML', faults.answer(200, { body: '<html>' }), 'ProviderUnavailableError'],
      ['200 with nothing', faults.answer(200), 'ProviderUnavailableError'],
      ['200 without a token', faults.answer(200, { body: { expires_in: 3600 } }), 'ProviderUnavailableError'],
      [
        '200 with an empty token',
        faults.answer(200, { body: { access_token: '', expires_in: 3600 } }),
        'ProviderUnavailableError',
      ],
      [
        '200 with a token that is a number',
        faults.answer(200, { body: { access_token: 7, expires_in: 3600 } }),
        'ProviderUnavailableError',
      ],
      [
        '200 with a token that is no header value',
        faults.answer(200, { body: { access_token: 'a\r\nx-evil: 1', expires_in: 3600 } }),
        'ProviderUnavailableError',
      ],
    ];
    test('callers who wait for one token that does not come › each gets its own operation', async () => {
      await withGateway({}, async gateway => {
        simulatorOf(subject, gateway.simulators).next(faults.answer(503), { route: 'token' });
        const inputs = Array.from({ length: 10 }, () => inputFor(subject));
        const results = await Promise.all(inputs.map(input => subject.send(gateway, input)));
        const failed = results.filter(({ __typename }) => __typename === 'ProviderUnavailableError');
        expect(failed.length).toBeGreaterThan(1);
        expect(new Set(failed.map(({ operation }) => operation?.id)).size).toBe(failed.length);
      });
    });

    test('a second try after a 401 › has only what is left of the one deadline', async () => {
      await withGateway({ environment: { PROVIDER_TIMEOUT_MS: '3000' } }, async gateway => {
        const simulator = simulatorOf(subject, gateway.simulators);
        await subject.send(gateway, inputFor(subject));
        growOlder(noLongerYoungMs);
        simulator.next(faults.delay(2_200), { route: 'token' });
        simulator.tokens.revokeAll();
        simulator.next(faults.answer(401));
        simulator.next(faults.hang());
        const since = performance.now();
        const result = await subject.send(gateway, inputFor(subject));
        // With a deadline of its own the second try would end after 5200 ms at the earliest.
        expect(performance.now() - since).toBeLessThan(5_100);
        expect(['OutcomeUnknownError', 'ProviderUnavailableError']).toContain(result.__typename);
      });
    });

    describe('the token endpoint answers', () => {
      for (const [title, fault, member, more = {}] of answers) {
        const isHeld = member === 'RateLimitedError';
        const then = isHeld ? 'nor is the next request, which would come too early' : 'and the next request asks again';
        test(`${title} › ${member}, nothing was sent, ${then}`, async () => {
          const gateway = await start(fault.does === 'hang' ? { environment: { PROVIDER_TIMEOUT_MS: '5000' } } : {});
          const simulator = simulatorOf(subject, gateway.simulators);
          expect((await subject.send(gateway, inputFor(subject))).__typename).toBe(subject.success); // a token is held
          growOlder(noLongerYoungMs);
          simulator.reset();
          simulator.tokens.revokeAll();
          simulator.next(fault, { route: 'token' });
          const result = await subject.send(gateway, inputFor(subject));
          expect(result).toMatchObject({
            __typename: member,
            provider: subject.provider,
            providerResponse: fault.does === 'answer' ? { httpStatus: fault.status } : null,
            operation: { status: 'FAILED' },
            ...more,
          });
          // The one create request is that which found the old token refused.
          expect(counts(subject, gateway)).toEqual({ tokens: 1, creates: 1, applied: 0 });
          const next = await subject.send(gateway, inputFor(subject));
          expect(next.__typename).toBe(isHeld ? member : subject.success);
          if (isHeld) expect(counts(subject, gateway)).toEqual({ tokens: 1, creates: 1, applied: 0 });
        });
      }
    });

    test('no token endpoint at all › ProviderUnavailableError, and nothing was sent', async () => {
      const url = `http://127.0.0.1:${await closedPort()}`;
      const gateway = await start({ environment: { [authSetting]: url } });
      const result = await subject.send(gateway, inputFor(subject));
      expect(result).toMatchObject({ __typename: 'ProviderUnavailableError', retry: 'RETRY_WITH_SAME_KEY' });
      expect(counts(subject, gateway)).toEqual({ tokens: 0, creates: 0, applied: 0 });
    });

    for (const [title, expiresIn] of [
      ['0', 0],
      ['half a minute', 30],
      ['a minute', 60],
      ['missing', undefined],
      ['null', null],
      ['huge', 1e15],
      ['a moment in Unix time', Math.floor(Date.now() / 1000) + 3600],
      ['text', '3600'],
      ['no number', 'an hour'],
      ['negative', -5],
    ] as const) {
      test(`expires_in is ${title} › the token is used all the same, more than once`, async () => {
        const options = { expiresIn };
        const gateway = await start({
          simulators: { [subject.provider === WalletProvider.PINGONE ? 'pingone' : 'liquido']: options },
        });
        for (let round = 0; round < 3; round += 1) {
          expect((await subject.send(gateway, inputFor(subject))).__typename).toBe(subject.success);
        }
        expect(counts(subject, gateway)).toEqual({ tokens: 1, creates: 3, applied: 3 });
      });
    }
  });
}

describe('on the wire', () => {
  const [pingOne, liquido] = renewing;
  if (pingOne === undefined || liquido === undefined) throw new Error('They are in the table.');

  const tokenRequest = (gateway: TestGateway, subject: Subject) => {
    const found = simulatorOf(subject, gateway.simulators).exchanges.find(({ route }) => route === 'token');
    if (found === undefined) throw new Error('No token was asked for.');
    return found.request;
  };

  test('PingOne, basic › credentials in the header alone', async () => {
    const gateway = await start();
    await pingOne.send(gateway, inputFor(pingOne));
    const { environment } = gateway.simulators;
    const { headers, body, path } = tokenRequest(gateway, pingOne);
    const credentials = `${environment.PINGONE_CLIENT_ID}:${environment.PINGONE_CLIENT_SECRET}`;
    expect(headers.authorization).toBe(`Basic ${Buffer.from(credentials).toString('base64')}`);
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(body).toBe('grant_type=client_credentials');
    expect(path).toBe(`/${environment.PINGONE_ENVIRONMENT_ID}/as/token`);
  });

  test('PingOne, post › credentials in the body alone', async () => {
    const gateway = await start({ environment: { PINGONE_CLIENT_AUTH: 'post' } });
    expect((await pingOne.send(gateway, inputFor(pingOne))).__typename).toBe(pingOne.success);
    const { environment } = gateway.simulators;
    const { headers, body } = tokenRequest(gateway, pingOne);
    expect(headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'client_credentials',
      client_id: environment.PINGONE_CLIENT_ID,
      client_secret: environment.PINGONE_CLIENT_SECRET,
    });
  });

  test('LIQUIDO › credentials in the body, and both credentials on the create', async () => {
    const gateway = await start();
    await liquido.send(gateway, inputFor(liquido));
    const { environment } = gateway.simulators;
    const { headers, body, path } = tokenRequest(gateway, liquido);
    expect(path).toBe('/oauth2/token');
    expect(headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'client_credentials',
      client_id: environment.LIQUIDO_CLIENT_ID,
      client_secret: environment.LIQUIDO_CLIENT_SECRET,
    });
    const create = gateway.simulators.liquido.exchanges.find(({ route }) => route === 'create');
    expect(create?.request.headers.authorization).toMatch(/^Bearer \S+$/);
    expect(create?.request.headers['x-api-key']).toBe(environment.LIQUIDO_API_KEY);
  });

  test('a secret with every visible character › goes through Basic and form unharmed', async () => {
    const clientSecret = String.fromCharCode(...Array.from({ length: 0x7e - 0x20 }, (_item, index) => index + 0x21));
    for (const style of ['basic', 'post']) {
      const gateway = await start({
        simulators: { pingone: { clientSecret }, liquido: { clientSecret } },
        environment: { PINGONE_CLIENT_AUTH: style },
      });
      for (const subject of renewing) {
        expect((await subject.send(gateway, inputFor(subject))).__typename).toBe(subject.success);
      }
    }
  });

  test('PINGONE_WORKER_ENVIRONMENT_ID › stands in the token path, and nowhere else', async () => {
    const worker = 'AB000000-0000-4000-8000-0000000000FF';
    const gateway = await start({ environment: { PINGONE_WORKER_ENVIRONMENT_ID: worker } });
    await pingOne.send(gateway, inputFor(pingOne));
    const paths = gateway.simulators.pingone.exchanges.map(({ request }) => request.path);
    expect(paths).toEqual([`/${worker.toLowerCase()}/as/token`]); // refused there: the simulator's worker is another
  });

  test('PINGONE_AUTH_URL that ends in /as/token › is the whole address', async () => {
    const seen: string[] = [];
    const desk = createServer((request: IncomingMessage, response: ServerResponse) => {
      seen.push(`${request.method} ${request.url}`);
      request.resume();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ access_token: 'made-elsewhere', token_type: 'Bearer', expires_in: 3600 }));
    });
    const url = `http://127.0.0.1:${await listening(desk)}/as/token`;
    const gateway = await start({ environment: { PINGONE_AUTH_URL: url } });
    await pingOne.send(gateway, inputFor(pingOne));
    desk.close();
    desk.closeAllConnections();
    expect(new Set(seen)).toEqual(new Set(['POST /as/token']));
    const create = gateway.simulators.pingone.exchanges.find(({ route }) => route === 'create');
    expect(create?.request.headers.authorization).toBe('Bearer made-elsewhere');
  });

  test('PINGONE_API_URL that ends in /v1 › does not say it twice', async () => {
    const plain = await start();
    const gateway = await start({
      environment: {
        ...plain.simulators.environment,
        PINGONE_API_URL: `${plain.simulators.environment.PINGONE_API_URL}/v1`,
      },
    });
    expect((await pingOne.send(gateway, inputFor(pingOne))).__typename).toBe(pingOne.success);
    expect(plain.simulators.pingone.ledger[0]?.request.path).toMatch(/^\/v1\/environments\//);
  });

  test('a base URL with a path prefix › stands before every path, at every provider', async () => {
    const pathPrefix = '/proxy/wallets';
    const options = { pathPrefix };
    const gateway = await start({
      simulators: { pingone: options, juspay: options, liquido: options, equalsMoney: options, moov: options },
    });
    for (const subject of subjects) {
      const result = (await subject.send(gateway, inputFor(subject))) as unknown as Record<string, { id?: string }>;
      expect(result.__typename).toBe(subject.success);
      const { exchanges } = subject.simulator(gateway.simulators);
      expect(exchanges.map(({ request }) => request.path).filter(path => path.startsWith('outside'))).toEqual([]);
      const id = (result.digitalWallet ?? result.walletAccount ?? result.moovWallet)?.id;
      if (id !== undefined) expect((await gateway.execute(NodeDocument, { id })).node).not.toBeNull();
    }
  });
});

describe('renewal by the clock', () => {
  async function desk(expiresIn: unknown) {
    let issued = 0;
    let isHolding = false;
    const server = createServer((request, response) => {
      request.resume();
      const answer = () => {
        issued += 1;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ access_token: `token-${issued}`, expires_in: expiresIn }));
      };
      if (isHolding) release.push(answer);
      else answer();
    });
    const release: (() => void)[] = [];
    const tokenUrl = `http://127.0.0.1:${await listening(server)}/oauth2/token`;
    let now = Date.UTC(2026, 0, 15);
    const wire = {
      tenant: 'default',
      events: new Events(),
      clock: { ...systemClock, now: () => now },
      random: Math.random,
      timeoutMs: 5000,
      maximumBytes: 10_000,
      useProxy: false,
    };
    const dispatcher = connect(new URL(tokenUrl).origin, wire);
    const source = clientCredentials({
      provider: WalletProvider.LIQUIDO,
      tokenUrl,
      clientId: 'client',
      clientSecret: 'secret',
      clientAuthentication: 'post',
      dispatcher,
      wire,
    });
    return {
      token: () => source.token(performance.now() + 5000),
      tokenBy: (deadline: number) => source.token(deadline),
      refused: (token: string) => source.refused(token),
      pass: (seconds: number) => void (now += seconds * 1000),
      issued: () => issued,
      hold: (held: boolean) => void (isHolding = held),
      isAsked: async () => {
        while (release.length === 0) await new Promise(setImmediate);
      },
      release: () => release.splice(0).forEach(answer => answer()),
      async stop() {
        await dispatcher.destroy();
        server.close();
        server.closeAllConnections();
      },
    };
  }

  test('shortly before its end › the old token serves while the new one is fetched', async () => {
    const at = await desk(3600);
    expect(await at.token()).toBe('token-1');
    at.pass(2700);
    expect(await at.token()).toBe('token-1');
    expect(at.issued()).toBe(1); // it is not yet time
    at.hold(true);
    at.pass(800); // 3500 s: in the last tenth of its usable life
    expect(await at.token()).toBe('token-1');
    await at.isAsked();
    expect(await at.token()).toBe('token-1'); // still
    at.release();
    while ((await at.token()) !== 'token-2') await new Promise(setImmediate);
    expect(at.issued()).toBe(2);
    await at.stop();
  });

  test('in its last minute › a token is not used any more', async () => {
    const at = await desk(3600);
    await at.token();
    at.pass(3541);
    expect(await at.token()).toBe('token-2');
    await at.stop();
  });

  test('a renewal that fails › leaves the old token in use, and is tried again', async () => {
    const at = await desk(3600);
    await at.token();
    at.pass(3500);
    await at.stop(); // nobody answers any more
    for (let round = 0; round < 3; round += 1) expect(await at.token()).toBe('token-1');
  });

  test('a life shorter than the margin › the token serves for that life', async () => {
    const at = await desk(30);
    expect(await at.token()).toBe('token-1');
    at.pass(31);
    expect(await at.token()).toBe('token-2');
    await at.stop();
  });

  test('a life shorter than the margin › it is renewed half-way, once, however many ask', async () => {
    const at = await desk(60);
    for (let round = 0; round < 5; round += 1) expect(await at.token()).toBe('token-1');
    at.pass(29);
    for (let round = 0; round < 5; round += 1) expect(await at.token()).toBe('token-1');
    expect(at.issued()).toBe(1);
    at.hold(true);
    at.pass(2);
    for (let round = 0; round < 5; round += 1) expect(await at.token()).toBe('token-1');
    await at.isAsked();
    at.release();
    while ((await at.token()) !== 'token-2') await new Promise(setImmediate);
    expect(at.issued()).toBe(2);
    await at.stop();
  });

  test('a life of seconds › a token that is refused after half of it is dropped', async () => {
    const at = await desk(4);
    const first = await at.token();
    growOlder(2_000);
    expect(at.refused(first)).toBe(true);
    expect(await at.token()).toBe('token-2');
    await at.stop();
  });

  test('a refused token › is dropped; one that is held no longer changes nothing', async () => {
    const at = await desk(3600);
    const first = await at.token();
    growOlder(noLongerYoungMs);
    expect(at.refused(first)).toBe(true);
    expect(await at.token()).toBe('token-2');
    expect(at.refused(first)).toBe(true);
    expect(await at.token()).toBe('token-2');
    expect(at.issued()).toBe(2);
    await at.stop();
  });

  test('a caller whose time is over › fails alone, and those who wait get the token', async () => {
    const at = await desk(3600);
    at.hold(true);
    const patient = at.token();
    await at.isAsked();
    await expect(at.tokenBy(performance.now() - 1)).rejects.toBeInstanceOf(MutationFailure);
    at.release();
    expect(await patient).toBe('token-1');
    expect(at.issued()).toBe(1);
    await at.stop();
  });
});
