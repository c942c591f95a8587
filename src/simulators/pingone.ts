import { randomUUID } from 'node:crypto';
import { jsonObject } from './json.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Simulator } from './kit.js';
import { outcomeOf } from './outcomes.js';
import { bodies } from './pingone-bodies.js';
import { openBook } from './pingone-book.js';
import type { BookOptions } from './pingone-book.js';
import { pingOneControls } from './pingone-controls.js';
import type { PingOneControls } from './pingone-controls.js';
import { collection } from './pingone-lists.js';
import type { ListStyle } from './pingone-lists.js';
import { createRequest, failed, forbidden, notFound, oauthError, unauthorized, updated } from './pingone-rules.js';
import type { UpdateStyle, Wallet } from './pingone-rules.js';
import { wording } from './pingone-wording.js';
import { basicText, bearerToken, formOf, hasContentType, isSame, isUuid } from './requests.js';
import type { Change, Route } from './routes.js';
import { tokenDesk } from './tokens.js';
import type { TokenOptions, Tokens } from './tokens.js';
import { empty, json } from './wire.js';
import type { Headers, WireAnswer, WireRequest } from './wire.js';

export interface PingOneOptions extends ListenOptions, TokenOptions, BookOptions, ListStyle, UpdateStyle {
  readonly environmentId?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Tokens come from another host (reference section 2). */
  readonly authPort?: number;
  /** The longest page of a user's wallets; more follow by `_links.next`. */
  readonly pageLength?: number;
  /** Likewise of the credentials in a wallet. */
  readonly credentialsPageLength?: number;
  /** Whether a listed wallet tells its device and its pairing attempts; the published sample does not. */
  readonly listDetails?: 'none' | 'device';
  /** What PingOne's other deletes answer is 204; its specification says 200 (reference section 4.1). */
  readonly deletedAnswer?: 204 | 200;
}

export interface PingOneSimulator extends Simulator, PingOneControls {
  readonly tokens: Tokens;
}

/** Reference section 3: one hour. */
const usualTokenSeconds = 3600;

const user = '/v1/environments/{envID}/users/{userID}/digitalWallets';
const apps = '/v1/environments/{envID}/digitalWalletApplications';

export async function startPingOne(options: PingOneOptions = {}): Promise<PingOneSimulator> {
  const {
    environmentId = 'ab000000-0000-4000-8000-000000000010',
    clientId = 'c1000000-0000-4000-8000-00000000000c',
    clientSecret = 'sandbox-secret-pingone',
    listDetails = 'none',
    deletedAnswer = 204,
  } = options;
  const book = openBook(options);
  const body = bodies({ environmentId, listDetails, written: book.written });
  const tokens = tokenDesk({ ...options, usualSeconds: usualTokenSeconds });

  function refusal(request: WireRequest): WireAnswer | undefined {
    if (tokens.scopeOf(bearerToken(request)) === undefined) return unauthorized();
    // An environment that does not exist is 403, not 404 (reference section 8).
    if (request.parameters.envID !== environmentId) return forbidden();
    const { userID } = request.parameters;
    if (userID !== undefined && !isUuid(userID)) return notFound();
    const mustBeJson =
      (request.method === 'POST' || request.method === 'PUT') && !hasContentType(request, 'application/json');
    return mustBeJson ? failed(415, 'INVALID_REQUEST', 'The content type must be application/json.') : undefined;
  }

  /** Any user is known, so that any id may be tried, save those that end in 404; a create has its own word for that. */
  function guarded<Given>(answer: (request: WireRequest) => Given): (request: WireRequest) => WireAnswer | Given {
    return request => {
      const isUnknownUser = outcomeOf(request.parameters.userID ?? '') === '404';
      return refusal(request) ?? (isUnknownUser ? notFound() : answer(request));
    };
  }

  function onWallet<Given>(
    answer: (wallet: Wallet, request: WireRequest) => Given,
  ): (request: WireRequest) => WireAnswer | Given {
    return guarded(request => {
      const { userID = '', digitalWalletID = '' } = request.parameters;
      const wallet = book.walletOf(userID, digitalWalletID, request.baseUrl);
      return wallet ? answer(wallet, request) : notFound();
    });
  }

  function put(wallet: Wallet, request: WireRequest): WireAnswer | Change {
    const judged = updated(wallet, request.body, options);
    if (!('changes' in judged)) return judged;
    const changes = { ...judged.changes, updatedAt: book.written() };
    return {
      mainId: wallet.id,
      had: { ...wallet },
      answer: json(200, body.wallet({ ...wallet, ...changes }, request.baseUrl)),
      apply: () => void Object.assign(wallet, changes),
    };
  }

  function remove(wallet: Wallet): Change {
    return {
      mainId: wallet.id,
      had: { ...wallet },
      answer: deletedAnswer === 204 ? empty(204) : json(200, {}),
      apply: () => book.remove(wallet.id),
    };
  }

  const routes: readonly Route[] = [
    {
      kind: 'create',
      operation: 'createDigitalWallet',
      method: 'POST',
      path: user,
      prepare(request) {
        const refused = refusal(request);
        if (refused) return refused;
        const sent = jsonObject(request.body);
        if (!sent) return failed(400, 'INVALID_REQUEST', 'The request body could not be parsed.');
        const asked = createRequest(sent);
        if ('status' in asked) return asked;
        const wallet = book.draft(request.parameters.userID ?? '', asked, request.baseUrl);
        return {
          mainId: wallet.userId,
          resourceId: wallet.id,
          answer: json(201, body.created(wallet, request.baseUrl)),
          apply: () => book.add(wallet),
        };
      },
    },
    {
      kind: 'read',
      operation: 'readAllDigitalWallets',
      method: 'GET',
      path: user,
      answer: guarded(request => {
        const own = book.lag.shown(book.walletsOf(request.parameters.userID ?? ''));
        const entries = own.map(wallet => ({
          sequence: wallet.sequence,
          body: body.listed(wallet, request.baseUrl),
        }));
        return collection(request, { name: 'digitalWallets', entries, pageLength: options.pageLength }, options);
      }),
    },
    {
      kind: 'read',
      operation: 'readOneDigitalWallet',
      method: 'GET',
      path: `${user}/{digitalWalletID}`,
      answer: onWallet((wallet, request) => json(200, body.wallet(wallet, request.baseUrl))),
    },
    {
      kind: 'change',
      operation: 'updateDigitalWallet',
      method: 'PUT',
      path: `${user}/{digitalWalletID}`,
      prepare: onWallet(put),
    },
    {
      kind: 'change',
      operation: 'deleteDigitalWallet',
      method: 'DELETE',
      path: `${user}/{digitalWalletID}`,
      prepare: onWallet(remove),
    },
    {
      kind: 'read',
      operation: 'readOneDigitalWalletCredential',
      method: 'GET',
      path: `${user}/{digitalWalletID}/provisionedCredentials`,
      answer: onWallet((wallet, request) => {
        const shown = book.lag.shown(book.credentialsIn(wallet.id));
        const entries = shown.map(credential => ({
          sequence: credential.sequence,
          body: body.credential(credential),
        }));
        const pageLength = options.credentialsPageLength;
        return collection(request, { name: 'provisionedCredentials', entries, pageLength }, options);
      }),
    },
    {
      kind: 'read',
      operation: 'readAllDigitalWalletApps',
      method: 'GET',
      path: apps,
      answer: guarded(request => {
        const entries = [...book.apps].map((id, sequence) => ({ sequence, body: body.app(id, request.baseUrl) }));
        return collection(request, { name: 'digitalWalletApplications', entries }, options);
      }),
    },
    {
      kind: 'read',
      operation: 'readOneDigitalWalletApp',
      method: 'GET',
      path: `${apps}/{digitalWalletApplicationID}`,
      answer: guarded(request => {
        const id = request.parameters.digitalWalletApplicationID;
        return isUuid(id) ? json(200, body.app(id, request.baseUrl)) : notFound();
      }),
    },
  ];

  const tokenRoute: Route = {
    kind: 'token',
    operation: 'getToken',
    method: 'POST',
    path: '/{envID}/as/token',
    answer(request) {
      // OAuth's own errors, not PingOne's (reference section 3, inferred).
      if (!hasContentType(request, 'application/x-www-form-urlencoded'))
        return oauthError(400, 'invalid_request', 'The body must be a form.');
      const form = formOf(request);
      const basic = basicText(request);
      const isTwice = basic !== undefined && ('client_id' in form || 'client_secret' in form);
      if (isTwice)
        return oauthError(400, 'invalid_request', 'Credentials belong in the header or in the body, not in both.');
      const given = basic ?? `${form.client_id ?? ''}:${form.client_secret ?? ''}`;
      if (request.parameters.envID !== environmentId || !isSame(given, `${clientId}:${clientSecret}`)) {
        return oauthError(401, 'invalid_client', 'Client authentication failed.');
      }
      if (form.grant_type === undefined) return oauthError(400, 'invalid_request', 'grant_type is missing.');
      if (form.grant_type !== 'client_credentials')
        return oauthError(400, 'unsupported_grant_type', 'Only client_credentials.');
      return json(200, { ...tokens.issue(), token_type: 'Bearer' });
    },
  };

  const { otherwiseFree, pathPrefix } = options;
  const host = {
    headers: transaction,
    unknown: (_request: WireRequest, missing: 'path' | 'method') =>
      missing === 'path' ? notFound() : failed(405, 'INVALID_REQUEST', 'No such method.'),
  };
  const simulator = await openSimulator({
    name: 'PingOne',
    hosts: [
      { ...host, listen: options, routes },
      { ...host, listen: { port: options.authPort, otherwiseFree, pathPrefix }, routes: [tokenRoute] },
    ],
    wording,
    forget: book.forget,
    environment: ([url = '', authUrl = '']) => ({
      PINGONE_API_URL: url,
      PINGONE_AUTH_URL: authUrl,
      PINGONE_ENVIRONMENT_ID: environmentId,
      PINGONE_CLIENT_ID: clientId,
      PINGONE_CLIENT_SECRET: clientSecret,
    }),
  });

  return { ...simulator, tokens, ...pingOneControls(book, simulator.environment.PINGONE_API_URL ?? '') };
}

/** Returned as given, else generated (reference section 3). */
function transaction(request: WireRequest): Headers {
  return {
    'x-ping-external-transaction-id': request.headers['x-ping-external-transaction-id'] ?? randomUUID(),
  };
}
