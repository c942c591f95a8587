import type { Random } from './random.js';
import type { Timeline } from './timeline.js';

/** What the five providers keep and what they carried out: the judge's evidence. They know nothing of the gateway. */

export interface ProviderRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** Whose create or change this is, and for which request, as the test knows it; providers do not look at it. */
  readonly sender: string | null;
  readonly sentBy: number | null;
}

export interface ProviderAnswer {
  readonly status: number;
  /** Undefined where there is none. */
  readonly body: unknown;
  /** The wallets about which it says how they stand: not on the wire, the test's own. */
  readonly shows?: readonly Wallet[];
}

export type Body = Readonly<Record<string, unknown>>;

/** How a wallet stood since then; without a body once it is gone. */
export interface Standing {
  readonly since: number;
  readonly body: Body | null;
}

export interface Wallet {
  readonly id: string;
  /** Which key's create made it; null for one that was there before. */
  readonly sender: string | null;
  readonly host: string;
  /** The path of the list that has it. */
  readonly path: string;
  readonly madeAt: number;
  /** From when on lists have it. */
  readonly listedAt: number;
  /** In turn; never empty. */
  readonly stood: Standing[];
}

/** A create or a change that took effect. */
export interface Effect {
  readonly sender: string;
  /** The client's request that it was sent for; null where the gateway sent it again by itself. */
  readonly sentBy: number | null;
  readonly walletId: string;
  readonly at: number;
}

export interface ProviderLimits {
  /** The longest from a create's taking effect until lists have it. */
  readonly longestLagMs: number;
  /** How far PingOne's clock may be off. */
  readonly pingOneSkewMs: number;
  /** How long a list may come from a replica that has seen nothing of late. */
  readonly longestStaleMs: number;
  /** How long LIQUIDO remembers a key. */
  readonly liquidoMemoryMs: number;
}

/** When wallets were made that were there before; on the timeline. */
export const longAgo = -3_600_000;
const epoch = Date.UTC(2026, 0, 15, 10, 0, 0);

export function bodyOf({ stood }: Wallet): Body | null {
  return stood.at(-1)?.body ?? null;
}

export class Books {
  readonly wallets: Wallet[] = [];
  readonly effects: Effect[] = [];
  /** Whose requests were answered with a lasting no that took no effect. */
  readonly refusedSenders = new Set<string>();
  readonly #byId = new Map<string, Wallet>();
  /** By list: how many times it is asked for until it comes from a replica that lags, and until when that one does. */
  readonly #lags = new Map<string, { asksLeft: number; endsAt: number }>();

  constructor(
    private readonly timeline: Timeline,
    readonly random: Random,
    readonly limits: ProviderLimits,
  ) {}

  get now(): number {
    return this.timeline.now;
  }

  /** One that is still there, or was. */
  wallet(host: string, id: string): Wallet | null {
    const found = this.#byId.get(id);
    return found?.host === host ? found : null;
  }

  /** A new wallet; `madeAt` is before all if it was there already. */
  make({ host, path, sender, sentBy }: ProviderRequest, id: string, body: Body, madeAt = this.now): Wallet {
    const listedAt = madeAt + this.random.between(0, this.limits.longestLagMs);
    const wallet = { id, sender, host, path, madeAt, listedAt, stood: [{ since: madeAt, body }] };
    this.wallets.push(wallet);
    this.#byId.set(id, wallet);
    if (sender !== null || madeAt >= 0) this.took({ sender, sentBy, path }, id);
    return wallet;
  }

  /** A wallet from before. */
  plant(host: string, path: string, id: string, body: Body): Wallet {
    const request = { host, method: 'POST', path, query: new URLSearchParams(), body: '', sender: null, sentBy: null };
    return this.make(request, id, body, longAgo);
  }

  /** What was asked for was carried out; where it changed nothing, the wallet stands as before. */
  change(wallet: Wallet, request: ProviderRequest, body: Body | null): void {
    this.took(request, wallet.id);
    this.move(wallet, body);
  }

  /** The provider's own doing, and its other clients'. */
  move(wallet: Wallet, body: Body | null): void {
    if (JSON.stringify(bodyOf(wallet)) !== JSON.stringify(body)) wallet.stood.push({ since: this.now, body });
  }

  took({ sender, sentBy, path }: Pick<ProviderRequest, 'sender' | 'sentBy' | 'path'>, walletId: string): void {
    this.effects.push({ sender: sender ?? `nobody, at ${path}`, sentBy, walletId, at: this.now });
  }

  /** As a replica has them: once, each list comes from one that lags; before two looks that count it has caught up. */
  listed(host: string, path: string): readonly Wallet[] {
    const seenAt = this.#isLagging(`${host}${path}`) ? -1 : this.now;
    return this.wallets.filter(
      wallet =>
        wallet.host === host && wallet.path === path && wallet.listedAt <= seenAt && wallet.stood.at(-1)?.body !== null,
    );
  }

  timeText(milliseconds = this.now): string {
    return new Date(epoch + milliseconds).toISOString();
  }

  #isLagging(place: string): boolean {
    const { longestStaleMs } = this.limits;
    const lag = this.#lags.get(place) ?? { asksLeft: this.random.whole(0, this.random.pick([8, 30])), endsAt: 0 };
    this.#lags.set(place, lag);
    if (lag.asksLeft === 0) lag.endsAt = this.now + longestStaleMs;
    lag.asksLeft -= 1;
    return this.now < lag.endsAt;
  }
}
