import type { Simulators } from '../../src/simulators/index.js';
import type { Wish } from '../kill/wishes.js';
import { credentialsIn, textsIn } from './gateway.js';
import { post } from './http.js';
import { liveEnvironment, startGatewayProcess, type Environment, type GatewayProcess } from './process.js';

/** Gateways that share one PostgreSQL and one set of providers, each a process of its own. */
export interface Replicas {
  readonly gateways: readonly GatewayProcess[];
  readonly environment: Environment;
  /** Sends it to that gateway, counted round, and gives what came back, to the byte. */
  send(gateway: number, query: string, variables?: object): Promise<string>;
  /** The same, for what is about one field: its answer. */
  ask<Answer>(gateway: number, query: string, variables?: object): Promise<Answer>;
  /** Throws where one of their logs holds a credential, or something that a client sent. */
  checkLogs(): void;
}

export async function startReplicas(
  count: number,
  storeUrl: string,
  simulators: Simulators,
  settings: Environment = {},
): Promise<Replicas> {
  const url = new URL(storeUrl);
  if (url.password === '') url.password = 'canary-of-the-store'; // to be looked for in the logs
  const environment = liveEnvironment({
    ...simulators.environment,
    STORE_URL: url.href,
    LOG_LEVEL: 'trace',
    CREATES_PER_MINUTE: '0', // a test may make more than a caller should
    ...settings,
  });
  const gateways = await Promise.all(Array.from({ length: count }, () => startGatewayProcess({ environment })));
  const personal = new Set<string>();

  const send: Replicas['send'] = async (gateway, query, variables = {}) => {
    const { input } = variables as { readonly input?: unknown }; // whatever a document takes
    for (const text of textsIn(input)) if (text.length >= 8) personal.add(JSON.stringify(text).slice(1, -1));
    return (await post(gateways[gateway % count]?.url ?? '', { query, variables })).text;
  };
  return {
    gateways,
    environment,
    send,
    async ask(gateway, query, variables) {
      const text = await send(gateway, query, variables);
      const { data } = JSON.parse(text) as { readonly data?: Readonly<Record<string, unknown>> | null };
      if (data == null) throw new Error(text);
      return Object.values(data)[0] as never; // as it was asked for
    },
    checkLogs() {
      const secrets = [...credentialsIn(environment), ...personal];
      for (const gateway of gateways) {
        const held = secrets.find(secret => gateway.stdout().includes(secret));
        if (held !== undefined) throw new Error(`A log holds ${JSON.stringify(held)}.`);
      }
    },
  };
}

/** What an answer says of a wish, without what differs from one caller to another. */
export function documentOf({ mutation, inputType, success }: Wish): string {
  return `mutation ($input: ${inputType}!) {
    ${mutation}(input: $input) { __typename ${success} ... on MutationError { code retry message operation { id } } }
  }`;
}

/** As such a document is answered. */
export interface Said {
  readonly __typename: string;
  readonly made?: { readonly id: string };
  readonly message?: string;
}
