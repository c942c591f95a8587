import { timingSafeEqual } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Clock } from '../core/clock.js';
import type { Events } from '../core/events.js';
import { isGrant, type Authenticate, type Principal } from '../core/principal.js';
import { bearerToken } from './bearer.js';
import { digestOf, partsOfKeyText, readKeyFile, UnusableKeyFile, type WrittenKey } from './key-file.js';
import { ownersFrom } from './owners.js';

/** Callers by keys of our own, from a file that may change while the gateway runs. */

export interface ApiKeysOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly events: Events;
}

export interface ApiKeys {
  readonly authenticate: Authenticate;
  /** Reads the file again at once, changed or not. */
  reload(): void;
}

/** The file is looked at this often, where somebody calls: a key that was revoked is used no longer than that. */
const lookEveryMs = 1_000;

/** Rejects with UnusableKeyFile where the file cannot be used. */
export async function openApiKeys({ file, clock, events }: ApiKeysOptions): Promise<ApiKeys> {
  let seen = await markOf(file);
  let keys = byId(await readKeyFile(file));
  let lookedAt = clock.monotonic();
  let looking: Promise<void> | null = null;
  let trouble: string | null = null;
  events.emit('apiKeysRead', { keys: keys.size });

  const look = async (): Promise<void> => {
    lookedAt = clock.monotonic();
    try {
      const mark = await markOf(file);
      if (mark === seen && trouble === null) return;
      keys = byId(await readKeyFile(file));
      seen = mark; // taken before it was read: what changed in between is read next time
      trouble = null;
      events.emit('apiKeysRead', { keys: keys.size });
    } catch (error) {
      if (!(error instanceof UnusableKeyFile)) throw error;
      if (error.reason !== trouble) events.emit('apiKeysUnusable', { reason: error.reason });
      trouble = error.reason; // and those from before go on
    }
  };
  const upToDate = async (): Promise<void> => {
    if (clock.monotonic() - lookedAt >= lookEveryMs) looking ??= look().finally(() => (looking = null));
    await looking;
  };

  return {
    async authenticate(authorization, tellWhy) {
      const refused = (reason: string): 'refused' => {
        tellWhy(reason);
        return 'refused';
      };
      const parts = partsOfKeyText(bearerToken(authorization) ?? '');
      if (parts === null) return refused('no key');
      await upToDate();
      const key = keys.get(parts.id);
      if (key === undefined || !isSame(digestOf(parts.secret), key.sha256)) return refused('unknown key');
      return key.endsAt !== null && clock.now() >= key.endsAt ? refused('expired') : key.principal;
    },
    reload() {
      seen = '';
      lookedAt = Number.NEGATIVE_INFINITY;
      upToDate().catch((error: unknown) => events.emit('broken', { request: null, doing: 'read API keys', error }));
    },
  };
}

interface KnownKey {
  readonly sha256: string;
  readonly endsAt: number | null;
  readonly principal: Principal;
}

function byId(keys: readonly WrittenKey[]): ReadonlyMap<string, KnownKey> {
  return new Map(
    keys.map(({ id, sha256, tenant, grants, owners, expires }) => {
      const principal = {
        tenant,
        name: `key:${id}`,
        grants: new Set(grants.filter(isGrant)),
        owners: owners === null ? [] : [ownersFrom(owners) ?? {}], // what cannot be read would be nobody
      };
      return [id, { sha256, endsAt: expires === null ? null : Date.parse(expires), principal }];
    }),
  );
}

/** In a time that tells nothing of where they differ. */
function isSame(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));
}

/** Differs wherever the file was written or replaced. Throws UnusableKeyFile. */
async function markOf(file: string): Promise<string> {
  const found = await stat(file, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UnusableKeyFile(file, error.code ?? 'it cannot be read');
  });
  return [found.ino, found.size, found.mtimeNs, found.ctimeNs].join();
}
