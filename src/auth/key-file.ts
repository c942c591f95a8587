import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isGrant } from '../core/principal.js';
import { ownersFrom } from './owners.js';

/** The file with the API keys. A key's secret is in nobody's hands but its owner's: the file has a digest of it. */

export interface WrittenKey {
  readonly id: string;
  /** Of the secret. It is random, so that nobody guesses it from this. */
  readonly sha256: string;
  readonly tenant: string;
  /** For people. */
  readonly name: string;
  readonly grants: readonly string[];
  /** As claims have them; null narrows nothing. */
  readonly owners: Readonly<Record<string, unknown>> | null;
  readonly created: string;
  readonly expires: string | null;
}

const owners = z.record(z.string(), z.unknown()).refine(value => ownersFrom(value) !== null);
const writtenKey = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  tenant: z.string().min(1),
  name: z.string().min(1),
  grants: z.array(z.string().refine(isGrant)),
  owners: owners.nullable(),
  created: z.iso.datetime(),
  expires: z.iso.datetime().nullable(),
});
const writtenFile = z.strictObject({
  keys: z.array(writtenKey).refine(keys => new Set(keys.map(({ id }) => id)).size === keys.length),
});

/** Why the file cannot be used, in words that quote nothing of it. */
export class UnusableKeyFile extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(
      reason === 'ENOENT'
        ? `API_KEYS_FILE (${file}) is not there: \`npm run keys -- create\` makes it.`
        : `API_KEYS_FILE (${file}) cannot be used: ${reason}.`,
    );
    this.name = 'UnusableKeyFile';
  }
}

/** Throws UnusableKeyFile. */
export async function readKeyFile(file: string): Promise<WrittenKey[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UnusableKeyFile(file, codeOf(error));
  });
  const parsed = writtenFile.safeParse(jsonFrom(text));
  if (parsed.success) return parsed.data.keys;
  const [issue] = parsed.error.issues;
  throw new UnusableKeyFile(file, `it is not as expected at ${issue?.path.join('.') || 'its beginning'}`);
}

/**
 * Puts others in the place of those that are there, whole or not at all. The new file is a lock as long as it is
 * written: of two people who change the keys at the same time, neither undoes what the other did.
 */
export async function changeKeyFile(
  file: string,
  change: (keys: readonly WrittenKey[]) => readonly WrittenKey[],
): Promise<void> {
  await mkdir(dirname(file), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UnusableKeyFile(file, `its folder cannot be made (${codeOf(error)})`);
  });
  const draft = `${file}.new`;
  const handle = await open(draft, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw new UnusableKeyFile(file, `its folder cannot be written to (${codeOf(error)})`);
    throw new Error(`Somebody is changing the keys just now; if nobody is, remove ${draft}.`);
  });
  try {
    try {
      const keys = change(existsSync(file) ? await readKeyFile(file) : []);
      await handle.writeFile(`${JSON.stringify({ keys }, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The text of a key: what it is for, which one it is, and its secret, so that scanners of leaked secrets know it. */
export function freshKeyText(): { readonly id: string; readonly text: string; readonly sha256: string } {
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('hex');
  return { id, text: `bf_${id}_${secret}`, sha256: digestOf(secret) };
}

/** The parts of a key's text; null for any other text. */
export function partsOfKeyText(text: string): { readonly id: string; readonly secret: string } | null {
  const { id, secret } = /^bf_(?<id>[0-9a-f]{12})_(?<secret>[0-9a-f]{64})$/.exec(text)?.groups ?? {};
  return id === undefined || secret === undefined ? null : { id, secret };
}

export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf({ code }: NodeJS.ErrnoException): string {
  return code ?? 'it cannot be read';
}
