export type JsonObject = Record<string, unknown>;

/** Node 24 writes exact numbers; TypeScript's es2024 library does not know it yet. */
const exact = JSON as unknown as { rawJSON(digits: string): unknown };

/** A number written digit for digit, for amounts that a double would round. */
export function exactNumber(digits: string): unknown {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(digits)) throw new TypeError(`${digits} is not a JSON number`);
  return exact.rawJSON(digits);
}

/** JSON text in which every bigint is an integer, digit for digit. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'bigint' ? exact.rawJSON(String(member)) : member,
  );
}

/** Reads JSON; integers beyond a double's reach become bigints. Throws where it is no JSON. */
export function parseJson(text: string): unknown {
  const exactly = (_key: string, member: unknown, context?: { source?: string }): unknown =>
    typeof member === 'number' && !Number.isSafeInteger(member) && /^-?\d+$/.test(context?.source ?? '')
      ? BigInt(context?.source ?? 0)
      : member;
  return JSON.parse(text, exactly) as unknown;
}

/** The object that a body holds, or nothing where it is no JSON or no object. */
export function jsonObject(text: string): JsonObject | undefined {
  try {
    const value = parseJson(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
