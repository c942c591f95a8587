/** Digits that follow the milliseconds in a published sample, so that times with nine look like it. */
const finerDigits = '645592';

/** `…46.541Z` as `…46.541645592Z`; a time that has nine digits already stays. */
export function withNanoseconds(at: string): string {
  return at.replace(/(?:\.\d{1,9})?(?=Z$)/, fraction => {
    const digits = fraction.slice(1).padEnd(3, '0');
    return `.${digits}${finerDigits.slice(0, 9 - digits.length)}`;
  });
}

/** Nanoseconds since 1970, exactly; nothing where the text is no date-time. */
export function instantOf(text: string): bigint | undefined {
  const [, seconds = '', fraction = '', offset = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const milliseconds = Date.parse(`${seconds}${offset}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}
