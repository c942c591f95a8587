import type { Call } from '../../core/request.js';
import { make } from '../../core/codec.js';
import { InvalidField, InvalidInputError, ProviderRejectedError, ProviderUnavailableError } from '../../core/errors.js';
import { failure } from '../../core/failures.js';
import type { Attempt } from '../../core/attempt.js';
import type { CallClass } from '../../core/health.js';
import { partsOf } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import type { DataSource, WireOptions } from '../../core/provider-port.js';
import type { Candidate } from '../../core/recovery.js';
import { isSuccess, type Answer } from '../../upstream/answers.js';
import { Client, connect, path, type Path } from '../../upstream/client.js';
import { clientCredentials } from '../../upstream/oauth.js';
import {
  DigitalWalletDeleted,
  DigitalWalletUpdated,
  type DeleteDigitalWalletInput,
  type UpdateDigitalWalletInput,
} from './changes.js';
import type { Page } from './collection.js';
import { credentialsFrom } from './credentials.js';
import { creationRefusal, isNotFound, pingOneRefusal } from './refusal.js';
import { tokenUrlFrom, type PingOneSettings } from './settings.js';
import { changeOf } from './states.js';
import {
  digitalWalletId,
  type CreateDigitalWalletInput,
  type DigitalWallet,
  type DigitalWalletCreated,
  type DigitalWalletCreatedWithNotificationFailures,
  type PingOneUserInput,
  type ProvisionedCredential,
} from './types.js';
import {
  appOpenUrlFrom,
  candidatesFrom,
  changedWalletFrom,
  changeRequest,
  creationFrom,
  walletFrom,
  walletIdsFrom,
  walletRequest,
  walletsFrom,
  withAppOpenUrl,
  type WalletPlace,
} from './wire.js';

/** Pages of one list; Ping publishes no largest number, and a user has a few wallets. */
const longestList = 50;

type OneWallet = WalletPlace & { readonly walletId: string };

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
    if (!isSuccess(answer)) throw creationRefusal(answer);
    return creationFrom(answer, place);
  }

  async updateWallet(input: UpdateDigitalWalletInput, attempt: Attempt): Promise<DigitalWalletUpdated> {
    const place = this.#placeToChange(input.digitalWalletId);
    const wallet = await this.#wallet(place, attempt, 'writes');
    const change = changeOf(wallet, input);
    if (change === null) return make(DigitalWalletUpdated, { digitalWallet: wallet });
    const answer = await this.#client.put(walletPath(place), changeRequest(change), attempt, {
      headers: tracing(attempt),
    });
    if (!isSuccess(answer)) throw pingOneRefusal(answer);
    return make(DigitalWalletUpdated, { digitalWallet: changedWalletFrom(answer, wallet, change) });
  }

  async deleteWallet(input: DeleteDigitalWalletInput, attempt: Attempt): Promise<DigitalWalletDeleted> {
    const place = this.#placeToChange(input.digitalWalletId);
    const answer = await this.#client.delete(walletPath(place), attempt, { headers: tracing(attempt) });
    if (!isSuccess(answer)) {
      const refused = pingOneRefusal(answer);
      if (!isNotFound(refused)) throw refused;
      // It is gone already, unless there is no such user, and so no list; or unless the list has it all the same.
      const list = { from: walletsPath(place), headers: tracing(attempt), call: attempt, pageOf: walletIdsFrom };
      for await (const ids of this.#pages(list)) if (ids.includes(place.walletId)) throw listedStill();
    }
    return make(DigitalWalletDeleted, { deletedId: input.digitalWalletId });
  }

  /** Throws a failure where this gateway does not work in the wallet's environment, or no longer. */
  #placeToChange(id: string): OneWallet {
    const [environmentId, userId, walletId] = partsOf(id, digitalWalletId);
    if (!this.#environments.has(environmentId)) throw closedEnvironment('digitalWalletId');
    return { environmentId, userId, walletId };
  }

  placeOf(input: CreateDigitalWalletInput): Required<Omit<WalletPlace, 'walletId'>> {
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
    const { environmentId } = place;
    const answer = await this.#client.get(walletPath({ ...place, walletId }), call, { headers: tracing(call) });
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
    return this.#wallet({ environmentId, userId, walletId }, call, 'reads');
  }

  async #wallet(place: OneWallet, call: Call, calls: CallClass): Promise<DigitalWallet> {
    const answer = await this.#client.get(walletPath(place), call, { headers: tracing(call), calls });
    if (!isSuccess(answer)) throw pingOneRefusal(answer);
    return walletFrom(answer, place);
  }

  async close(): Promise<void> {
    await Promise.all([this.#client.close(), this.#tokens.close()]);
  }
}

function walletsPath({ environmentId, userId }: WalletPlace): Path {
  return path`/v1/environments/${environmentId}/users/${userId}/digitalWallets`;
}

function walletPath({ environmentId, userId, walletId }: OneWallet): Path {
  return path`/v1/environments/${environmentId}/users/${userId}/digitalWallets/${walletId}`;
}

/** Finds the call again in PingOne's telemetry; it is no idempotency key. At most 100 characters. */
function tracing(call: Call): Record<string, string> {
  return { 'x-ping-external-transaction-id': call.request.id.slice(0, 100) };
}

/** After a 404 that may come from something in between, or from a replica that lags. */
function listedStill(): Error {
  const message = 'PingOne does not find the wallet to delete it, and lists it all the same.';
  return failure(ProviderUnavailableError, { provider: WalletProvider.PINGONE, message });
}

function closedEnvironment(member = 'environmentId') {
  const message = 'This gateway does not work in that environment: see PINGONE_ENVIRONMENTS.';
  const field = make(InvalidField, { path: ['input', member], message, code: 'NOT_ALLOWED' });
  return failure(InvalidInputError, { message, fields: [field] });
}
