import { connect, createServer, type Socket } from 'node:net';
import { listening } from './ports.js';

/** A way to a server over which a test decides. */
export interface Proxy {
  readonly port: number;
  /** Connections that are open through it. */
  connections(): number;
  /** Cuts these, or all: both sides are told by a reset. */
  cut(count?: number): void;
  /** Whoever asks with that in the question next gets no answer: the connection is cut when it comes. */
  loseAnswerTo(text: string): void;
  /** Whoever asks with that in the question next hears nothing any more, and is not told so. */
  withholdAnswerTo(text: string): void;
  /** The next question with that in it does not arrive, and the connection is cut. */
  loseQuestion(text: string): void;
  /** Whoever asks with that in the question next stands still from then on, as far as the server can see. */
  stallAt(text: string): void;
  /** How many questions with that in them have arrived. */
  heard(text: string): number;
  /** Nothing gets through from now on, nor back, and nobody is told, until new connections are let in. */
  swallow(): void;
  /** From now on, every answer is on its way for so long. */
  delayAnswers(ms: number): void;
  /** From now on, every answer is kept back, until they are let go. */
  holdAnswers(): void;
  letAnswersGo(): void;
  /** New connections are refused, until they are let in again. */
  shut(): void;
  /** How many were refused. */
  refused(): number;
  letIn(): void;
  stop(): Promise<void>;
}

interface Way {
  readonly client: Socket;
  readonly server: Socket;
  /** Nothing gets through it any more. */
  isDead: boolean;
}

export async function startProxy(target: number, host = '127.0.0.1'): Promise<Proxy> {
  const ways = new Set<Way>();
  let isSwallowing = false;
  let isShut = false;
  let delayMs = 0;
  let lostAnswer: string | null = null;
  let withheldAnswer: string | null = null;
  let heldAnswers: (() => void)[] | null = null;
  let refused = 0;
  let lostQuestion: string | null = null;
  let stalled: string | null = null;
  let heard = '';

  const cutOne = (way: Way): void => {
    ways.delete(way);
    way.client.resetAndDestroy();
    way.server.resetAndDestroy();
  };
  const listener = createServer(client => {
    if (isShut) {
      refused += 1;
      return void client.resetAndDestroy();
    }
    const way: Way = { client, server: connect(target, host), isDead: isSwallowing };
    const { server } = way;
    ways.add(way);
    let isAnswerLost = false;
    client.on('data', (chunk: Buffer) => {
      const asked = chunk.toString('latin1');
      if (way.isDead) return;
      if (lostQuestion !== null && asked.includes(lostQuestion)) {
        lostQuestion = null;
        return cutOne(way);
      }
      if (lostAnswer !== null && asked.includes(lostAnswer)) {
        lostAnswer = null;
        isAnswerLost = true;
      }
      if (stalled !== null && asked.includes(stalled)) {
        stalled = null;
        way.isDead = true;
        return;
      }
      heard += asked;
      server.write(chunk);
      if (withheldAnswer !== null && asked.includes(withheldAnswer)) {
        withheldAnswer = null;
        way.isDead = true;
      }
    });
    server.on('data', (chunk: Buffer) => {
      if (isAnswerLost) cutOne(way);
      else if (!way.isDead && heldAnswers !== null) heldAnswers.push(() => client.write(chunk));
      else if (!way.isDead && delayMs === 0) client.write(chunk);
      else if (!way.isDead) setTimeout(() => client.write(chunk), delayMs);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => undefined); // it is closed then
      one.on('close', () => {
        if (way.isDead) return;
        ways.delete(way);
        other.destroy();
      });
    }
  });
  const port = await listening(listener);

  return {
    port,
    connections: () => ways.size,
    cut(count = ways.size) {
      for (const way of [...ways].slice(0, count)) cutOne(way);
    },
    loseAnswerTo: text => void (lostAnswer = text),
    withholdAnswerTo: text => void (withheldAnswer = text),
    loseQuestion: text => void (lostQuestion = text),
    stallAt: text => void (stalled = text),
    heard: text => heard.split(text).length - 1,
    swallow() {
      isSwallowing = true;
      for (const way of ways) way.isDead = true;
    },
    delayAnswers: ms => void (delayMs = ms),
    holdAnswers: () => void (heldAnswers = []),
    letAnswersGo() {
      for (const letGo of heldAnswers ?? []) letGo();
      heldAnswers = null;
    },
    shut: () => void (isShut = true),
    refused: () => refused,
    letIn() {
      isShut = false;
      isSwallowing = false;
      for (const way of ways) if (way.isDead) cutOne(way);
    },
    async stop() {
      for (const way of ways) cutOne(way);
      await new Promise(resolve => listener.close(resolve));
    },
  };
}
