import { partsOf } from '../../core/ids.js';
import { IdempotencySupport, ProviderCapability } from '../../core/offers.js';
import { WalletProvider } from '../../core/provider.js';
import { defineOwner, defineProvider } from '../../core/provider-port.js';
import { defineRecovery, type Sought } from '../../core/recovery.js';
import {
  DigitalWalletDeleted,
  DigitalWalletUpdated,
  type DeleteDigitalWalletInput,
  type UpdateDigitalWalletInput,
} from './changes.js';
import { PingOneDataSource } from './datasource.js';
import { DigitalWalletResolver, PairingSessionResolver, PingOneResolver } from './resolver.js';
import { pingOneSettings } from './settings.js';
import {
  DigitalWalletCreated,
  DigitalWalletCreatedWithNotificationFailures,
  digitalWalletId,
  PingOneUserInput,
  type CreateDigitalWalletInput,
} from './types.js';

export const pingOne = defineProvider({
  name: WalletProvider.PINGONE,
  offers: {
    capabilities: [
      ProviderCapability.CREATE,
      ProviderCapability.READ,
      ProviderCapability.LIST,
      ProviderCapability.UPDATE,
      ProviderCapability.CLOSE,
    ],
    idempotency: IdempotencySupport.LOOK_UP,
    limits: [
      { name: 'SMS to a user in a day', maximum: 50 },
      { name: 'e-mails to a user in a day', maximum: 50 },
    ],
    words: {
      onlyOnce:
        "PingOne takes no key, and its wallets have no field for a mark: a wallet whose answer was lost is looked for among the user's, by application and by time.",
      listing: 'A user: `pingOneUser`, of the environment in the settings unless another one is named.',
      needs: [
        'An environment, and in it a worker application with the client credentials grant. What it may do is decided by its roles, not by scopes: Ping suggests Identity Data Admin and Environment Admin.',
        "A user of that environment; its id is the input's `userId`. Notifications need the user's `email` (EMAIL) or `primaryPhone` (SMS), and a sender that is set up in the environment.",
        "A digital wallet application (`POST /environments/{id}/digitalWalletApplications`), made for a native application with a bundle id or a package name. Its id is the input's `digitalWalletApplicationId`. When it is deleted, every wallet made with it is disabled.",
      ],
    },
  },
  settings: pingOneSettings,
  credentials: ['PINGONE_ENVIRONMENT_ID', 'PINGONE_CLIENT_ID', 'PINGONE_CLIENT_SECRET'],
  source: PingOneDataSource,
  open: (settings, wire) => new PingOneDataSource(settings, wire),
  resolvers: [PingOneResolver, DigitalWalletResolver, PairingSessionResolver],
  results: [
    DigitalWalletCreated,
    DigitalWalletCreatedWithNotificationFailures,
    DigitalWalletUpdated,
    DigitalWalletDeleted,
  ],
  recoveries: [
    defineRecovery<PingOneDataSource, CreateDigitalWalletInput>({
      mutation: 'createDigitalWallet',
      provider: WalletProvider.PINGONE,
      by: 'lookUp',
      owner: ({ userId }) => userId,
      source: PingOneDataSource,
      target: (source, input) => Object.values(source.placeOf(input)).join('/'),
      absentAfterMs: source => source.absentAfterMs,
      providerId: success => (success as DigitalWalletCreated).digitalWallet.providerId, // both successes have one
      look: (source, sought, call) => source.walletsLike(inputOf(sought), sought.since, call),
      read: (source, walletId, sought, call) => source.creationOf(inputOf(sought), walletId, call),
    }),
    // A PUT of what stands so already and a DELETE of what is gone change nothing.
    defineRecovery<PingOneDataSource, UpdateDigitalWalletInput>({
      mutation: 'updateDigitalWallet',
      provider: WalletProvider.PINGONE,
      by: 'repeatable',
      owner: userOf,
      source: PingOneDataSource,
      changes: walletChangedBy,
      again: (source, input, attempt) => source.updateWallet(input, attempt),
    }),
    defineRecovery<PingOneDataSource, DeleteDigitalWalletInput>({
      mutation: 'deleteDigitalWallet',
      provider: WalletProvider.PINGONE,
      by: 'repeatable',
      owner: userOf,
      source: PingOneDataSource,
      changes: walletChangedBy,
      again: (source, input, attempt) => source.deleteWallet(input, attempt),
    }),
  ],
  nodes: {
    [digitalWalletId.typeName]: {
      parts: digitalWalletId.parts,
      owner: ([, userId = '']) => userId,
      read: (source, [environmentId = '', userId = '', walletId = ''], call) =>
        source.wallet(environmentId, userId, walletId, call),
      listOf: ([environmentId = '', userId = '']) => [environmentId, userId],
    },
  },
  lists: {
    ownerOf: ([, userId = '']) => userId,
    pages: (source, [environmentId = '', userId = ''], call) => source.walletPages({ environmentId, userId }, call),
    owners: [
      defineOwner<PingOneDataSource, PingOneUserInput>({
        member: 'pingOneUser',
        input: PingOneUserInput,
        description: 'A user at PingOne.',
        place(source, input) {
          const { environmentId, userId } = source.userOf(input);
          return { list: [environmentId, userId], scope: [environmentId, userId] };
        },
      }),
    ],
  },
});

function userOf(input: UpdateDigitalWalletInput | DeleteDigitalWalletInput): string {
  const [, userId] = partsOf(input.digitalWalletId, digitalWalletId);
  return userId;
}

function walletChangedBy(input: UpdateDigitalWalletInput | DeleteDigitalWalletInput): string {
  const [, , walletId] = partsOf(input.digitalWalletId, digitalWalletId);
  return walletId;
}

/** With the environment that it went to, whatever the settings say by now: the target names it first. */
function inputOf({ input, target }: Sought<CreateDigitalWalletInput>): CreateDigitalWalletInput {
  const [environmentId] = target.split('/');
  return environmentId ? { ...input, environmentId } : input;
}
