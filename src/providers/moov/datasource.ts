import type { Call } from '../../core/request.js';
import type { Attempt } from '../../core/attempt.js';
import { ProviderRejectedError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import { WalletProvider } from '../../core/provider.js';
import type { Candidate } from '../../core/recovery.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { basicAuthorization, Client, path } from '../../upstream/client.js';
import type { MoovSettings } from './settings.js';
import type { CreateMoovWalletInput, MoovWallet } from './types.js';
import { markersFrom, moovRefusal, walletFrom, walletRequest } from './wire.js';

/** By wallet, the operation that its marker names. */
type Markers = ReadonlyMap<string, string | null>;

/** Open wallets are a dozen at the most; closed ones add up. */
const pageLength = 100;
/** Pages of one account's wallets that are looked through. */
const longestList = 100;

/** Moov's calls, in our words. */
export class MoovDataSource implements DataSource {
  /** See `MOOV_SETTLE_ABSENT_AFTER_MS`. */
  readonly absentAfterMs: number | null;
  readonly #client: Client;

  constructor(settings: MoovSettings, wire: WireOptions) {
    this.absentAfterMs = settings.MOOV_SETTLE_ABSENT_AFTER_MS ?? null;
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
    if (!isSuccess(answer)) throw moovRefusal(answer); // any 2xx is read: Moov creates with 200, not 201
    return walletFrom(answer, input.accountId);
  }

  async wallet(accountId: string, walletId: string, call: Call): Promise<MoovWallet> {
    const answer = await this.#client.get(path`/accounts/${accountId}/wallets/${walletId}`, call);
    if (!isSuccess(answer)) throw moovRefusal(answer);
    return walletFrom(answer, accountId);
  }

  /** The wallets whose marker names that operation. */
  async walletsMarked(accountId: string, operationId: string, call: Call): Promise<Candidate[]> {
    const markers = await this.#markers(accountId, new Map(), longestList, call);
    const found = [...markers].filter(([, marker]) => marker === operationId);
    return found.map(([providerId]) => ({ providerId, isDoubtful: false }));
  }

  /**
   * Of all general wallets, closed ones too, since somebody may have closed it meanwhile. Neither the order nor the
   * longest page is published, so only a page that brings nothing new is the last one.
   */
  async #markers(accountId: string, known: Markers, pagesLeft: number, call: Call): Promise<Markers> {
    const query = { walletType: 'general', count: String(pageLength), skip: String(known.size) };
    const answer = await this.#client.get(path`/accounts/${accountId}/wallets`, call, { query });
    if (!isSuccess(answer)) throw moovRefusal(answer);
    const more = new Map([...known, ...markersFrom(answer)]);
    if (more.size === known.size) return more;
    if (pagesLeft === 0)
      throw failure(ProviderRejectedError, { message: 'Moov lists too many wallets of this account.' });
    return this.#markers(accountId, more, pagesLeft - 1, call);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
