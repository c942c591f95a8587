import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockfileFrom, productionPackages } from './production-packages.js';

/**
 * `npm run sbom`: prints the bill of materials of what runs in production (CycloneDX), from the lockfile alone. npm writes
 * it, but of a lockfile without what is for development: with `--omit dev` it leaves out whatever development needs, too.
 */

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
const text = readFileSync('package-lock.json', 'utf8');
const lock = JSON.parse(text) as { packages: Record<string, Record<string, unknown>> };
const places = ['', ...productionPackages(lockfileFrom(text)).map(({ place }) => place)];
const withoutOthers = (of: Record<string, unknown>) => ({
  ...of,
  devDependencies: undefined,
  optionalDependencies: undefined,
});
const packages = Object.fromEntries(places.map(place => [place, lock.packages[place] ?? {}]));

const folder = mkdtempSync(join(tmpdir(), 'billfold-sbom-'));
try {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(withoutOthers(manifest)));
  const production = { ...lock, packages: { ...packages, '': withoutOthers(packages[''] ?? {}) } };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(production));
  const { status, stdout, stderr, error } = spawnSync(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw error ?? new Error(stderr);
  process.stdout.write(stdout);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
