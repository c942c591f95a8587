import { randomBytes, randomUUID } from 'node:crypto';
import { isObject, jsonObject } from './json.js';
import type { JsonObject } from './json.js';
import { openSimulator } from './kit.js';
import type { ListenOptions } from './http.js';
import type { Route, Simulator } from './kit.js';
import { outcomeOf } from './outcomes.js';
import {
  createRequest,
  failed,
  forbidden,
  invalid,
  notFound,
  notified,
  oauthError,
  unauthorized,
  update,
} from './pingone-rules.js';
import type { CreateRequest, Wallet } from './pingone-rules.js';
import { basicText, bearerToken, formOf, hasContentType, isSame, isUuid } from './requests.js';
import { tokenDesk } from './tokens.js';
import type { TokenOptions, Tokens } from './tokens.js';
import { empty, json, retryAfter } from './wire.js';
import type { Headers, WireAnswer, WireRequest } from './wire.js';

export interface PingOneOptions extends ListenOptions, TokenOptions {
  readonly environmentId?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Tokens come from another host (reference section 2). */
  readonly authPort?: number;
}

export interface PingOneSimulator extends Simulator {
  readonly tokens: Tokens;
  /** The phone app finishes the pairing. */
  pair(walletId: string, applicationInstanceId?: string): void;
  /** The pairing window runs out. */
  expire(walletId: string): void;
}

/** Reference section 3: one hour. */
const usualTokenSeconds = 3600;

/** What notification links open; any app id has this one here. */
const appOpenUrl = 'https://wallet.example.com/open';

const user = '/v1/environments/{envID}/users/{userID}/digitalWallets';
const apps = '/v1/environments/{envID}/digitalWalletApplications';

export async function startPingOne(options: PingOneOptions = {}): Promise<PingOneSimulator> {
  const {
    environmentId = 'ab000000-0000-4000-8000-000000000010',
    clientId = 'c1000000-0000-4000-8000-00000000000c',
    clientSecret = 'sandbox-secret-pingone',
  } = options;
  const wallets = new Map<string, Wallet>();
  const knownApps = new Set<string>();
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
      const wallet = wallets.get(request.parameters.digitalWalletID ?? '');
      return wallet && wallet.userId === request.parameters.userID ? answer(wallet, request) : notFound();
    });
  }

  function linksOf(wallet: Wallet, request: WireRequest): JsonObject {
    return {
      self: {
        href: `${request.baseUrl}/v1/environments/${environmentId}/users/${wallet.userId}/digitalWallets/${wallet.id}`,
      },
    };
  }

  function body(wallet: Wallet, request: WireRequest): JsonObject {
    const isPending = wallet.status === 'PAIRING_REQUIRED';
    return {
      _links: linksOf(wallet, request),
      id: wallet.id,
      createdAt: wallet.createdAt,
      updatedAt: wallet.updatedAt,
      environment: { id: environmentId },
      user: { id: wallet.userId },
      digitalWalletApplication: { id: wallet.applicationId },
      status: wallet.status,
      ...(wallet.instanceId !== undefined && { applicationInstance: { id: wallet.instanceId } }),
      deviceData: wallet.deviceData,
      // Absent from the documented samples of every other status (reference section 6).
      ...(isPending && { pairingSession: wallet.pairingSession }),
      pairingAttempts: wallet.pairingAttempts,
      notification: wallet.notification,
    };
  }

  /** The answer to a create alone carries the links for the person (reference section 11). */
  function createdBody(wallet: Wallet, request: WireRequest): JsonObject {
    const { _links, ...rest } = body(wallet, request);
    // The published sample in which every notification failed has no links at all.
    if (outcomeOf(wallet.userId) === '208') return rest;
    const { qrUrl } = wallet.pairingSession;
    const isSilent = wallet.instanceId !== undefined;
    const open = {
      appOpen: { href: `${appOpenUrl}?u=${encodeURIComponent(String(qrUrl))}` },
      qrUrl: { href: qrUrl },
    };
    return { _links: { ...linksOf(wallet, request), ...(!isSilent && open) }, ...rest };
  }

  function draftWallet(request: WireRequest, asked: CreateRequest): Wallet {
    const id = randomUUID();
    const userId = request.parameters.userID ?? '';
    const hasNanoseconds = outcomeOf(userId) === '208';
    const now = new Date().toISOString();
    const at = hasNanoseconds ? now.replace('Z', '645592Z') : now;
    const pairingSession = {
      id: randomUUID(),
      ...(!hasNanoseconds && { createdAt: at, updatedAt: at }),
      environment: { id: environmentId },
      user: { id: userId },
      digitalWallet: { id },
      challenge: randomBytes(8).toString('hex'),
      qrUrl: `${request.baseUrl}/v1/distributedid/requests/${randomUUID()}`,
      status: 'INITIAL',
    };
    const { applicationId, instanceId } = asked;
    const notification = asked.notification && notified(asked.notification, userId);
    return {
      id,
      userId,
      applicationId,
      instanceId,
      createdAt: at,
      updatedAt: at,
      status: 'PAIRING_REQUIRED',
      pairingSession,
      notification,
    };
  }

  function appBody(id: string, request: WireRequest): JsonObject {
    return {
      _links: {
        self: { href: `${request.baseUrl}/v1/environments/${environmentId}/digitalWalletApplications/${id}` },
      },
      id,
      createdAt: '2026-01-10T09:00:00.000Z',
      updatedAt: '2026-01-10T09:00:00.000Z',
      environment: { id: environmentId },
      name: 'Customer Wallet',
      application: { id: '84000000-0000-4000-8000-000000000030' },
      appOpenUrl,
      usesPingOneWalletSDK: true,
    };
  }

  function collection(name: string, entries: readonly JsonObject[], request: WireRequest): WireAnswer {
    const _links = { self: { href: `${request.baseUrl}${request.path}` } };
    return json(200, { _links, _embedded: { [name]: entries }, size: entries.length });
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
        const wallet = draftWallet(request, asked);
        return {
          mainId: wallet.userId,
          resourceId: wallet.id,
          answer: json(201, createdBody(wallet, request)),
          apply() {
            wallets.set(wallet.id, wallet);
            knownApps.add(wallet.applicationId);
          },
        };
      },
    },
    {
      kind: 'read',
      operation: 'readAllDigitalWallets',
      method: 'GET',
      path: user,
      answer: guarded(request => {
        const own = [...wallets.values()].filter(({ userId }) => userId === request.parameters.userID);
        // List items carry no pairing session and no links but their own (reference section 6.2).
        const entries = own.map(wallet => ({ ...body(wallet, request), pairingSession: undefined }));
        return collection('digitalWallets', entries, request);
      }),
    },
    {
      kind: 'read',
      operation: 'readOneDigitalWallet',
      method: 'GET',
      path: `${user}/{digitalWalletID}`,
      answer: onWallet((wallet, request) => json(200, body(wallet, request))),
    },
    {
      kind: 'change',
      operation: 'updateDigitalWallet',
      method: 'PUT',
      path: `${user}/{digitalWalletID}`,
      answer: onWallet((wallet, request) => update(wallet, request.body) ?? json(200, body(wallet, request))),
    },
    {
      kind: 'change',
      operation: 'deleteDigitalWallet',
      method: 'DELETE',
      path: `${user}/{digitalWalletID}`,
      answer: onWallet(wallet => {
        wallets.delete(wallet.id);
        return empty(204); // what PingOne's other deletes answer; its specification says 200
      }),
    },
    {
      kind: 'read',
      operation: 'readOneDigitalWalletCredential',
      method: 'GET',
      path: `${user}/{digitalWalletID}/provisionedCredentials`,
      answer: onWallet((_wallet, request) => collection('provisionedCredentials', [], request)),
    },
    {
      kind: 'read',
      operation: 'readAllDigitalWalletApps',
      method: 'GET',
      path: apps,
      answer: guarded(request =>
        collection(
          'digitalWalletApplications',
          [...knownApps].map(id => appBody(id, request)),
          request,
        ),
      ),
    },
    {
      kind: 'read',
      operation: 'readOneDigitalWalletApp',
      method: 'GET',
      path: `${apps}/{digitalWalletApplicationID}`,
      answer: guarded(request => {
        const id = request.parameters.digitalWalletApplicationID;
        return isUuid(id) ? json(200, appBody(id, request)) : notFound();
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
    forget() {
      wallets.clear();
      knownApps.clear();
    },
    environment: ([url = '', authUrl = '']) => ({
      PINGONE_API_URL: url,
      PINGONE_AUTH_URL: authUrl,
      PINGONE_ENVIRONMENT_ID: environmentId,
      PINGONE_CLIENT_ID: clientId,
      PINGONE_CLIENT_SECRET: clientSecret,
    }),
  });

  function walletOf(id: string): Wallet {
    const wallet = wallets.get(id);
    if (!wallet) throw new Error(`No PingOne wallet has the id ${id}`);
    return wallet;
  }

  return {
    ...simulator,
    tokens,
    pair(walletId, applicationInstanceId = randomUUID()) {
      const now = new Date().toISOString();
      const deviceData = {
        appPackage: 'com.example.wallet',
        sdkVersion: '2.0.1',
        osType: 'ANDROID',
        osVersion: '15',
        manufacturer: 'Example',
        model: 'Phone 1',
        pushToken: 'sandbox-push-token',
      };
      const pairingAttempts = [{ success: true, attemptedAt: now.replace('Z', '480980Z') }];
      Object.assign(walletOf(walletId), {
        status: 'ACTIVE',
        instanceId: applicationInstanceId,
        updatedAt: now,
        deviceData,
        pairingAttempts,
      });
    },
    expire(walletId) {
      Object.assign(walletOf(walletId), { status: 'EXPIRED', updatedAt: new Date().toISOString() });
    },
  };
}

/** Returned as given, else generated (reference section 3). */
function transaction(request: WireRequest): Headers {
  return {
    'x-ping-external-transaction-id': request.headers['x-ping-external-transaction-id'] ?? randomUUID(),
  };
}
