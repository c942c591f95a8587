import { readdirSync, readFileSync } from 'node:fs';

/** The tests of this repository, by their files and the names that stand in them. */
export interface NamedTest {
  /** From the top of the repository. */
  readonly file: string;
  /** With those of the groups it stands in, as Jest prints it; `%s` and `${name}` are left as they are. */
  readonly name: string;
}

export function allTests(): NamedTest[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map(file => `test/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.test.ts'))
    .flatMap(file => namesIn(readFileSync(file, 'utf8')).map(name => ({ file, name })));
}

const opening = /^( *)(?:\(\w+ \? )?(describe|test)\b/;
const closing = /^( *)\}?\);$/;
/** A name in quotation marks of any kind, or a word that stands for one; nothing where it is on the next line. */
const text = String.raw`(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|\x60((?:[^\x60\\]|\\.)*)\x60|([\w.]+),|$)`;
const direct = new RegExp(String.raw`^ *(?:describe|test)\(${text}`);
/** Behind a table of cases, or a choice of `test` and `test.skip`. */
const afterOther = new RegExp(String.raw`\)\(${text}`);
const alone = new RegExp(`^ *${text}`);

/** The formatter lays out every file, so that indentation tells what stands in what, and where a table ends. */
export function namesIn(source: string): string[] {
  const lines = source.split('\n');
  let groups: { readonly indent: number; readonly name: string }[] = [];
  return lines.flatMap((line, at) => {
    const end = closing.exec(line)?.[1]?.length ?? Infinity;
    groups = groups.filter(({ indent }) => indent < end);
    const [, spaces, word] = opening.exec(line) ?? [];
    if (spaces === undefined) return [];
    const name = nameFrom(lines, at, spaces);
    if (name === null) throw new Error(`What is the name of this test? ${line}`);
    if (word === 'describe') groups.push({ indent: spaces.length, name });
    return word === 'describe' ? [] : [[...groups.map(group => group.name), name].join(' › ')];
  });
}

function nameFrom(lines: readonly string[], first: number, spaces: string): string | null {
  const isDirect = direct.test(lines[first] ?? '');
  for (let at = first; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (at > first && !new RegExp(`^${spaces}[\\])}]`).test(line)) continue; // it stands in the table
    const found = (isDirect ? direct : afterOther).exec(line);
    if (found !== null) return wordsOf(found) ?? wordsOf(alone.exec(lines[at + 1] ?? ''));
    if (at > first) return null;
  }
  return null;
}

function wordsOf(found: readonly (string | undefined)[] | null): string | null {
  const [, single, double, template, expression] = found ?? [];
  if (expression !== undefined) return `\${${expression}}`;
  return (single ?? double ?? template)?.replace(/\\(.)/g, '$1') ?? null;
}
