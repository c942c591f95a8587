import { make } from '../../core/codec.js';
import type { Attempt } from '../../core/attempt.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { Client, path } from '../../upstream/client.js';
import type { EqualsMoneySettings } from './settings.js';
import { CardTokenProvisioned, type ProvisionCardTokenInput } from './types.js';
import { equalsMoneyRefusal, payloadFrom, tokenRequest } from './wire.js';

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

  close(): Promise<void> {
    return this.#client.close();
  }
}
