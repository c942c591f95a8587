import { z } from 'zod';
import { uuidPart } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { defineRecovery, type Sought } from '../../core/recovery.js';
import { PingOneDataSource } from './datasource.js';
import { PairingSessionResolver, PingOneResolver } from './resolver.js';
import { pingOneSettings } from './settings.js';
import {
  DigitalWallet,
  DigitalWalletCreated,
  DigitalWalletCreatedWithNotificationFailures,
  type CreateDigitalWalletInput,
} from './types.js';

export const pingOne = defineProvider({
  name: WalletProvider.PINGONE,
  settings: pingOneSettings,
  credentials: ['PINGONE_ENVIRONMENT_ID', 'PINGONE_CLIENT_ID', 'PINGONE_CLIENT_SECRET'],
  source: PingOneDataSource,
  open: (settings, wire) => new PingOneDataSource(settings, wire),
  resolvers: [PingOneResolver, PairingSessionResolver],
  successes: [DigitalWalletCreated, DigitalWalletCreatedWithNotificationFailures],
  recoveries: [
    defineRecovery<PingOneDataSource, CreateDigitalWalletInput>({
      mutation: 'createDigitalWallet',
      provider: WalletProvider.PINGONE,
      by: 'lookUp',
      source: PingOneDataSource,
      target: (source, input) => Object.values(source.placeOf(input)).join('/'),
      absentAfterMs: source => source.absentAfterMs,
      providerId: success => (success as DigitalWalletCreated).digitalWallet.providerId, // both successes have one
      look: (source, sought, call) => source.walletsLike(inputOf(sought), sought.since, call),
      read: (source, walletId, sought, call) => source.creationOf(inputOf(sought), walletId, call),
    }),
  ],
  nodes: {
    DigitalWallet: {
      parts: z.tuple([uuidPart, uuidPart, uuidPart]),
      read: (source, [environmentId = '', userId = '', walletId = ''], call) =>
        source.wallet(environmentId, userId, walletId, call),
      holdsSecret: node => node instanceof DigitalWallet && (node.pairingSession !== null || node.appOpenUrl !== null),
    },
  },
});

/** With the environment that it went to, whatever the settings say by now: the target names it first. */
function inputOf({ input, target }: Sought<CreateDigitalWalletInput>): CreateDigitalWalletInput {
  const [environmentId] = target.split('/');
  return environmentId ? { ...input, environmentId } : input;
}
