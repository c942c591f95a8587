import type { JournalStore } from '../../src/core/journal-store.js';
import { postgresStore } from '../../src/store/postgres/store.js';
import { simulatedConnections } from './postgres/connections.js';
import { SimulatedPostgres } from './postgres/server.js';
import type { SimulatedProcess, Surroundings } from './process.js';
import { simulatedStore, type SimulatedRows } from './store.js';

/** Where a schedule's rows are kept: what its judges see of them, and how its processes come to them. */
export interface Store extends SimulatedRows {
  openFor(process: SimulatedProcess): OpenedStore;
  /** Every connection is cut, and nothing is answered for so long. */
  stopFor(milliseconds: number): void;
}

export interface OpenedStore {
  readonly store: JournalStore;
  /** The process is dead. */
  died(): void;
}

/** The real adapter over a model of PostgreSQL. */
export function modelOfPostgres(surroundings: Surroundings): Store {
  const { timeline, tell } = surroundings;
  const server = new SimulatedPostgres(timeline);
  return {
    rows: server.rows,
    moved: server.moved,
    openFor(process) {
      const connections = simulatedConnections(server, process, surroundings);
      const endOfTurn = (callback: () => void): void => void process.later(0, callback);
      const store = postgresStore(connections, { keyIds: [], clock: process.clock, endOfTurn });
      return { store, died: () => connections.died() };
    },
    stopFor(milliseconds) {
      tell(`the database stops for ${Math.round(milliseconds)} ms`);
      server.stop();
      timeline.after(milliseconds, () => server.start());
    },
  };
}

/** As SQLite is to its one owner: each call is one step. */
export function inOneStep(): Store {
  const rows = simulatedStore();
  const methods = Object.entries(rows).filter(
    (member): member is [string, (...given: never[]) => unknown] => typeof member[1] === 'function',
  );
  return {
    rows: rows.rows,
    moved: rows.moved,
    openFor(process) {
      const store = Object.fromEntries(
        methods.map(([name, method]) => [name, (...given: never[]) => process.call(name, () => method(...given))]),
      ) as unknown as JournalStore; // the simulated store has its methods, without their promises
      return { store, died: () => undefined };
    },
    stopFor: () => undefined, // it is part of its process
  };
}
