import { z } from 'zod';
import { namePart } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { JuspayDataSource } from './datasource.js';
import { juspaySettings } from './settings.js';
import { routingPart } from './wire.js';

/** Its mutation is shared with LIQUIDO: api/wallet-accounts. */
export const juspay = defineProvider({
  name: WalletProvider.JUSPAY,
  settings: juspaySettings,
  credentials: ['JUSPAY_API_KEY'],
  source: JuspayDataSource,
  open: (settings, wire) => new JuspayDataSource(settings, wire),
  resolvers: [],
  successes: [],
  recoveries: [],
  nodes: {
    JuspayWalletAccount: {
      parts: z.tuple([namePart, routingPart, namePart]),
      read: (source, [customerId = '', routingId = '', walletId = ''], call) =>
        source.wallet(customerId, routingId, walletId, call),
    },
  },
});
