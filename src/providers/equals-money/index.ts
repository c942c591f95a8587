import { partsOf } from '../../core/ids.js';
import { IdempotencySupport, ProviderCapability } from '../../core/offers.js';
import { WalletProvider } from '../../core/provider.js';
import { defineProvider } from '../../core/provider-port.js';
import { defineRecovery } from '../../core/recovery.js';
import { cardTokenId } from './card-tokens.js';
import { EqualsMoneyDataSource } from './datasource.js';
import { CardTokenLimitReachedError, liveTokenLimit } from './limit.js';
import { listKeyOf, lists } from './lists.js';
import { CardTokenResolver, EqualsMoneyResolver } from './resolver.js';
import { equalsMoneySettings } from './settings.js';
import { CardTokenStateChanged, type ChangeCardTokenStateInput } from './states.js';
import { CardTokenProvisioned, type ProvisionCardTokenInput } from './types.js';

export const equalsMoney = defineProvider({
  name: WalletProvider.EQUALS_MONEY,
  offers: {
    capabilities: [
      ProviderCapability.CREATE,
      ProviderCapability.READ,
      ProviderCapability.LIST,
      ProviderCapability.UPDATE,
      ProviderCapability.CLOSE,
    ],
    idempotency: IdempotencySupport.REPEATABLE,
    limits: [{ name: 'live card tokens of a card', maximum: liveTokenLimit }],
    words: {
      onlyOnce:
        'Equals Money takes no key, and its answer cannot be fetched again; but a payload that nobody received harms nobody. A lost one is started over, under a new key; Apple then wants a new nonce from the device.',
      listing: 'An account, or one person of it (`equalsMoneyAccount`), or a card (`equalsMoneyCard`).',
      needs: [
        'An account, and a card of it, ordered at Equals Money: the input takes the ids of both. A person that the input names must be one of the account.',
        'Tokenisation switched on for the card product and its BIN: Equals Money does that.',
        'A key with a right to the account: a key of a product has one to all accounts of the product, a key of a user to those of that user.',
        "The gateway's address, registered with Equals Money: from elsewhere every call is refused with 403, like one with a wrong key. `HTTPS_PROXY` sends them through an address that is.",
        'An app that may put cards into the wallet. Apple: an entitlement, and an app on its allow-list. Google and Samsung: the ids of device and wallet, which the app asks for. The 26th live token of a card fails on the device, and the API does not report it: the gateway counts them first, where it can.',
      ],
    },
  },
  settings: equalsMoneySettings,
  credentials: ['EQUALS_MONEY_API_KEY'],
  source: EqualsMoneyDataSource,
  open: (settings, wire) => new EqualsMoneyDataSource(settings, wire),
  resolvers: [EqualsMoneyResolver, CardTokenResolver],
  results: [CardTokenProvisioned, CardTokenStateChanged, CardTokenLimitReachedError],
  recoveries: [
    // A payload that nobody received cannot be read back, and unused it harms nobody.
    defineRecovery<never, ProvisionCardTokenInput>({
      mutation: 'provisionCardToken',
      provider: WalletProvider.EQUALS_MONEY,
      by: 'nothing',
      owner: ({ accountId }) => accountId,
    }),
    defineRecovery<EqualsMoneyDataSource, ChangeCardTokenStateInput>({
      mutation: 'changeCardTokenState',
      provider: WalletProvider.EQUALS_MONEY,
      by: 'repeatable',
      owner: input => partsOf(input.cardTokenId, cardTokenId)[0],
      // Whether Equals Money holds a token against the account that is named with it is not published.
      async isOwners(source, { cardTokenId: id }, call) {
        const [accountId] = partsOf(id, cardTokenId);
        return (await source.tokens(accountId, null, call)).some(token => token.id === id);
      },
      source: EqualsMoneyDataSource,
      changes: input => partsOf(input.cardTokenId, cardTokenId)[2],
      again: (source, input, attempt) => source.changeCardTokenState(input, attempt),
    }),
  ],
  nodes: {
    // A payload cannot be fetched again; a token is found on its account's list alone.
    CardToken: {
      parts: cardTokenId.parts,
      owner: ([accountId = '']) => accountId,
      listOf: ([accountId = '']) => listKeyOf(accountId),
    },
  },
  lists,
});
