import { randomUUID } from 'node:crypto';
import { jsonObject } from './json.js';
import type { JsonObject } from './json.js';
import type { Route } from './routes.js';
import { basicText, formOf, hasContentType, isSame } from './requests.js';
import type { Tokens } from './tokens.js';
import { empty, json } from './wire.js';
import type { WireRequest } from './wire.js';

interface TokenIssuer {
  readonly publicKey: string;
  readonly secretKey: string;
  readonly tokens: Tokens;
}

/** OAuth as Moov has it: with JSON bodies, and a refresh token even for client credentials (reference section 3). */
export function tokenRoutes({ publicKey, secretKey, tokens }: TokenIssuer): readonly Route[] {
  const refreshScopes = new Map<string, string>();
  return [
    {
      kind: 'token',
      operation: 'createAccessToken',
      method: 'POST',
      path: '/oauth2/token',
      answer(request) {
        const asked = tokenRequest(request);
        if (!asked) return json(400, { error: 'request body could not be parsed' });
        const credentials = basicText(request) ?? `${String(asked.client_id)}:${String(asked.client_secret)}`;
        if (!isSame(credentials, `${publicKey}:${secretKey}`)) return json(400, { error: 'invalid_client' });
        let scope = asked.scope;
        if (asked.grant_type === 'refresh_token') {
          scope = refreshScopes.get(String(asked.refresh_token));
          if (scope === undefined) return json(422, { refresh_token: 'is not valid' });
        } else if (asked.grant_type !== 'client_credentials') {
          return json(400, { error: 'invalid_request' });
        }
        if (typeof scope !== 'string' || scope.trim() === '') return json(422, { scope: 'must not be empty' });
        const refresh_token = randomUUID();
        refreshScopes.set(refresh_token, scope);
        return json(200, { token_type: 'Bearer', ...tokens.issue(scope), refresh_token, scope });
      },
    },
    {
      kind: 'token',
      operation: 'revokeAccessToken',
      method: 'POST',
      path: '/oauth2/revoke',
      answer(request) {
        const asked = tokenRequest(request);
        if (!asked) return json(400, { error: 'request body could not be parsed' });
        if (typeof asked.token !== 'string') return json(422, { token: 'is required' });
        tokens.revoke(asked.token);
        refreshScopes.delete(asked.token);
        return empty(204);
      },
    },
  ];
}

/** The token endpoint takes JSON and forms (reference). */
function tokenRequest(request: WireRequest): JsonObject | undefined {
  if (hasContentType(request, 'application/x-www-form-urlencoded')) return { ...formOf(request) };
  return hasContentType(request, 'application/json') ? jsonObject(request.body) : undefined;
}
