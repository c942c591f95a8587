import fc from 'fast-check';
import { bodyFrom } from './bodies.js';
import { choicesFrom, type Choices } from './choices.js';
import { documentFrom, mangled, noise, type Document } from './documents.js';
import { idRequest } from './ids.js';

/** What is sent: documents, bodies and ids, a third of each. */

export const kinds = ['document', 'body', 'id'] as const;
export type Kind = (typeof kinds)[number];

export interface Sent {
  readonly kind: Kind;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Decisions of one request: enough for a document of some twenty fields. */
const decisions = 120;

export const requests: fc.Arbitrary<Sent> = fc
  .tuple(fc.constantFrom(...kinds), fc.uint8Array({ maxLength: decisions, size: 'max' }))
  .map(([kind, bytes]) => requestFrom(kind, choicesFrom(bytes)));

function requestFrom(kind: Kind, choices: Choices): Sent {
  if (kind === 'body') return { kind, ...bodyFrom(choices) };
  const document = kind === 'id' ? idRequest(choices) : someDocument(choices);
  const accept = choices.rarely(2) ? 'application/graphql-response+json' : 'application/json';
  return {
    kind,
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(document),
  };
}

function someDocument(choices: Choices): Document {
  const fate = choices.pick(8);
  if (fate === 7) return noise(choices);
  const document = documentFrom(choices);
  return fate < 4 ? document : mangled(document, choices);
}
