import { canonical, make, typeNameOf } from './codec.js';
import type { Clock } from './clock.js';
import { globalId, readGlobalId } from './ids.js';
import type { Ending, Entry, Forgets } from './journal-entry.js';
import type { JournalRow } from './journal-store.js';
import { Operation } from './operation.js';
import { providerKeyFrom, type Seals } from './seals.js';
import { statusOf } from './state-machine.js';

/**
 * What is in a row of the journal: the hashes by which it is found, the seals over what it says, and the entry that it
 * stands for.
 */

/** What a row's seal `intent` holds. Rows of release 0.1.0 have the provider's key there too. */
interface Sealed {
  /** Empty once it was erased. */
  readonly key: string;
  readonly input: object;
  /** Rows of the store's version 1 have none. */
  readonly target?: string | null;
}

/** Which row is sealed, and with which store key. */
type SealedRow = Pick<JournalRow, 'id' | 'sealKeyId'>;

/** Hashes are under the first store key, then under each other one. */
export interface JournalRows {
  /** Opens the row, but for an intent that is known. */
  entryOf(row: JournalRow, intent?: Sealed, isSameInput?: boolean): Entry;
  /** Of a row that a key has led to. */
  entryUnder(key: string, row: JournalRow, isSameInput: boolean): Entry;
  keyHashes(tenant: string, mutation: string, key: string): readonly [Buffer, ...Buffer[]];
  inputHashes(mutation: string, input: object): readonly Buffer[];
  /** None where there is no target. */
  targetHashes(entry: Pick<Entry, 'tenant' | 'provider' | 'target'>): readonly Buffer[];
  allowanceHashes(entry: Pick<Entry, 'tenant' | 'provider'>, of: string): readonly Buffer[];
  sealIntent(row: SealedRow, intent: Sealed): Buffer;
  /** What takes an intent's place once it was erased. */
  sealErased(row: SealedRow): Buffer;
  sealResult(row: SealedRow, result: object): Buffer;
  /** What takes a result's place once a part of it is forgotten. */
  sealRemainder(row: SealedRow, result: object, forgets: Forgets): Buffer;
  sealNote(row: SealedRow, note: unknown): Buffer;
}

/** The form in which inputs are compared; a new one would make old rows' inputs look different. */
const canonicalVersion = 'v1';

export function rowsUnder(seals: Seals, clock: Clock): JournalRows {
  const open = (row: JournalRow, member: string, sealed: Buffer): unknown =>
    seals.open(row.sealKeyId, row.id, member, sealed);
  const seal = ({ sealKeyId, id }: SealedRow, member: string, value: unknown): Buffer =>
    seals.seal(sealKeyId, id, member, value);

  const intentOf = (row: JournalRow): Sealed => open(row, 'intent', row.intent) as Sealed;

  const entryOf = (row: JournalRow, intent = intentOf(row), isSameInput = true): Entry => {
    const isForgotten = row.forgetAt !== null && row.forgetAt <= clock.now();
    const sealed = isForgotten ? row.remainder : row.result;
    const result = sealed === null ? null : (open(row, 'result', sealed) as object);
    const { id, tenant, provider, mutation, status, attempt, createdAt, finishedAt } = row;
    const operation = make(Operation, {
      id: globalId('Operation', id),
      mutation,
      provider,
      idempotencyKey: intent.key,
      status: statusOf[status],
      startedAt: dateTime(createdAt),
      finishedAt: finishedAt === null ? null : dateTime(finishedAt),
      attempts: attempt,
      result,
    });
    if (result !== null && 'retry' in result) Object.assign(result, { operation }); // an error carries its operation
    return {
      id,
      operation,
      tenant,
      provider,
      mutation,
      status,
      attempt,
      createdAt,
      finishedAt,
      soughtSince: row.soughtSince,
      owner: row.owner,
      quietAt: row.quietAt,
      wasUnknown: row.wasUnknown,
      lookAt: row.lookAt,
      providerKey: intent.key === '' ? '' : providerKeyFrom(tenant, mutation, intent.key),
      input: intent.input,
      note: row.note === null ? null : open(row, 'note', row.note),
      isSameInput,
      sealKeyId: row.sealKeyId,
      isErased: intent.key === '',
      target: intent.target ?? null,
    };
  };

  return {
    entryOf,

    entryUnder(key, row, isSameInput) {
      // One with a result was not erased, so that its intent need not be opened to know the key.
      if (row.result === null) return entryOf(row, intentOf(row), isSameInput);
      let opened: Sealed | null = null;
      const intent = (): Sealed => (opened ??= intentOf(row));
      const entry = entryOf(row, { key, input: {} }, isSameInput);
      return {
        ...entry,
        get input() {
          return intent().input;
        },
        get target() {
          return intent().target ?? null;
        },
      };
    },

    // There is at least one store key.
    keyHashes: (tenant, mutation, key) => seals.hashes('key', tenant, mutation, key) as [Buffer, ...Buffer[]],

    inputHashes: (mutation, input) =>
      seals.hashes('input', canonicalVersion, mutation, canonical(input, 'idempotencyKey')),

    // Under every store key: operations from before a rotation are rivals too.
    targetHashes: ({ tenant, provider, target }) =>
      target === null ? [] : seals.hashes('target', tenant, provider, target),

    allowanceHashes: ({ tenant, provider }, of) => seals.hashes('allowance', tenant, provider, of),

    sealIntent: (row, intent) => seal(row, 'intent', intent),
    sealErased: row => seal(row, 'intent', { key: '', input: {} } satisfies Sealed),
    sealResult: (row, result) => seal(row, 'result', result),
    sealRemainder: (row, result, { members }) => seal(row, 'result', without(result, members)),
    sealNote: (row, note) => seal(row, 'note', note),
  };
}

/** The entry once its row was moved. */
export function moved(from: Entry, { status, result }: Pick<Ending, 'status' | 'result'>, finishedAt: number): Entry {
  const operation = make(Operation, {
    ...from.operation,
    status: statusOf[status],
    finishedAt: dateTime(finishedAt),
    result,
  });
  const entry = { ...from, status, operation, finishedAt };
  return status === 'unknown' ? { ...entry, quietAt: finishedAt, wasUnknown: true } : entry;
}

/** The entry once its row was taken for the next attempt. */
export function taken(from: Entry, owner: string, quietAt: number): Entry {
  const attempt = from.attempt + 1;
  return { ...from, attempt, owner, quietAt, operation: make(Operation, { ...from.operation, attempts: attempt }) };
}

/** Of the operation with that global id; null where it is another thing's. */
export function rowIdOf(id: string): string | null {
  const named = readGlobalId(id);
  return named?.typeName === 'Operation' ? (named.parts[0] ?? null) : null;
}

/** What is asked for in one moment is asked for often. */
let written = { at: NaN, text: '' };

function dateTime(at: number): string {
  if (written.at !== at) written = { at, text: new Date(at).toISOString() };
  return written.text;
}

function without(result: object, members: readonly string[]): object {
  const nulls = Object.fromEntries(members.map(member => [member, null]));
  return { __typename: typeNameOf(result), ...result, ...nulls };
}
