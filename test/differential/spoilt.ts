import type { Random } from '../kill/random.js';

/** Requests that were good, with other variables: fewer, more, or such as do not fit. */

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string;
}

/** Nothing stands for leaving it out. */
const strange = [
  null,
  undefined,
  '',
  'text',
  0,
  1,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  true,
  false,
  [],
  [null],
  [[]],
  {},
  { length: 1 },
  { constructor: null },
  '9'.repeat(30),
  'ACTIVE',
  'active',
  '2026-02-30T00:00:00Z',
  '1.10',
] as const;

export function spoilt(asked: Asked, count: number, random: Random): object[] {
  const flips = Object.entries(asked.variables).filter(([, value]) => typeof value === 'boolean');
  const flipped = flips.length === 0 ? [] : [{ ...asked, variables: flippedIn(asked.variables, random) }];
  return [...flipped, ...Array.from({ length: count - flipped.length }, () => spoiltOnce(asked, random))];
}

/** What is skipped or included, the other way round. */
function flippedIn(variables: Asked['variables'], random: Random): object {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      typeof value === 'boolean' && random.isLikely(0.6) ? !value : value,
    ]),
  );
}

function spoiltOnce(asked: Asked, random: Random): object {
  const { query, variables } = asked;
  switch (random.between(0, 12)) {
    case 0:
      return { query, operationName: asked.operationName };
    case 1:
      return { query, variables };
    case 2:
      return { ...asked, operationName: random.oneOf(['None', '', 'Other', null, 'asked']) };
    case 3:
      return { ...asked, variables: { ...variables, unknown: 1, ['__proto__']: { a: 1 } } };
    case 4:
      return { ...asked, variables: null };
    default: {
      const copy = structuredClone(variables);
      const places = placesIn(copy);
      for (let left = random.between(1, 3); left > 0 && places.length > 0; left -= 1) {
        const [holder, name] = places[random.between(0, places.length)] ?? [copy, 'none'];
        const value = random.oneOf(strange);
        if (random.isLikely(0.15) && !Array.isArray(holder)) holder[`${name}X`] = value;
        else if (random.isLikely(0.1)) holder[name] = [holder[name]];
        else if (value === undefined) delete holder[name];
        else holder[name] = value;
      }
      return { ...asked, variables: copy };
    }
  }
}

type Holder = Record<string, unknown>;

/** Every member of every object and list in it. */
function placesIn(value: unknown): (readonly [Holder, string])[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Holder; // a list has its members by name as well
  return Object.keys(holder).flatMap(name => [[holder, name] as const, ...placesIn(holder[name])]);
}
