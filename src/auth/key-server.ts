import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';
import { algorithmsFor } from './algorithms.js';

/** What an issuer publishes: RFC 7517, as far as it can verify tokens. */

/** Certificates make key sets long; this is far above any. */
const maximumBytes = 256 * 1024;

/** Why there are no keys, in a word that may be logged. */
export class NoKeys extends Error {
  constructor(readonly reason: string) {
    super(`No keys: ${reason}`);
    this.name = 'NoKeys';
  }
}

/** The usable keys at that address. Throws NoKeys. */
export async function fetchKeys(url: URL, signal: AbortSignal): Promise<JWK[]> {
  const set = keySet.safeParse(await fetchJson(url, signal));
  if (!set.success) throw new NoKeys('not a key set');
  return set.data.keys.map(usable).filter(key => key !== null);
}

async function fetchJson(url: URL, signal: AbortSignal): Promise<unknown> {
  try {
    // Where it leads elsewhere, it is not what the settings say.
    const answer = await fetch(url, { redirect: 'manual', signal, headers: { accept: 'application/json' } });
    const text = answer.status === 200 ? await textOf(answer) : '';
    if (answer.status === 200) return jsonFrom(text);
    await answer.body?.cancel();
    throw new NoKeys(`status ${answer.status}`);
  } catch (error) {
    throw error instanceof NoKeys ? error : new NoKeys(signal.aborted ? 'too late' : codeOf(error));
  }
}

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length; // after it was inflated
    if (size > maximumBytes) throw new NoKeys('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `fetch` hides in the cause what happened. */
function codeOf(error: unknown): string {
  const seen = z.object({ cause: z.object({ code: z.string() }) }).safeParse(error);
  return seen.success ? seen.data.cause.code : 'broken off';
}

const text = z.string().optional().catch(undefined);
const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const labels = z.object({ kid: text, alg: text, use: text, key_ops: z.array(z.string()).optional() });

/**
 * Only what is needed of a key: null for symmetric ones, for private ones, which are no secret any more, for weak ones
 * and for those of kinds that this gateway does not know.
 */
function usable(given: Readonly<Record<string, unknown>>): JWK | null {
  const labelled = labels.safeParse(given);
  if (!labelled.success || given.kty === 'oct' || 'd' in given || 'k' in given) return null;
  try {
    const key = createPublicKey({ key: given as JsonWebKey, format: 'jwk' }); // it checks the rest
    if (algorithmsFor(key).length === 0) return null;
    const named = Object.entries(labelled.data).filter(([, value]) => value !== undefined);
    return { ...key.export({ format: 'jwk' }), ...Object.fromEntries(named) } as JWK; // Node's type allows any member
  } catch {
    return null;
  }
}
