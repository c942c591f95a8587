import { make } from '../../core/codec.js';
import type { Attempt } from '../../core/attempt.js';
import { ProviderRejectedError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import type { Call } from '../../core/request.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { Client, path } from '../../upstream/client.js';
import { equalsMoneyRefusal } from './refusal.js';
import type { EqualsMoneySettings } from './settings.js';
import { CardTokenProvisioned, type CardToken, type CardTokenType, type ProvisionCardTokenInput } from './types.js';
import { cardToken, payloadFrom, rowsFrom, tokenRequest, tokenStates, tokenTypes, type TokenRow } from './wire.js';

/** What its other lists give where no limit is named. */
const pageLength = 100;
/** Pages of one list that are looked through. */
const longestList = 100;

/** Which tokens are asked for. */
export interface TokenFilter {
  readonly accountId: string;
  readonly personId: string | null;
  readonly tokenType: CardTokenType | null;
  readonly deviceId: string | null;
}

/** Equals Money's calls, in our words. */
export class EqualsMoneyDataSource implements DataSource {
  readonly #client: Client;

  constructor(settings: EqualsMoneySettings, wire: WireOptions) {
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
    const { wallet, body } = tokenRequest(input);
    const to = {
      apple: path`/v2/cards/${cardId}/apple-wallet`,
      google: path`/v2/cards/${cardId}/google-wallet`,
      samsung: path`/v2/cards/${cardId}/samsung-wallet`,
    }[wallet];
    const answer = await this.#client.post(to, body, attempt, { query: { accountId, personId } });
    if (!isSuccess(answer)) throw equalsMoneyRefusal(answer);
    return make(CardTokenProvisioned, { accountId, cardId, payload: payloadFrom(answer, wallet) });
  }

  /**
   * Card tokens in Equals Money's order. Rows do not tell their state: the list is asked for once as a whole, and once
   * for each state. One that changes its state meanwhile has none for now.
   */
  async tokens(filter: TokenFilter, call: Call): Promise<readonly CardToken[]> {
    const { accountId, tokenType } = filter;
    const [all, ...listed] = await Promise.all([
      this.#rows(filter, {}, call),
      ...Object.keys(tokenStates).map(async tokenState => {
        const rows = await this.#rows(filter, { tokenState }, call);
        return { tokenState, ids: new Set(rows.map(({ token }) => token)) };
      }),
    ]);
    return all.map(row => {
      const states = listed.filter(({ ids }) => ids.has(row.token)).map(({ tokenState }) => tokenState);
      const token = cardToken(row, accountId, states);
      return tokenType === null ? token : Object.assign(token, { tokenType });
    });
  }

  /** By token, its type; one that is on no list, or on more than one, has none that is known. */
  async tokenTypes(accountId: string, call: Call): Promise<ReadonlyMap<string, CardTokenType>> {
    const filter = { accountId, personId: null, tokenType: null, deviceId: null };
    const listed = await Promise.all(
      Object.entries(tokenTypes).map(async ([word, type]) => {
        const rows = await this.#rows(filter, { tokenType: word }, call);
        return rows.map(({ token }) => ({ token, type }));
      }),
    );
    const byToken = Map.groupBy(listed.flat(), ({ token }) => token);
    return new Map(
      [...byToken].flatMap(([token, types]) =>
        types.length === 1 ? types.map(({ type }) => [token, type] as const) : [],
      ),
    );
  }

  async #rows(
    filter: TokenFilter,
    query: Readonly<Record<string, string>>,
    call: Call,
    known: ReadonlyMap<string, TokenRow> = new Map(),
    pagesLeft = longestList,
  ): Promise<readonly TokenRow[]> {
    const { accountId, personId, deviceId } = filter;
    const tokenType = Object.keys(tokenTypes).find(word => tokenTypes[word] === filter.tokenType);
    const page = { limit: String(pageLength), offset: String(known.size) };
    const answer = await this.#client.get(path`/v2/cards/tokens`, call, {
      query: { accountId, personId, deviceId, tokenType, ...query, ...page },
    });
    if (!isSuccess(answer)) throw equalsMoneyRefusal(answer);
    const { rows, count } = rowsFrom(answer);
    const all = new Map([...known, ...rows.map(row => [row.token, row] as const)]);
    const isEnd = count === null ? rows.length < pageLength : all.size >= count;
    if (isEnd || rows.length === 0) return [...all.values()];
    if (pagesLeft === 0 || all.size === known.size) {
      throw failure(ProviderRejectedError, { message: 'Equals Money does not list all tokens of this account.' });
    }
    return this.#rows(filter, query, call, all, pagesLeft - 1);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
