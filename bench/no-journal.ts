import { randomUUID } from 'node:crypto';
import { registerHooks } from 'node:module';
import { globalId } from '../src/core/ids.js';
import type { Journal } from '../src/core/journal.js';
import type { Entry } from '../src/core/journal-entry.js';

/**
 * Loaded into a gateway before everything else, it takes the journal's place and keeps nothing: what is left is the
 * gateway that a journal is added to. For measuring alone; no key is safe with it.
 */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return resolved.url.endsWith('/src/core/journal.js') ? { ...resolved, url: import.meta.url } : resolved;
  },
});

export function openJournal(): Journal {
  const owner = randomUUID();
  return {
    owner,
    async claim({ tenant, mutation, provider, idempotencyKey, input, target, quietAfterMs }) {
      const id = randomUUID();
      const createdAt = Date.now();
      return {
        id,
        tenant,
        mutation,
        provider,
        input,
        target,
        owner,
        createdAt,
        status: 'calling',
        attempt: 1,
        finishedAt: null,
        soughtSince: createdAt,
        quietAt: createdAt + quietAfterMs,
        wasUnknown: false,
        lookAt: null,
        providerKey: id,
        note: null,
        isSameInput: true,
        isClaimed: true,
        sealKeyId: '',
        isErased: false,
        operation: { id: globalId('Operation', id), mutation, provider, idempotencyKey } as Entry['operation'], // nobody reads the rest
      };
    },
    move: async (from, { status }) => ({ ...from, status }),
    take: async () => null,
    note: async () => true,
    useUp: async (_entry, { maximum }) => ({ left: maximum }),
    giveBack: async () => undefined,
    again: async entry => entry,
    entry: async () => null,
    byKey: async () => null,
    list: async () => ({ entries: [], hasMore: false, total: null }),
    erase: async () => false,
    orphan: async () => 0,
    due: async () => [],
    seek: async () => null,
    awaited: async entry => entry,
    postpone: async () => undefined,
    rivals: async () => ({ calling: 0, undecided: 0, isOwned: [] }),
  };
}
