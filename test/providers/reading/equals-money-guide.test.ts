import { describe, expect, test } from '@jest/globals';
import type { EqualsMoneyOptions } from '../../../src/simulators/equals-money.js';
import { faults } from '../../../src/simulators/faults.js';
import { startSimulators } from '../../../src/simulators/index.js';
import { CardTokensDocument, type CardTokensQueryVariables } from '../../generated/operations.js';
import { withGateway, type TestGateway } from '../../support/gateway.js';
import { onReplica, somebody, walletsOf } from '../../support/reading.js';

/** Card tokens where Equals Money does as its guide says, not as its reference does, or changes its mind on the way. */

async function tokensOf(variables: CardTokensQueryVariables, at: TestGateway) {
  const { cardTokens } = await at.execute(CardTokensDocument, variables);
  if (cardTokens === null) throw new Error('There are no card tokens.');
  return cardTokens;
}

describe("the guide's ways", () => {
  async function withStyle<Result>(
    equalsMoney: EqualsMoneyOptions,
    use: (at: TestGateway) => Promise<Result>,
  ): Promise<Result> {
    return withGateway({ simulators: { equalsMoney } }, use);
  }

  test('rows without a device are read', async () => {
    await withStyle({ rows: 'guide' }, async own => {
      const { cardAccountId: accountId, cardId } = somebody();
      const id = own.simulators.equalsMoney.addToken({ accountId, cardId, deviceId: 'phone-1' });
      const { nodes } = await tokensOf({ accountId }, own);
      expect(nodes).toMatchObject([{ providerId: id, deviceId: null, state: 'ACTIVE', tokenType: 'GOOGLE_PAY' }]);
    });
  });

  test('where the names of a query are ignored, nothing can be told by them: the list fails, and says why', async () => {
    await withStyle({ queryNames: 'guide' }, async own => {
      const { cardAccountId: accountId, cardId, owners } = somebody();
      own.simulators.equalsMoney.addToken({ accountId, cardId, deviceId: 'phone-1' });
      own.simulators.equalsMoney.addToken({ accountId, cardId, type: 'APPLE_PAY', deviceId: 'phone-2' });
      const failure = { code: 'PROVIDER_REJECTED', message: expect.stringContaining('tokenState') };
      expect(await walletsOf(own, { owners: [owners[3]], states: ['ACTIVE'] })).toMatchObject({
        nodes: [],
        failures: [failure],
      });
      for (const filter of [{}, { tokenType: 'APPLE_PAY' as const }, { deviceId: 'phone-1' }]) {
        const { data, errors } = await own.send(CardTokensDocument, { accountId, ...filter });
        expect(data?.cardTokens).toBeNull();
        expect(errors).toMatchObject([{ extensions: { code: 'PROVIDER_REJECTED', provider: 'EQUALS_MONEY' } }]);
      }
      expect((await walletsOf(own, { owners: [somebody().owners[3]] })).failures).toEqual([]); // nothing is nothing
    });
  });
});

test('a token that changes its state while the lists are read has none until the next read', async () => {
  const simulators = await startSimulators();
  try {
    const { cardAccountId: accountId, cardId, owners } = somebody();
    const id = simulators.equalsMoney.addToken({ accountId, cardId });
    const read = () => onReplica(simulators, replica => walletsOf(replica, { owners: [owners[3]] }));
    simulators.equalsMoney.always(
      faults.change(body => ('count' in body && (body.rows as object[]).length > 0 ? twice(body) : body)), // as it writes them
      { route: 'read' },
    );
    const shown = new Set<string>();
    const twice = (body: Record<string, unknown>) => {
      // The whole list has it, and the lists of states do not any more.
      if (shown.size > 0) return { count: 0, rows: [] };
      shown.add(id);
      return body;
    };
    const between = await read();
    simulators.equalsMoney.always(null, { route: 'read' });
    expect(between.nodes.every(({ state }) => state === 'UNRECOGNIZED')).toBe(true);
    expect((await read()).nodes).toMatchObject([{ providerId: id, state: 'ACTIVE' }]);
  } finally {
    await simulators.stop();
  }
});
