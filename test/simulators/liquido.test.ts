import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { startLiquido, type LiquidoOptions, type LiquidoSimulator } from '../../src/simulators/liquido.js';
import { sampleUuid } from '../../src/simulators/outcomes.js';
import { askLiquido, during } from './calls.js';
import { freshRun } from './changing.js';

test('a wallet that no request made › is read by its id', () =>
  during(startLiquido(), async liquido => {
    const id = liquido.addWallet({ groupId: 'team-a', cents: '9007199254740993' });
    expect(await askLiquido(liquido, `/v1/accounts/wallet/${id}`)).toEqual({
      status: 200,
      body: {
        id,
        balanceInCents: 9007199254740993n,
        status: 'ACTIVE',
        groupId: 'team-a',
        country: 'CO',
        currency: 'COP',
      },
    });
    expect(liquido.ledger).toEqual([]);
  }));

describe('a key that is sent again', () => {
  const id = sampleUuid(freshRun(), '001');
  const movement = { walletAccountId: id, amountInCents: 500, currency: 'COP' };
  const holder = { phoneNumber: '+573000000001', name: 'Ana', country: 'CO', currency: 'COP' };
  const operations = [
    ['', holder],
    ['/topup', movement],
    ['/charge', movement],
  ] as const;

  /** How often it was done. */
  const times = ({ changes, ledger }: LiquidoSimulator): number => changes.length + ledger.length;

  interface Case {
    readonly path: string;
    readonly asked: object;
    readonly options: LiquidoOptions;
    readonly again: number;
    readonly done: number;
  }
  const cases = operations.flatMap(([path, asked]): Case[] => [
    { path, asked, options: {}, again: 200, done: 1 },
    { path, asked, options: { repeats: 'duplicate' }, again: 409, done: 1 },
    { path, asked, options: { repeats: 'forgotten' }, again: 200, done: 2 },
  ]);

  test.each(cases)(
    'to $path, with $options › is a $again, and it was done $done times',
    ({ path, asked, options, again, done }) =>
      during(startLiquido(options), async liquido => {
        const idempotencyKey = randomUUID();
        const send = (more: object = {}) =>
          askLiquido(liquido, `/v1/accounts/wallet${path}`, {
            method: 'POST',
            body: JSON.stringify({ ...asked, idempotencyKey, ...more }),
          });
        const first = await send();
        const second = await send();
        expect([first.status, second.status]).toEqual([200, again]);
        if (again === 200 && done === 1) expect(second.body).toEqual(first.body);
        expect(times(liquido)).toBe(done);
        const changed = await send({ currency: 'COP', amountInCents: 700, name: 'Eva' });
        expect(changed.status).toBe(done === 2 ? 200 : 409);
        expect((await send({ idempotencyKey: randomUUID() })).status).toBe(200);
        if (path !== '') {
          const read = await askLiquido(liquido, `/v1/accounts/wallet/${id}`);
          const moved = done === 2 ? 500 + 500 + 700 + 500 : 500 + 500;
          expect(read.body.balanceInCents).toBe(1_000_000 + (path === '/topup' ? moved : -moved));
        }
      }),
  );
});

test('a charge › that the balance does not cover is a 422, and takes nothing', () =>
  during(startLiquido(), async liquido => {
    const id = liquido.addWallet({ cents: '499' });
    const body = JSON.stringify({ walletAccountId: id, amountInCents: 500, currency: 'COP', idempotencyKey: 'key-1' });
    expect(await askLiquido(liquido, '/v1/accounts/wallet/charge', { method: 'POST', body })).toEqual({
      status: 422,
      body: { errors: [{ code: '422', errorMessage: 'Funds are insufficient.' }] },
    });
    expect(liquido.changes).toEqual([]);
  }));
