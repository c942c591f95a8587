import { registerEnumType } from 'type-graphql';

/** The providers, by name. Core knows no more of them than this. */
export enum WalletProvider {
  PINGONE = 'PINGONE',
  JUSPAY = 'JUSPAY',
  LIQUIDO = 'LIQUIDO',
  EQUALS_MONEY = 'EQUALS_MONEY',
  MOOV = 'MOOV',
}

registerEnumType(WalletProvider, {
  name: 'WalletProvider',
  description: 'Who keeps the wallet. More providers may come.',
  valuesConfig: {
    PINGONE: { description: 'PingOne Credentials: identity wallets that a phone app pairs with.' },
    JUSPAY: { description: 'Juspay Express Checkout: wallets of a customer, linked to pay from.' },
    LIQUIDO: { description: 'LIQUIDO: wallet accounts that hold a balance.' },
    EQUALS_MONEY: { description: 'Equals Money: cards put into Apple, Google and Samsung wallets.' },
    MOOV: { description: 'Moov: stored balances of an account.' },
  },
});

/** How a person writes the provider's name. */
export const providerTitles: Readonly<Record<WalletProvider, string>> = {
  PINGONE: 'PingOne',
  JUSPAY: 'Juspay',
  LIQUIDO: 'LIQUIDO',
  EQUALS_MONEY: 'Equals Money',
  MOOV: 'Moov',
};
