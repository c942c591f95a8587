import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';
import { idEnding, isSample, sampleOutcome, sampleUuid } from '../../src/simulators/outcomes.js';
import { askEqualsMoney, askJuspay, askLiquido, askMoov, askPingOne } from './calls.js';
import { freshRun } from './changing.js';

/** Wallets that are there without having been created, in the states that their ids ask for. */

let simulators: Simulators;
beforeAll(async () => {
  simulators = await startSimulators();
});
afterAll(() => simulators.stop());
beforeEach(() => simulators.reset());

const user = '49000000-0000-4000-8000-000000000001';
const account = '6b6f1a52-5c0e-4d6e-9f3a-000000000001';

test('an id › is a sample’s by its beginning and its twelve digits, and asks for an outcome by its ending', () => {
  expect(sampleUuid('123456789', '409')).toBe('5a000000-0000-4000-8000-123456789409');
  const ids = [sampleUuid('123456789', '409'), 'wlt_smpl123456789409', 'wlt_lnkd123456789409'];
  expect(ids.map(id => [isSample(id), sampleOutcome(id)])).toEqual(ids.map(() => [true, '409']));
  expect(sampleOutcome(sampleUuid('123456789', '001'))).toBeUndefined();
  const others = [
    idEnding('409'),
    '5a000000-0000-4000-8000-12345678940a',
    'x5a000000-0000-4000-8000-123456789409',
    'wlt_smpl1234567894090',
    'wlt_smpl12345678940',
    'wlt_abcd123456789409',
  ];
  expect(others.map(id => [isSample(id), sampleOutcome(id)])).toEqual(others.map(() => [false, undefined]));
});

test('at PingOne › belongs to the first user who asks, in the state that its ending says', async () => {
  const { pingone } = simulators;
  const read = (ending: string, owner = user, run = '100000000') =>
    askPingOne(pingone, `/users/${owner}/digitalWallets/${sampleUuid(run, ending)}`);
  const waiting = await read('001');
  expect(waiting).toMatchObject({ status: 200, body: { status: 'PAIRING_REQUIRED', user: { id: user } } });
  expect(waiting.body).not.toHaveProperty('applicationInstance');
  expect((await read('207')).body).toMatchObject({ status: 'ACTIVE', applicationInstance: { id: expect.any(String) } });
  expect((await read('208')).body).toMatchObject({ status: 'EXPIRED' });
  expect((await read('404')).status).toBe(404);
  expect((await read('001', idEnding())).status).toBe(404);
  expect((await read('001', idEnding(), freshRun())).status).toBe(200);
  const list = await askPingOne(pingone, `/users/${user}/digitalWallets`);
  expect(list.body).toMatchObject({ size: 3 });
  expect(pingone.ledger).toEqual([]);
});

test('at PingOne › keeps its state, and once deleted does not come back', async () => {
  const { pingone } = simulators;
  const path = `/users/${user}/digitalWallets/${sampleUuid(freshRun(), '001')}`;
  const instance = JSON.stringify({ status: 'ACTIVE', applicationInstance: { id: idEnding() } });
  expect((await askPingOne(pingone, path, { method: 'PUT', body: instance })).status).toBe(200);
  expect((await askPingOne(pingone, path)).body).toMatchObject({ status: 'ACTIVE' });
  expect((await askPingOne(pingone, path, { method: 'DELETE' })).status).toBe(204);
  expect((await askPingOne(pingone, path)).status).toBe(404);
  expect((await askPingOne(pingone, path, { method: 'DELETE' })).status).toBe(404);
  simulators.reset();
  expect((await askPingOne(pingone, path)).body).toMatchObject({ status: 'PAIRING_REQUIRED' });
});

test('at PingOne › a user whose id ends in 404 is not known, and every other one is', async () => {
  const { pingone } = simulators;
  const unknown = idEnding('404');
  const wallet = `/users/${unknown}/digitalWallets/${sampleUuid(freshRun(), '001')}`;
  const asked = JSON.stringify({ digitalWalletApplication: { id: idEnding() } });
  const answers = await Promise.all([
    askPingOne(pingone, `/users/${unknown}/digitalWallets`),
    askPingOne(pingone, `/users/${unknown}/digitalWallets`, { method: 'POST', body: asked }),
    askPingOne(pingone, wallet),
    askPingOne(pingone, `${wallet}/provisionedCredentials`),
    askPingOne(pingone, wallet, { method: 'PUT', body: '{"status":"DISABLED"}' }),
    askPingOne(pingone, wallet, { method: 'DELETE' }),
  ]);
  expect(answers).toEqual(
    answers.map(() => ({ status: 404, body: expect.objectContaining({ code: 'NOT_FOUND' }) as object })),
  );
  expect((await askPingOne(pingone, `/users/${idEnding()}/digitalWallets`)).body).toMatchObject({ size: 0 });
});

test('at Juspay › is unlinked or linked by its id, and can be linked', async () => {
  const { juspay } = simulators;
  const [unlinked, linked] = [`wlt_smpl${freshRun()}001`, `wlt_lnkd${freshRun()}001`];
  const command = (id: string, form: Readonly<Record<string, string>>) =>
    askJuspay(juspay, `/wallets/${id}`, { method: 'POST', body: new URLSearchParams(form) });
  expect((await askJuspay(juspay, `/wallets/${linked}`)).body).toMatchObject({ linked: true, current_balance: 250.75 });
  expect((await askJuspay(juspay, `/wallets/${unlinked}`)).body).toMatchObject({ linked: false, token: null });
  expect((await command(unlinked, { command: 'link', otp: '123456' })).body).toMatchObject({ linked: false });
  await command(unlinked, { command: 'authenticate' });
  expect((await command(unlinked, { command: 'link', otp: '123456' })).body).toMatchObject({ linked: true });
  expect((await askJuspay(juspay, `/wallets/${unlinked}`)).body).toMatchObject({ linked: true });
  expect((await askJuspay(juspay, `/wallets/wlt_lnkd${freshRun()}404`)).status).toBe(404);
});

test('at LIQUIDO › holds Colombian pesos', async () => {
  const id = sampleUuid(freshRun(), '001');
  expect(await askLiquido(simulators.liquido, `/v1/accounts/wallet/${id}`)).toEqual({
    status: 200,
    body: { id, balanceInCents: 1_000_000, status: 'ACTIVE', country: 'CO', currency: 'COP' },
  });
  expect((await askLiquido(simulators.liquido, `/v1/accounts/wallet/${sampleUuid('000000000', '404')}`)).status).toBe(
    404,
  );
});

interface Tokens {
  readonly count: number;
  readonly rows: readonly { readonly token: string; readonly cardId: string; readonly deviceId: string }[];
}

const tokens = async (accountId: string, query = ''): Promise<Tokens> =>
  (await askEqualsMoney<Tokens>(simulators.equalsMoney, `/tokens?accountId=${accountId}${query}`)).body;

test('at Equals Money › is the only token of its account, in the state that its ending says', async () => {
  const run = freshRun();
  const expected = { '001': 'ACTIVE', '207': 'REQUESTED', '208': 'TERMINATED', '409': 'ACTIVE' };
  for (const [ending, state] of Object.entries(expected)) {
    const id = sampleUuid(run, ending);
    const row = { token: id, cardId: id, deviceId: 'device-000000000009' };
    expect(await tokens(`F5a${run}${ending}`)).toMatchObject({ count: 1, rows: [row] });
    const query = `&tokenType=ANDROID_PAY&tokenState=${state}`;
    expect(await tokens(`F5a${run}${ending}`, query)).toMatchObject({ count: 1 });
  }
  expect(await tokens(`F5a${run}404`)).toEqual({ count: 0, rows: [] });
  expect(await tokens('F00042')).toEqual({ count: 0, rows: [] });
});

test('at Equals Money › the token of another account is not found', async () => {
  const id = sampleUuid(freshRun(), '001');
  expect(await tokens(`F5a${id.slice(-12)}`)).toMatchObject({ count: 1 });
  const answer = await askEqualsMoney(
    simulators.equalsMoney,
    `/${id}/digital-wallet-token-transitions?accountId=F00042`,
    { method: 'POST', body: JSON.stringify({ state: 'SUSPENDED', digitalWalletToken: id }) },
  );
  expect(answer.status).toBe(404);
});

test('at Equals Money › one account has a card with as many live tokens as a card may have', async () => {
  const cardId = '7c2a9c1e-5b4d-4a6f-8e3b-000000000025';
  const [all, active, suspended] = [
    await tokens('F00025'),
    await tokens('F00025', '&tokenState=ACTIVE'),
    await tokens('F00025', '&tokenState=SUSPENDED'),
  ];
  expect([all.count, active.count, suspended.count]).toEqual([25, 24, 1]);
  expect(new Set(all.rows.map(row => row.cardId))).toEqual(new Set([cardId]));
  expect(new Set(all.rows.map(({ token }) => token)).size).toBe(25);
  const asked = { deviceType: 'WATCH', provisioningAppVersion: '1', deviceId: 'd', walletUserId: 'w' };
  simulators.reset();
  const answer = await askEqualsMoney(simulators.equalsMoney, `/${cardId}/google-wallet?accountId=F00025`, {
    method: 'POST',
    body: JSON.stringify(asked),
  });
  expect(answer.status).toBe(201); // the next one fails on the device only
  expect(await tokens('F00025')).toEqual(all);
});

test('at Moov › is a wallet of the first account that asks, and takes nobody’s place', async () => {
  const { moov } = simulators;
  const wallets = `/${account}/wallets`;
  const read = (ending: string, owner = account) =>
    askMoov(moov, `/${owner}/wallets/${sampleUuid('100000000', ending)}`);
  expect((await askMoov<unknown[]>(moov, wallets)).body).toHaveLength(1); // its default one
  const available = { value: 0, valueDecimal: '0' };
  expect((await read('001')).body).toMatchObject({
    name: 'Sample',
    walletType: 'general',
    availableBalance: available,
  });
  expect((await read('207')).body).toMatchObject({ walletType: 'general', availableBalance: { value: 100 } });
  expect((await read('208')).body).toMatchObject({ walletType: 'default', availableBalance: available });
  expect((await read('404')).status).toBe(404);
  expect((await read('001', idEnding())).status).toBe(404);
  expect((await askMoov<unknown[]>(moov, wallets)).body).toHaveLength(4);
  const create = () => askMoov(moov, wallets, { method: 'POST', body: '{"name":"Payroll"}' });
  const statuses: number[] = [];
  for (let count = 0; count < 11; count += 1) statuses.push((await create()).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 409]);
});
