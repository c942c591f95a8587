import { registerEnumType } from 'type-graphql';
import type { ObservedHealth } from './health-watch.js';
import type { WalletProvider } from './provider.js';

/** What this gateway can do with a provider: said once, in the provider's `index.ts`. */

export enum ProviderCapability {
  CREATE = 'CREATE',
  READ = 'READ',
  LIST = 'LIST',
  UPDATE = 'UPDATE',
  CLOSE = 'CLOSE',
  WEBHOOKS = 'WEBHOOKS',
}

registerEnumType(ProviderCapability, {
  name: 'ProviderCapability',
  description: 'What this gateway can do with a provider, whatever else its API has. More may come.',
  valuesConfig: {
    CREATE: { description: 'Make a wallet, or issue a payload for one.' },
    READ: { description: 'Fetch a wallet again by its id, as it is now: `node`.' },
    LIST: { description: "List an owner's wallets: `wallets`." },
    UPDATE: { description: 'Change a wallet.' },
    CLOSE: { description: 'End a wallet for good.' },
    WEBHOOKS: { description: 'Hear from the provider when a wallet changes, without asking.' },
  },
});

export enum IdempotencySupport {
  NATIVE = 'NATIVE',
  MARKER = 'MARKER',
  LOOK_UP = 'LOOK_UP',
  REPEATABLE = 'REPEATABLE',
}

registerEnumType(IdempotencySupport, {
  name: 'IdempotencySupport',
  description:
    'How a create whose answer was lost is kept from happening twice. The promise to clients is one and the same: one key, one wallet.',
  valuesConfig: {
    NATIVE: { description: 'The provider takes our key: the same request is sent again, and it deduplicates.' },
    MARKER: { description: 'A marker on the wallet says whose it is; it is found again by listing.' },
    LOOK_UP: {
      description:
        'Looked for among what the owner has: what fits, and belongs to no other operation, is it. Where that cannot be told, a person decides.',
    },
    REPEATABLE: { description: 'Asking again, under a new key, does no harm.' },
  },
});

/** A number that the provider itself publishes. */
export interface Limit {
  /** What it bounds, e.g. "open general wallets of an account". */
  readonly name: string;
  readonly maximum: number;
}

export interface Offers {
  readonly capabilities: readonly ProviderCapability[];
  readonly idempotency: IdempotencySupport;
  /** Only those with a source; a provider that publishes none has none. */
  readonly limits: readonly Limit[];
  /** For a person who reads docs/providers.md, in Markdown. */
  readonly words: {
    /** How a create is kept from happening twice, in a sentence. */
    readonly onlyOnce: string;
    /** What `wallets` lists its wallets by, or why it cannot. */
    readonly listing: string;
    /** What must exist before its first create, each with the way to get it. */
    readonly needs: readonly string[];
  };
}

/** A provider as it stands in this gateway. */
export interface ProviderStatus {
  readonly name: WalletProvider;
  /** It has credentials, and is on. */
  readonly isConfigured: boolean;
  readonly offers: Offers;
  readonly health: ObservedHealth;
}
