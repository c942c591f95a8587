import { idTricks } from '../support/id-tricks.js';
import { broken, odd } from '../attacks/naughty-texts.js';
import type { Choices } from './choices.js';

/** Texts that nobody would give who means well, for ids first of all. */

const uuid = '6b6f1a52-5c0e-4d6e-9f3a-000000000001';

/** Kinds of global ids, with parts as they should be; some kinds that there are not. */
const kinds: readonly [Kind, ...Kind[]] = [
  ['MoovWallet', uuid, uuid],
  ['DigitalWallet', uuid, uuid, uuid],
  ['JuspayWalletAccount', 'customer-000001', 'Y3VzdG9tZXItMDAwMDAx', 'wlt_smpl000000001000'],
  ['LiquidoWalletAccount', uuid],
  ['CardToken', 'F00042', uuid, uuid],
  ['Operation', uuid],
  ['Query', uuid],
  ['__proto__', uuid],
  ['constructor', ''],
  ['toString', '..', '..'],
];
type Kind = readonly [typeName: string, ...parts: string[]];

const [firstTrick = '', ...tricks] = idTricks;
const [firstNaughty = '', ...naughty] = [...odd, ...broken];
const allTricks = [firstTrick, ...tricks] as const;
const allNaughty = [firstNaughty, ...naughty] as const;
const separators = ['/', '//', '%2f', '\\', '\0', '?', '#', ';', ' ', '/../'] as const;

/** The id of something that may be there. */
export function idFrom(choices: Choices): string {
  return encoded(choices.one(kinds).join('/'));
}

export function hostileText(choices: Choices): string {
  switch (choices.pick(8)) {
    case 0:
      return choices.one(allTricks);
    case 1:
      return oddGlobalId(choices);
    case 2:
      return `${uuid}${choices.one(allTricks)}`;
    case 3:
      return `${choices.one(allTricks)}${choices.one(allTricks)}${choices.one(allTricks)}`;
    case 4:
      return choices.one(allNaughty);
    case 5:
      return lettersFrom(choices);
    case 6:
      return encodeURIComponent(encodeURIComponent(choices.one(allTricks).toWellFormed()));
    default:
      return huge(choices);
  }
}

/** An id of ours with tricks for parts, too many or too few of them, or encoded in another way. */
function oddGlobalId(choices: Choices): string {
  const [typeName, ...parts] = choices.one(kinds);
  const tricky = parts.map(part => (choices.rarely(2) ? choices.one(allTricks) : part));
  if (choices.rarely(4)) tricky.push(choices.one(allTricks));
  if (choices.rarely(4)) tricky.shift();
  const text = [typeName, ...tricky].join(choices.rarely(4) ? choices.one(separators) : '/');
  if (choices.rarely(6)) return text;
  if (choices.rarely(6)) return Buffer.from(text).toString('base64');
  return choices.rarely(6) ? encoded(encoded(text)) : encoded(text);
}

/** From all of Unicode, halves of pairs too. */
function lettersFrom(choices: Choices): string {
  const letters = Array.from({ length: choices.pick(12) }, () =>
    choices.rarely(2) ? String.fromCharCode(choices.pick(65_536)) : String.fromCodePoint(choices.pick(0x11_0000)),
  );
  return letters.join('');
}

const sizes = [64, 129, 256, 1_025, 8_193, 20_000] as const;

function huge(choices: Choices): string {
  const text = choices.one(allTricks).slice(0, 8) || 'x';
  return text.repeat(choices.rarely(16) ? choices.one(sizes) : 40);
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
