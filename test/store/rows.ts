import { createHash, randomUUID } from 'node:crypto';
import type { Move, NewRow } from '../../src/core/journal-store.js';
import { WalletProvider } from '../../src/core/provider.js';
import { moves, type RowStatus } from '../../src/core/state-machine.js';

/** Rows and moves for tests of the journal's stores. */

export type Target = Exclude<RowStatus, 'calling'>;

export const statuses = Object.keys(moves) as RowStatus[]; // its keys are all of them
export const start = Date.parse('2026-01-01T00:00:00Z');
export const ended = start + 1_000;
export const quietAt = start + 25_000;

/** 32 bytes, as hashes have them. */
export const bytes = (text: string): Buffer => createHash('sha256').update(text).digest();

export const newRow = (key: string, fields: Partial<NewRow> = {}): NewRow => ({
  id: randomUUID(),
  tenant: 'default',
  mutation: 'createMoovWallet',
  provider: WalletProvider.MOOV,
  keyHash: bytes(key),
  inputHash: bytes('input'),
  sealKeyId: 'seal-key-1',
  owner: 'owner-1',
  startedAt: start,
  quietAt,
  target: null,
  intent: () => Buffer.from(`intent of ${key}`),
  ...fields,
});

export const moveTo = (to: Target, fields: Partial<Move> = {}): Move => ({
  from: statuses,
  to,
  finishedAt: ended,
  result: null,
  remainder: null,
  forgetAt: null,
  resource: null,
  lookAt: to === 'unknown' ? ended : null,
  guard: null,
  ...fields,
});
