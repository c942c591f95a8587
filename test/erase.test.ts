import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from '@jest/globals';
import { faults } from '../src/simulators/faults.js';
import { startSimulators } from '../src/simulators/index.js';
import { freshKey } from './support/gateway.js';
import { post } from './support/http.js';
import { cleanUp, liveEnvironment, runProgram, startGatewayProcess, temporaryFolder } from './support/process.js';

/** What a person takes out of the journal beside the running gateway, and what must stay for the promise. */

afterAll(cleanUp);

const [hers, his] = [randomUUID(), randomUUID()];

test('erase › takes out what is about one owner, and then a whole tenant; no key is used twice for it', async () => {
  const simulators = await startSimulators();
  const folder = temporaryFolder();
  const environment = liveEnvironment(simulators.environment);
  const gateway = await startGatewayProcess({ folder, environment });
  const tenants = (...given: readonly string[]) =>
    runProgram('ops.js', { folder, environment, given: ['tenants', ...given] }).ended;
  const graphql = async (query: string, variables: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  const create = async (accountId: string, idempotencyKey: string) =>
    (
      await graphql(
        `
          mutation ($input: CreateMoovWalletInput!) {
            createMoovWallet(input: $input) {
              __typename
              ... on MutationError {
                message
                operation {
                  idempotencyKey
                  status
                }
              }
            }
          }
        `,
        { input: { idempotencyKey, accountId, name: `wallet of ${accountId}` } },
      )
    ).createMoovWallet;
  const keys = { hers: freshKey(), his: freshKey(), refused: freshKey(), lost: freshKey() };
  const made = { __typename: 'MoovWalletCreated' };
  expect(await create(hers, keys.hers)).toEqual(made);
  expect(await create(his, keys.his)).toEqual(made);
  simulators.moov.next(faults.answer(422, { body: { name: 'no' } }));
  expect(await create(hers, keys.refused)).toMatchObject({ __typename: 'InvalidInputError' });
  const calls = () => simulators.moov.ledger.length;

  const sealed = sealedIn(folder);
  expect(sealed.length).toBeGreaterThan(4);
  expect(await tenants('erase', 'default', '--owner', `moov=${hers}`)).toMatchObject({
    code: 0,
    stdout: '2 operations were erased.\n',
  });
  // Again, as somebody is told to whose database must be cleaned up by another role.
  expect(await tenants('erase', 'default', '--owner', `moov=${hers}`)).toMatchObject({
    code: 0,
    stdout:
      'Nothing is left of that owner, as far as can be told: 1 operation was erased before. The tables were cleaned up.\n',
  });
  const before = calls();
  expect(await create(hers, keys.hers)).toEqual({
    __typename: 'ConflictError',
    message: 'What was done under this key has been erased since. Nothing was sent.',
    operation: { idempotencyKey: '', status: 'SUCCEEDED' },
  });
  expect(await create(his, keys.his)).toEqual(made); // replayed
  expect(calls()).toBe(before);
  expect(await create(hers, keys.refused)).toEqual(made); // nothing had been done under it
  expect(calls()).toBe(before + 1);

  simulators.moov.always(faults.reset('before-answer', { applied: false }), { route: 'create' });
  simulators.moov.always(faults.answer(503), { route: 'read' });
  expect(await create(his, keys.lost)).toMatchObject({ __typename: 'OutcomeUnknownError' });
  const unfinished = await tenants('erase', 'default');
  expect(unfinished).toMatchObject({ code: 1, stdout: '' });
  expect(unfinished.stderr).toMatch(/^2 operations were erased\. 1 is not over: erase it once /);
  expect(await tenants('erase', 'nobody')).toMatchObject({ code: 1, stdout: '' });
  expect(await tenants('erase', 'default', '--owner', 'paypal=1')).toMatchObject({ code: 2 });
  expect(await tenants('forget', 'default')).toMatchObject({ code: 2 });
  await gateway.stop();
  await simulators.stop();

  // Sealed it was all the while; but what was erased is not there sealed either, nor in what SQLite keeps beside the file.
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.includes('sqlite'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    expect(sealed.filter(each => bytes.includes(each))).toEqual([]);
  }
}, 120_000);

test('erase › a second time there is nothing left of the tenant, which is no mistake', async () => {
  const simulators = await startSimulators();
  const folder = temporaryFolder();
  const environment = liveEnvironment(simulators.environment);
  const gateway = await startGatewayProcess({ folder, environment });
  const input = { idempotencyKey: freshKey(), accountId: hers, name: 'Payroll' };
  const query = 'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { __typename } }';
  await post(gateway.url, { query, variables: { input } });
  const erase = (tenant: string) =>
    runProgram('ops.js', { folder, environment, given: ['tenants', 'erase', tenant] }).ended;
  expect(await erase('default')).toMatchObject({ code: 0, stdout: '1 operation was erased.\n' });
  expect(await erase('default')).toMatchObject({
    code: 0,
    stdout: 'Nothing is left of default: 1 operation was erased before. The tables were cleaned up.\n',
    stderr: '',
  });
  expect(await erase('nobody')).toMatchObject({
    code: 1,
    stderr: 'The journal holds nothing of that: nothing was erased.\n',
  });
  await gateway.stop();
  await simulators.stop();
});

/** What rows say, as it stands in the file: intents, and results where there are any. */
function sealedIn(folder: string): Buffer[] {
  const database = new DatabaseSync(join(folder, 'data/billfold.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT intent, result FROM operation').all();
  database.close();
  return rows.flatMap(({ intent, result }) =>
    [intent, result].flatMap(value => (value instanceof Uint8Array ? [Buffer.from(value)] : [])),
  );
}
