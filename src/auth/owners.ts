import { providerNamed, type Owners } from '../core/principal.js';

/**
 * Owners as claims and key files have them: by a provider's name in lower case, `"*"` or a list of its ids. Null for
 * anything else, since what cannot be read must never narrow nothing.
 */
export function ownersFrom(value: unknown): Owners | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const pairs = Object.entries(value).map(([name, ids]: [string, unknown]) => {
    const provider = providerNamed(name);
    return provider === null || (ids !== '*' && !isListOfTexts(ids)) ? null : ([provider, ids] as const);
  });
  return pairs.every(pair => pair !== null) ? Object.fromEntries(pairs) : null;
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string' && item !== '');
}
