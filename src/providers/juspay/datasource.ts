import type { Call } from '../../core/request.js';
import type { Allowance, Attempt } from '../../core/attempt.js';
import { make } from '../../core/codec.js';
import { NotFoundError, ProviderRejectedError } from '../../core/errors.js';
import { failure, forbidden } from '../../core/failures.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import type { Candidate } from '../../core/recovery.js';
import { isSuccess, unreadable, type Answer } from '../../upstream/answers.js';
import { basicAuthorization, Client, path, type Extras } from '../../upstream/client.js';
import {
  OneTimeCodeSent,
  WalletAccountDelinked,
  WalletAccountLinked,
  WalletAccountRefreshed,
  type AuthenticateWalletAccountInput,
  type DelinkWalletAccountInput,
  type LinkWalletAccountInput,
  type RefreshWalletAccountInput,
} from './commands.js';
import { placeOf, type WalletPlace } from './ids.js';
import { codeRejected, commandRefusal, createRefusal, juspayRefusal, linkRefusal } from './refusal.js';
import type { JuspaySettings } from './settings.js';
import type { JuspayCustomerInput, JuspayWalletAccount, JuspayWalletAccountInput } from './types.js';
import {
  authenticateForm,
  commandForm,
  knownWalletFrom,
  linkForm,
  listFrom,
  newWalletFrom,
  oneTimeTokenFrom,
  walletForm,
  walletFrom,
  walletsFrom,
  type WalletList,
} from './wire.js';

/** Juspay's calls, in our words. */
export class JuspayDataSource implements DataSource {
  readonly #client: Client;
  readonly #takesSnapshots: boolean;
  readonly #aliases: ReadonlyMap<string, string>;
  /** See `JUSPAY_SETTLE_ABSENT_AFTER_MS`. */
  readonly absentAfterMs: number | null;

  constructor(settings: JuspaySettings, wire: WireOptions) {
    this.#takesSnapshots = settings.JUSPAY_SNAPSHOT === 'on';
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
    const { customerId } = input;
    const routingId = routingIdOf(input);
    // What was there before the first attempt whose outcome is not known is what counts.
    if (this.#takesSnapshots && attempt.noted === null) {
      const { ids } = await this.#list(input, attempt, { calls: 'writes' });
      await attempt.note(ids);
    }
    const answer = await this.#client.post(path`/customers/${customerId}/wallets`, walletForm(input), attempt, {
      headers: { 'x-routing-id': routingId },
    });
    if (!isSuccess(answer)) throw createRefusal(answer);
    return newWalletFrom(answer, { customerId, routingId }, input.gateway);
  }

  async wallet(place: WalletPlace, call: Call): Promise<JuspayWalletAccount> {
    return walletFrom(await this.#walletAt(place, call), place);
  }

  /** As it is, where something hangs on whether it is linked. */
  async knownWallet(place: WalletPlace, call: Call): Promise<JuspayWalletAccount> {
    return knownWalletFrom(await this.#walletAt(place, call, { calls: 'writes' }), place);
  }

  async #walletAt({ walletId, routingId }: WalletPlace, call: Call, extras: Extras = {}): Promise<Answer> {
    const headers = { 'x-routing-id': routingId };
    const answer = await this.#client.get(path`/wallets/${walletId}`, call, { ...extras, headers });
    if (!isSuccess(answer)) throw juspayRefusal(answer);
    return answer;
  }

  /** Has a one-time code sent. Of a wallet that is linked it would take the link away. */
  async authenticate(input: AuthenticateWalletAccountInput, attempt: Attempt): Promise<OneTimeCodeSent> {
    const place = placeOf(input.walletAccountId);
    // Such a read ends a one-time token, also where it is then refused: the price of not taking the link away.
    const { linked } = await this.knownWallet(place, attempt);
    if (linked) throw forbidden('The wallet is linked: delink it first.');
    const answer = await this.#command(place, authenticateForm(input), attempt);
    if (!isSuccess(answer)) throw commandRefusal(answer);
    const walletAccount = walletFrom(answer, place);
    if (walletAccount.linked) throw unreadable(answer);
    return make(OneTimeCodeSent, { walletAccount });
  }

  /** A guess at the code. Nothing else is asked, so that a guess is one call: `known` is what was read of it lately. */
  async link(input: LinkWalletAccountInput, attempt: Attempt, known: object | null): Promise<WalletAccountLinked> {
    const isLinked = known !== null && 'linked' in known && known.linked === true;
    if (isLinked) throw forbidden('The wallet is linked already.');
    const place = placeOf(input.walletAccountId);
    const attemptsLeft = await attempt.useUp(guessesAt(place));
    const answer = await this.#command(place, linkForm(input), attempt, { isSentOnce: true });
    if (!isSuccess(answer)) throw linkRefusal(answer, attemptsLeft);
    const walletAccount = knownWalletFrom(answer, place);
    if (!walletAccount.linked) throw codeRejected(attemptsLeft); // a wrong code is a success, as far as HTTP goes
    return make(WalletAccountLinked, { walletAccount });
  }

  async refresh(input: RefreshWalletAccountInput, attempt: Attempt): Promise<WalletAccountRefreshed> {
    const place = placeOf(input.walletAccountId);
    const { linked } = await this.knownWallet(place, attempt);
    if (!linked) throw forbidden('The wallet is not linked: only a linked one can be asked.');
    const answer = await this.#command(place, commandForm('refresh'), attempt);
    if (!isSuccess(answer)) throw commandRefusal(answer);
    return make(WalletAccountRefreshed, { walletAccount: knownWalletFrom(answer, place) });
  }

  async delink(input: DelinkWalletAccountInput, attempt: Attempt): Promise<WalletAccountDelinked> {
    const place = placeOf(input.walletAccountId);
    const before = await this.knownWallet(place, attempt);
    if (!before.linked) return make(WalletAccountDelinked, { walletAccount: before });
    const answer = await this.#command(place, commandForm('delink'), attempt);
    if (!isSuccess(answer)) throw commandRefusal(answer);
    const walletAccount = walletFrom(answer, place);
    if (walletAccount.linked) throw unreadable(answer);
    return make(WalletAccountDelinked, { walletAccount });
  }

  #command(
    { walletId, routingId }: WalletPlace,
    form: URLSearchParams,
    attempt: Attempt,
    extras: Extras = {},
  ): Promise<Answer> {
    const headers = { 'x-routing-id': routingId };
    return this.#client.post(path`/wallets/${walletId}`, form, attempt, { ...extras, headers });
  }

  /** The customer's wallets that such a create may have made; `before` are ids that were there beforehand. */
  async walletsLike(input: JuspayWalletAccountInput, before: unknown, call: Call): Promise<Candidate[]> {
    const { like, otherwiseNamed, isWhole } = await this.#list(input, call);
    if (!isWhole) throw notAllListed();
    const known = new Set(Array.isArray(before) ? (before as string[]) : []); // as createWallet noted them
    // Whether a second create answers with the first one's wallet is not published. If so, another code was sent for it,
    // and would be sent again.
    const mayBeShared = input.authenticate;
    const fresh = like.filter(id => !known.has(id));
    if (fresh.length > 0) {
      // An attempt that was cut off before its snapshot has sent nothing, so that what is there is older.
      const isDoubtful = this.#takesSnapshots && before === null;
      return fresh.map(providerId => ({ providerId, isDoubtful, mayBeShared }));
    }
    const perhaps = otherwiseNamed.filter(({ id, resembles }) => !known.has(id) && (resembles || before !== null));
    return [
      ...(mayBeShared ? like : []).map(providerId => ({ providerId, isDoubtful: true, mayBeShared })),
      ...perhaps.map(({ id: providerId }) => ({ providerId, isDoubtful: true })),
    ];
  }

  /** One that the customer's list has: Juspay itself finds a wallet by its id alone, whosever it is. */
  async walletOfCustomer(input: JuspayWalletAccountInput, walletId: string, call: Call): Promise<JuspayWalletAccount> {
    const { ids } = await this.#list(input, call);
    if (!ids.includes(walletId)) throw failure(NotFoundError, { message: 'The customer has no such wallet.' });
    return this.wallet({ customerId: input.customerId, routingId: routingIdOf(input), walletId }, call);
  }

  /** Whether the customer's own list has it. */
  async isOfCustomer({ customerId, routingId, walletId }: WalletPlace, call: Call): Promise<boolean> {
    const place = { customerId, routingId };
    const answer = await this.#listOf(customerId, routingId, call);
    return walletsFrom(answer, place).wallets.some(({ providerId }) => providerId === walletId);
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

  /** A new token each time, which ends the one before; null where the wallet is not linked. */
  async oneTimeToken(wallet: JuspayWalletAccount, routingId: string, call: Call): Promise<string | null> {
    if (!wallet.linked) return null;
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

/** Whatever customer and routing id it is named with, and in whatever case. */
function guessesAt({ walletId }: WalletPlace): Allowance {
  return {
    of: `guesses at the code for ${walletId.toLowerCase()}`,
    maximum: 5,
    withinMs: 3_600_000,
    refusal: 'Too many codes were tried for this wallet within an hour; nothing was sent.',
  };
}

function notAllListed(): Error {
  const message = "Juspay does not list all of the customer's wallets.";
  return failure(ProviderRejectedError, { provider: WalletProvider.JUSPAY, message });
}

/** The same for all calls about one customer. */
export function routingIdOf({ routingId, customerId }: JuspayCustomerInput): string {
  return routingId ?? customerId;
}
