import { Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { make } from './codec.js';
import { WalletProvider } from './provider.js';
import { GraphQLBigInt, GraphQLCurrencyCode, GraphQLDecimal } from './scalars.js';

@InterfaceType({ description: 'Anything that can be fetched again by its opaque global id.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque. Give it to `node` to fetch this again.' })
  readonly id!: string;
}

export enum WalletState {
  PENDING = 'PENDING',
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  EXPIRED = 'EXPIRED',
  CLOSED = 'CLOSED',
  UNRECOGNIZED = 'UNRECOGNIZED',
}

registerEnumType(WalletState, {
  name: 'WalletState',
  description: "Every provider's status words, folded into one list. More states may come.",
  valuesConfig: {
    PENDING: { description: 'Made, but its owner must act first: pair it (PingOne), link it (Juspay).' },
    ACTIVE: { description: 'In use.' },
    SUSPENDED: { description: "Switched off, and can be switched on again: PingOne's DISABLED." },
    EXPIRED: { description: 'Its owner did not act in time; a new one is needed.' },
    CLOSED: { description: 'Over for good.' },
    UNRECOGNIZED: { description: 'A word that this gateway does not know yet; `providerStatus` has it.' },
  },
});

@InterfaceType({ implements: Node, description: "What every provider's wallet has in common." })
export abstract class Wallet extends Node {
  @Field(() => WalletProvider, { description: 'Who keeps it.' })
  readonly provider!: WalletProvider;

  @Field({ description: 'The id under which the provider itself knows it.' })
  readonly providerId!: string;

  @Field(() => WalletState, {
    description: "The provider's status, folded into one enum for all providers: decide by this.",
  })
  readonly state!: WalletState;

  @Field(() => String, {
    nullable: true,
    description:
      "The provider's own word for it, unfolded: PAIRING_REQUIRED, active, ... Null where it has none (Juspay).",
  })
  readonly providerStatus!: string | null;
}

@InterfaceType({
  implements: [Wallet, Node],
  description: "A customer's account at a wallet: linked (Juspay) or held (LIQUIDO).",
})
export abstract class WalletAccount extends Wallet {}

/** The ids of the nodes that a mutation's result holds, and of one that is gone. */
export function nodeIdsIn(result: object): string[] {
  const ids: string[] = [];
  const members = result as Readonly<Record<string, unknown>>; // of whatever kind they are
  for (const name in members) {
    const member = members[name];
    if (member !== null && typeof member === 'object' && 'id' in member && typeof member.id === 'string') {
      ids.push(member.id);
    }
  }
  if (typeof members.deletedId === 'string') ids.push(members.deletedId);
  return ids;
}

@ObjectType({ description: 'An exact amount of money.' })
export class Money {
  @Field(() => GraphQLCurrencyCode, { description: 'Which currency.' })
  readonly currency!: string;

  @Field(() => GraphQLBigInt, {
    description:
      "Whole number of the provider's smallest unit, hundredths at Moov and LIQUIDO: 1204 is $12.04. May be negative.",
  })
  readonly minorUnits!: bigint;

  @Field(() => GraphQLDecimal, { description: 'The same amount as a decimal, for showing: "12.04".' })
  readonly decimal!: string;
}

/** An amount counted in hundredths. */
export function hundredths(currency: string, minorUnits: bigint): Money {
  const digits = (minorUnits < 0n ? -minorUnits : minorUnits).toString().padStart(3, '0');
  const decimal = `${minorUnits < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return make(Money, { currency, minorUnits, decimal });
}
