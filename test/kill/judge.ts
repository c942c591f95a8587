import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { faults, type Fault } from '../../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import type { AppliedChange, RouteKind } from '../../src/simulators/kit.js';
import { runProgram, type Environment } from '../support/process.js';

/**
 * The judge: the five providers in a process of their own, which outlives every gateway. What they carried out is in
 * their ledgers, and nothing else counts. This file is both that program and its caller's side.
 */

export type ProviderName = Exclude<keyof Simulators, 'environment' | 'reset' | 'stop'>;

/** A create that was carried out. */
export interface Create {
  readonly mainId: string;
  readonly resourceId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A change that was carried out. */
export interface Change {
  /** As the simulator calls it; at Juspay, where all go one way, the command. */
  readonly operation: string;
  readonly mainId: string;
  readonly at: number;
}

export interface Ledger {
  readonly creates: readonly Create[];
  readonly changes: readonly Change[];
}

export type Ledgers = Readonly<Record<ProviderName, Ledger>>;

export interface Judge {
  /** The providers' settings for a gateway. */
  readonly environment: Environment;
  /** Lets the next request of that kind meet a fault. It must be plain data. */
  next(provider: ProviderName, fault: Fault, route: RouteKind): void;
  /** From now on no request meets a fault, not even one that was asked for before. */
  heal(): void;
  ledgers(): Promise<Ledgers>;
  stop(): Promise<void>;
}

type Order =
  | { readonly order: 'next'; readonly provider: ProviderName; readonly fault: Fault; readonly route: RouteKind }
  | { readonly order: 'heal' }
  | { readonly order: 'ledgers' };

export async function startJudge(): Promise<Judge> {
  const program = runProgram('../test/kill/judge.js');
  const { child } = program;
  const said = async (): Promise<unknown> => {
    const end = program.ended.then(({ stderr }) => Promise.reject(new Error(`The judge ended.\n${stderr}`)));
    const [message] = (await Promise.race([once(child, 'message'), end])) as unknown[];
    return message;
  };
  const send = (order: Order): boolean => (child as ChildProcess).send(order);
  const environment = (await said()) as Environment; // its first word
  let lastAsked: Promise<unknown> = Promise.resolve();
  return {
    environment,
    next: (provider, fault, route) => void send({ order: 'next', provider, fault, route }),
    heal: () => void send({ order: 'heal' }),
    ledgers() {
      // One question at a time, so that each answer has its asker.
      const answer = lastAsked.then(() => {
        send({ order: 'ledgers' });
        return said() as Promise<Ledgers>; // the answer to that order
      });
      lastAsked = answer.catch(() => undefined);
      return answer;
    },
    stop: async () => void (await program.stop('SIGKILL')),
  };
}

async function preside(): Promise<void> {
  const { environment, reset: _reset, stop: _stop, ...simulators } = await startSimulators();
  let planned: Fault[] = [];

  const obey = (order: Order): void => {
    switch (order.order) {
      case 'next':
        planned.push(order.fault);
        return simulators[order.provider].next(order.fault, { route: order.route });
      case 'heal':
        // A simulator cannot be told to forget a fault, but the fault can be made harmless.
        for (const fault of planned) Object.assign(fault, faults.delay(0));
        planned = [];
        return;
      case 'ledgers': {
        const ledgers = Object.entries(simulators).map(([name, { ledger, changes }]) => [
          name,
          {
            creates: ledger.map(({ mainId, resourceId = null, at }) => ({ mainId, resourceId, at: at.getTime() })),
            changes: changes.map(change => ({
              operation: commandIn(change) ?? change.operation,
              mainId: change.mainId,
              at: change.at.getTime(),
            })),
          },
        ]);
        process.send?.(Object.fromEntries(ledgers));
      }
    }
  };
  process.on('message', obey);
  process.on('disconnect', () => process.exit());
  process.send?.(environment);
}

function commandIn({ operation, request }: AppliedChange): string | null {
  return operation === 'commandWallet' ? new URLSearchParams(request.body).get('command') : null;
}

if (process.argv[1] === import.meta.filename) await preside();
