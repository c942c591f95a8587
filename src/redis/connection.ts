import { within, type Clock } from '../core/clock.js';
import type { RedisServer } from '../core/settings.js';
import type { Doing, Outages } from './outages.js';

type Library = typeof import('@redis/client');
export type RedisClient = ReturnType<typeof clientFor>;

/** A connection on which nothing came or went for so long is given up; pings keep a sound one from that. */
const silenceMs = 5_000;
const pingMs = 1_000;
const connectMs = 300;

export interface RedisParts {
  readonly server: RedisServer;
  readonly outages: Outages;
  readonly clock: Clock;
  /** How long an answer is waited for. */
  readonly patienceMs: number;
}

/** One connection that opens itself again, for ever. It is asked only while it answers, and is never waited for long. */
export class Redis {
  readonly #client: RedisClient;
  readonly #library: Library;
  readonly #outages: Outages;
  readonly #clock: Clock;
  readonly #patienceMs: number;
  /** Commands that were not answered in time and have no answer yet. */
  readonly #late = new Set<Promise<unknown>>();
  #isClosed = false;
  /** Resolves when the first connection is there, or failed. */
  readonly tried: Promise<void>;

  private constructor(library: Library, { server, outages, clock, patienceMs }: RedisParts) {
    this.#library = library;
    this.#outages = outages;
    this.#clock = clock;
    this.#patienceMs = patienceMs;
    this.#client = clientFor(library, server);
    this.#client.on('error', (error: unknown) => {
      if (!this.#client.isReady) outages.began('connect', error); // else it is about a ping that Redis refused
    });
    this.#client.on('ready', () => {
      if (this.#isClosed) return this.#client.destroy(); // it was just connecting: the client does not look again
      outages.ended('connect');
    });
    this.tried = new Promise(resolve => {
      for (const event of ['ready', 'error']) this.#client.once(event, () => resolve());
    });
    this.#client.connect().catch(() => undefined); // it tries until it is closed; 'error' has told why
  }

  /** Loads the library and begins to connect: a gateway does not wait for its Redis. */
  static async open(parts: RedisParts): Promise<Redis> {
    return new Redis(await import('@redis/client'), parts);
  }

  /**
   * What the command answers; undefined where Redis is away, refuses, or is late. Once it is late it is left alone
   * until it has answered, or its connection is gone: one caller waits for a Redis that hangs, not every one.
   */
  async ask<Reply>(doing: Doing, command: (client: RedisClient) => Promise<Reply>): Promise<Reply | undefined> {
    if (!this.#client.isReady || this.#late.size > 0) return undefined;
    const answer = this.#answer(doing, command(this.#client));
    return within(this.#clock, this.#patienceMs, answer, () => {
      this.#late.add(answer);
      this.#outages.began('connect', new LateAnswer());
      return undefined;
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#client.destroy();
  }

  #answer<Reply>(doing: Doing, asked: Promise<Reply>): Promise<Reply | undefined> {
    const answer: Promise<Reply | undefined> = asked.then(
      reply => {
        this.#outages.ended(doing);
        this.#answered(answer);
        return reply;
      },
      (error: unknown) => {
        this.#late.delete(answer);
        // Anything but a refusal is the connection's end, of which 'error' tells.
        if (!(error instanceof this.#library.ErrorReply)) return undefined;
        this.#outages.began(doing, error);
        this.#answered(answer);
        return undefined;
      },
    );
    return answer;
  }

  #answered(answer: Promise<unknown>): void {
    this.#late.delete(answer);
    if (this.#late.size === 0) this.#outages.ended('connect');
  }
}

/** Redis holds the connection and says nothing. */
class LateAnswer extends Error {}

function clientFor(
  { createClient, RESP_TYPES }: Library,
  { host, port, isEncrypted, username, password, database }: RedisServer,
) {
  const socket = {
    host,
    port,
    connectTimeout: connectMs,
    socketTimeout: silenceMs,
    reconnectStrategy: (retries: number) => Math.min(50 * 2 ** retries, 2_000),
  };
  return createClient({
    socket: isEncrypted ? { ...socket, tls: true } : socket,
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password }),
    database,
    disableOfflineQueue: true, // what cannot be asked now is not asked later
    pingInterval: pingMs,
    maintNotifications: 'disabled',
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
}
