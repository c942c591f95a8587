import type { Call } from '../../core/request.js';
import type { Attempt } from '../../core/operation-runner.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { basicAuthorization, Client, path } from '../../upstream/client.js';
import type { JuspaySettings } from './settings.js';
import type { JuspayWalletAccount, JuspayWalletAccountInput } from './types.js';
import { juspayRefusal, walletForm, walletFrom } from './wire.js';

/** Juspay's calls, in our words. */
export class JuspayDataSource implements DataSource {
  readonly #client: Client;

  constructor(settings: JuspaySettings, wire: WireOptions) {
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
    const routingId = input.routingId ?? customerId;
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

  close(): Promise<void> {
    return this.#client.close();
  }
}
