import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { post } from '../support/http.js';
import { eventually } from '../support/time.js';
import { newIssuer } from '../support/tokens.js';

/** Why somebody was not let in: nothing of it in the answer, one word of it in the log. */

const issuer = newIssuer();
const query = { query: '{ __typename }' };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: issuer.environment });
});
afterAll(() => gateway.stop());

const past = Math.floor(Date.now() / 1000) - 3_600;

test.each([
  ['no token', undefined],
  ['algorithm', `Bearer ${issuer.token({}, { alg: 'HS256' })}`],
  ['ERR_JWT_EXPIRED', `Bearer ${issuer.token({ exp: past })}`],
  ['ERR_JWT_CLAIM_VALIDATION_FAILED aud', `Bearer ${issuer.token({ aud: 'somebody else' })}`],
  ['ERR_JWT_CLAIM_VALIDATION_FAILED iss', `Bearer ${issuer.token({ iss: 'somebody else' })}`],
  ['ERR_JWS_SIGNATURE_VERIFICATION_FAILED', `Bearer ${newIssuer().token()}`],
  ['claims', `Bearer ${issuer.token({ owners: { paypal: '*' } })}`],
  ['tenant', `Bearer ${issuer.token({ tenant: 'another' })}`],
])('%s', async (reason, authorization) => {
  const before = gateway.lines.length;
  const headers = authorization === undefined ? {} : { authorization };
  const { status, text } = await post(gateway.url, query, headers);
  expect({ status, text }).toEqual({
    status: 401,
    text: '{"errors":[{"message":"This needs a valid bearer token.","extensions":{"code":"UNAUTHENTICATED"}}]}',
  });
  await eventually(() => gateway.lines.slice(before).some(({ msg }) => msg === 'request'));
  const line = gateway.lines.slice(before).find(({ msg }) => msg === 'request');
  expect(line).toMatchObject({ status: 401, tenant: null, refused: reason });
});

test('who was let in has no reason', async () => {
  const before = gateway.lines.length;
  expect((await post(gateway.url, query, { authorization: issuer.bearer() })).status).toBe(200);
  await eventually(() => gateway.lines.slice(before).some(({ msg }) => msg === 'request'));
  expect(gateway.lines.slice(before).find(({ msg }) => msg === 'request')).not.toHaveProperty('refused');
});
