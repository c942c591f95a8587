import { callMs, idleInTransactionMs } from '../../../src/store/postgres/connections.js';
import {
  ConnectionLost,
  Undone,
  type Database,
  type Query,
  type Statement,
  type Value,
} from '../../../src/store/postgres/database.js';
import type { SimulatedProcess, Surroundings } from '../process.js';
import { nothingFollows } from '../timeline.js';
import { StatementFailed, type Outcome, type SimulatedPostgres, type Transaction } from './server.js';

/**
 * The connections of one simulated process to the simulated server. What is asked for is a message on its way there, and
 * its answer one on its way back; in between the server does it, whatever becomes of the process.
 */

export interface SimulatedConnections extends Database {
  /** The process is dead: its connections are closed, sooner or later. */
  died(): void;
}

/** A connection in use. */
interface Session {
  /** Null until it has begun. */
  transaction: Transaction | null;
  /** By this side: the server notices when it has done what it is at. */
  isClosed: boolean;
  /** By the server, or because that has stopped: nothing comes through it any more, either way. */
  isOver: boolean;
  isBusy: boolean;
  /** Something was taken in it: a key, or what is to be looked for. */
  hasTaken: boolean;
  /** Calls off what the server does with one that says nothing. */
  speaks: () => void;
}

/** What the server does with a message; it answers now or later. */
type Effect = (session: Session, answer: (outcome: Outcome) => void) => void;

const taking = new Set(['claim', 'retake', 'due', 'seek']);

export function simulatedConnections(
  server: SimulatedPostgres,
  process: SimulatedProcess,
  { timeline, random, hazards }: Surroundings,
): SimulatedConnections {
  const sessions = new Set<Session>();
  const waiting = new Map<string, Set<() => void>>();
  const hear = (id: string): void => {
    if (!waiting.has(id) || random.chance(hazards.storeFails)) return; // the connection that listens is gone just now
    process.later(random.between(0.1, 20), () => {
      for (const resolve of waiting.get(id) ?? []) resolve();
    });
  };
  server.listeners.add(hear);
  server.stopped.add(() => {
    for (const session of sessions) end(session);
  });

  const connect = (): Session => {
    const session: Session = {
      transaction: null,
      isClosed: false,
      isOver: false,
      isBusy: false,
      hasTaken: false,
      speaks: () => undefined,
    };
    sessions.add(session);
    return session;
  };
  const end = (session: Session): void => {
    session.isOver = true;
    session.speaks();
    sessions.delete(session);
    if (session.transaction !== null) server.rollback(session.transaction);
  };
  /** What is on its way already arrives before the end of the connection does. */
  const close = (session: Session): void => {
    session.isClosed = true;
    if (!session.isBusy && session.transaction !== null) end(session);
  };
  const isOnItsWayFor = (isSlow: boolean): number => (isSlow ? random.between(1_000, 12_000) : random.between(0.1, 2));

  /** A message and its answer; rejects as the real connections do. */
  const exchange = (session: Session, effect: Effect): Promise<readonly object[]> =>
    new Promise((resolve, reject) => {
      if (process.isDead || process.isHit()) return;
      let isOver = false;
      let callOff = (): void => undefined;
      const isOverWith = (answer: () => void): void => {
        if (isOver) return;
        isOver = true;
        callOff();
        answer();
      };
      const lost = (): void =>
        isOverWith(() => {
          close(session);
          reject(new ConnectionLost('The connection is gone.'));
        });
      const slow = random.chance(hazards.storeIsSlow) ? random.pick(['there', 'back'] as const) : null;
      if (slow !== null) callOff = process.later(callMs, lost);
      timeline.after(isOnItsWayFor(slow === 'there'), () => {
        arrive(session, effect, outcome => {
          process.later(isOnItsWayFor(slow === 'back'), () => {
            if (outcome === null || session.isOver) return lost();
            if (session.transaction?.isOver === true) sessions.delete(session);
            isOverWith(() => ('error' in outcome ? reject(outcome.error) : resolve(outcome.rows)));
          });
        });
        return nothingFollows;
      });
    });

  /** At the server. Null is no answer, but the end of the connection. */
  const arrive = (session: Session, effect: Effect, answer: (outcome: Outcome | null) => void): void => {
    session.speaks();
    if (!server.isUp || session.isOver) return answer(null);
    if (random.chance(hazards.storeFails)) {
      end(session);
      return answer(null);
    }
    const isCutThen = random.chance(hazards.storeFailsAfter);
    session.isBusy = true;
    effect(session, outcome => {
      session.isBusy = false;
      if (session.isClosed || isCutThen) end(session);
      else if (session.transaction?.isOver === false) {
        session.speaks = timeline.after(idleInTransactionMs, () => end(session));
      }
      answer(isCutThen ? null : outcome);
    });
  };

  const begin: Effect = (session, answer) => {
    session.transaction = server.begin();
    answer({ rows: [] });
  };
  const execute =
    (statement: Statement<unknown>, values: readonly Value[]): Effect =>
    (session, answer) => {
      const transaction = (session.transaction ??= server.begin());
      if (random.chance(hazards.storeFails)) {
        transaction.hasFailed = true;
        return answer({
          error: random.pick([new Undone('Others were in the way.'), new StatementFailed('No room is left.')]),
        });
      }
      server.execute(transaction, statement, values, outcome => {
        session.hasTaken ||= 'rows' in outcome && outcome.rows.length > 0 && taking.has(statement.name);
        answer(outcome);
      });
    };
  const commit: Effect = ({ transaction, hasTaken }, answer) => {
    const isCommitted = transaction !== null && server.commit(transaction);
    if (isCommitted && hasTaken && random.chance(hazards.pauseAfterTaking)) process.stop(random.between(1_000, 60_000));
    answer({ rows: isCommitted ? [{}] : [] });
  };
  const rollback: Effect = ({ transaction }, answer) => {
    if (transaction !== null) server.rollback(transaction);
    answer({ rows: [] });
  };
  const alone =
    (statement: Statement<unknown>, values: readonly Value[]): Effect =>
    (session, answer) =>
      execute(statement, values)(session, outcome => commit(session, () => answer(outcome)));

  const query: Query = async (statement, values) => (await exchange(connect(), alone(statement, values))) as never;

  return {
    query,
    async transaction(work) {
      const session = connect();
      await exchange(session, begin);
      let result: Awaited<ReturnType<typeof work>>;
      try {
        result = await work(
          async (statement, values) => (await exchange(session, execute(statement, values))) as never,
        );
      } catch (error) {
        if (!(error instanceof ConnectionLost)) await exchange(session, rollback);
        throw error;
      }
      const committed = await exchange(session, commit);
      if (committed.length === 0) throw new Undone('The transaction ended otherwise.');
      return result;
    },
    moved(id) {
      const told = Promise.withResolvers<void>();
      const others = waiting.get(id) ?? new Set();
      waiting.set(id, others.add(told.resolve));
      return {
        told: told.promise,
        forget() {
          others.delete(told.resolve);
          if (others.size === 0) waiting.delete(id);
        },
      };
    },
    vacuum: () => Promise.resolve(),
    close: () => Promise.resolve(),
    died() {
      server.listeners.delete(hear);
      for (const session of sessions) {
        // Else its machine is gone with it, and says nothing.
        if (random.chance(0.5)) timeline.after(random.between(0.1, 5), () => close(session));
      }
    },
  };
}
