import { z } from 'zod';
import { uuidPart } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { PingOneDataSource } from './datasource.js';
import { PairingSessionResolver, PingOneResolver } from './resolver.js';
import { pingOneSettings } from './settings.js';
import { DigitalWallet, DigitalWalletCreated, DigitalWalletCreatedWithNotificationFailures } from './types.js';

export const pingOne = defineProvider({
  name: WalletProvider.PINGONE,
  settings: pingOneSettings,
  credentials: ['PINGONE_ENVIRONMENT_ID', 'PINGONE_CLIENT_ID', 'PINGONE_CLIENT_SECRET'],
  source: PingOneDataSource,
  open: (settings, wire) => new PingOneDataSource(settings, wire),
  resolvers: [PingOneResolver, PairingSessionResolver],
  successes: [DigitalWalletCreated, DigitalWalletCreatedWithNotificationFailures],
  nodes: {
    DigitalWallet: {
      parts: z.tuple([uuidPart, uuidPart, uuidPart]),
      read: (source, [environmentId = '', userId = '', walletId = ''], call) =>
        source.wallet(environmentId, userId, walletId, call),
      holdsSecret: node => node instanceof DigitalWallet && (node.pairingSession !== null || node.appOpenUrl !== null),
    },
  },
});
