import type { Call } from '../../core/request.js';
import type { Attempt } from '../../core/attempt.js';
import { WalletProvider } from '../../core/provider.js';
import { millisecondsIn } from '../../core/settings.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { Client, connect, path } from '../../upstream/client.js';
import { clientCredentials } from '../../upstream/oauth.js';
import type { LiquidoSettings } from './settings.js';
import type { LiquidoWalletAccount, LiquidoWalletAccountInput } from './types.js';
import { liquidoRefusal, walletFrom, walletRequest } from './wire.js';

/** LIQUIDO's calls, in our words. */
export class LiquidoDataSource implements DataSource {
  readonly #client: Client;
  readonly #tokens: { close(): Promise<void> };
  /** See `LIQUIDO_RESEND_WITHIN`. */
  readonly resendWithinMs: number;

  constructor(settings: LiquidoSettings, wire: WireOptions) {
    this.resendWithinMs = millisecondsIn(settings.LIQUIDO_RESEND_WITHIN);
    const dispatcher = connect(new URL(settings.LIQUIDO_AUTH_URL).origin, wire);
    this.#tokens = { close: () => dispatcher.destroy() };
    this.#client = new Client({
      provider: WalletProvider.LIQUIDO,
      baseUrl: settings.LIQUIDO_API_URL,
      headers: { 'x-api-key': settings.LIQUIDO_API_KEY },
      secrets: [settings.LIQUIDO_API_KEY, settings.LIQUIDO_CLIENT_SECRET],
      token: clientCredentials({
        provider: WalletProvider.LIQUIDO,
        tokenUrl: `${settings.LIQUIDO_AUTH_URL}/oauth2/token`,
        clientId: settings.LIQUIDO_CLIENT_ID,
        clientSecret: settings.LIQUIDO_CLIENT_SECRET,
        clientAuthentication: 'post',
        dispatcher,
        wire,
      }),
      wire,
    });
  }

  async createWallet(input: LiquidoWalletAccountInput, attempt: Attempt): Promise<LiquidoWalletAccount> {
    const answer = await this.#client.post(
      path`/v1/accounts/wallet`,
      walletRequest(input, attempt.providerKey),
      attempt,
    );
    if (!isSuccess(answer)) throw liquidoRefusal(answer);
    return walletFrom(answer, input);
  }

  /** `asked` is what it must agree with, where it is to be a certain one. */
  async wallet(walletId: string, call: Call, asked?: LiquidoWalletAccountInput): Promise<LiquidoWalletAccount> {
    const answer = await this.#client.get(path`/v1/accounts/wallet/${walletId}`, call);
    if (!isSuccess(answer)) throw liquidoRefusal(answer);
    return walletFrom(answer, asked);
  }

  async close(): Promise<void> {
    await Promise.all([this.#client.close(), this.#tokens.close()]);
  }
}
