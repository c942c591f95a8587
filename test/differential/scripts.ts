/** What both roads are sent: scripts, each for a gateway of its own. */

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In base64 where it is no text. */
  readonly body?: string | { readonly base64: string };
}

/** Something that is done to a simulator between two requests: `moov.next({ does: 'answer', status: 503 })`. */
export interface Control {
  readonly simulator: string;
  readonly does: string;
  readonly given: readonly unknown[];
}

export interface Step {
  readonly asked?: Asked;
  readonly control?: Control;
  /**
   * What later steps have from this one's answer: a text that stands in them, and where it stands here. What is there when
   * it is sent again takes its place.
   */
  readonly learnt?: readonly (readonly [text: string, path: readonly (string | number)[]])[];
  /** The next step is sent a moment later, and not when this one has its answer; the one after that waits for both. */
  readonly overlaps?: boolean;
}

export interface Script {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  /** How often it is gone through, each time with other idempotency keys. */
  readonly rounds: number;
  readonly steps: readonly Step[];
}

/** Enough for what comes once in a script: the first times a document takes the long road in any case. */
export const usualRounds = 3;

const jsonHeaders = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

export function posted(body: object): Step {
  return { asked: { method: 'POST', path: '/graphql', headers: jsonHeaders, body: JSON.stringify(body) } };
}

/** What may be an id. */
export const wordPattern = /[\w-]{12,}/g;

/** The step as it is sent in a round. A key stays as long, and as wrong, as it was. */
export function inRound({ body, ...asked }: Asked, round: number, learnt: ReadonlyMap<string, string>): Asked {
  const again = (text: string): string =>
    text
      .replace(wordPattern, word => learnt.get(word) ?? word)
      // One that a document holds stays: the text would be another, and was never seen.
      .replace(
        /("idempotencyKey\d*"\s*:\s*")(\w)(?=[\w-]{3})/g,
        (_all, before: string, first: string) => before + keyLetter(first, round),
      );
  return { ...asked, path: again(asked.path), body: typeof body === 'string' ? again(body) : body };
}

/** With what stands now where something else stood when it was recorded. */
export function withLearnt(control: Control, learnt: ReadonlyMap<string, string>): Control {
  const text = JSON.stringify(control).replace(wordPattern, word => learnt.get(word) ?? word);
  return JSON.parse(text) as Control; // it was one
}

function keyLetter(first: string, round: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const at = Math.max(0, letters.indexOf(first.toLowerCase()));
  return letters[(at + round) % letters.length] ?? first;
}

/** The text at that place of an answer. */
export function textAt(answer: unknown, path: readonly (string | number)[]): string | null {
  let value = answer;
  for (const name of path) value = (value as Record<string | number, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : null;
}
