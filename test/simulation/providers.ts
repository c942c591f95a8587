import type { Random } from './random.js';
import type { Timeline } from './timeline.js';

/**
 * The five providers as they behave towards creates and look-ups, from their sheets, over JSON as it goes over the wire:
 * they know nothing of the gateway. Each request takes effect once, at a moment of its own, or never.
 */

export interface ProviderRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** Whose create this is, and for which request, as the test knows it; providers do not look at it. */
  readonly sender: string | null;
  readonly sentBy: number | null;
}

export interface ProviderAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface Wallet {
  readonly id: string;
  /** Which key's create made it; null for one that was there before. */
  readonly sender: string | null;
  readonly host: string;
  readonly path: string;
  readonly madeAt: number;
  /** From when on lists have it. */
  readonly listedAt: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A create that took effect. */
export interface Applied {
  readonly sender: string;
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

const epoch = Date.UTC(2026, 0, 15, 10, 0, 0);

export class SimulatedProviders {
  readonly wallets: Wallet[] = [];
  readonly applied: Applied[] = [];
  /** Whose creates come under which of LIQUIDO's keys, as the test knows it: a resend has no other sign. */
  readonly liquidoSenders = new Map<string, string>();
  /** Whose creates were answered with a lasting no that took no effect. */
  readonly refusedSenders = new Set<string>();
  readonly #liquidoKeys = new Map<string, { readonly body: string; readonly wallet: Wallet; readonly at: number }>();
  /** By list: how many times it is asked for until it comes from a replica that lags, and until when that one does. */
  readonly #lags = new Map<string, { asksLeft: number; endsAt: number }>();

  constructor(
    private readonly timeline: Timeline,
    private readonly random: Random,
    private readonly limits: ProviderLimits,
  ) {}

  /** Does what is asked, now. */
  serve(request: ProviderRequest): ProviderAnswer {
    const { host, method, path } = request;
    if (path.endsWith('/token')) return { status: 200, body: { access_token: 'token', expires_in: 86_400 } };
    if (method === 'POST') return this.#create(request);
    if (path.includes('/digitalWalletApplications/')) {
      return { status: 200, body: { appOpenUrl: 'https://wallet.example/open' } };
    }
    // At Juspay a wallet is not read below its customer.
    const found = this.wallets.find(
      wallet => wallet.host === host && path === `${host === 'juspay' ? '/wallets' : wallet.path}/${wallet.id}`,
    );
    if (found !== undefined) return { status: 200, body: found.body };
    if (!path.endsWith('allets')) return { status: 404, body: {} };
    return { status: 200, body: this.#list(request) };
  }

  /** Says no, and does nothing. */
  refuse(request: ProviderRequest, status: number): ProviderAnswer {
    const sender = request.host === 'liquido' && request.body.startsWith('{') ? this.#liquidoSender(request) : null;
    if (sender !== null && ![401, 403, 421, 429].includes(status)) this.refusedSenders.add(sender);
    return { status, body: {} };
  }

  #liquidoSender({ body }: ProviderRequest): string | null {
    return this.liquidoSenders.get((JSON.parse(body) as { idempotencyKey: string }).idempotencyKey) ?? null;
  }

  /** A wallet that somebody made before, elsewhere. */
  plant(host: string, path: string, body: string, madeAt: number): void {
    this.#make({ host, method: 'POST', path, query: new URLSearchParams(), body, sender: null, sentBy: null }, madeAt);
  }

  #create(request: ProviderRequest): ProviderAnswer {
    const { host, path, body, sender, sentBy } = request;
    if (host === 'liquido') {
      const key = String((JSON.parse(body) as { idempotencyKey: string }).idempotencyKey);
      const known = this.#liquidoKeys.get(key);
      if (known !== undefined && this.timeline.now - known.at < this.limits.liquidoMemoryMs) {
        const isSame = known.body === body;
        return isSame ? { status: 200, body: known.wallet.body } : { status: 409, body: { errors: [{ code: '409' }] } };
      }
      const wallet = this.#make({ ...request, sender: this.#liquidoSender(request) }, this.timeline.now);
      this.#liquidoKeys.set(key, { body, wallet, at: this.timeline.now });
      return { status: 200, body: wallet.body };
    }
    if (host === 'equals-money') {
      const walletId = this.random.uuid();
      this.applied.push({ sender: sender ?? `nobody, at ${path}`, sentBy, walletId, at: this.timeline.now });
      const pushTokenizeRequestData = { extraProvisionPayload: 'blob', displayName: 'Card' };
      return { status: 201, body: { createdAt: timeText(epoch + this.timeline.now), pushTokenizeRequestData } };
    }
    return { status: host === 'pingone' ? 201 : 200, body: this.#make(request, this.timeline.now).body };
  }

  #make(request: ProviderRequest, madeAt: number): Wallet {
    const { host, path, sender, sentBy } = request;
    const id = host === 'juspay' ? `wlt_${this.random.uuid().replaceAll('-', '').slice(0, 16)}` : this.random.uuid();
    const listedAt = madeAt + this.random.between(0, this.limits.longestLagMs);
    const wallet = { id, sender, host, path, madeAt, listedAt, body: this.#bodyOf(request, id, madeAt) };
    this.wallets.push(wallet);
    if (sender !== null || madeAt >= 0) {
      this.applied.push({ sender: sender ?? `nobody, at ${path}`, sentBy, walletId: id, at: this.timeline.now });
    }
    return wallet;
  }

  #bodyOf({ host, path, body }: ProviderRequest, id: string, madeAt: number): Readonly<Record<string, unknown>> {
    if (host === 'juspay') {
      const form = new URLSearchParams(body);
      const mobile = form.get('mobile_number');
      return {
        id,
        object: 'wallet_account',
        wallet: form.get('gateway'),
        linked: false,
        ...(mobile === null ? {} : { metadata: { mobile_number: mobile } }),
      };
    }
    const asked = JSON.parse(body) as Record<string, unknown>;
    if (host === 'liquido') {
      return { id, balanceInCents: 0, status: 'ACTIVE', country: asked.country, currency: asked.currency };
    }
    if (host === 'moov') {
      const balance = { currency: 'USD', value: 0, valueDecimal: '0' };
      const created = { walletType: 'general', status: 'active', createdOn: timeText(epoch + madeAt) };
      return { walletID: id, name: asked.name, metadata: asked.metadata, availableBalance: balance, ...created };
    }
    const [environment = '', , user = ''] = path.split('/').slice(3);
    const at = timeText(epoch + madeAt + this.limits.pingOneSkewMs);
    return {
      id,
      createdAt: at,
      updatedAt: at,
      status: 'PAIRING_REQUIRED',
      environment: { id: environment },
      user: { id: user },
      digitalWalletApplication: asked.digitalWalletApplication,
      applicationInstance: asked.applicationInstance,
      pairingSession: {
        id: `${id}-session`,
        status: 'INITIAL',
        qrUrl: `https://api.example/requests/${id}`,
      },
    };
  }

  /** Once, each list comes from a replica that has seen nothing of late; before two looks that count it has caught up. */
  #isLagging(place: string): boolean {
    const { longestStaleMs } = this.limits;
    const lag = this.#lags.get(place) ?? { asksLeft: this.random.whole(0, this.random.pick([8, 30])), endsAt: 0 };
    this.#lags.set(place, lag);
    if (lag.asksLeft === 0) lag.endsAt = this.timeline.now + longestStaleMs;
    lag.asksLeft -= 1;
    return this.timeline.now < lag.endsAt;
  }

  #list({ host, path, query }: ProviderRequest): unknown {
    const place = `${host}${path}`;
    const seenAt = this.#isLagging(place) ? -1 : this.timeline.now;
    const listed = this.wallets.filter(
      wallet => wallet.host === host && wallet.path === path && wallet.listedAt <= seenAt,
    );
    const bodies = listed.map(({ body }) => body);
    if (host === 'moov') {
      const skip = Number(query.get('skip') ?? 0);
      return bodies.slice(skip, skip + Math.min(2, Number(query.get('count') ?? 2)));
    }
    if (host === 'juspay')
      return { object: 'list', list: bodies, total: bodies.length, offset: 0, count: bodies.length };
    return { _embedded: { digitalWallets: bodies.map(body => ({ ...body, pairingSession: undefined })) } };
  }
}

function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
