import type { Dispatcher } from 'undici';
import type { ProviderAnswer, ProviderRequest, SimulatedProviders } from './providers.js';
import type { SimulatedProcess } from './process.js';
import type { Random } from './random.js';
import type { Timeline } from './timeline.js';

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

/** Whose create is sent, and for which of all clients' requests. */
export interface Sender {
  readonly key: string;
  readonly request: number;
}

export interface NetworkOptions {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly perils: Perils;
  readonly providers: SimulatedProviders;
  /** Who begins to send at this very moment, as the test knows it. */
  readonly takeSender: () => Sender | null;
  /** A wallet at that place that belongs to another operation by now. */
  readonly foreignWallet: (request: ProviderRequest) => Readonly<Record<string, unknown>> | null;
  readonly tell: (line: string) => void;
}

/** The ways in which something comes back, or does not. */
interface Returns {
  readonly answers: (answer: ProviderAnswer) => void;
  readonly breaks: () => void;
  readonly tears: (answer: ProviderAnswer) => void;
}

/** What a process takes for undici: connections on which everything may go wrong that does on real ones. */
export function simulatedDispatcher(process: SimulatedProcess, origin: string, options: NetworkOptions): object {
  const { timeline, random, perils, providers, tell } = options;
  const host = new URL(origin).hostname.replace('.example', '');

  const dispatch = (sent: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean => {
    let isAborted = false;
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
        if (!isAborted) event();
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
      const answers = (answer: ProviderAnswer): void => {
        const text = JSON.stringify(answer.body);
        const headers = { 'content-type': 'application/json', ...waitAfter(answer) };
        comesBack(random.between(0.2, 40), () => {
          handler.onResponseStart?.(controller, answer.status, headers, '');
          handler.onResponseData?.(controller, Buffer.from(text));
          handler.onResponseEnd?.(controller, {});
        });
      };
      /** A status line that says yes, some of the body, and then an end, clean or not. */
      const tears = (answer: ProviderAnswer): void => {
        const text = JSON.stringify(answer.body);
        comesBack(random.between(0.2, 40), () => {
          handler.onResponseStart?.(controller, answer.status, { 'content-type': 'application/json' }, '');
          handler.onResponseData?.(controller, Buffer.from(text.slice(0, random.whole(0, text.length - 1))));
          if (random.chance(0.5)) handler.onResponseEnd?.(controller, {});
          else breaks();
        });
      };
      arrive(request, { answers, breaks, tears });
    });
    return true;
  };

  /** Some say when to come back: sooner than a call's deadline, or later. */
  function waitAfter({ status }: ProviderAnswer): Readonly<Record<string, string>> {
    const wait = status === 429 || status === 503 ? random.pick([null, '0', '1', '3']) : null;
    return wait === null ? {} : { 'retry-after': wait };
  }

  /** The bytes are out: from here on it does not matter any more whether their sender lives. */
  function arrive(request: ProviderRequest, { answers, breaks, tears }: Returns): void {
    const isCreate = request.method === 'POST' && !request.path.endsWith('/token');
    const name = `${request.method} ${request.host}${request.path}${request.sender === null ? '' : ` (${request.sender})`}`;
    const fate = random.weighted({
      well: 1,
      lost: perils.lost,
      saysNo: perils.saysNo,
      breaks: perils.breaks,
      foreign: isCreate ? perils.foreign : 0,
    });
    const travel = random.between(0.2, 40);
    const effectIn = travel + (fate === 'well' ? random.between(1, 100) : random.between(1, perils.slowestMs));
    const takesEffect = (then: (answer: ProviderAnswer) => void, after = effectIn): void =>
      void timeline.after(after, () => {
        const answer = providers.serve(request);
        if (isCreate) tell(`${name} takes effect: ${answer.status}`);
        then(answer);
      });
    const nothing = (): void => undefined;
    if (fate !== 'well') tell(`${name} meets: ${fate}`);

    switch (fate) {
      case 'well':
        return takesEffect(answers);
      case 'foreign':
        return takesEffect(answer => answers({ ...answer, body: options.foreignWallet(request) ?? answer.body }));
      case 'saysNo': {
        const status = random.pick(isCreate ? [400, 401, 403, 404, 409, 418, 421, 422, 429] : [401, 403, 421, 429]);
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
        return takesEffect(() => answers({ status: 200, body: random.pick([null, [], {}, '<html>', { error: 'x' }]) }));
      case 'silent':
        return takesEffect(nothing);
      case 'nowhere':
        return;
    }
  }

  return { dispatch, destroy: () => Promise.resolve(), close: () => Promise.resolve() };
}
