import { Writable } from 'node:stream';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { startGateway, type Gateway } from '../../src/gateway.js';
import { providers } from '../../src/providers/index.js';
import { startSimulators, type Simulators, type SimulatorsOptions } from '../../src/simulators/index.js';
import { tenantsNow } from '../../src/tenants.js';

/** A whole gateway over HTTP, with its simulators beside it unless it is told of other providers. */
export interface TestGateway {
  readonly url: string;
  readonly simulators: Simulators;
  /** Every line logged so far. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Sends a typed document as a client would; throws where the answer has `errors`. */
  execute<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;
  /** Sends anything, and gives the whole answer. */
  send<Data, Variables>(
    document: TypedDocumentNode<Data, Variables> | string,
    variables?: Variables,
  ): Promise<GraphQLAnswer<Data>>;
  /** The same gateway, as somebody with another Authorization header uses it. */
  as(authorization: string): Pick<TestGateway, 'execute' | 'send'>;
  stop(): Promise<void>;
}

export interface GraphQLAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export interface TestGatewayOptions {
  /** Settings of the gateway; those of the providers come last, so that a test may point them elsewhere. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly simulators?: SimulatorsOptions;
  /** The Authorization header of everything that is sent, where the gateway asks for one. */
  readonly authorization?: string;
}

/** For what hangs, or is waited for in vain. */
export const inHaste = { PROVIDER_TIMEOUT_MS: '3000', SAME_KEY_WAIT_MS: '500' };

export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const simulators = await startSimulators(options.simulators);
  const environment = {
    PORT: '0',
    LOG_LEVEL: 'trace',
    // A machine that is held up changes no verdict: nothing is given up before the test is.
    READ_TIMEOUT_MS: '60000',
    PROVIDER_TIMEOUT_MS: '60000',
    SAME_KEY_WAIT_MS: '60000',
    CREATES_PER_MINUTE: '0', // a test may make more than a caller should
    ...simulators.environment,
    ...options.environment,
  };
  const gateway = await startedWith(environment, sink).catch(async (error: unknown) => {
    await simulators.stop();
    throw error;
  });

  // For test/differential, where everything is sent once more.
  const recording = process.env.RECORD_REQUESTS === undefined ? null : await import('../differential/recording.js');

  // Every test is a test of secrecy: no credential in a log or an answer, nothing that a client sent in a log.
  const secrets = credentialsIn(environment);
  const personal = new Set<string>();
  const checkLines = () => {
    const logged = lines.map(line => JSON.stringify(line)).join('\n');
    for (const value of [...secrets, ...personal]) {
      if (logged.includes(value)) throw new Error(`The log holds ${JSON.stringify(value)}.`);
    }
  };

  const clientAs = (authorization: string | undefined): Pick<TestGateway, 'execute' | 'send'> => {
    if (authorization !== undefined) personal.add(authorization.replace(/^\S+ /, ''));
    const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
    const send: TestGateway['send'] = async (document, variables) => {
      const { input, owners, ids } = (variables ?? {}) as Readonly<Record<string, unknown>>; // whatever a document takes
      for (const text of textsIn([input, owners, ids]))
        if (text.length >= 8) personal.add(JSON.stringify(text).slice(1, -1));
      const query = typeof document === 'string' ? document : print(document);
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
      const text = await response.text();
      for (const secret of secrets) if (text.includes(secret)) throw new Error(`An answer holds ${secret}.`);
      return JSON.parse(text) as never; // the document's type says what the answer holds
    };
    return {
      send,
      async execute(document, variables) {
        const { data, errors } = await send(document, variables);
        if (errors !== undefined) throw new Error(JSON.stringify(errors));
        if (data == null) throw new Error('The answer has no data.');
        return data;
      },
    };
  };

  return {
    url: gateway.url,
    simulators: recording?.recorded(gateway.url, environment, simulators) ?? simulators,
    lines,
    ...clientAs(options.authorization),
    as: clientAs,
    async stop() {
      recording?.stopped(gateway.url);
      await gateway.stop();
      await simulators.stop();
      checkLines();
    },
  };
}

async function startedWith(
  environment: Readonly<Record<string, string | undefined>>,
  sink: Writable,
): Promise<Gateway> {
  const config = readConfig(environment, providers);
  return startGateway({
    config,
    tenants: tenantsNow({ file: config.tenantsFile, providers, environment, simulated: null }),
    providers,
    logger: pino({ level: config.logLevel }, sink),
    page: null,
  });
}

/** A gateway for one test, stopped however the test ends. */
export async function withGateway<Result>(
  options: TestGatewayOptions,
  use: (gateway: TestGateway) => Promise<Result>,
): Promise<Result> {
  const gateway = await startTestGateway(options);
  try {
    return await use(gateway);
  } finally {
    await gateway.stop();
  }
}

/** The values of all settings that are secret, in every form in which they travel. */
export function credentialsIn(environment: Readonly<Record<string, string | undefined>>): string[] {
  const secrets = Object.entries(environment).flatMap(([name, value = '']) =>
    /_(?:KEY|SECRET)$/.test(name) && value.length >= 8 ? [value] : passwordsIn(value),
  );
  return secrets.flatMap(secret => [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]);
}

/** The password in a URL, as it is written there and as it is meant. */
function passwordsIn(value: string): string[] {
  const password = URL.parse(value)?.password ?? '';
  return password.length < 8 ? [] : [password, decodeURIComponent(password)];
}

/** Every text in what a client sent, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

let keys = 0;

/** An idempotency key that no other test uses. */
export function freshKey(): string {
  keys += 1;
  return `key-${process.pid}-${Date.now()}-${keys}`;
}
