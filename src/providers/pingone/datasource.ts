import type { Call } from '../../core/request.js';
import { make } from '../../core/codec.js';
import { InvalidField, InvalidInputError, NotFoundError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import type { Attempt } from '../../core/operation-runner.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import { isSuccess } from '../../upstream/answers.js';
import { Client, connect, path } from '../../upstream/client.js';
import { clientCredentials } from '../../upstream/oauth.js';
import type { PingOneSettings } from './settings.js';
import type {
  CreateDigitalWalletInput,
  DigitalWallet,
  DigitalWalletCreated,
  DigitalWalletCreatedWithNotificationFailures,
} from './types.js';
import { creationFrom, pingOneRefusal, walletFrom, walletRequest } from './wire.js';

/** PingOne's calls, in our words. */
export class PingOneDataSource implements DataSource {
  readonly #client: Client;
  readonly #tokens: { close(): Promise<void> };
  readonly #environmentId: string;
  readonly #environments: ReadonlySet<string>;

  constructor(settings: PingOneSettings, wire: WireOptions) {
    this.#environmentId = settings.PINGONE_ENVIRONMENT_ID;
    this.#environments = new Set([this.#environmentId, ...(settings.PINGONE_ENVIRONMENTS ?? [])]);
    const tokenUrl = tokenUrlFrom(settings);
    const dispatcher = connect(new URL(tokenUrl).origin, wire);
    this.#tokens = { close: () => dispatcher.destroy() };
    this.#client = new Client({
      provider: WalletProvider.PINGONE,
      baseUrl: settings.PINGONE_API_URL,
      headers: {},
      secrets: [`${settings.PINGONE_CLIENT_ID}:${settings.PINGONE_CLIENT_SECRET}`, settings.PINGONE_CLIENT_SECRET],
      token: clientCredentials({
        provider: WalletProvider.PINGONE,
        tokenUrl,
        clientId: settings.PINGONE_CLIENT_ID,
        clientSecret: settings.PINGONE_CLIENT_SECRET,
        clientAuthentication: settings.PINGONE_CLIENT_AUTH,
        dispatcher,
        wire,
      }),
      wire,
    });
  }

  async createWallet(
    input: CreateDigitalWalletInput,
    attempt: Attempt,
  ): Promise<DigitalWalletCreated | DigitalWalletCreatedWithNotificationFailures> {
    const { userId, digitalWalletApplicationId } = input;
    const environmentId = input.environmentId ?? this.#environmentId;
    if (!this.#environments.has(environmentId)) throw closedEnvironment();
    const to = path`/v1/environments/${environmentId}/users/${userId}/digitalWallets`;
    const answer = await this.#client.post(to, walletRequest(input), attempt, { headers: tracing(attempt) });
    if (!isSuccess(answer)) throw pingOneRefusal(answer);
    return creationFrom(answer, { environmentId, userId, digitalWalletApplicationId });
  }

  async wallet(environmentId: string, userId: string, walletId: string, call: Call): Promise<DigitalWallet> {
    if (!this.#environments.has(environmentId)) {
      // An id from before the environment was closed to callers.
      throw failure(NotFoundError, { message: 'This gateway does not work in that environment.' });
    }
    const from = path`/v1/environments/${environmentId}/users/${userId}/digitalWallets/${walletId}`;
    const answer = await this.#client.get(from, call, { headers: tracing(call) });
    if (!isSuccess(answer)) throw pingOneRefusal(answer);
    return walletFrom(answer, { environmentId, userId });
  }

  async close(): Promise<void> {
    await Promise.all([this.#client.close(), this.#tokens.close()]);
  }
}

/** A custom domain has no environment in its token path, so it is given whole. */
function tokenUrlFrom(settings: PingOneSettings): string {
  const { PINGONE_AUTH_URL: url, PINGONE_WORKER_ENVIRONMENT_ID: worker, PINGONE_ENVIRONMENT_ID: own } = settings;
  return url.endsWith('/as/token') ? url : `${url}/${worker ?? own}/as/token`;
}

/** Finds the call again in PingOne's telemetry; it is no idempotency key. At most 100 characters. */
function tracing(call: Call): Record<string, string> {
  return { 'x-ping-external-transaction-id': call.request.id.slice(0, 100) };
}

function closedEnvironment() {
  const message = 'This gateway does not work in that environment: see PINGONE_ENVIRONMENTS.';
  const field = make(InvalidField, { path: ['input', 'environmentId'], message, code: 'NOT_ALLOWED' });
  return failure(InvalidInputError, { message, fields: [field] });
}
