import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** Each audit of GraphQL over HTTP, as its authors wrote it; only the header against forged requests is added. */

const knownAudits = 61;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const audits = serverAudits({
  url: () => `${gateway.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('apollo-require-preflight', 'true');
    return fetch(url, { ...init, headers });
  },
});

test('audits › there are as many as when this was written', () => {
  expect(audits).toHaveLength(knownAudits);
});

test.each(audits.map(audit => ({ id: audit.id, says: audit.name, audit })))('audit $id › $says', async ({ audit }) => {
  const result = await audit.fn();
  const reason = result.status === 'ok' ? '' : result.reason;
  expect({ status: result.status, reason }).toEqual({ status: 'ok', reason: '' });
});
