import { z } from 'zod';
import { namePart, uuidPart } from '../../core/ids.js';
import { IdempotencySupport, ProviderCapability } from '../../core/offers.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { defineRecovery } from '../../core/recovery.js';
import { EqualsMoneyDataSource } from './datasource.js';
import { listKeyOf, lists } from './lists.js';
import { CardTokenResolver, EqualsMoneyResolver } from './resolver.js';
import { equalsMoneySettings } from './settings.js';
import { CardTokenProvisioned } from './types.js';

export const equalsMoney = defineProvider({
  name: WalletProvider.EQUALS_MONEY,
  offers: {
    capabilities: [ProviderCapability.CREATE, ProviderCapability.READ, ProviderCapability.LIST],
    idempotency: IdempotencySupport.REPEATABLE,
    limits: [{ name: 'live card tokens of a card', maximum: 25 }],
    words: {
      onlyOnce:
        'Equals Money takes no key, and its answer cannot be fetched again; but a payload that nobody received harms nobody. A lost one is started over, under a new key; Apple then wants a new nonce from the device.',
      listing: 'An account, or one person of it (`equalsMoneyAccount`), or a card (`equalsMoneyCard`).',
      needs: [
        'A card of an account, and tokenisation switched on for the card product and its BIN: Equals Money does that.',
        "The gateway's address, registered with Equals Money: from elsewhere every call is refused with 403, like one with a wrong key. `HTTPS_PROXY` sends them through an address that is.",
        'An app that may put cards into the wallet. Apple: an entitlement, and an app on its allow-list. Google and Samsung: the ids of device and wallet, which the app asks for. The 26th live token of a card fails on the device, and the API does not report it.',
      ],
    },
  },
  settings: equalsMoneySettings,
  credentials: ['EQUALS_MONEY_API_KEY'],
  source: EqualsMoneyDataSource,
  open: (settings, wire) => new EqualsMoneyDataSource(settings, wire),
  resolvers: [EqualsMoneyResolver, CardTokenResolver],
  results: [CardTokenProvisioned],
  recoveries: [
    // A payload that nobody received cannot be read back, and unused it harms nobody.
    defineRecovery({ mutation: 'provisionCardToken', provider: WalletProvider.EQUALS_MONEY, by: 'nothing' }),
  ],
  nodes: {
    // A payload cannot be fetched again; a token is found on its account's list alone.
    CardToken: {
      parts: z.tuple([namePart, uuidPart, uuidPart]),
      listOf: ([accountId = '']) => listKeyOf(accountId),
    },
  },
  lists,
});
