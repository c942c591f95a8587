import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idEnding } from '../../src/simulators/outcomes.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { post } from '../support/http.js';

/** A1: small requests for large answers. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const largestAnswer = 9 * 1024 * 1024;

test('A1 › one wallet under many names › is no answer of gigabytes', async () => {
  const { data } = await gateway.send<{ createMoovWallet: { moovWallet: { id: string } } }, object>(
    'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { ... on MoovWalletCreated { moovWallet { id } } } }',
    {
      input: {
        idempotencyKey: freshKey(),
        accountId: idEnding(),
        name: 'n',
        metadata: { label: '"'.repeat(14_000) },
      },
    },
  );
  const id = data?.createMoovWallet.moovWallet.id ?? '';
  const names = Array.from({ length: 98 }, (_none, index) => `m${index}: metadata`).join(' ');
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on MoovWallet { ${names} } } }`;
  const asked = await post(gateway.url, { query, variables: { ids: Array.from({ length: 100 }, () => id) } });
  expect(asked.status).toBe(200);
  expect(JSON.parse(asked.text)).toMatchObject({ errors: [{ extensions: { code: 'ANSWER_TOO_LARGE' } }], data: null });
  const few = await post(gateway.url, { query, variables: { ids: [id] } });
  expect(few.text.length).toBeGreaterThan(98 * 14_000);
  expect(few.text.length).toBeLessThan(largestAnswer);
});

test('A1 › a cursor of tens of thousands of made-up marks › does not come back many times over', async () => {
  const accountId = idEnding();
  for (let count = 0; count < 4; count += 1) gateway.simulators.moov.addWallet(accountId, { name: 'w' });
  const owners = [{ moovAccount: { accountId } }];
  const one = await gateway.send<{ wallets: { edges: { cursor: string }[] } }, object>(
    'query ($owners: [WalletOwnerInput!]!) { wallets(owners: $owners, first: 1) { edges { cursor } } }',
    { owners },
  );
  const own = Buffer.from(one.data?.wallets.edges[0]?.cursor ?? '', 'base64url').subarray(0, 9);
  const after = Buffer.concat([own, Buffer.alloc(6 * 31_000, 'A')]).toString('base64url');
  const cursors = Array.from({ length: 50 }, (_none, index) => `c${index}: cursor`).join(' ');
  const fields = Array.from(
    { length: 50 },
    (_none, index) =>
      `w${index}: wallets(owners: $owners, first: 4, after: $after) { edges { ...E } pageInfo { endCursor } }`,
  ).join(' ');
  const query = `query ($owners: [WalletOwnerInput!]!, $after: String) { ${fields} } fragment E on WalletEdge { ${cursors} }`;
  const { status, text } = await post(gateway.url, { query, variables: { owners, after } });
  expect(status).toBe(200);
  expect(text.length).toBeLessThan(largestAnswer);
  const { errors } = JSON.parse(text) as { errors: { path?: unknown[]; extensions: object }[] };
  for (const { path, extensions } of errors) {
    // At the cursor itself, so that no more of them were written.
    expect({ path, extensions }).toMatchObject({ path: expect.any(Array), extensions: { code: 'ANSWER_TOO_LARGE' } });
  }
  expect(errors.length).toBeGreaterThan(0);
});

test('A1 › a list of tens of thousands of states › is refused, and no provider is asked', async () => {
  const owners = [{ moovAccount: { accountId: idEnding() } }];
  const before = gateway.simulators.moov.exchanges.length;
  const { text } = await post(gateway.url, {
    query: 'query ($o: [WalletOwnerInput!]!, $s: [WalletState!]) { wallets(owners: $o, states: $s) { nodes { id } } }',
    variables: { o: owners, s: Array.from({ length: 27_000 }, () => 'ACTIVE') },
  });
  expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }], data: null });
  expect(gateway.simulators.moov.exchanges).toHaveLength(before);
});

test('A1 › a list of tens of thousands of wrong texts › is one complaint, and no provider is asked', async () => {
  const query = `mutation ($input: ProvisionCardTokenInput!) { a: provisionCardToken(input: $input) { ...F } b: provisionCardToken(input: $input) { ...F } }
    fragment F on InvalidInputError { fields { ${Array.from({ length: 40 }, (_none, index) => `p${index}: path`).join(' ')} message } }`;
  const certificates = Array.from({ length: 40_000 }, () => '\u007f');
  const apple = { certificates, nonce: 'n', nonceSignature: 's' };
  const input = {
    idempotencyKey: freshKey(),
    accountId: 'F00042',
    cardId: idEnding(),
    deviceType: 'WATCH',
    provisioningAppVersion: '1',
    wallet: { apple },
  };
  const { status, text } = await post(gateway.url, { query, variables: { input } });
  expect(status).toBe(200);
  expect(text.length).toBeLessThan(20_000);
  expect(text).toContain('Must hold at most 100.');
  expect(gateway.simulators.equalsMoney.ledger).toEqual([]);
});

test('A1 › what is wrong with an input › is told twenty times at most', async () => {
  const query =
    'mutation ($input: ProvisionCardTokenInput!) { provisionCardToken(input: $input) { ... on InvalidInputError { fields { path } } } }';
  const apple = { certificates: Array.from({ length: 100 }, () => '\u007f'), nonce: 'n', nonceSignature: 's' };
  const input = {
    idempotencyKey: freshKey(),
    accountId: 'F00042',
    cardId: idEnding(),
    deviceType: 'WATCH',
    provisioningAppVersion: '1',
    wallet: { apple },
  };
  const { text } = await post(gateway.url, { query, variables: { input } });
  expect(JSON.parse(text)).toMatchObject({ data: { provisionCardToken: { fields: { length: 20 } } } });
});

test('A1 › tens of thousands of ids in many fields › are refused before they are read', async () => {
  const query = `query ($ids: [ID!]!) { ${Array.from({ length: 3 }, () => `... { ${'nodes(ids: $ids) { id } '.repeat(20)} }`).join(' ')} }`;
  const { status, text } = await post(gateway.url, {
    query,
    variables: { ids: Array.from({ length: 50_000 }, () => 'aa') },
  });
  expect({ status, isRefused: text.includes('DOCUMENT_LIMIT_EXCEEDED') }).toEqual({ status: 200, isRefused: true });
});
