import { within, type Clock } from '../core/clock.js';
import type { RedisServer } from '../core/settings.js';
import type { Outages } from './outages.js';

type Library = typeof import('@redis/client');
export type RedisClient = ReturnType<typeof clientFor>;

/** A read that takes longer than this had better ask the provider. */
const patienceMs = 100;
/** A connection on which nothing came or went for so long is given up; pings keep a sound one from that. */
const silenceMs = 5_000;
const pingMs = 1_000;
const connectMs = 300;

export interface RedisParts {
  readonly server: RedisServer;
  readonly outages: Outages;
  readonly clock: Clock;
}

/** One connection that opens itself again, for ever. It is asked only while it answers, and is never waited for long. */
export class Redis {
  readonly #client: RedisClient;
  readonly #library: Library;
  readonly #outages: Outages;
  readonly #clock: Clock;
  /** Commands that were not answered in time and have no answer yet. */
  readonly #late = new Set<Promise<unknown>>();
  #isClosed = false;

  private constructor(library: Library, { server, outages, clock }: RedisParts) {
    this.#library = library;
    this.#outages = outages;
    this.#clock = clock;
    this.#client = clientFor(library, server);
    this.#client.on('error', (error: unknown) => {
      if (!this.#client.isReady) outages.began('connect', error); // else it is about a ping that Redis refused
    });
    this.#client.on('ready', () => {
      if (this.#isClosed) return this.#client.destroy(); // it was just connecting: the client does not look again
      outages.ended('connect');
    });
    this.#client.connect().catch(() => undefined); // it tries until it is closed; 'error' has told why
  }

  /** Loads the library and begins to connect: a gateway does not wait for its cache. */
  static async open(parts: RedisParts): Promise<Redis> {
    return new Redis(await import('@redis/client'), parts);
  }

  /**
   * What the command answers; undefined where Redis is away, refuses, or is late. Once it is late it is left alone
   * until it has answered, or its connection is gone: one read waits for a Redis that hangs, not every one.
   */
  async ask<Reply>(
    doing: 'read' | 'write' | 'remove',
    command: (client: RedisClient) => Promise<Reply>,
  ): Promise<Reply | undefined> {
    if (!this.#client.isReady || this.#late.size > 0) return undefined;
    const answer = this.#answer(doing, command(this.#client));
    return within(this.#clock, patienceMs, answer, () => {
      this.#late.add(answer);
      this.#outages.began('connect', new LateAnswer());
      return undefined;
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#client.destroy();
  }

  #answer<Reply>(doing: 'read' | 'write' | 'remove', asked: Promise<Reply>): Promise<Reply | undefined> {
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
    disableOfflineQueue: true, // what cannot be asked now is a miss
    pingInterval: pingMs,
    maintNotifications: 'disabled',
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
}
