import type { Call } from '../../core/request.js';
import type { Attempt } from '../../core/attempt.js';
import { make } from '../../core/codec.js';
import { ConflictError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import { partsOf } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { millisecondsIn } from '../../core/settings.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { Client, connect, path } from '../../upstream/client.js';
import { clientCredentials } from '../../upstream/oauth.js';
import {
  WalletAccountCharged,
  WalletAccountToppedUp,
  type ChargeWalletAccountInput,
  type TopUpWalletAccountInput,
} from './moves.js';
import { chargeRefusal, createRefusal, liquidoRefusal, topUpRefusal } from './refusal.js';
import type { LiquidoSettings } from './settings.js';
import { liquidoWalletAccountId, type LiquidoWalletAccount, type LiquidoWalletAccountInput } from './types.js';
import { moveRequest, walletFrom, walletRequest, type AskedWallet } from './wire.js';

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
    if (!isSuccess(answer)) throw createRefusal(answer);
    return walletFrom(answer, { currency: input.currency, country: input.country });
  }

  async topUpWallet(input: TopUpWalletAccountInput, attempt: Attempt): Promise<WalletAccountToppedUp> {
    const request = moveRequest(input, attempt.providerKey);
    const answer = await this.#client.post(path`/v1/accounts/wallet/topup`, request, attempt);
    if (!isSuccess(answer)) throw topUpRefusal(answer);
    return make(WalletAccountToppedUp, { walletAccount: walletFrom(answer, askedBy(input)) });
  }

  async chargeWallet(input: ChargeWalletAccountInput, attempt: Attempt): Promise<WalletAccountCharged> {
    const request = moveRequest(input, attempt.providerKey);
    const answer = await this.#client.post(path`/v1/accounts/wallet/charge`, request, attempt);
    if (!isSuccess(answer)) throw chargeRefusal(answer);
    return make(WalletAccountCharged, { walletAccount: walletFrom(answer, askedBy(input)) });
  }

  /** The wallet of a top-up or a charge as it is now; throws a failure where that id is another one's. */
  async movedWallet(
    input: TopUpWalletAccountInput | ChargeWalletAccountInput,
    walletId: string,
    call: Call,
  ): Promise<LiquidoWalletAccount> {
    const asked = askedBy(input);
    if (walletId.toLowerCase() === asked.walletId) return this.wallet(asked.walletId, call, asked);
    throw failure(ConflictError, { message: 'The operation is about another wallet account than that one.' });
  }

  /** `asked` is what it must agree with, where it is to be a certain one. */
  async wallet(walletId: string, call: Call, asked?: AskedWallet): Promise<LiquidoWalletAccount> {
    const answer = await this.#client.get(path`/v1/accounts/wallet/${walletId}`, call);
    if (!isSuccess(answer)) throw liquidoRefusal(answer);
    return walletFrom(answer, asked);
  }

  async close(): Promise<void> {
    await Promise.all([this.#client.close(), this.#tokens.close()]);
  }
}

function askedBy({ walletAccountId, amount }: TopUpWalletAccountInput | ChargeWalletAccountInput) {
  const [walletId] = partsOf(walletAccountId, liquidoWalletAccountId);
  return { walletId, currency: amount.currency } satisfies AskedWallet;
}
