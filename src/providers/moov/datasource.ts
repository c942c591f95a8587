import type { Call } from '../../core/request.js';
import type { Attempt } from '../../core/attempt.js';
import { make } from '../../core/codec.js';
import { ProviderRejectedError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import type { CallClass } from '../../core/health.js';
import { partsOf } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import type { Candidate, Sought } from '../../core/recovery.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { WalletState } from '../../core/wallet.js';
import { isSuccess, type Answer } from '../../upstream/answers.js';
import { basicAuthorization, Client, path, type Path } from '../../upstream/client.js';
import {
  MoovWalletClosed,
  MoovWalletUpdated,
  type CloseMoovWalletInput,
  type UpdateMoovWalletInput,
} from './changes.js';
import { creationRefusal, moovRefusal } from './refusal.js';
import type { MoovSettings } from './settings.js';
import { checkClosing } from './states.js';
import { moovWalletId, type CreateMoovWalletInput, type MoovWallet, type MoovWalletTransaction } from './types.js';
import {
  changeRequest,
  closedWalletFrom,
  closingRequest,
  markerFrom,
  markersFrom,
  newWalletFrom,
  paymentMethodsFrom,
  transactionsFrom,
  walletFrom,
  walletRequest,
  walletsFrom,
  type MarkedWallet,
} from './wire.js';

/** Pages of one account's wallets that are looked through. Open ones are a dozen at the most; closed ones add up. */
const longestList = 100;
/** So far apart may Moov's clock and ours be where a wallet has no marker. */
const clockSkewMs = 60_000;
/** What Moov's own example of a list asks for: a page that is shorter was not cut short. */
const exampleCount = 20;

interface ListCall<Row> {
  readonly accountId: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rowsFrom: (answer: Answer) => readonly Row[];
  /** A page with fewer rows is the last one. */
  readonly lastBelow: number;
  readonly call: Call;
}

/** Moov's calls, in our words. */
export class MoovDataSource implements DataSource {
  /** See `MOOV_SETTLE_ABSENT_AFTER_MS`. */
  readonly absentAfterMs: number | null;
  readonly #client: Client;
  readonly #listCount: string;

  constructor(settings: MoovSettings, wire: WireOptions) {
    this.absentAfterMs = settings.MOOV_SETTLE_ABSENT_AFTER_MS ?? null;
    this.#listCount = String(settings.MOOV_LIST_COUNT);
    const credentials = `${settings.MOOV_PUBLIC_KEY}:${settings.MOOV_SECRET_KEY}`;
    this.#client = new Client({
      provider: WalletProvider.MOOV,
      baseUrl: settings.MOOV_API_URL,
      headers: { authorization: basicAuthorization(credentials), 'x-moov-version': settings.MOOV_API_VERSION },
      secrets: [credentials, settings.MOOV_SECRET_KEY, settings.MOOV_PUBLIC_KEY],
      wire,
    });
  }

  async createWallet(input: CreateMoovWalletInput, attempt: Attempt): Promise<MoovWallet> {
    const answer = await this.#client.post(
      path`/accounts/${input.accountId}/wallets`,
      walletRequest(input, attempt.operationId),
      attempt,
    );
    if (!isSuccess(answer)) throw creationRefusal(answer); // any 2xx is read: Moov creates with 200, not 201
    return newWalletFrom(answer, input.accountId, attempt.operationId);
  }

  async updateWallet(input: UpdateMoovWalletInput, attempt: Attempt): Promise<MoovWalletUpdated> {
    const [accountId, walletId] = partsOf(input.moovWalletId, moovWalletId);
    // Sent also where it stands so already: that changes nothing. Moov decides whether a closed wallet can be changed.
    const marker =
      input.metadata === undefined
        ? null
        : markerFrom(await this.#read(accountId, walletId, attempt, 'writes'), walletId);
    const answer = await this.#client.patch(walletPath(accountId, walletId), changeRequest(input, marker), attempt);
    if (!isSuccess(answer)) throw moovRefusal(answer);
    return make(MoovWalletUpdated, { moovWallet: walletFrom(answer, accountId, walletId) });
  }

  async closeWallet(input: CloseMoovWalletInput, attempt: Attempt): Promise<MoovWalletClosed> {
    const [accountId, walletId] = partsOf(input.moovWalletId, moovWalletId);
    const standing = async () =>
      walletFrom(await this.#read(accountId, walletId, attempt, 'writes'), accountId, walletId);
    const wallet = await standing();
    if (wallet.state === WalletState.CLOSED) return make(MoovWalletClosed, { moovWallet: wallet });
    checkClosing(wallet);
    const answer = await this.#client.patch(walletPath(accountId, walletId), closingRequest, attempt);
    if (isSuccess(answer)) {
      return make(MoovWalletClosed, { moovWallet: closedWalletFrom(answer, accountId, walletId) });
    }
    const refused = moovRefusal(answer);
    if (answer.status !== 409) throw refused;
    // Somebody else may have closed it since it was read.
    const conflicting = await standing();
    if (conflicting.state !== WalletState.CLOSED) throw refused;
    return make(MoovWalletClosed, { moovWallet: conflicting });
  }

  async wallet(accountId: string, walletId: string, call: Call): Promise<MoovWallet> {
    return walletFrom(await this.#read(accountId, walletId, call, 'reads'), accountId, walletId);
  }

  async #read(accountId: string, walletId: string, call: Call, calls: CallClass): Promise<Answer> {
    const answer = await this.#client.get(walletPath(accountId, walletId), call, { calls });
    if (!isSuccess(answer)) throw moovRefusal(answer);
    return answer;
  }

  /** All wallets of an account, also closed ones and those that Moov made itself. */
  async *walletPages(accountId: string, call: Call): AsyncGenerator<readonly MoovWallet[]> {
    const rowsFrom = (answer: Answer) => walletsFrom(answer, accountId);
    yield* this.#pages({ accountId, query: {}, rowsFrom, lastBelow: exampleCount, call });
  }

  /**
   * The wallets whose marker names that operation: of all general ones, since somebody may have closed it meanwhile. That
   * lists show the marker is not published, and somebody may have taken it away: where there is none, those without any
   * marker that are named as this one, and not older, are doubtful.
   */
  async walletsMarked({ id, input, since }: Sought<CreateMoovWalletInput>, call: Call): Promise<Candidate[]> {
    const found: MarkedWallet[] = [];
    // Only a page that brings nothing new proves that there is no more.
    const { accountId } = input;
    const list = { accountId, query: { walletType: 'general' }, rowsFrom: markersFrom, lastBelow: 1, call };
    for await (const rows of this.#pages(list)) found.push(...rows.filter(({ marker }) => (marker ?? id) === id));
    const marked = found.filter(({ marker }) => marker !== null);
    if (marked.length > 0) return marked.map(({ providerId }) => ({ providerId, isDoubtful: false }));
    const isNew = (at: string | null) => at === null || Date.parse(at) >= since - clockSkewMs;
    return found
      .filter(({ name, createdAt }) => (name ?? input.name) === input.name && isNew(createdAt))
      .map(({ providerId }) => ({ providerId, isDoubtful: true }));
  }

  /** Neither the order nor the longest page is published, so a page is asked for behind all that is known. */
  async *#pages<Row extends { readonly providerId: string }>(
    list: ListCall<Row>,
    known: ReadonlySet<string> = new Set(),
    pagesLeft = longestList,
  ): AsyncGenerator<readonly Row[]> {
    const query = { ...list.query, count: this.#listCount, skip: String(known.size) };
    const answer = await this.#client.get(path`/accounts/${list.accountId}/wallets`, list.call, { query });
    if (!isSuccess(answer)) throw moovRefusal(answer);
    const rows = list.rowsFrom(answer);
    const more = rows.filter(({ providerId }) => !known.has(providerId));
    yield more;
    if (rows.length < list.lastBelow || more.length === 0) return;
    if (pagesLeft === 0) {
      throw failure(ProviderRejectedError, {
        provider: WalletProvider.MOOV,
        message: 'Moov lists too many wallets of this account.',
      });
    }
    yield* this.#pages(list, new Set([...known, ...more.map(({ providerId }) => providerId)]), pagesLeft - 1);
  }

  /** By wallet, the payment method that pays from it; asked for one wallet, or for all of the account. */
  async paymentMethods(
    accountId: string,
    walletId: string | null,
    call: Call,
  ): Promise<ReadonlyMap<string, string | null>> {
    const query = { paymentMethodType: 'moov-wallet', sourceID: walletId };
    const answer = await this.#client.get(path`/accounts/${accountId}/payment-methods`, call, { query });
    if (!isSuccess(answer)) throw moovRefusal(answer);
    return paymentMethodsFrom(answer);
  }

  /** So many of a wallet's transactions, in Moov's order. */
  async transactions(
    { accountId, providerId }: Pick<MoovWallet, 'accountId' | 'providerId'>,
    { skip, count }: { readonly skip: number; readonly count: number },
    call: Call,
  ): Promise<readonly MoovWalletTransaction[]> {
    const query = { skip: String(skip), count: String(count) };
    const from = path`/accounts/${accountId}/wallets/${providerId}/transactions`;
    const answer = await this.#client.get(from, call, { query });
    if (!isSuccess(answer)) throw moovRefusal(answer);
    return transactionsFrom(answer);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function walletPath(accountId: string, walletId: string): Path {
  return path`/accounts/${accountId}/wallets/${walletId}`;
}
