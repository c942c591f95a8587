/** Finds the regular expressions that are written in a TypeScript source, by reading it as the language is read. */

/** After one of these a slash begins a regular expression; after anything else it divides. */
const beforeOperand =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|void|throw|new|else|await|yield))\s*$/;

export function patternsIn(source: string): string[] {
  const found: string[] = [];
  let code = ''; // what was read since the last literal, without comments
  for (let at = 0; at < source.length;) {
    const end = endOfToken(source, at, code);
    const token = source.slice(at, end);
    if (isPattern(source, at, code)) found.push(token);
    if (token.startsWith('//') || token.startsWith('/*')) code += ' ';
    else code = end - at > 1 ? 'literal' : (code + token).slice(-20);
    if (token.startsWith('`')) found.push(...patternsInHoles(token));
    at = end;
  }
  return found;
}

function isPattern(source: string, at: number, code: string): boolean {
  return source[at] === '/' && source[at + 1] !== '/' && source[at + 1] !== '*' && beforeOperand.test(code);
}

function endOfToken(source: string, at: number, code: string): number {
  const next = source.slice(at, at + 2);
  if (next === '//') return indexOrEnd(source, '\n', at);
  if (next === '/*') return indexOrEnd(source, '*/', at + 2) + 2;
  if (next[0] === "'" || next[0] === '"') return endOfQuoted(source, at);
  if (next[0] === '`') return endOfTemplate(source, at);
  return isPattern(source, at, code) ? endOfPattern(source, at) : at + 1;
}

function indexOrEnd(source: string, what: string, from: number): number {
  const index = source.indexOf(what, from);
  return index === -1 ? source.length : index;
}

function endOfQuoted(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== source[at]) end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

function endOfPattern(source: string, at: number): number {
  let isInClass = false;
  let end = at + 1;
  while (end < source.length && (isInClass || source[end] !== '/')) {
    if (source[end] === '[') isInClass = true;
    if (source[end] === ']') isInClass = false;
    end += source[end] === '\\' ? 2 : 1;
  }
  return end + 1 + (/^[a-z]*/.exec(source.slice(end + 1))?.[0].length ?? 0);
}

function endOfTemplate(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && source[end] !== '`') {
    if (source.startsWith('${', end)) end = endOfHole(source, end);
    else end += source[end] === '\\' ? 2 : 1;
  }
  return end + 1;
}

/** Behind the brace that closes `${`; in it may be other literals. */
function endOfHole(source: string, at: number): number {
  let depth = 1;
  let end = at + 2;
  let code = '';
  while (end < source.length && depth > 0) {
    const next = endOfToken(source, end, code);
    if (next === end + 1) depth += { '{': 1, '}': -1 }[source[end] ?? ''] ?? 0;
    code = (code + source.slice(end, next)).slice(-20);
    end = next;
  }
  return end;
}

function patternsInHoles(template: string): string[] {
  const found: string[] = [];
  for (let at = 1; at < template.length;) {
    if (!template.startsWith('${', at)) {
      at += template[at] === '\\' ? 2 : 1;
      continue;
    }
    const end = endOfHole(template, at);
    found.push(...patternsIn(template.slice(at + 2, end - 1)));
    at = end;
  }
  return found;
}
