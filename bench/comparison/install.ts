import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Contenders have packages of their own, which the bench installs when it first needs them. */

const folder = fileURLToPath(new URL('../../../bench/contenders/', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const mark = `${folder}node_modules/.installed-from`;

/** A program of bench/contenders, once it is compiled. */
export function contenderProgram(name: string): string {
  return `${folder}dist/${name}`;
}

/** A command that a package there brings along. */
export function contenderCommand(name: string): string {
  return `${folder}node_modules/.bin/${name}`;
}

export const contendersFolder = folder;
/** The same as test/contract has: what is measured is there as a whole. */
export const moovDescription = `${folder}moov.openapi.yaml`;

/** `--own-only` does without. What is installed is what the lockfile says, and none of it runs while it is installed. */
export function installContenders(say: (line: string) => void): void {
  const lock = createHash('sha256')
    .update(readFileSync(`${folder}package-lock.json`))
    .digest('hex');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
    say('installing the contenders, once (npm ci in bench/contenders)');
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    writeFileSync(mark, lock);
  }
  run(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder], root);
}

function run(program: string, given: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync(program, given, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${program} ${given.join(' ')} failed: ${error?.message ?? ''}\n${stdout}${stderr}`);
}
