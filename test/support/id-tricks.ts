/** What has no place in an id: each of them would change a path, a query or a header that it is put into. */
export const idTricks = [
  '../',
  '..',
  '.',
  '...',
  '',
  ' ',
  '%2e%2e',
  '%2E%2E%2F',
  '%00',
  '?',
  '#',
  '\\',
  '\t',
  '\n',
  '\r\nx-evil: 1',
  '/',
  '\0',
  ';',
  '..;/',
  '\u202e',
  'ａ',
  '..%c0%af',
]
  .flatMap(trick => [trick, `a${trick}b`, `${trick}6b6f1a52-5c0e-4d6e-9f3a-0a4c2f9d1e10`])
  // Some are names all the same.
  .filter(id => !/^(?!\.+$)[A-Za-z0-9._~@:+=-]{1,128}$/.test(id));
