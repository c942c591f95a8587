import { z } from 'zod';

/** What `npm ci --omit dev --omit optional` would install, as the lockfile has it, and which direct dependency brings it. */

const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
});

export type LockedPackage = z.output<typeof entry>;

const lockfile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), entry) });

export type Lockfile = z.output<typeof lockfile>;

export function lockfileFrom(text: string): Lockfile {
  return lockfile.parse(JSON.parse(text));
}

export interface ProductionPackage {
  readonly name: string;
  /** Where it is put: `node_modules/a/node_modules/b`. */
  readonly place: string;
  readonly locked: LockedPackage;
}

export function productionPackages({ packages }: Lockfile): ProductionPackage[] {
  return Object.entries(packages)
    .filter(([place, { dev, optional, devOptional }]) => place !== '' && !dev && !optional && !devOptional)
    .map(([place, locked]) => ({ name: nameAt(place), place, locked }));
}

/** By name, the direct dependencies that bring it; none for those that are direct themselves and nothing more. */
export function broughtBy(lock: Lockfile): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Set(productionPackages(lock).map(({ place }) => place));
  const bringers = new Map<string, Set<string>>();
  for (const direct of Object.keys(lock.packages['']?.dependencies ?? {})) {
    const seen = new Set<string>();
    const walk = (place: string): void => {
      if (seen.has(place)) return;
      seen.add(place);
      const { dependencies, peerDependencies } = lock.packages[place] ?? {};
      for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
        const found = foundFrom(place, name, places);
        if (found === null) continue; // an optional peer that nobody wanted
        if (nameAt(found) !== direct)
          bringers.set(nameAt(found), (bringers.get(nameAt(found)) ?? new Set()).add(direct));
        walk(found);
      }
    };
    walk(`node_modules/${direct}`);
  }
  return bringers;
}

function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** As Node looks for it: in the package's own folder, then in each one around it. */
function foundFrom(place: string, name: string, places: ReadonlySet<string>): string | null {
  const own = `${place}/node_modules/${name}`;
  if (places.has(own)) return own;
  const parent = place.lastIndexOf('/node_modules/');
  if (parent !== -1) return foundFrom(place.slice(0, parent), name, places);
  return places.has(`node_modules/${name}`) ? `node_modules/${name}` : null;
}
