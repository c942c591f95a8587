import { make } from '../../core/codec.js';
import type { Attempt } from '../../core/attempt.js';
import type { Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { failure, forbidden, MutationFailure } from '../../core/failures.js';
import { partsOf } from '../../core/ids.js';
import type { Call } from '../../core/request.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { Client, path } from '../../upstream/client.js';
import { cardTokenId, type CardToken, type CardTokenType } from './card-tokens.js';
import { CardTokenLimitReachedError, hasLiveTokens, liveTokenLimit } from './limit.js';
import { equalsMoneyRefusal, provisionRefusal } from './refusal.js';
import type { EqualsMoneySettings } from './settings.js';
import { CardTokenStateChanged, isForbidden, type ChangeCardTokenStateInput } from './states.js';
import { allOf, isNotAllTold, notSortedBy, pagesOf, wordsOf, type TokenList } from './token-lists.js';
import { CardTokenProvisioned, type ProvisionCardTokenInput } from './types.js';
import { cardToken, cardTokenType, changedFrom, payloadFrom, tokenRequest } from './wire.js';

/** Of each list by which a card's live tokens are counted. */
const countedPages = 10;

/** Equals Money's calls, in our words. */
export class EqualsMoneyDataSource implements DataSource {
  readonly #client: Client;
  readonly #clock: Clock;
  readonly #timeoutMs: number;

  constructor(settings: EqualsMoneySettings, wire: WireOptions) {
    this.#clock = wire.clock;
    this.#timeoutMs = wire.timeoutMs;
    this.#client = new Client({
      provider: WalletProvider.EQUALS_MONEY,
      baseUrl: settings.EQUALS_MONEY_API_URL,
      headers: { authorization: `ApiKey ${settings.EQUALS_MONEY_API_KEY}` },
      secrets: [settings.EQUALS_MONEY_API_KEY],
      wire,
    });
  }

  async provisionCardToken(input: ProvisionCardTokenInput, attempt: Attempt): Promise<CardTokenProvisioned> {
    const { accountId, cardId, personId } = input;
    if (await this.#isKnownToBeFull(input, attempt)) {
      const message = `The card has ${liveTokenLimit} live tokens, as many as it may have. Nothing was asked for.`;
      throw failure(CardTokenLimitReachedError, { message });
    }
    const { wallet, body } = tokenRequest(input);
    const to = {
      apple: path`/v2/cards/${cardId}/apple-wallet`,
      google: path`/v2/cards/${cardId}/google-wallet`,
      samsung: path`/v2/cards/${cardId}/samsung-wallet`,
    }[wallet];
    const answer = await this.#client.post(to, body, attempt, { query: { accountId, personId } });
    if (!isSuccess(answer)) throw provisionRefusal(answer);
    return make(CardTokenProvisioned, { accountId, cardId, payload: payloadFrom(answer, wallet) });
  }

  /**
   * A look beforehand that the create can do without: it has a quarter of a call's time and counts among the reads, so
   * that lists which fail, or ask for a pause, do not shut out creates.
   */
  async #isKnownToBeFull({ accountId, cardId }: ProvisionCardTokenInput, { request }: Call): Promise<boolean> {
    const call = { request, deadline: this.#clock.monotonic() + this.#timeoutMs / 4 };
    const listed = (tokenState: string) =>
      pagesOf(this.#client, { query: { accountId, tokenState }, call, pagesAtMost: countedPages, isOptional: true });
    try {
      return await hasLiveTokens(cardId, [listed('ACTIVE'), listed('SUSPENDED')]);
    } catch (error) {
      if (error instanceof MutationFailure) return false; // it is not known
      throw error;
    }
  }

  async changeCardTokenState(
    { cardTokenId: id, state }: ChangeCardTokenStateInput,
    attempt: Attempt,
  ): Promise<CardTokenStateChanged> {
    const [accountId, cardId, digitalWalletToken] = partsOf(id, cardTokenId);
    const token = await this.#tokenToChange(id, attempt);
    if (token.providerStatus === state) {
      return make(CardTokenStateChanged, { cardToken: token, fulfillmentStatus: null });
    }
    if (isForbidden(token.providerStatus, state)) {
      throw forbidden(`The card token is ${token.providerStatus}, and cannot become ${state} from there.`);
    }
    const to = path`/v2/cards/${cardId}/digital-wallet-token-transitions`;
    const answer = await this.#client.post(to, { state, digitalWalletToken }, attempt, { query: { accountId } });
    if (!isSuccess(answer)) throw equalsMoneyRefusal(answer);
    return make(CardTokenStateChanged, changedFrom(answer, token, state));
  }

  /** As the account's lists have it, all within one call's time. What they do not tell is not known of it. */
  async #tokenToChange(id: string, { request }: Call): Promise<CardToken> {
    const [accountId, cardId, token] = partsOf(id, cardTokenId);
    const call = { request, deadline: this.#clock.monotonic() + this.#timeoutMs };
    const list: TokenList = { query: { accountId }, call };
    const unlisted = { token, cardId, cardName: null, lastFour: null, deviceId: null };
    try {
      const [rows, states] = await Promise.all([allOf(this.#client, list), wordsOf(this.#client, 'tokenState', list)]);
      const row = rows.find(one => one.token === token);
      const words = states?.get(token) ?? [];
      if ((row === undefined && words.length === 0) || (row !== undefined && row.cardId !== cardId)) throw notListed();
      return cardToken(row ?? unlisted, accountId, words);
    } catch (error) {
      if (isNotAllTold(error)) return cardToken(unlisted, accountId, []);
      throw error;
    }
  }

  /**
   * The card tokens of an account, or of a person in it, in Equals Money's order. Rows do not tell their state: the list
   * is asked for once as a whole, and once for each state. One that changes its state meanwhile has none for now.
   */
  async tokens(accountId: string, personId: string | null, call: Call): Promise<readonly CardToken[]> {
    const list: TokenList = { query: { accountId, personId }, call };
    const [rows, states] = await Promise.all([allOf(this.#client, list), wordsOf(this.#client, 'tokenState', list)]);
    if (states === null) throw notSortedBy('tokenState');
    return rows.map(row => cardToken(row, accountId, states.get(row.token) ?? []));
  }

  /** By token, its type; one that is on no list, or on more than one, has none that is known. */
  async tokenTypes(accountId: string, call: Call): Promise<ReadonlyMap<string, CardTokenType>> {
    const types = await wordsOf(this.#client, 'tokenType', { query: { accountId }, call });
    if (types === null) throw notSortedBy('tokenType');
    return new Map([...types].map(([token, words]) => [token, cardTokenType(words)]));
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function notListed(): Error {
  const message = 'Equals Money does not list this card token.';
  return failure(NotFoundError, { provider: WalletProvider.EQUALS_MONEY, message });
}
