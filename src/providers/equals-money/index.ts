import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { defineRecovery } from '../../core/recovery.js';
import { EqualsMoneyDataSource } from './datasource.js';
import { EqualsMoneyResolver } from './resolver.js';
import { equalsMoneySettings } from './settings.js';
import { CardTokenProvisioned } from './types.js';

export const equalsMoney = defineProvider({
  name: WalletProvider.EQUALS_MONEY,
  settings: equalsMoneySettings,
  credentials: ['EQUALS_MONEY_API_KEY'],
  source: EqualsMoneyDataSource,
  open: (settings, wire) => new EqualsMoneyDataSource(settings, wire),
  resolvers: [EqualsMoneyResolver],
  successes: [CardTokenProvisioned],
  recoveries: [
    // A payload that nobody received cannot be read back, and unused it harms nobody.
    defineRecovery({ mutation: 'provisionCardToken', provider: WalletProvider.EQUALS_MONEY, by: 'nothing' }),
  ],
  nodes: {}, // a payload cannot be fetched again
});
