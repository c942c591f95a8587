import { defineOwner, type Lists } from '../../core/provider-port.js';
import type { EqualsMoneyDataSource } from './datasource.js';
import { EqualsMoneyAccountInput, EqualsMoneyCardInput, type CardToken } from './card-tokens.js';

/** A token's state is told only by listing: a call for each state, and what the lists leave open. */
export const listCalls = 6;

/** The key of a list of card tokens: an account's, or a person's in it. */
export function listKeyOf(accountId: string, personId: string | null = null): readonly string[] {
  return personId === null ? [accountId] : [accountId, personId];
}

export const lists: Lists<EqualsMoneyDataSource> = {
  calls: listCalls,
  ownerOf: ([accountId = '']) => accountId,
  async *pages(source, [accountId = '', personId], call) {
    yield await source.tokens(accountId, personId ?? null, call);
  },
  // A token's id leads to its account's list alone.
  isKept: ([, personId]) => personId === undefined,
  owners: [
    defineOwner<EqualsMoneyDataSource, EqualsMoneyAccountInput>({
      member: 'equalsMoneyAccount',
      input: EqualsMoneyAccountInput,
      description: 'An account at Equals Money, or a person in it.',
      place: (_source, { accountId, personId }) => ({
        list: listKeyOf(accountId, personId),
        scope: [accountId, personId ?? '', ''],
      }),
    }),
    defineOwner<EqualsMoneyDataSource, EqualsMoneyCardInput>({
      member: 'equalsMoneyCard',
      input: EqualsMoneyCardInput,
      description: 'A card at Equals Money.',
      place: (_source, { accountId, cardId }) => ({
        list: listKeyOf(accountId),
        scope: [accountId, '', cardId],
        owns: wallet => (wallet as CardToken).cardId === cardId, // Equals Money's lists hold no other
      }),
    }),
  ],
};
