import type { Dispatcher } from 'undici';
import type { Body, ProviderAnswer, ProviderRequest } from './books.js';
import type { SimulatedProcess } from './process.js';
import type { SimulatedProviders } from './providers.js';
import type { Random } from './random.js';
import { nothingFollows, type Timeline } from './timeline.js';
import type { Watch } from './watch.js';

/** What may befall a request, and its likelihood. */
export interface Perils {
  /** No connection: nothing is sent. */
  refused: number;
  /** The request takes effect, or does not, and its answer is lost, torn, of another kind, or late. */
  lost: number;
  /** The provider says something else than yes: it took no effect. */
  saysNo: number;
  /** An answer that says 5xx, whether or not it took effect. */
  breaks: number;
  /** An answer about a wallet that belongs to another operation. */
  foreign: number;
  /** The longest from a request's arrival until it takes effect, in milliseconds. */
  slowestMs: number;
}

/** Whose create or change is sent, and for which of all clients' requests; null where the gateway repeats it by itself. */
export interface Sender {
  readonly key: string;
  readonly request: number | null;
}

export interface NetworkOptions {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly perils: Perils;
  readonly providers: SimulatedProviders;
  /** Who begins to send at this very moment, as the test knows it. */
  readonly takeSender: () => Sender | null;
  readonly watch: Watch;
  /** What could be said of a wallet at that place that is another operation's by now, or was not asked about. */
  readonly foreignAnswer: (request: ProviderRequest) => Body | null;
  readonly tell: (line: string) => void;
}

/** The ways in which something comes back, or does not. */
interface Returns {
  readonly answers: (answer: ProviderAnswer) => void;
  readonly breaks: () => void;
  readonly tears: (answer: ProviderAnswer) => void;
  /** Whoever sent it has heard something, or waits no more. */
  readonly hasEnded: () => boolean;
}

/** What a process takes for undici: connections on which everything may go wrong that does on real ones. */
export function simulatedDispatcher(process: SimulatedProcess, origin: string, options: NetworkOptions): object {
  const { timeline, random, perils, providers, watch, tell } = options;
  const host = new URL(origin).hostname.replace('.example', '');

  const dispatch = (sent: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean => {
    let isAborted = false;
    let hasEnded = false;
    const controller = {
      abort: () => void (isAborted = true),
      aborted: false,
      paused: false,
      reason: null,
      pause: () => undefined,
      resume: () => undefined,
    } as unknown as Dispatcher.DispatchController; // exchange uses abort alone
    const comesBack = (milliseconds: number, event: () => void): void =>
      void process.later(milliseconds, () => {
        if (isAborted) return;
        hasEnded = true;
        event();
      });
    const breaks = (): void =>
      comesBack(random.between(1, 40), () => handler.onResponseError?.(controller, new Error('ECONNRESET')));

    comesBack(random.between(0.2, 30), () => {
      if (random.chance(perils.refused)) return handler.onResponseError?.(controller, new Error('ECONNREFUSED'));
      handler.onRequestStart?.(controller, {});
      const sender = options.takeSender();
      if (isAborted) return;
      const url = new URL(String(sent.path), origin);
      const method = String(sent.method);
      const body = typeof sent.body === 'string' ? sent.body : '';
      const asked = { host, method, path: url.pathname, query: url.searchParams, body };
      const request: ProviderRequest = { ...asked, sender: sender?.key ?? null, sentBy: sender?.request ?? null };
      if (isWrite(request)) watch.sends(process.name, request);
      const answers = (answer: ProviderAnswer): void => {
        const text = textOf(answer);
        const seen = (answer.shows ?? []).map(wallet => ({ wallet, version: wallet.stood.length }));
        const headers = { 'content-type': 'application/json', ...waitAfter(answer) };
        comesBack(random.between(0.2, 40), () => {
          watch.reads(process.name, request, seen);
          handler.onResponseStart?.(controller, answer.status, headers, '');
          handler.onResponseData?.(controller, Buffer.from(text));
          handler.onResponseEnd?.(controller, {});
        });
      };
      /** A status line that says yes, some of the body, and then an end, clean or not. */
      const tears = (answer: ProviderAnswer): void => {
        const text = textOf(answer);
        comesBack(random.between(0.2, 40), () => {
          handler.onResponseStart?.(controller, answer.status, { 'content-type': 'application/json' }, '');
          handler.onResponseData?.(
            controller,
            Buffer.from(text.slice(0, random.whole(0, Math.max(0, text.length - 1)))),
          );
          if (random.chance(0.5)) handler.onResponseEnd?.(controller, {});
          else breaks();
        });
      };
      hasEnded = false; // it has only begun
      arrive(request, { answers, breaks, tears, hasEnded: () => hasEnded || isAborted });
    });
    return true;
  };

  /** Some say when to come back: sooner than a call's deadline, or later. */
  function waitAfter({ status }: ProviderAnswer): Readonly<Record<string, string>> {
    const wait = status === 429 || status === 503 ? random.pick([null, '0', '1', '3']) : null;
    return wait === null ? {} : { 'retry-after': wait };
  }

  /** The bytes are out: from here on it does not matter any more whether their sender lives. */
  function arrive(request: ProviderRequest, { answers, breaks, tears, hasEnded }: Returns): void {
    const doesSomething = isWrite(request);
    const name = `${request.method} ${request.host}${request.path}${request.sender === null ? '' : ` (${request.sender})`}`;
    const fate = random.weighted({
      well: 1,
      lost: perils.lost,
      saysNo: perils.saysNo,
      breaks: perils.breaks,
      foreign: doesSomething ? perils.foreign : 0,
    });
    const travel = random.between(0.2, 40);
    const effectIn = travel + (fate === 'well' ? random.between(1, 100) : random.between(1, perils.slowestMs));
    const takesEffect = (then: (answer: ProviderAnswer) => void, after = effectIn): void =>
      void timeline.after(after, () => {
        const answer = providers.serve(request);
        if (doesSomething) {
          tell(`${name} takes effect: ${answer.status}`);
          if (!hasEnded()) watch.lands(request, after);
        }
        then(answer);
        return nothingFollows; // what comes back is only on its way
      });
    const nothing = (): void => undefined;
    if (fate !== 'well') tell(`${name} meets: ${fate}`);

    switch (fate) {
      case 'well':
        return takesEffect(answers);
      case 'foreign':
        return takesEffect(answer => answers({ ...answer, body: options.foreignAnswer(request) ?? answer.body }));
      case 'saysNo': {
        // A wallet that is said to be gone is gone, as far as a delete can know.
        const lasting = request.method === 'DELETE' ? [400, 409, 418, 422] : [400, 404, 409, 418, 422];
        const status = random.pick([...(doesSomething ? lasting : []), 401, 403, 421, 429]);
        if (doesSomething) watch.refuses(request);
        return void timeline.after(effectIn, () => answers(providers.refuse(request, status)));
      }
      case 'breaks': {
        const status = random.pick([500, 502, 503, 504]);
        if (random.chance(0.5)) return takesEffect(() => answers({ status, body: {} }));
        return void timeline.after(effectIn, () => answers({ status, body: {} }));
      }
      case 'lost':
        break;
    }
    const how = random.pick(['before', 'after', 'long after', 'torn', 'unreadable', 'silent', 'nowhere'] as const);
    switch (how) {
      case 'before': // the connection breaks, and it takes effect all the same, or never does
        breaks();
        return random.chance(0.5) ? takesEffect(nothing) : undefined;
      case 'after':
        return takesEffect(breaks);
      case 'torn':
        return takesEffect(tears);
      case 'long after':
        return takesEffect(answers, effectIn + perils.slowestMs);
      case 'unreadable':
        return takesEffect(() =>
          answers({ status: 200, body: random.pick([null, [{}], {}, '<html>', { error: 'x' }]) }),
        );
      case 'silent':
        return takesEffect(nothing);
      case 'nowhere':
        return;
    }
  }

  return { dispatch, destroy: () => Promise.resolve(), close: () => Promise.resolve() };
}

function isWrite({ method, path }: ProviderRequest): boolean {
  return method !== 'GET' && !path.endsWith('/token');
}

function textOf({ body }: ProviderAnswer): string {
  return body === undefined ? '' : JSON.stringify(body);
}
