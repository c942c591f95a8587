import { Books, type ProviderAnswer, type ProviderLimits, type ProviderRequest } from './books.js';
import { equalsMoney } from './providers/equals-money.js';
import { juspay } from './providers/juspay.js';
import { liquido } from './providers/liquido.js';
import { moov } from './providers/moov.js';
import { pingOne } from './providers/pingone.js';
import type { Random } from './random.js';
import type { Timeline } from './timeline.js';

/**
 * The five providers as they behave towards creates, changes and reads, from their sheets, over JSON as it goes over the
 * wire. Each request takes effect once, at a moment of its own, or never.
 */
export class SimulatedProviders {
  readonly books: Books;
  readonly #hosts: Readonly<Record<string, (request: ProviderRequest) => ProviderAnswer>>;

  constructor(timeline: Timeline, random: Random, limits: ProviderLimits) {
    const books = new Books(timeline, random, limits);
    this.books = books;
    this.#hosts = {
      pingone: pingOne(books),
      juspay: juspay(books),
      liquido: liquido(books),
      'equals-money': equalsMoney(books),
      moov: moov(books),
    };
  }

  /** Does what is asked, now. */
  serve(request: ProviderRequest): ProviderAnswer {
    if (request.path.endsWith('/token')) return { status: 200, body: { access_token: 'token', expires_in: 86_400 } };
    const answer = this.#hosts[request.host]?.(request) ?? { status: 404, body: {} };
    // A key that comes with another body is nobody's fault but the gateway's.
    if (request.host !== 'liquido' || answer.status !== 409) this.#notice(request, answer.status);
    return answer;
  }

  /** Says no, and does nothing. */
  refuse(request: ProviderRequest, status: number): ProviderAnswer {
    this.#notice(request, status);
    return { status, body: {} };
  }

  #notice({ sender }: ProviderRequest, status: number): void {
    const isLasting = status >= 400 && ![401, 403, 421, 429].includes(status);
    if (sender !== null && isLasting) this.books.refusedSenders.add(sender);
  }
}
