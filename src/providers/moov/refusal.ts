import { lookUp, refusal, type Answer, type ProviderWords } from '../../upstream/answers.js';

/**
 * Moov's errors: `{ "error": text }` on 400 and 409, a flat map of field names to messages on 422, and no body at all
 * on the rest. The texts are for people; there are no codes.
 */
export function moovRefusal(answer: Answer): Error {
  return refusal(answer, wordsFrom(answer.json));
}

/** A create's refusal, with what may have to be seen to first. */
export function creationRefusal(answer: Answer): Error {
  return refusal(answer, { ...wordsFrom(answer.json), hint: lookUp(creationHints, String(answer.status)) });
}

/** Moov does not say how it answers where the capability is missing: by either of these. */
const creationHints: Readonly<Record<string, string>> = {
  403: 'The account may not be connected to the one whose keys these are, or lack the capability `wallet.balance`: docs/providers.md tells how.',
  409: 'The account may lack the capability `wallet.balance`, or have its ten open wallets already: docs/providers.md tells how.',
};

function wordsFrom(body: unknown): ProviderWords {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return {};
  if ('error' in body) return { message: typeof body.error === 'string' ? body.error : null };
  const problems = fieldProblems(body);
  return {
    details: problems.map(({ target, message }) => ({ target, message })),
    fields: problems
      .filter(({ target }) => inputNames.has(target.split('.')[0] ?? ''))
      .map(({ target, message }) => ({ path: ['input', ...target.split('.')], message })),
  };
}

/** What Moov calls a field of a create or a change is what we call it. */
const inputNames = new Set(['name', 'description', 'metadata']);

/** Field names and messages; other Moov endpoints nest them, so this reads nested ones too. */
function fieldProblems(body: object, prefix = '', depth = 0): { target: string; message: string }[] {
  return Object.entries(body)
    .slice(0, 100)
    .flatMap(([name, value]: [string, unknown]) => {
      if (typeof value === 'string') return [{ target: prefix + name, message: value }];
      const isNested = value !== null && typeof value === 'object' && depth < 4;
      return isNested ? fieldProblems(value, `${prefix}${name}.`, depth + 1) : [];
    });
}
