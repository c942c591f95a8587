import { IdempotencySupport, ProviderCapability } from '../../core/offers.js';
import { WalletProvider } from '../../core/provider.js';
import { defineOwner, defineProvider } from '../../core/provider-port.js';
import { commandResults } from './commands.js';
import { JuspayDataSource, routingIdOf } from './datasource.js';
import { juspayWalletAccountId } from './ids.js';
import { commandRecoveries } from './recoveries.js';
import { JuspayResolver, JuspayWalletAccountResolver } from './resolver.js';
import { juspaySettings } from './settings.js';
import { JuspayCustomerInput } from './types.js';

/** The mutation that makes wallets is shared with LIQUIDO: api/wallet-accounts. */
export const juspay = defineProvider({
  name: WalletProvider.JUSPAY,
  offers: {
    capabilities: [
      ProviderCapability.CREATE,
      ProviderCapability.READ,
      ProviderCapability.LIST,
      ProviderCapability.UPDATE,
    ],
    idempotency: IdempotencySupport.LOOK_UP,
    limits: [], // none was found in what Juspay publishes
    words: {
      onlyOnce:
        "Juspay takes no key: a wallet whose answer was lost is looked for in the customer's list, by gateway, mobile number and reference; with `JUSPAY_SNAPSHOT=on` it is compared with the list before.",
      listing: 'A customer: `juspayCustomer`, with the routing id of its other calls.',
      needs: [
        "A customer: `POST /customers` with a reference of your own of at least 8 characters, `object_reference_id`, and a mobile number of ten digits without a prefix. Its id is the input's `customerId`; a guest has none.",
        "The wallet's gateway, set up for the merchant at Juspay. A wallet is of use only where its operator lets the merchant debit directly.",
        'One routing id for all calls about one customer; the customer id where it is left out.',
      ],
    },
  },
  settings: juspaySettings,
  credentials: ['JUSPAY_API_KEY'],
  source: JuspayDataSource,
  open: (settings, wire) => new JuspayDataSource(settings, wire),
  resolvers: [JuspayResolver, JuspayWalletAccountResolver],
  results: commandResults,
  recoveries: commandRecoveries,
  nodes: {
    JuspayWalletAccount: {
      parts: juspayWalletAccountId.parts,
      owner: ([customerId = '']) => customerId,
      isFoundByIdAlone: true,
      read: (source, [customerId = '', routingId = '', walletId = ''], call) =>
        source.wallet({ customerId, routingId, walletId }, call),
      listOf: ([customerId = '', routingId = '']) => [customerId, routingId],
      isListedWhole: true,
    },
  },
  lists: {
    ownerOf: ([customerId = '']) => customerId,
    pages: (source, [customerId = '', routingId = ''], call) => source.walletPages(customerId, routingId, call),
    owners: [
      defineOwner<JuspayDataSource, JuspayCustomerInput>({
        member: 'juspayCustomer',
        input: JuspayCustomerInput,
        description: 'A customer at Juspay.',
        place: (_source, input) => ({ list: [input.customerId, routingIdOf(input)], scope: [input.customerId] }),
      }),
    ],
  },
});
