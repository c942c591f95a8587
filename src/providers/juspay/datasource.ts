import type { Call } from '../../core/request.js';
import type { Attempt } from '../../core/attempt.js';
import { NotFoundError, ProviderRejectedError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import type { Candidate } from '../../core/recovery.js';
import { isSuccess, type Answer } from '../../upstream/answers.js';
import { basicAuthorization, Client, path, type Extras } from '../../upstream/client.js';
import { juspayRefusal } from './refusal.js';
import type { JuspaySettings } from './settings.js';
import type { JuspayCustomerInput, JuspayWalletAccount, JuspayWalletAccountInput } from './types.js';
import { listFrom, oneTimeTokenFrom, walletForm, walletFrom, walletsFrom, type WalletList } from './wire.js';

/** Juspay's calls, in our words. */
export class JuspayDataSource implements DataSource {
  readonly #client: Client;
  readonly #takesSnapshots: boolean;
  readonly #tellsTokens: boolean;
  readonly #aliases: ReadonlyMap<string, string>;
  /** See `JUSPAY_SETTLE_ABSENT_AFTER_MS`. */
  readonly absentAfterMs: number | null;

  constructor(settings: JuspaySettings, wire: WireOptions) {
    this.#takesSnapshots = settings.JUSPAY_SNAPSHOT === 'on';
    this.#tellsTokens = settings.JUSPAY_ONE_TIME_TOKENS === 'on';
    this.#aliases = new Map(
      (settings.JUSPAY_GATEWAY_ALIASES ?? []).map(alias => alias.toLowerCase().split('=') as [string, string]), // checked
    );
    this.absentAfterMs = settings.JUSPAY_SETTLE_ABSENT_AFTER_MS ?? null;
    // The password is empty, and the colon before it is part of what is encoded.
    const credentials = `${settings.JUSPAY_API_KEY}:`;
    const merchantId = settings.JUSPAY_MERCHANT_ID;
    this.#client = new Client({
      provider: WalletProvider.JUSPAY,
      baseUrl: settings.JUSPAY_API_URL,
      headers: {
        authorization: basicAuthorization(credentials),
        ...(merchantId === undefined ? {} : { 'x-merchantid': merchantId }),
      },
      secrets: [credentials, settings.JUSPAY_API_KEY],
      wire,
    });
  }

  async createWallet(input: JuspayWalletAccountInput, attempt: Attempt): Promise<JuspayWalletAccount> {
    const { customerId, clientAuthToken } = input;
    const routingId = routingIdOf(input);
    // What was there before the first attempt whose outcome is not known is what counts.
    if (this.#takesSnapshots && attempt.noted === null) {
      const { ids } = await this.#list(input, attempt, { calls: 'writes' });
      await attempt.note(ids);
    }
    const answer = await this.#client.post(path`/customers/${customerId}/wallets`, walletForm(input), attempt, {
      headers: { 'x-routing-id': routingId },
      secrets: clientAuthToken == null ? [] : [clientAuthToken],
    });
    if (!isSuccess(answer)) throw juspayRefusal(answer);
    return walletFrom(answer, { customerId, routingId, gateway: input.gateway });
  }

  async wallet(customerId: string, routingId: string, walletId: string, call: Call): Promise<JuspayWalletAccount> {
    const answer = await this.#client.get(path`/wallets/${walletId}`, call, { headers: { 'x-routing-id': routingId } });
    if (!isSuccess(answer)) throw juspayRefusal(answer);
    return walletFrom(answer, { customerId, routingId });
  }

  /** The customer's wallets that such a create may have made; `before` are ids that were there beforehand. */
  async walletsLike(input: JuspayWalletAccountInput, before: unknown, call: Call): Promise<Candidate[]> {
    const { like, isWhole } = await this.#list(input, call);
    if (!isWhole) throw notAllListed();
    const known = new Set(Array.isArray(before) ? (before as string[]) : []); // as createWallet noted them
    // An attempt that was cut off before its snapshot has sent nothing, so that what is there is older.
    const isDoubtful = this.#takesSnapshots && before === null;
    return like.filter(id => !known.has(id)).map(providerId => ({ providerId, isDoubtful }));
  }

  /** One that the customer's list has: Juspay itself finds a wallet by its id alone, whosever it is. */
  async walletOfCustomer(input: JuspayWalletAccountInput, walletId: string, call: Call): Promise<JuspayWalletAccount> {
    const { ids } = await this.#list(input, call);
    if (!ids.includes(walletId)) throw failure(NotFoundError, { message: 'The customer has no such wallet.' });
    return this.wallet(input.customerId, routingIdOf(input), walletId, call);
  }

  /** The name by which wallets of a gateway go, in lower case. */
  walletNameOf(gateway: string): string {
    return this.#aliases.get(gateway.toLowerCase()) ?? gateway.toLowerCase();
  }

  /** All of a customer's wallets, with what only a list tells of them. */
  async *walletPages(
    customerId: string,
    routingId: string,
    call: Call,
  ): AsyncGenerator<readonly JuspayWalletAccount[]> {
    const { wallets, isWhole } = walletsFrom(await this.#listOf(customerId, routingId, call), {
      customerId,
      routingId,
    });
    yield wallets;
    if (!isWhole) throw notAllListed();
  }

  /** A new token each time, which ends the one before; null where it is not to be told, or the wallet is not linked. */
  async oneTimeToken(wallet: JuspayWalletAccount, routingId: string, call: Call): Promise<string | null> {
    if (!this.#tellsTokens || !wallet.linked) return null;
    const headers = { 'x-routing-id': routingId };
    const answer = await this.#client.get(path`/wallets/${wallet.providerId}`, call, { headers });
    if (!isSuccess(answer)) throw juspayRefusal(answer);
    return oneTimeTokenFrom(answer);
  }

  async #list(input: JuspayWalletAccountInput, call: Call, extras: Extras = {}): Promise<WalletList> {
    return listFrom(await this.#listOf(input.customerId, routingIdOf(input), call, extras), input, this.#aliases);
  }

  async #listOf(customerId: string, routingId: string, call: Call, extras: Extras = {}): Promise<Answer> {
    const headers = { 'x-routing-id': routingId };
    const answer = await this.#client.get(path`/customers/${customerId}/wallets`, call, { ...extras, headers });
    if (!isSuccess(answer)) throw juspayRefusal(answer);
    return answer;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function notAllListed(): Error {
  const message = "Juspay does not list all of the customer's wallets.";
  return failure(ProviderRejectedError, { provider: WalletProvider.JUSPAY, message });
}

/** The same for all calls about one customer. */
export function routingIdOf({ routingId, customerId }: JuspayCustomerInput): string {
  return routingId ?? customerId;
}
