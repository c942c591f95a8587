import { WalletAccountsResolver } from '../../src/api/wallet-accounts.js';
import type { Context } from '../../src/core/context.js';
import { EqualsMoneyResolver } from '../../src/providers/equals-money/resolver.js';
import { MoovResolver } from '../../src/providers/moov/resolver.js';
import { PingOneResolver } from '../../src/providers/pingone/resolver.js';

/** What clients want in a schedule, and how they ask for it. */

export const kinds = ['juspay', 'liquido', 'equals-money', 'moov', 'pingone'] as const;
export type Kind = (typeof kinds)[number];

interface Input extends Readonly<Record<string, unknown>> {
  readonly idempotencyKey: string;
}

/** One intent of one client: a key and its input. */
export interface Wish {
  readonly key: string;
  readonly kind: Kind;
  /** Wishes with the same target ask for the same thing under different keys. */
  readonly target: string;
  readonly input: Input;
  /** The same key with something else, as a client that is mistaken sends it. */
  readonly otherInput: Input;
  /** The wallets that its client heard of. */
  readonly successes: Set<string>;
}

export function wishFor(key: string, kind: Kind, target: string): Wish {
  const inputOf = (isOther: boolean) => ({ idempotencyKey: key, ...requestFor(kind, target, isOther) });
  return { key, kind, target, input: inputOf(false), otherInput: inputOf(true), successes: new Set() };
}

export const mutations: Readonly<Record<Kind, string>> = {
  pingone: 'createDigitalWallet',
  juspay: 'createWalletAccount',
  liquido: 'createWalletAccount',
  'equals-money': 'provisionCardToken',
  moov: 'createMoovWallet',
};

/** The resolvers themselves: what they hand over is what is simulated. */
export const mutate: Readonly<Record<Kind, (input: never, context: Context) => Promise<object>>> = {
  pingone: (input, context) => new PingOneResolver().createDigitalWallet(input, context),
  juspay: (input, context) => new WalletAccountsResolver().createWalletAccount(input, context),
  liquido: (input, context) => new WalletAccountsResolver().createWalletAccount(input, context),
  'equals-money': (input, context) => new EqualsMoneyResolver().provisionCardToken(input, context),
  moov: (input, context) => new MoovResolver().createMoovWallet(input, context),
};

const applicationId = '22222222-2222-4222-8222-222222222222';
/** A create at PingOne, in its own words. */
export const pingOneBody = JSON.stringify({ digitalWalletApplication: { id: applicationId } });

/** All that have one target look alike at the provider: names, numbers and all. */
function requestFor(kind: Kind, target: string, isOther: boolean): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'pingone':
      return {
        environmentId: null,
        userId: target,
        digitalWalletApplicationId: applicationId,
        applicationInstanceId: isOther ? '33333333-3333-4333-8333-333333333333' : null,
        notification: null,
      };
    case 'juspay':
      return { account: { juspay: { customerId: target, gateway: 'MOBIKWIK', authenticate: isOther } } };
    case 'liquido': {
      const holder = { phoneNumber: '+573000000001', name: isOther ? 'Eve' : 'Ada', country: 'CO', currency: 'COP' };
      return { account: { liquido: { ...holder, groupId: target } } };
    }
    case 'equals-money':
      return {
        accountId: 'F00042',
        cardId: target,
        deviceType: 'MOBILE_PHONE',
        provisioningAppVersion: '1',
        wallet: { samsung: { deviceId: 'device', walletUserId: isOther ? 'eve' : 'ada' } },
      };
    case 'moov':
      return { accountId: target, name: 'Savings', description: isOther ? 'x' : null };
  }
}

/** The provider's id of the wallet in a success; null where a success has none. */
export function walletIdOf(success: object): string | null {
  const { moovWallet, walletAccount, digitalWallet } = success as Record<string, { readonly providerId?: string }>;
  return (moovWallet ?? walletAccount ?? digitalWallet)?.providerId ?? null;
}
