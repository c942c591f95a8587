import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { make } from '../core/codec.js';
import type { Context } from '../core/context.js';
import { WalletErrorCode } from '../core/errors.js';
import { CircuitState } from '../core/health.js';
import { IdempotencySupport, ProviderCapability, type ProviderStatus } from '../core/offers.js';
import { WalletProvider } from '../core/provider.js';
import { GraphQLDateTime } from '../core/scalars.js';

@ObjectType({
  description: 'A number that the provider itself publishes. The gateway does not count: the provider does.',
})
class ProviderLimit {
  @Field({ description: 'What is bounded, e.g. "open general wallets of an account".' })
  readonly name!: string;

  @Field(() => Int, { description: 'The largest number that is allowed.' })
  readonly maximum!: number;
}

@ObjectType({ description: 'As this gateway sees the provider, over the last five minutes and the last 1,024 calls.' })
class ProviderHealth {
  @Field(() => CircuitState, {
    description: 'OPEN: calls are refused at once, ask later. The worse of the states for reads and for writes.',
  })
  readonly circuit!: CircuitState;

  @Field(() => Int, {
    nullable: true,
    description: 'Half of the calls were no slower. Null where nothing was asked.',
  })
  readonly p50Milliseconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '99 of 100 calls were no slower; one that timed out counts with its whole wait. Null where nothing was asked.',
  })
  readonly p99Milliseconds!: number | null;

  @Field(() => WalletErrorCode, {
    nullable: true,
    description:
      "The last failure that was the provider's own: no answer, a 5xx, a rate limit, refused credentials; never a caller's wrong input. It stays for five minutes, also when later calls succeed. Null where there was none.",
  })
  readonly lastErrorCode!: WalletErrorCode | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When that was.' })
  readonly lastErrorAt!: string | null;
}

@ObjectType({ description: 'What can be done with a provider here, and how it is at present.' })
class Provider {
  @Field(() => WalletProvider, { description: 'Which one.' })
  readonly provider!: WalletProvider;

  @Field({ description: 'Has credentials, and is switched on. Where it is false, every call about it is refused.' })
  readonly configured!: boolean;

  @Field(() => [ProviderCapability], {
    description: 'What this gateway can do with it: show no button for what is not in here.',
  })
  readonly capabilities!: readonly ProviderCapability[];

  @Field(() => IdempotencySupport, { description: 'How a create is kept from happening twice.' })
  readonly idempotency!: IdempotencySupport;

  @Field(() => [ProviderLimit], { description: 'Limits that the provider publishes; empty where it publishes none.' })
  readonly limits!: readonly ProviderLimit[];

  @Field(() => ProviderHealth, { description: 'How it has been in the last minutes. Asking this asks no provider.' })
  readonly health!: ProviderHealth;
}

@Resolver()
export class ProvidersResolver {
  @Query(() => [Provider], {
    description:
      'Every provider, always in the same order, with what can be done: ask before you show a button. Costs no call to any of them.',
  })
  providers(@Ctx() context: Context): Provider[] {
    return context.providers().map(providerFrom);
  }
}

function providerFrom({ name, isConfigured, offers, health }: ProviderStatus): Provider {
  return make(Provider, {
    provider: name,
    configured: isConfigured,
    capabilities: offers.capabilities,
    idempotency: offers.idempotency,
    limits: offers.limits,
    health,
  });
}
