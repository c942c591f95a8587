import { randomUUID } from 'node:crypto';
import { isObject, jsonObject } from './json.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Route, Simulator } from './kit.js';
import { bodies } from './pingone-bodies.js';
import { openBook } from './pingone-book.js';
import type { BookOptions } from './pingone-book.js';
import { pingOneControls } from './pingone-controls.js';
import type { PingOneControls } from './pingone-controls.js';
import { collection } from './pingone-lists.js';
import type { ListStyle } from './pingone-lists.js';
import {
  createRequest,
  failed,
  forbidden,
  invalid,
  notFound,
  oauthError,
  unauthorized,
  update,
} from './pingone-rules.js';
import type { Wallet } from './pingone-rules.js';
import { basicText, bearerToken, formOf, hasContentType, isSame, isUuid } from './requests.js';
import { tokenDesk } from './tokens.js';
import type { TokenOptions, Tokens } from './tokens.js';
import { empty, json, retryAfter } from './wire.js';
import type { Headers, WireAnswer, WireRequest } from './wire.js';

export interface PingOneOptions extends ListenOptions, TokenOptions, BookOptions, ListStyle {
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

  function guarded(answer: (request: WireRequest) => WireAnswer): (request: WireRequest) => WireAnswer {
    return request => refusal(request) ?? answer(request);
  }

  function onWallet(
    answer: (wallet: Wallet, request: WireRequest) => WireAnswer,
  ): (request: WireRequest) => WireAnswer {
    return guarded(request => {
      const wallet = book.wallet(request.parameters.digitalWalletID ?? '');
      return wallet && wallet.userId === request.parameters.userID ? answer(wallet, request) : notFound();
    });
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
      answer: onWallet(
        (wallet, request) =>
          update(wallet, request.body, book.written()) ?? json(200, body.wallet(wallet, request.baseUrl)),
      ),
    },
    {
      kind: 'change',
      operation: 'deleteDigitalWallet',
      method: 'DELETE',
      path: `${user}/{digitalWalletID}`,
      answer: onWallet(wallet => {
        book.remove(wallet.id);
        return empty(204); // what PingOne's other deletes answer; its specification says 200
      }),
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
    refusals: {
      '400': () =>
        invalid('INVALID_VALUE', 'digitalWalletApplication.id', 'The application is not a native application.'),
      '401': unauthorized,
      '403': forbidden,
      '404': notFound,
      // The top-level code of a 409 is not published; the detail is PingOne's own.
      '409': () =>
        failed(409, 'INVALID_DATA', 'The request conflicts with existing data.', [
          { code: 'UNIQUENESS_VIOLATION', message: 'Already in use.' },
        ]),
      '418': () =>
        failed(418, 'REQUEST_FAILED', 'The request could not be completed.', [
          { code: 'ACCOUNT_NOT_USABLE', message: 'The account cannot be used.' },
        ]),
      '422': () => invalid('INVALID_VALUE', 'notification.template.variant', 'The variant does not exist.'),
      '429': () =>
        failed(
          429,
          'REQUEST_LIMITED',
          'Too many requests.',
          [{ code: 'LIMIT_EXCEEDED', message: 'Rate limit exceeded.' }],
          retryAfter,
        ),
      '500': () => failed(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred.'),
      '503': () => failed(503, 'SERVICE_UNAVAILABLE', 'Try later.', undefined, retryAfter),
    },
    strange: wallet => ({
      ...wallet,
      status: 'QUARANTINED',
      createdAt: '2026-01-15T16:55:46.729645592+0000',
      updatedAt: null,
      trustLevel: { name: 'SILVER' },
      ...(isObject(wallet.pairingSession) && {
        pairingSession: { ...wallet.pairingSession, status: 'SCANNED' },
      }),
    }),
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
