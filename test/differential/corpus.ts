import { readFileSync, writeFileSync } from 'node:fs';
import type { Script } from './scripts.js';

/** Scripts in a file, one on each line. */

export function readScripts(file: string): Script[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Script);
}

export function writeScripts(file: string, scripts: readonly Script[]): void {
  writeFileSync(file, scripts.map(script => `${JSON.stringify(script)}\n`).join(''));
}
