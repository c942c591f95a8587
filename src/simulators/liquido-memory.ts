import { jsonText } from './json.js';
import type { JsonObject } from './json.js';
import { failed } from './liquido-rules.js';
import type { WireAnswer } from './wire.js';

/** What a key that was used before gets; not published (reference section 8). */
export interface MemoryOptions {
  /**
   * `answered`: what it got the first time, and with another body a 409; `duplicate`: always a 409; `forgotten`: the key
   * is ignored, and the thing is done again.
   */
  readonly repeats?: 'answered' | 'duplicate' | 'forgotten';
}

/** Per operation and key; whether the operations share their keys is not published, so they do not. */
export interface Memory {
  repeated(operation: string, asked: JsonObject): WireAnswer | undefined;
  remember(operation: string, asked: JsonObject, answer: WireAnswer): void;
  forget(): void;
}

export function openMemory({ repeats = 'answered' }: MemoryOptions): Memory {
  const remembered = new Map<string, { readonly body: string; readonly answer: WireAnswer }>();
  const nameOf = (operation: string, { idempotencyKey }: JsonObject): string =>
    `${operation} ${String(idempotencyKey)}`;
  return {
    repeated(operation, asked) {
      const earlier = remembered.get(nameOf(operation, asked));
      if (!earlier || repeats === 'forgotten') return undefined;
      if (repeats === 'duplicate') return failed(409, 'The idempotencyKey was used already');
      return earlier.body === canonical(asked)
        ? earlier.answer
        : failed(409, 'The idempotencyKey was used with another request');
    },
    remember(operation, asked, answer) {
      remembered.set(nameOf(operation, asked), { body: canonical(asked), answer });
    },
    forget: () => remembered.clear(),
  };
}

/** The order of members makes no other request. */
function canonical(asked: JsonObject): string {
  return jsonText(Object.fromEntries(Object.entries(asked).toSorted(([left], [right]) => (left < right ? -1 : 1))));
}
