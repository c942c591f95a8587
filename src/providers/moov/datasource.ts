import type { Call } from '../../core/request.js';
import type { Attempt } from '../../core/operation-runner.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { basicAuthorization, Client, path } from '../../upstream/client.js';
import type { MoovSettings } from './settings.js';
import type { CreateMoovWalletInput, MoovWallet } from './types.js';
import { moovRefusal, walletFrom, walletRequest } from './wire.js';

/** Moov's calls, in our words. */
export class MoovDataSource implements DataSource {
  readonly #client: Client;

  constructor(settings: MoovSettings, wire: WireOptions) {
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
    const answer = await this.#client.post(path`/accounts/${input.accountId}/wallets`, walletRequest(input), attempt);
    if (!isSuccess(answer)) throw moovRefusal(answer); // any 2xx is read: Moov creates with 200, not 201
    return walletFrom(answer, input.accountId);
  }

  async wallet(accountId: string, walletId: string, call: Call): Promise<MoovWallet> {
    const answer = await this.#client.get(path`/accounts/${accountId}/wallets/${walletId}`, call);
    if (!isSuccess(answer)) throw moovRefusal(answer);
    return walletFrom(answer, accountId);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
