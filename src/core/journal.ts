import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { canonical, decode, encode, make, typeNameOf } from './codec.js';
import { globalId, readGlobalId } from './ids.js';
import type { JournalRow, JournalStore, RowStatus, Settlement } from './journal-store.js';
import { Operation, OperationStatus } from './operation.js';
import type { WalletProvider } from './provider.js';

/**
 * The journal: one durable row per operation, so that a key is worked on at most once. This module decides what is
 * in a row: hashes, seals, meaning. A `JournalStore` keeps it.
 */

/** An operation as its row says, with what only the gateway may see. */
export interface Entry {
  /** The row's. */
  readonly id: string;
  readonly operation: Operation;
  readonly status: RowStatus;
  readonly attempt: number;
  readonly owner: string;
  /** A UUID made of tenant, mutation and key alone: for a provider that takes an idempotency key. */
  readonly providerKey: string;
  /** Whether the input that was asked about is the one in the row. */
  readonly isSameInput: boolean;
}

export interface Claim {
  readonly tenant: string;
  readonly mutation: string;
  readonly provider: WalletProvider;
  readonly idempotencyKey: string;
  readonly input: object;
}

export interface Journal {
  claim(claim: Claim): Promise<Entry & { readonly isClaimed: boolean }>;
  /** Ends an attempt. `forgets` names members of the result that are dropped after so many seconds. */
  settle(entry: Entry, status: Settlement['status'], result: object | null, forgets?: Forgets): Promise<Entry>;
  /** By the operation's global id. */
  byId(tenant: string, id: string): Promise<Operation | null>;
  byKey(tenant: string, mutation: string, idempotencyKey: string): Promise<Operation | null>;
  /** Whose attempts this process makes. */
  readonly owner: string;
}

export interface Forgets {
  readonly members: readonly string[];
  readonly afterSeconds: number;
}

/** The form in which inputs are compared; a new one would make old rows' inputs look different. */
const canonicalVersion = 'v1';

/** `storeKey` is 32 bytes; from it come separate keys for seals and hashes. `now` is in milliseconds. */
export function openJournal(store: JournalStore, storeKey: Buffer, now: () => number = Date.now): Journal {
  const owner = randomUUID();
  const keys = deriveKeys(storeKey);

  const hash = (purpose: string, ...parts: readonly string[]): Buffer =>
    createHmac('sha256', keys.hash)
      .update([purpose, ...parts].join('\0'))
      .digest();
  const keyHash = (tenant: string, mutation: string, key: string): Buffer => hash('key', tenant, mutation, key);

  /** A seal holds only for the row and member it was made for: rows cannot be passed off as each other. */
  const seal = (id: string, member: string, value: unknown): Buffer => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce).setAAD(Buffer.from(`${id}/${member}`));
    return Buffer.concat([nonce, cipher.update(encode(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  };
  const open = (id: string, member: string, sealed: Buffer): unknown => {
    const cipher = createDecipheriv('aes-256-gcm', keys.seal, sealed.subarray(0, 12))
      .setAAD(Buffer.from(`${id}/${member}`))
      .setAuthTag(sealed.subarray(-16));
    return decode(Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]).toString('utf8'));
  };

  const entryOf = (row: JournalRow, inputHash: Buffer = row.inputHash): Entry => {
    const intent = open(row.id, 'intent', row.intent) as { key: string; providerKey: string };
    const isForgotten = row.forgetAt !== null && row.forgetAt <= now();
    const sealed = isForgotten ? row.remainder : row.result;
    const result = sealed === null ? null : (open(row.id, 'result', sealed) as object);
    const operation = make(Operation, {
      id: globalId('Operation', row.id),
      mutation: row.mutation,
      provider: row.provider,
      idempotencyKey: intent.key,
      status: statusOf(row.status),
      startedAt: new Date(row.createdAt).toISOString(),
      finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
      attempts: row.attempt,
      result,
    });
    if (result !== null && 'retry' in result) Object.assign(result, { operation }); // an error carries its operation
    return {
      id: row.id,
      operation,
      status: row.status,
      attempt: row.attempt,
      owner: row.owner,
      providerKey: intent.providerKey,
      isSameInput: row.inputHash.equals(inputHash),
    };
  };

  return {
    owner,

    async claim({ tenant, mutation, provider, idempotencyKey, input }) {
      const id = randomUUID();
      const startedAt = now();
      const inputHash = hash('input', canonicalVersion, mutation, canonical(input, 'idempotencyKey'));
      const intent = { key: idempotencyKey, providerKey: providerKeyFrom(tenant, mutation, idempotencyKey), input };
      const { row, isClaimed } = await store.claim({
        id,
        tenant,
        mutation,
        provider,
        keyHash: keyHash(tenant, mutation, idempotencyKey),
        inputHash,
        sealKeyId: keys.id,
        status: 'calling',
        attempt: 1,
        owner,
        createdAt: startedAt,
        startedAt,
        finishedAt: null,
        intent: seal(id, 'intent', intent),
        result: null,
        remainder: null,
        forgetAt: null,
      });
      return { ...entryOf(row, inputHash), isClaimed };
    },

    async settle(entry, status, result, forgets) {
      const { id } = entry;
      const finishedAt = now();
      const isSettled = await store.settle(id, entry.attempt, {
        status,
        finishedAt,
        result: result === null ? null : seal(id, 'result', result),
        remainder:
          result === null || forgets === undefined ? null : seal(id, 'result', without(result, forgets.members)),
        forgetAt: result === null || forgets === undefined ? null : finishedAt + forgets.afterSeconds * 1000,
      });
      if (!isSettled) throw new Error('Another attempt has taken this operation over.');
      const operation = make(Operation, {
        ...entry.operation,
        status: statusOf(status),
        finishedAt: new Date(finishedAt).toISOString(),
        result,
      });
      return { ...entry, status, operation };
    },

    async byId(tenant, id) {
      const named = readGlobalId(id);
      const row = named?.typeName === 'Operation' ? await store.byId(named.parts[0] ?? '') : null;
      return row === null || row.tenant !== tenant ? null : entryOf(row).operation;
    },

    async byKey(tenant, mutation, idempotencyKey) {
      const row = await store.byKey(tenant, mutation, keyHash(tenant, mutation, idempotencyKey));
      return row === null ? null : entryOf(row).operation;
    },
  };
}

/** Names a store key without telling it: kept in the store, so that a wrong key is noticed at start. */
export function storeKeyId(storeKey: Buffer): string {
  return deriveKeys(storeKey).id;
}

function deriveKeys(storeKey: Buffer): { seal: Buffer; hash: Buffer; id: string } {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', storeKey, '', `billfold journal ${purpose}`, 32));
  return { seal: derive('seal'), hash: derive('hash'), id: derive('id').toString('hex').slice(0, 16) };
}

/** Stable for ever, whatever the store key: a provider may deduplicate by it. A UUID of version 8, 36 characters. */
function providerKeyFrom(tenant: string, mutation: string, idempotencyKey: string): string {
  const digest = createHash('sha256').update(['billfold', tenant, mutation, idempotencyKey].join('\0')).digest();
  digest[6] = (digest.readUInt8(6) & 0x0f) | 0x80;
  digest[8] = (digest.readUInt8(8) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

function statusOf(status: RowStatus): OperationStatus {
  switch (status) {
    case 'calling':
      return OperationStatus.IN_PROGRESS;
    case 'done':
      return OperationStatus.SUCCEEDED;
    case 'refused':
    case 'lost':
      return OperationStatus.FAILED;
    case 'unknown':
      return OperationStatus.UNKNOWN;
  }
}

function without(result: object, members: readonly string[]): object {
  const nulls = Object.fromEntries(members.map(member => [member, null]));
  return { __typename: typeNameOf(result), ...result, ...nulls };
}
