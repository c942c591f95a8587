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
import { type CardToken, type CardTokenType } from './card-tokens.js';
import { CardTokenProvisioned, type ProvisionCardTokenInput } from './types.js';
import {
  cardToken,
  cardTokenType,
  payloadFrom,
  rowsFrom,
  tokenRequest,
  tokenStates,
  tokenTypes,
  type TokenRow,
} from './wire.js';

/** What its other lists give where no limit is named. */
const pageLength = 100;
/** Pages of one list that are looked through. */
const longestList = 100;

type Query = Readonly<Record<string, string | null>>;

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
   * The card tokens of an account, or of a person in it, in Equals Money's order. Rows do not tell their state: the list
   * is asked for once as a whole, and once for each state. One that changes its state meanwhile has none for now.
   */
  async tokens(accountId: string, personId: string | null, call: Call): Promise<readonly CardToken[]> {
    const owner = { accountId, personId };
    const [rows, byState] = await Promise.all([
      this.#rows(owner, call),
      this.#namedLists('tokenState', Object.keys(tokenStates), owner, call),
    ]);
    return rows.map(row => cardToken(row, accountId, byState.get(row.token) ?? []));
  }

  /** By token, its type; one that is on no list, or on more than one, has none that is known. */
  async tokenTypes(accountId: string, call: Call): Promise<ReadonlyMap<string, CardTokenType>> {
    const byType = await this.#namedLists('tokenType', Object.keys(tokenTypes), { accountId }, call);
    return new Map([...byType].map(([token, words]) => [token, cardTokenType(words)]));
  }

  /** By token, under which of those words the list has it. */
  async #namedLists(
    name: 'tokenState' | 'tokenType',
    words: readonly string[],
    owner: Query,
    call: Call,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const lists = await Promise.all(
      words.map(async word => {
        const rows = await this.#rows({ ...owner, [name]: word }, call);
        return rows.map(({ token }) => ({ token, word }));
      }),
    );
    const byToken = Map.groupBy(lists.flat(), ({ token }) => token);
    const found = new Map([...byToken].map(([token, named]) => [token, named.map(({ word }) => word)]));
    // Then every list is the same: a name that is not known is ignored, and nothing can be told by it.
    const isIgnored = found.size > 0 && [...found.values()].every(named => named.length === words.length);
    if (isIgnored) throw notAllTold(`Equals Money does not sort its list by ${name}.`);
    return found;
  }

  async #rows(
    query: Query,
    call: Call,
    known: ReadonlyMap<string, TokenRow> = new Map(),
    pagesLeft = longestList,
  ): Promise<readonly TokenRow[]> {
    const page = { limit: String(pageLength), offset: String(known.size) };
    const answer = await this.#client.get(path`/v2/cards/tokens`, call, { query: { ...query, ...page } });
    if (!isSuccess(answer)) throw equalsMoneyRefusal(answer);
    const { rows, count } = rowsFrom(answer);
    const all = new Map([...known, ...rows.map(row => [row.token, row] as const)]);
    if (count === null ? rows.length < pageLength : all.size >= count) return [...all.values()];
    if (pagesLeft === 0 || all.size === known.size) {
      throw notAllTold('Equals Money does not list all tokens of this account.');
    }
    return this.#rows(query, call, all, pagesLeft - 1);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function notAllTold(message: string): Error {
  return failure(ProviderRejectedError, { provider: WalletProvider.EQUALS_MONEY, message });
}
