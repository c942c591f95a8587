import { expect, test } from '@jest/globals';
import { startLiquido } from '../../src/simulators/liquido.js';
import { askLiquido, during } from './calls.js';

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
