import type { Call } from '../../core/request.js';
import { make } from '../../core/codec.js';
import { InvalidField, InvalidInputError, ProviderRejectedError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import type { Attempt } from '../../core/attempt.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import type { Candidate } from '../../core/recovery.js';
import { isSuccess, type Answer } from '../../upstream/answers.js';
import { Client, connect, path, type Path } from '../../upstream/client.js';
import { clientCredentials } from '../../upstream/oauth.js';
import type { Page } from './collection.js';
import { pingOneRefusal } from './refusal.js';
import type { PingOneSettings } from './settings.js';
import type {
  CreateDigitalWalletInput,
  DigitalWallet,
  DigitalWalletCreated,
  DigitalWalletCreatedWithNotificationFailures,
  PingOneUserInput,
  ProvisionedCredential,
} from './types.js';
import {
  appOpenUrlFrom,
  candidatesFrom,
  creationFrom,
  credentialsFrom,
  walletFrom,
  walletRequest,
  walletsFrom,
  withAppOpenUrl,
  type WalletPlace,
} from './wire.js';

/** Pages of one list; Ping publishes no largest number, and a user has a few wallets. */
const longestList = 50;

interface ListCall<Item> {
  readonly from: Path;
  readonly headers: Readonly<Record<string, string>>;
  readonly call: Call;
  readonly pageOf: (answer: Answer) => Page<Item>;
}

/** PingOne's calls, in our words. */
export class PingOneDataSource implements DataSource {
  readonly #client: Client;
  readonly #tokens: { close(): Promise<void> };
  readonly #environmentId: string;
  readonly #environments: ReadonlySet<string>;
  readonly #clockSkewMs: number;
  /** See `PINGONE_SETTLE_ABSENT_AFTER_MS`. */
  readonly absentAfterMs: number | null;

  constructor(settings: PingOneSettings, wire: WireOptions) {
    this.#environmentId = settings.PINGONE_ENVIRONMENT_ID;
    this.#environments = new Set([this.#environmentId, ...(settings.PINGONE_ENVIRONMENTS ?? [])]);
    this.#clockSkewMs = settings.PINGONE_CLOCK_SKEW_MS;
    this.absentAfterMs = settings.PINGONE_SETTLE_ABSENT_AFTER_MS ?? null;
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
    const place = this.placeOf(input);
    if (!this.#environments.has(place.environmentId)) throw closedEnvironment();
    const answer = await this.#client.post(walletsPath(place), walletRequest(input), attempt, {
      headers: tracing(attempt),
    });
    if (!isSuccess(answer)) throw pingOneRefusal(answer);
    return creationFrom(answer, place);
  }

  placeOf(input: CreateDigitalWalletInput): Required<WalletPlace> {
    const { userId, digitalWalletApplicationId } = input;
    return { environmentId: input.environmentId ?? this.#environmentId, userId, digitalWalletApplicationId };
  }

  /** Throws a failure where this gateway does not work in the environment. */
  userOf(input: PingOneUserInput): WalletPlace {
    const environmentId = input.environmentId ?? this.#environmentId;
    if (!this.#environments.has(environmentId)) throw closedEnvironment();
    return { environmentId, userId: input.userId };
  }

  /** A user's wallets, not all of them told whole. */
  async *walletPages(place: WalletPlace, call: Call): AsyncGenerator<readonly DigitalWallet[]> {
    const from = walletsPath(place);
    yield* this.#pages({ from, headers: tracing(call), call, pageOf: answer => walletsFrom(answer, place) });
  }

  /** The user's wallets that such a create may have made since then. */
  async walletsLike(input: CreateDigitalWalletInput, since: number, call: Call): Promise<Candidate[]> {
    const found = new Map<string, Candidate>(); // pages that shift meanwhile may show one twice
    const from = walletsPath(this.placeOf(input));
    const pageOf = (answer: Answer) => candidatesFrom(answer, input, since - this.#clockSkewMs);
    for await (const page of this.#pages({ from, headers: tracing(call), call, pageOf })) {
      for (const candidate of page) found.set(candidate.providerId, candidate);
    }
    return [...found.values()];
  }

  /** What was provisioned into a wallet. */
  async credentials(wallet: DigitalWallet, call: Call): Promise<readonly ProvisionedCredential[]> {
    const { environmentId, userId, providerId } = wallet;
    if (!this.#environments.has(environmentId)) throw closedEnvironment(); // a wallet from the journal may be older
    const from = path`/v1/environments/${environmentId}/users/${userId}/digitalWallets/${providerId}/provisionedCredentials`;
    const found: ProvisionedCredential[] = [];
    // Its page knows no header for tracing.
    for await (const page of this.#pages({ from, headers: {}, call, pageOf: credentialsFrom })) found.push(...page);
    return found;
  }

  async *#pages<Item>(
    list: ListCall<Item>,
    query: Readonly<Record<string, string>> = {},
    pagesLeft = longestList,
  ): AsyncGenerator<readonly Item[]> {
    const { from, headers, call } = list;
    const answer = await this.#client.get(from, call, { query, headers });
    if (!isSuccess(answer)) throw pingOneRefusal(answer);
    const { items, next } = list.pageOf(answer);
    yield items;
    if (next === null) return;
    if (pagesLeft === 0) {
      const message = 'PingOne lists too many pages.';
      throw failure(ProviderRejectedError, { provider: WalletProvider.PINGONE, message });
    }
    yield* this.#pages(list, next, pagesLeft - 1);
  }

  /** The answer that a create would have given, rebuilt for a wallet that is there. */
  async creationOf(
    input: CreateDigitalWalletInput,
    walletId: string,
    call: Call,
  ): Promise<DigitalWalletCreated | DigitalWalletCreatedWithNotificationFailures> {
    const place = this.placeOf(input);
    const { environmentId, userId } = place;
    const from = path`/v1/environments/${environmentId}/users/${userId}/digitalWallets/${walletId}`;
    const answer = await this.#client.get(from, call, { headers: tracing(call) });
    if (!isSuccess(answer)) throw pingOneRefusal(answer);
    const creation = creationFrom(answer, place);
    // A create that named its app installation is paired without a link.
    if (input.applicationInstanceId != null || creation.digitalWallet.pairingSession === null) return creation;
    const application = path`/v1/environments/${environmentId}/digitalWalletApplications/${place.digitalWalletApplicationId}`;
    const asked = await this.#client.get(application, call); // its page knows no header for tracing
    return isSuccess(asked) ? withAppOpenUrl(creation, appOpenUrlFrom(asked)) : creation; // the link is a convenience
  }

  async wallet(environmentId: string, userId: string, walletId: string, call: Call): Promise<DigitalWallet> {
    if (!this.#environments.has(environmentId)) throw closedEnvironment(); // an id from before it was closed to callers
    const from = path`/v1/environments/${environmentId}/users/${userId}/digitalWallets/${walletId}`;
    const answer = await this.#client.get(from, call, { headers: tracing(call) });
    if (!isSuccess(answer)) throw pingOneRefusal(answer);
    return walletFrom(answer, { environmentId, userId });
  }

  async close(): Promise<void> {
    await Promise.all([this.#client.close(), this.#tokens.close()]);
  }
}

function walletsPath({ environmentId, userId }: WalletPlace): Path {
  return path`/v1/environments/${environmentId}/users/${userId}/digitalWallets`;
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
