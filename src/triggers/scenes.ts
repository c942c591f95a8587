import type { Trigger } from '../server/page.js';
import { document, usualFailures } from './documents.js';

/** What every mutation that changes something can be brought to answer. */

type Input = Readonly<Record<string, unknown>>;

export interface Scene {
  readonly mutation: string;
  /** Begins the titles. */
  readonly about: string;
  /** What is asked of the success. */
  readonly success: string;
  /** The success, and what was done then. */
  readonly shows: readonly [member: string, title: string];
  /** The input without its key, for the sample with that ending; `isOther` makes two inputs different. */
  readonly input: (ending: string, isOther?: boolean) => Input;
  /** Members that are reached in another way than by the usual ending, or that no other mutation has. */
  readonly others?: readonly Other[];
}

interface Other {
  readonly member: string;
  readonly ending: string;
  readonly title: string;
  readonly input: Input;
  /** What is done to the same wallet before. */
  readonly before?: readonly Trigger['steps'][number][];
  readonly note?: string;
}

const queryOf = ({ mutation, success }: Pick<Scene, 'mutation' | 'success'>): string =>
  document(mutation, `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`, `\n    ${success}`);

export const stepOf = (scene: Pick<Scene, 'mutation' | 'success'>, input: Input): Trigger['steps'][number] => ({
  query: queryOf(scene),
  variables: { input: { idempotencyKey: '{{key}}', ...input } },
});

export function triggersOf(scene: Scene): Trigger[] {
  const { mutation: field, about, shows, input, others = [] } = scene;
  const [success, done] = shows;
  const step = (ending: string, isOther = false) => stepOf(scene, input(ending, isOther));
  const isTaken = (member: string) => others.some(other => other.member === member && member !== 'ConflictError');
  return [
    { field, member: success, title: `${about} …001: ${done}`, steps: [step('001')] },
    ...others.map(({ member, ending, title, before = [], input: asked, note }) => ({
      field,
      member,
      title: `${about} …${ending}: ${title}`,
      steps: [...before, stepOf(scene, asked)],
      ...(note === undefined ? {} : { note }),
    })),
    ...usualFailures
      .filter(([member]) => !isTaken(member))
      .map(([member, ending, title, note]) => ({
        field,
        member,
        title: `${about} …${ending}: ${title}`,
        steps: [step(ending)],
        ...(note === undefined ? {} : { note }),
      })),
    {
      field,
      member: 'OperationInProgressError',
      title: `${about} …102: slow, and the same key again meanwhile`,
      steps: [step('102'), step('102')],
      overlaps: true,
      note: 'The first takes eight seconds; the second waits SAME_KEY_WAIT_MS for it, then says so.',
    },
    {
      field,
      member: 'IdempotencyKeyReusedError',
      title: `${about} …001: the same key, another input`,
      steps: [step('001'), step('001', true)],
    },
  ];
}
