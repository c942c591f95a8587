import { connect, createServer, type Socket } from 'node:net';
import { listening } from '../support/ports.js';
import type { Random } from './random.js';

/** The wire between gateways and their database, which is cut in the middle of what they say to each other. */
export interface Cutting {
  /** Where the database is, as far as a gateway knows. */
  readonly port: number;
  /** How often it was cut so far, by how; and how often so in the middle of a claim's or a move's commit: `unheard`, `unheard commit`. */
  readonly cuts: ReadonlyMap<string, number>;
  /** From now on it is not cut any more. */
  heal(): void;
  close(): Promise<void>;
}

/**
 * - `unsent`: the statement does not reach the database.
 * - `unheard`: it is carried out, and its answer does not come back.
 * - `unwaited`: it reaches the database, and the wire is cut at once; it is carried out, or not, or later.
 * - `halved`: as `unheard`, but the database does not notice for a while that nobody is there.
 *
 * Who listens is `untold`: the wire is cut as they begin to, or when they were to be told something. Nothing is cut where claims
 * come `together`: none of them finds what the others are just writing.
 */
const ways = ['unsent', 'unheard', 'unwaited', 'halved'] as const;
type Way = (typeof ways)[number];

export interface CuttingOptions {
  /** Where the database is. */
  readonly server: number;
  readonly random: Random;
}

/** Of the statements, this part is cut off. */
const cutShare = 0.03;
/** Of those who begin to listen, and of what they are told, this part: there is little of it. */
const untoldShare = 0.3;
/** Outside a transaction, each is one of its own. */
const decisive = ['claim', 'retake', 'move'];
/** With this likelihood, a claim is held for so long, in milliseconds, and with it those that follow: so that all of them arrive at once. */
const together = { likelihood: 0.5, heldMs: 20 };
/** Longer than the database waits for somebody who is silent in a transaction. */
const unnoticedMs = 3_000;

export async function startCutting({ server, random }: CuttingOptions): Promise<Cutting> {
  const cuts = new Map<string, number>();
  const sockets = new Set<Socket>();
  let isHealed = false;

  const count = (what: string): void => void cuts.set(what, (cuts.get(what) ?? 0) + 1);
  const opened = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // a reset is one way of closing
    return socket.setNoDelay(true);
  };
  const isLikely = (share: number): boolean => !isHealed && random.isLikely(share);
  let held: (() => void)[] | null = null;
  const pass = (claim: () => void): void => {
    if (held !== null) return void held.push(claim);
    if (!isLikely(together.likelihood)) return claim();
    const all = [claim];
    held = all;
    setTimeout(() => {
      held = null;
      if (all.length > 1) count('together');
      for (const one of all) one();
    }, together.heldMs);
  };

  const proxy = createServer(gateway => {
    opened(gateway);
    const database = opened(connect(server, '127.0.0.1'));
    let isListening = false;
    let isInTransaction = false;
    /** How the answer that comes next is lost. */
    let losing: (() => void) | null = null;
    const lose = (how: string, isCommit: boolean): void => {
      if (gateway.destroyed) return;
      gateway.destroy();
      count(how);
      if (isCommit) count(`${how} commit`);
    };
    const cutOff = (how: string, isCommit = false): void => {
      lose(how, isCommit);
      database.destroy();
    };
    gateway.on('close', () => {
      if (losing === null) database.destroy();
    });
    database.on('close', () => gateway.destroy());

    gateway.on('data', (bytes: Buffer) => {
      const statement = statementIn(bytes);
      if (statement === 'BEGIN') isInTransaction = true;
      const isCommit = isInTransaction ? statement === 'COMMIT' : decisive.includes(statement ?? '');
      if (statement === 'COMMIT' || statement === 'ROLLBACK') isInTransaction = false;
      if (statement === 'LISTEN') isListening = true;
      if (statement === 'LISTEN' && isLikely(untoldShare)) return cutOff('untold');

      const way: Way | null = statement !== null && isLikely(cutShare) ? random.oneOf(ways) : null;
      if (way === 'unsent') return cutOff(way, isCommit);
      if (way === null && statement === 'claim' && !isInTransaction) return pass(() => database.write(bytes));
      database.write(bytes);
      if (way === 'unwaited') cutOff(way, isCommit);
      if (way === 'unheard') losing = () => cutOff(way, isCommit);
      if (way === 'halved') {
        losing = () => {
          lose(way, isCommit);
          setTimeout(() => database.destroy(), unnoticedMs).unref();
        };
      }
    });
    database.on('data', (bytes: Buffer) => {
      if (losing !== null) return losing();
      if (isListening && bytes[0] === notification && isLikely(untoldShare)) return cutOff('untold');
      gateway.write(bytes);
    });
  });

  return {
    port: await listening(proxy),
    cuts,
    heal() {
      isHealed = true;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => proxy.close(resolve));
    },
  };
}

/** What the first byte of such a message is, in PostgreSQL's protocol. */
const notification = 'A'.charCodeAt(0);

/** The name of the prepared statement that is bound there, or what begins or ends a transaction, or listens; null for anything else. */
function statementIn(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  const [, name = null] =
    /B[^]{4}\0([a-z ]+)\0/.exec(text) ?? /^Q[^]{4}(BEGIN|COMMIT|ROLLBACK|LISTEN)\b/.exec(text) ?? [];
  return name;
}
