import { WalletAccountsResolver } from '../../src/api/wallet-accounts.js';
import type { Context } from '../../src/core/context.js';
import { EqualsMoneyResolver } from '../../src/providers/equals-money/resolver.js';
import { JuspayResolver } from '../../src/providers/juspay/resolver.js';
import { LiquidoResolver } from '../../src/providers/liquido/resolver.js';
import { MoovResolver } from '../../src/providers/moov/resolver.js';
import { PingOneResolver } from '../../src/providers/pingone/resolver.js';

/** Everything that can be asked for: each mutation at each provider that has it. */
export interface Kind {
  readonly host: 'pingone' | 'juspay' | 'liquido' | 'equals-money' | 'moov';
  readonly mutation: string;
  /** What the judge expects of it when its outcome is not known; the code under test has its own word. */
  readonly by: 'lookUp' | 'native' | 'repeatable' | 'readBack' | 'nothing';
  readonly isCreate?: boolean;
  /** While one is not over, no other change of its wallet may be sent. */
  readonly isApart?: boolean;
  /** The resolver itself: what it hands over is what is simulated. */
  readonly ask: (input: never, context: Context) => Promise<object>;
}

export const kinds: readonly Kind[] = [
  {
    host: 'pingone',
    mutation: 'createDigitalWallet',
    by: 'lookUp',
    isCreate: true,
    ask: (input, context) => new PingOneResolver().createDigitalWallet(input, context),
  },
  {
    host: 'pingone',
    mutation: 'updateDigitalWallet',
    by: 'repeatable',
    isApart: true,
    ask: (input, context) => new PingOneResolver().updateDigitalWallet(input, context),
  },
  {
    host: 'pingone',
    mutation: 'deleteDigitalWallet',
    by: 'repeatable',
    isApart: true,
    ask: (input, context) => new PingOneResolver().deleteDigitalWallet(input, context),
  },
  {
    host: 'juspay',
    mutation: 'createWalletAccount',
    by: 'lookUp',
    isCreate: true,
    ask: (input, context) => new WalletAccountsResolver().createWalletAccount(input, context),
  },
  {
    host: 'juspay',
    mutation: 'authenticateWalletAccount',
    by: 'nothing',
    isApart: true,
    ask: (input, context) => new JuspayResolver().authenticateWalletAccount(input, context),
  },
  {
    host: 'juspay',
    mutation: 'linkWalletAccount',
    by: 'readBack',
    isApart: true,
    ask: (input, context) => new JuspayResolver().linkWalletAccount(input, context),
  },
  {
    host: 'juspay',
    mutation: 'refreshWalletAccount',
    by: 'nothing',
    ask: (input, context) => new JuspayResolver().refreshWalletAccount(input, context),
  },
  {
    host: 'juspay',
    mutation: 'delinkWalletAccount',
    by: 'repeatable',
    isApart: true,
    ask: (input, context) => new JuspayResolver().delinkWalletAccount(input, context),
  },
  {
    host: 'liquido',
    mutation: 'createWalletAccount',
    by: 'native',
    isCreate: true,
    ask: (input, context) => new WalletAccountsResolver().createWalletAccount(input, context),
  },
  {
    host: 'liquido',
    mutation: 'topUpWalletAccount',
    by: 'native',
    ask: (input, context) => new LiquidoResolver().topUpWalletAccount(input, context),
  },
  {
    host: 'liquido',
    mutation: 'chargeWalletAccount',
    by: 'native',
    ask: (input, context) => new LiquidoResolver().chargeWalletAccount(input, context),
  },
  {
    host: 'equals-money',
    mutation: 'provisionCardToken',
    by: 'nothing',
    isCreate: true,
    ask: (input, context) => new EqualsMoneyResolver().provisionCardToken(input, context),
  },
  {
    host: 'equals-money',
    mutation: 'changeCardTokenState',
    by: 'repeatable',
    isApart: true,
    ask: (input, context) => new EqualsMoneyResolver().changeCardTokenState(input, context),
  },
  {
    host: 'moov',
    mutation: 'createMoovWallet',
    by: 'lookUp',
    isCreate: true,
    ask: (input, context) => new MoovResolver().createMoovWallet(input, context),
  },
  {
    host: 'moov',
    mutation: 'updateMoovWallet',
    by: 'repeatable',
    isApart: true,
    ask: (input, context) => new MoovResolver().updateMoovWallet(input, context),
  },
  {
    host: 'moov',
    mutation: 'closeMoovWallet',
    by: 'repeatable',
    isApart: true,
    ask: (input, context) => new MoovResolver().closeMoovWallet(input, context),
  },
];

export const creates = kinds.filter(({ isCreate }) => isCreate === true);
export const changes = kinds.filter(({ isCreate }) => isCreate !== true);

export function kindOf(host: Kind['host'], mutation: string): Kind {
  const found = kinds.find(kind => kind.host === host && kind.mutation === mutation);
  if (found === undefined) throw new Error(`There is no ${mutation} at ${host}.`);
  return found;
}
