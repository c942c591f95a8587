import { schemaOf } from '../../src/api/schema.js';
import { walletAccountRecoveries } from '../../src/api/wallet-accounts.js';
import type { Attempt } from '../../src/core/attempt.js';
import type { Context } from '../../src/core/context.js';
import { Events } from '../../src/core/events.js';
import { openJournal, type Journal } from '../../src/core/journal.js';
import type { JournalStore } from '../../src/core/journal-store.js';
import { unlimited } from '../../src/core/limiter.js';
import { operationRunner } from '../../src/core/operation-runner.js';
import { anybody } from '../../src/core/principal.js';
import { bindRecoveries, type BoundRecovery, type Recoveries, type Recovery } from '../../src/core/recovery.js';
import type { Seals } from '../../src/core/seals.js';
import { openSettler } from '../../src/core/settler.js';
import { providers } from '../../src/providers/index.js';
import type { Lookers } from './lookers.js';
import { simulatedDispatcher, type NetworkOptions, type Sender } from './network.js';
import type { SimulatedProcess } from './process.js';
import { environmentId } from './subjects.js';
import type { Asked, Wish } from './wishes.js';

/** The real runner, settler, journal and providers' code in a simulated process. */

export interface Gateway {
  readonly process: SimulatedProcess;
  readonly journal: Journal;
  readonly recoveries: Recoveries;
  /** `request` numbers the requests of all clients. */
  ask(wish: Wish, asked: Asked, request: number): Promise<object>;
}

export interface GatewayOptions extends Omit<NetworkOptions, 'takeSender'> {
  readonly store: JournalStore;
  readonly seals: Seals;
  /** The key whose operation it is, as the test knows it. */
  readonly keyOf: (operationId: string) => string | null;
  readonly settings: GatewaySettings;
  readonly lookers: Lookers;
  readonly breach: (line: string) => void;
}

export interface GatewaySettings {
  readonly takesSnapshots: boolean;
  readonly resendWithinSeconds: number;
}

export const timing = { leaseMs: 3_000, timeoutMs: 2_000, absentAfterMs: 12_000, sameKeyWaitMs: 1_000 };

const schema = schemaOf(providers);

export function openGateway(process: SimulatedProcess, options: GatewayOptions): Gateway {
  const { store, seals, random, lookers, breach } = options;
  /** Whoever begins to send does so in one step with the wire. */
  let sender: Sender | null = null;
  const senderTaken = (): Sender | null => {
    const now = sender;
    sender = null;
    return now;
  };
  const sending = (attempt: Attempt, now: () => Sender | null): Attempt => ({
    ...attempt,
    note: note => attempt.note(note),
    useUp: allowance => attempt.useUp(allowance),
    onSending() {
      attempt.onSending();
      sender = now();
    },
  });

  const { clock } = process;
  const events = new Events();
  events.on('broken', ({ doing, error }) => breach(`${process.name} broke at ${doing}: ${String(error)}`));
  const journal = openJournal({ store, seals, clock, newId: () => random.uuid() });
  const wire = {
    tenant: 'default',
    events,
    clock,
    random: () => random.next(),
    timeoutMs: timing.timeoutMs,
    maximumBytes: 100_000,
    useProxy: false,
    dispatcherTo: (origin: string) => simulatedDispatcher(process, origin, { ...options, takeSender: senderTaken }),
  };
  const environment = settingsFor(options.settings);
  const sources = new Map(
    providers.map(provider => [provider, provider.open(provider.settings.parse(environment) as never, wire)] as const),
  );
  const all = [...providers.flatMap(provider => provider.recoveries), ...walletAccountRecoveries];
  const bound = (recovery: (one: Recovery) => Recovery): Recoveries =>
    bindRecoveries(
      all.map(recovery),
      (_tenant, name) => [...sources].find(([provider]) => provider.name === name)?.[1] ?? null,
    );
  const looking = { process, taken: new Map() };
  const recoveries = bound(one => one);
  const parts = { schema, journal, recoveries, events, clock, leaseMs: timing.leaseMs, timeoutMs: timing.timeoutMs };
  const settler = openSettler({
    ...parts,
    journal: lookers.journalOf(looking, journal),
    recoveries: bound(one =>
      lookers.watched(
        looking,
        toldApart(one, attempt => sending(attempt, () => repeatedBy(attempt))),
      ),
    ),
    absentAfterMs: timing.absentAfterMs,
    perSecond: 20,
  });
  const runner = operationRunner({ ...parts, settler, limiter: unlimited, sameKeyWaitMs: timing.sameKeyWaitMs });
  settler.start();

  function repeatedBy({ operationId }: Attempt): Sender | null {
    const key = options.keyOf(operationId);
    return key === null ? null : { key, request: null };
  }

  return {
    process,
    journal,
    recoveries,
    ask(wish, { input }, request) {
      const call = { request: { id: wish.key } };
      const context = {
        ...call,
        principal: anybody,
        operations: {
          run: (intent: never, perform: (attempt: Attempt) => Promise<object>) =>
            runner.run({ ...call, principal: anybody }, intent, attempt =>
              perform(sending(attempt, () => ({ key: wish.key, request }))),
            ),
        },
        source: (type: unknown) => [...sources].find(([provider]) => provider.source === type)?.[1],
        reads: { known: () => Promise.resolve(null) }, // nobody reads here but to change
      } as unknown as Context; // as much of one as a mutation needs
      return wish.kind.ask(input as never, context);
    },
  };
}

/** What it sends again is told to the test as what a first attempt sends is. */
function toldApart(recovery: Recovery, told: (attempt: Attempt) => Attempt): Recovery {
  const bound = recovery as BoundRecovery; // whose source and input it gets are its own
  if (bound.by !== 'native' && bound.by !== 'repeatable') return recovery;
  const again = (source: object, input: object, attempt: Attempt): Promise<object> =>
    bound.again(source, input, told(attempt));
  return { ...bound, again } as unknown as Recovery; // as it came
}

function settingsFor({ takesSnapshots, resendWithinSeconds }: GatewaySettings): Readonly<Record<string, string>> {
  return {
    PINGONE_API_URL: 'https://pingone.example',
    PINGONE_AUTH_URL: 'https://pingone.example',
    PINGONE_ENVIRONMENT_ID: environmentId,
    PINGONE_CLIENT_ID: 'id',
    PINGONE_CLIENT_SECRET: 'secret',
    JUSPAY_API_URL: 'https://juspay.example',
    JUSPAY_API_KEY: 'key',
    JUSPAY_SNAPSHOT: takesSnapshots ? 'on' : 'off',
    LIQUIDO_API_URL: 'https://liquido.example',
    LIQUIDO_AUTH_URL: 'https://liquido.example',
    LIQUIDO_CLIENT_ID: 'id',
    LIQUIDO_CLIENT_SECRET: 'secret',
    LIQUIDO_API_KEY: 'key',
    LIQUIDO_RESEND_WITHIN: `${resendWithinSeconds}s`,
    EQUALS_MONEY_API_URL: 'https://equals-money.example',
    EQUALS_MONEY_API_KEY: 'key',
    MOOV_API_URL: 'https://moov.example',
    MOOV_PUBLIC_KEY: 'public',
    MOOV_SECRET_KEY: 'secret',
  };
}
