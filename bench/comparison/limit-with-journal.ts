import { createCipheriv, createDecipheriv, createSecretKey, hash, randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { serve } from './bare.js';

/**
 * LIMIT, and one promise more: a key is in SQLite, with `synchronous=FULL`, before Moov is asked, its answer is in there before
 * it is told, both sealed, and a key that was used is answered from there. Little does so with less: all work of a turn in one
 * transaction, the claims of a turn in one row, one row for each operation. It knows no two requests at once under one key, no lost
 * answers, no second process, no other input under the same key, and forgets nothing.
 */

interface Claim {
  readonly key: Buffer;
  readonly intent: Buffer;
  /** Null until it is written down. */
  batch: { readonly id: number; left: number } | null;
}

interface Job {
  readonly work: () => void;
  readonly done: () => void;
}

const database = new DatabaseSync('limit.db');
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -49152;
  CREATE TABLE claim (id INTEGER PRIMARY KEY, rows BLOB NOT NULL) STRICT;
  CREATE TABLE operation (place INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, finished_at INTEGER NOT NULL,
    intent BLOB NOT NULL, result BLOB NOT NULL) STRICT;
  CREATE INDEX operation_ended ON operation (finished_at);
`);
const begin = database.prepare('BEGIN IMMEDIATE');
const commit = database.prepare('COMMIT');
const find = database.prepare('SELECT result FROM operation WHERE key = ?');
const writeClaims = database.prepare('INSERT INTO claim VALUES (?, ?)');
const dropClaims = database.prepare('DELETE FROM claim WHERE id = ?');
const insert = database.prepare('INSERT INTO operation (key, finished_at, intent, result) VALUES (?, ?, ?, ?)');

const nonceBytes = 12;
const tagBytes = 16;
const noncesAtOnce = 256;
const sealingKey = createSecretKey(randomBytes(32));

/** Each given once; to ask for one at a time would cost as much as half of a seal. */
let nonces = Buffer.alloc(0);

function nextNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(nonceBytes * noncesAtOnce);
  const nonce = nonces.subarray(0, nonceBytes);
  nonces = nonces.subarray(nonceBytes);
  return nonce;
}

function seal(text: string): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce);
  const sealed = cipher.update(text, 'utf8');
  cipher.final();
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

function open(sealed: Buffer): string {
  const cipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(0, nonceBytes));
  cipher.setAuthTag(sealed.subarray(-tagBytes));
  return cipher.update(sealed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + cipher.final('utf8');
}

let jobs: Job[] = [];
/** Of the turn that is in its transaction. */
let fresh: Claim[] = [];
let over: number[] = [];
let batches = 0;

function inTurn(work: () => void, done: () => void): void {
  if (jobs.push({ work, done }) === 1) setImmediate(turn);
}

function turn(): void {
  const now = jobs;
  jobs = [];
  begin.run();
  for (const { work } of now) work();
  for (const id of over) dropClaims.run(id);
  if (fresh.length > 0) {
    batches += 1;
    const batch = { id: batches, left: fresh.length };
    writeClaims.run(batch.id, Buffer.concat(fresh.flatMap(({ key, intent }) => [key, intent])));
    for (const claim of fresh) claim.batch = batch;
  }
  commit.run();
  [fresh, over] = [[], []];
  for (const { done } of now) done();
}

serve((input, ask, answer) => {
  const key = Buffer.from(hash('sha256', input.idempotencyKey, 'hex'), 'hex');
  let found: string | null = null;
  let claim: Claim | null = null;
  inTurn(
    () => {
      const row = find.get(key);
      if (row !== undefined) return void (found = open(Buffer.from(row.result as Uint8Array)));
      claim = { key, intent: seal(JSON.stringify(input)), batch: null };
      fresh.push(claim);
    },
    () => {
      if (found !== null) return answer(found);
      ask(text => {
        const result = seal(text);
        inTurn(
          () => {
            const { intent, batch } = claim as Claim; // its key was not found
            insert.run(key, Date.now(), intent, result);
            if (batch !== null && (batch.left -= 1) === 0) over.push(batch.id);
          },
          () => answer(text),
        );
      });
    },
  );
});
