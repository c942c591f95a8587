import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { resultUnion } from '../../core/errors.js';
import { changeKeyDescription, nodeId, Rules } from '../../core/validation.js';
import { CardToken, cardTokenId } from './card-tokens.js';

/** How a card token is changed, and where from. */

export enum CardTokenTargetState {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  TERMINATED = 'TERMINATED',
}

registerEnumType(CardTokenTargetState, {
  name: 'CardTokenTargetState',
  description: 'What a card token can be made.',
  valuesConfig: {
    ACTIVE: { description: 'In use: one that was requested or suspended.' },
    SUSPENDED: { description: 'Out of use until it is made active again: one that is active.' },
    TERMINATED: { description: 'For good: `state` becomes CLOSED.' },
  },
});

const { ACTIVE, SUSPENDED, TERMINATED } = CardTokenTargetState;

/**
 * What may follow each of Equals Money's states. That the last two are final is from its page "Update digital wallet
 * tokens"; the rest from Synctera's "Digital wallets", whose tokens have the same five states.
 */
const followers: Readonly<Record<string, readonly CardTokenTargetState[]>> = {
  REQUESTED: [ACTIVE, TERMINATED],
  ACTIVE: [SUSPENDED, TERMINATED],
  SUSPENDED: [ACTIVE, TERMINATED],
  REQUEST_DECLINED: [],
  TERMINATED: [],
};

/** Whether it is known that the state may not follow. */
export function isForbidden(from: string | null, to: CardTokenTargetState): boolean {
  return from !== null && Object.hasOwn(followers, from) && followers[from]?.includes(to) === false;
}

@Rules(z.object({ cardTokenId: nodeId(cardTokenId) }))
@InputType({ description: 'A card token, and what it is to be made.' })
export class ChangeCardTokenStateInput {
  @Field({ description: changeKeyDescription })
  readonly idempotencyKey!: string;

  @Field(() => ID, { description: 'The card token: the `id` of a CardToken.' })
  readonly cardTokenId!: string;

  @Field(() => CardTokenTargetState, { description: 'What it is to be made.' })
  readonly state!: CardTokenTargetState;
}

@ObjectType({ description: 'The card token stands as it was asked for.' })
export class CardTokenStateChanged {
  @Field(() => CardToken, { description: 'The card token, with its new state.' })
  readonly cardToken!: CardToken;

  @Field(() => String, {
    nullable: true,
    description: "The provider's word: PROVISIONED, ... Null where it stood so already, and nothing was sent.",
  })
  readonly fulfillmentStatus!: string | null;
}

export const ChangeCardTokenStateResult = resultUnion(
  'ChangeCardTokenStateResult',
  'What became of changeCardTokenState: the card token as it is now, or an error that says what to do next.',
  [CardTokenStateChanged],
);
