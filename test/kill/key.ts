import { setTimeout as wait } from 'node:timers/promises';
import { post } from '../support/http.js';
import { wishes, type Wish } from './wishes.js';

/** One idempotency key: what is wanted with it, and all that was ever heard of it. */
export interface Key {
  readonly name: string;
  readonly wish: Wish;
  /** No other key has it: by it the ledger says what became of this key. */
  readonly mainId: string;
  readonly query: string;
  readonly input: object;
  /** The ids in its successes: there must never be two. */
  readonly successes: Set<string>;
  wasSuccessful: boolean;
  wasUnknown: boolean;
  /** Whether a gateway was killed before it answered. */
  wasLost: boolean;
  /** What no gateway should ever say. */
  readonly oddities: string[];
  /** For the person who must understand a breach. */
  readonly story: string[];
}

/** What an answer says. `lost` is the answer of a provider at which nothing can be looked up. */
export type Said = 'success' | 'refused' | 'unknown' | 'in progress' | 'lost' | 'attention' | 'odd' | 'nothing';

/** How the gateway says that a key stands. `free`: it knows of no such key. */
export interface Standing {
  readonly state: 'made' | 'refused' | 'lost' | 'undecided' | 'attention' | 'free';
  readonly operationId: string | null;
}

/** A gateway that has not answered by then never will. */
const patienceMs = 30_000;

export function newKey(lane: number, count: number): Key {
  return keyFor(wishes[count % wishes.length] ?? wishes[0], lane, count);
}

export function keyFor(wish: Wish, lane: number, count: number): Key {
  const { mutation, inputType, success } = wish;
  const name = `kill-${lane}-${count}`;
  const mainId = wish.mainId(lane, count);
  const query = `mutation ($input: ${inputType}!) {
    ${mutation}(input: $input) { __typename ${success} ... on MutationError { code retry message } }
  }`;
  return {
    name,
    wish,
    mainId,
    query,
    input: { idempotencyKey: name, ...wish.input(mainId) },
    successes: new Set(),
    wasSuccessful: false,
    wasUnknown: false,
    wasLost: false,
    oddities: [],
    story: [],
  };
}

export function note(key: Key, text: string): void {
  key.story.push(`${new Date().toISOString().slice(11, 23)} ${text}`);
}

/** Sends the key's mutation and remembers what was said to it. */
export async function ask(url: string, key: Key): Promise<Said> {
  note(key, 'asked');
  const { data, errors } = await execute(url, key.query, { input: key.input }, key);
  if (errors !== undefined) key.oddities.push(JSON.stringify(errors));
  const { [key.wish.mutation]: answer } = data ?? {};
  if (answer === undefined) return 'nothing';
  const { made, code, retry, __typename: type, message } = answer as Partial<Record<string, string>> & Made;
  const said = code === undefined ? 'success' : saidBy(code, retry);
  note(key, said === 'success' ? `${type} ${made?.id ?? ''}` : `${code}, ${retry}: ${message}`);
  if (said === 'success') {
    key.wasSuccessful = true;
    if (made?.id != null) key.successes.add(made.id); // a payload is forgotten after a while
  }
  if (said === 'unknown') key.wasUnknown = true;
  if (said === 'odd') key.oddities.push(`${code}: ${message}`);
  return said;
}

/** As the selection of every mutation above names it. */
interface Made {
  readonly made?: { readonly id?: string | null } | null;
}

function saidBy(code: string, retry: string | undefined): Said {
  switch (code) {
    case 'OUTCOME_UNKNOWN':
      return retry === 'RETRY_WITH_NEW_KEY' ? 'lost' : retry === 'FOLLOW_OPERATION' ? 'unknown' : 'attention';
    case 'OPERATION_IN_PROGRESS':
      return 'in progress';
    case 'PROVIDER_UNAVAILABLE':
    case 'PROVIDER_ACCESS_DENIED':
    case 'RATE_LIMITED':
      return 'refused';
    default:
      return 'odd'; // nothing else is a true answer to these inputs and these faults
  }
}

const standingQuery = `query ($mutation: String!, $key: String!) {
  operationByKey(mutation: $mutation, idempotencyKey: $key) { id status result { __typename } }
}`;

/** How the key stands, without sending anything anywhere. A journal that cannot be read just now is asked again. */
export async function standing(url: string, key: Key): Promise<Standing> {
  const { data } = await execute(url, standingQuery, { mutation: key.wish.mutation, key: key.name }, key);
  if (data == null) return { state: 'undecided', operationId: null };
  const operation = data.operationByKey as {
    readonly id: string;
    readonly status: string;
    readonly result: { readonly __typename: string } | null;
  } | null; // as selected
  if (operation === null) return { state: 'free', operationId: null };
  const { id: operationId, status, result } = operation;
  if (status === 'SUCCEEDED') return { state: 'made', operationId };
  if (status === 'NEEDS_ATTENTION') return { state: 'attention', operationId };
  if (status !== 'FAILED') return { state: 'undecided', operationId };
  return { state: result?.__typename === 'OutcomeUnknownError' ? 'lost' : 'refused', operationId };
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: unknown;
}

/** The answer; without anything where none came. One with errors has no data that is to be believed. */
async function execute(url: string, query: string, variables: object, key: Key): Promise<Answer> {
  const isOver = new AbortController();
  const late = wait(patienceMs, undefined, { signal: isOver.signal }).then(() =>
    Promise.reject(new Error(`no answer within ${patienceMs} ms`)),
  );
  try {
    const { text } = await Promise.race([post(url, { query, variables }), late]);
    const answer = JSON.parse(text) as Answer;
    if (answer.data != null && answer.errors === undefined) return answer;
    note(key, text);
    return { errors: answer.errors ?? text };
  } catch (error) {
    note(key, `no answer: ${error instanceof Error ? error.message : String(error)}`);
    return {};
  } finally {
    isOver.abort();
  }
}
