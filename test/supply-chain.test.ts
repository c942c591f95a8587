import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import {
  broughtBy,
  lockfileFrom,
  productionPackages,
  type LockedPackage,
  type Lockfile,
} from '../scripts/production-packages.js';

/** A20: what is installed is what somebody has looked at, byte for byte, and nothing of it runs while it is installed. */

/** There were 208 when this was written last, 17 of them with the compiler of plans: a new one is a decision, and twenty at once are another kind of decision. */
const mostPackages = 215;

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface Supply {
  readonly manifest: Manifest;
  readonly lock: Lockfile;
  /** docs/dependencies.md */
  readonly page: string;
}

const supply: Supply = {
  manifest: JSON.parse(readFileSync('package.json', 'utf8')) as Manifest,
  lock: lockfileFrom(readFileSync('package-lock.json', 'utf8')),
  page: readFileSync('docs/dependencies.md', 'utf8'),
};

/** Of the part of the page under a title: the name of a package, and what stands in the two columns beside it. */
function rowsUnder(title: string, page: string): { name: string; second: string; keeper: string }[] {
  const [, part = ''] = page.split(`${title}\n`);
  return [...(part.split('\n#')[0] ?? '').matchAll(/^\| `([^`]+)` \| (.*) \| (.*) \|$/gm)].map(
    ([, name = '', second = '', keeper = '']) => ({ name, second, keeper }),
  );
}

function difference(some: Iterable<string>, others: Iterable<string>): string[] {
  const known = new Set(others);
  return [...new Set(some)].filter(name => !known.has(name));
}

const rules: Readonly<Record<string, (supply: Supply) => readonly string[]>> = {
  'every production package stands in docs/dependencies.md, and nothing else does': ({ lock, page }) => {
    const direct = Object.keys(lock.packages['']?.dependencies ?? {});
    const others = difference(
      productionPackages(lock).map(({ name }) => name),
      direct,
    );
    const [written, brought] = ['## At run time', '### Brought along'].map(title =>
      rowsUnder(title, page).map(({ name }) => name),
    );
    return [
      ...difference(direct, written ?? []),
      ...difference(written ?? [], direct),
      ...difference(others, brought ?? []),
      ...difference(brought ?? [], others),
    ];
  },
  'each row says why it is here, or what brings it, and who keeps it': ({ lock, page }) => {
    const bringers = broughtBy(lock);
    const direct = rowsUnder('## At run time', page).filter(({ second, keeper }) => second === '' || keeper === '');
    const brought = rowsUnder('### Brought along', page).filter(({ name, second, keeper }) => {
      const by = [...(bringers.get(name) ?? [])].map(bringer => `\`${bringer}\``).join(', ');
      return second !== by || by === '' || keeper === '';
    });
    return [...direct, ...brought].map(({ name }) => name);
  },
  [`there are ${mostPackages} production packages at most`]: ({ lock }) => {
    const count = productionPackages(lock).length;
    return count > mostPackages ? [`${count} packages`] : [];
  },
  'versions are exact': ({ manifest }) =>
    [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies, manifest.overrides].flatMap(
      wanted =>
        Object.entries(wanted)
          .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
          .map(([name, version]) => `${name}@${version}`),
    ),
  'the lockfile has what package.json wants': ({ manifest, lock }) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)
      .map(([name]) => name),
  'every locked package has the digest of its content, and the lockfile names no host to fetch it from': ({ lock }) =>
    Object.entries(lock.packages)
      .filter(([place, { integrity, resolved }]) => {
        return place !== '' && (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') || resolved !== undefined);
      })
      .map(([place]) => place),
  'no install script is allowed, and each that there is is forbidden by name': ({ manifest, lock }) => [
    ...difference(
      Object.entries(lock.packages)
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)),
      Object.keys(manifest.allowScripts),
    ),
    ...Object.entries(manifest.allowScripts)
      .filter(([, isAllowed]) => isAllowed)
      .map(([name]) => name),
  ],
};

describe('A20', () => {
  test.each(Object.keys(rules))('%s', rule => {
    expect(rules[rule]?.(supply)).toEqual([]);
  });

  test('the bill of materials names every production package, each with a digest', () => {
    const script = fileURLToPath(new URL('../scripts/sbom.js', import.meta.url));
    const bill = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })) as {
      bomFormat: string;
      components: { name: string; version: string; hashes: unknown[] }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const expected = productionPackages(supply.lock).map(({ name, locked }) => `${name}@${locked.version}`);
    const named = bill.components.map(({ name, version }) => `${name}@${version}`);
    expect(named.toSorted()).toEqual([...new Set(expected)].toSorted()); // one that is there twice is named once
    expect(bill.components.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
  });
});

describe('the rules › find', () => {
  const integrity = `sha512-${'A'.repeat(86)}==`;
  const withLocked = (place: string, locked: LockedPackage): Supply => ({
    ...supply,
    lock: { ...supply.lock, packages: { ...supply.lock.packages, [place]: locked } },
  });
  const withManifest = (changed: Partial<Manifest>): Supply => ({
    ...supply,
    manifest: { ...supply.manifest, ...changed },
  });
  const withPage = (from: string | RegExp, to: string): Supply => ({
    ...supply,
    page: supply.page.replace(from, to),
  });
  const { packages } = supply.lock;
  const many = Object.fromEntries(
    Array.from({ length: mostPackages }, (_none, index) => [`node_modules/p${index}`, { version: '1.0.0', integrity }]),
  );

  test.each<readonly [string, number, string, Supply]>([
    ['a package that nobody wrote down', 0, 'evil', withLocked('node_modules/evil', { version: '1.0.0', integrity })],
    ['a row of a package that is gone', 0, 'gone', withPage('| `qs` |', '| `gone` | `pino` | Nobody |\n| `qs` |')],
    ['a direct one that nobody wrote down', 0, 'jose', withPage(/^\| `jose` .*\n/m, '')],
    ['a row that names another bringer', 1, 'qs', withPage('| `qs` | `@apollo/server` |', '| `qs` | `pino` |')],
    ['a row without a keeper', 1, 'zod', withPage(/^(\| `zod` \| .* \|) .* \|$/m, '$1  |')],
    ['too many packages', 2, 'packages', { ...supply, lock: { ...supply.lock, packages: { ...packages, ...many } } }],
    ['a range', 3, 'zod@^4.6.7', withManifest({ dependencies: { zod: '^4.6.7' } })],
    ['a tag', 3, 'yaml@latest', withManifest({ devDependencies: { yaml: 'latest' } })],
    ['a repository', 3, 'github', withManifest({ overrides: { pino: 'github:evil/pino' } })],
    ['another version than the one that is locked', 4, 'zod', withManifest({ dependencies: { zod: '4.6.6' } })],
    ['a package without a digest', 5, 'node_modules/zod', withLocked('node_modules/zod', { version: '4.6.7' })],
    [
      'a weak digest',
      5,
      'node_modules/zod',
      withLocked('node_modules/zod', { version: '4.6.7', integrity: 'sha1-AAAA' }),
    ],
    [
      'a host to fetch it from',
      5,
      'node_modules/zod',
      withLocked('node_modules/zod', { version: '4.6.7', integrity, resolved: 'https://evil.example/zod.tgz' }),
    ],
    [
      'an install script of which nobody knows',
      6,
      'zod',
      withLocked('node_modules/zod', { version: '4.6.7', integrity, hasInstallScript: true }),
    ],
    [
      'an install script that may run',
      6,
      'esbuild',
      withManifest({ allowScripts: { ...supply.manifest.allowScripts, esbuild: true } }),
    ],
  ])('%s', (_what, index, expected, planted) => {
    const found = Object.values(rules)[index]?.(planted) ?? [];
    expect(found.join()).toContain(expected);
  });
});
