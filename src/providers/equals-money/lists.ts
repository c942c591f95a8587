import type { Lists } from '../../core/provider-port.js';
import { defineOwner } from '../../core/provider-port.js';
import type { EqualsMoneyDataSource, TokenFilter } from './datasource.js';
import { CardToken, CardTokenType, EqualsMoneyAccountInput, EqualsMoneyCardInput } from './types.js';

/** The key of a list of card tokens: its filter, with empty texts for what is left open. */
export function listKeyOf(filter: Partial<TokenFilter> & Pick<TokenFilter, 'accountId'>): readonly string[] {
  return [filter.accountId, filter.personId ?? '', filter.tokenType ?? '', filter.deviceId ?? ''];
}

function filterOf([accountId = '', personId, tokenType, deviceId]: readonly string[]): TokenFilter {
  return {
    accountId,
    personId: personId || null,
    tokenType: Object.values(CardTokenType).find(type => type === tokenType) ?? null,
    deviceId: deviceId || null,
  };
}

export const lists: Lists<EqualsMoneyDataSource> = {
  async *pages(source, key, call) {
    yield await source.tokens(filterOf(key), call);
  },
  // A token's id leads to its account's list alone.
  isKept: ([, ...narrowed]) => narrowed.every(part => part === ''),
  owners: [
    defineOwner<EqualsMoneyDataSource, EqualsMoneyAccountInput>({
      member: 'equalsMoneyAccount',
      input: EqualsMoneyAccountInput,
      description: 'An account at Equals Money, or a person in it.',
      place: (_source, input) => ({ list: listKeyOf(input), scope: [input.accountId, input.personId ?? '', ''] }),
    }),
    defineOwner<EqualsMoneyDataSource, EqualsMoneyCardInput>({
      member: 'equalsMoneyCard',
      input: EqualsMoneyCardInput,
      description: 'A card at Equals Money.',
      place: (_source, { accountId, cardId }) => ({
        list: listKeyOf({ accountId }),
        scope: [accountId, '', cardId],
        owns: wallet => (wallet as CardToken).cardId === cardId, // Equals Money's lists hold no other
      }),
    }),
  ],
};
