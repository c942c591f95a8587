import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { post } from '../support/http.js';
import { expectRefusal, insides } from './answers.js';
import { debatable, encoded, malformed, wellFormed } from './json-corpus.js';

/** A7 and A12: every text of the corpus, wherever JSON may stand. */

const slowMs = 120_000;
const newer = 'application/graphql-response+json';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const createWallet = JSON.stringify(
  'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }',
);
const moovWallet = '"idempotencyKey":"k","accountId":"no uuid","name":"n"'; // refused before anything is sent

const places: Readonly<Record<string, (value: string) => string>> = {
  'the whole body': value => value,
  'the document': value => `{"query":${value}}`,
  variables: value => `{"query":"{ __typename }","variables":${value}}`,
  'a variable that is not used': value => `{"query":"{ __typename }","variables":{"a":${value}}}`,
  'a variable that is used': value =>
    `{"query":"query ($id: ID!) { node(id: $id) { id } }","variables":{"id":${value}}}`,
  'an input': value => `{"query":${createWallet},"variables":{"input":${value}}}`,
  'the name of an input': value =>
    `{"query":${createWallet},"variables":{"input":{"idempotencyKey":"k","accountId":"no uuid","name":${value}}}}`,
  'metadata of an input': value =>
    `{"query":${createWallet},"variables":{"input":{${moovWallet},"metadata":${value}}}}`,
  'the operation name': value => `{"query":"{ __typename }","operationName":${value}}`,
  extensions: value => `{"query":"{ __typename }","extensions":${value}}`,
  'an extension': value => `{"query":"{ __typename }","extensions":{"persistedQuery":${value}}}`,
  'what stands beside a document': value => `{"query":"{ __typename }","other":${value}}`,
};

test('the corpus is large, holds nothing twice, and says what a parser says', () => {
  const all = [...wellFormed, ...malformed, ...debatable];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(250);
  expect(wellFormed.filter(text => !isJson(text))).toEqual([]);
  expect(malformed.filter(isJson)).toEqual([]);
});

describe('A7, A12 › JSON, and what looks like it', () => {
  test.each(Object.entries(places))(
    'as %s › each text is answered in JSON, and breaks nothing',
    async (_where, put) => {
      const before = { made: gateway.simulators.moov.ledger.length, lines: gateway.lines.length };
      for (const value of [...wellFormed, ...malformed, ...debatable]) {
        for (const accept of ['application/json', newer]) {
          const { status, text, headers } = await post(gateway.url, put(value), { accept });
          const about = `${value.slice(0, 60)} (${value.length})`;
          expect({ about, status, isFine: status >= 200 && status < 500 }).toEqual({ about, status, isFine: true });
          expect(headers['content-type']).toMatch(/json/);
          const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
          expect({ about, isAnswer: answer.data !== undefined || Array.isArray(answer.errors) }).toEqual({
            about,
            isAnswer: true,
          });
          expect(text).not.toMatch(insides);
          expect({ about, isMasked: text.includes('INTERNAL_SERVER_ERROR') }).toEqual({ about, isMasked: false });
          if (!isJson(put(value)))
            expect({ about, status }).toEqual({ about, status: put(value).length > 256 * 1024 ? 413 : 400 });
        }
      }
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(gateway.simulators.moov.ledger).toHaveLength(before.made);
      expect(gateway.lines.slice(before.lines).filter(({ msg }) => msg !== 'request')).toEqual([]);
    },
    slowMs,
  );

  test('beside a document, what is JSON is let pass, and what is not is refused', async () => {
    for (const value of wellFormed) {
      const { text } = await post(gateway.url, `{"query":"{ __typename }","other":${value}}`);
      expect({ value, text }).toEqual({ value, text: '{"data":{"__typename":"Query"}}' });
    }
  });

  test.each(encoded)('a body with %s in it is refused', async (_what, body) => {
    expectRefusal(await post(gateway.url, body));
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
