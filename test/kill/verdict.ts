import type { Create, Ledgers } from './judge.js';
import type { Key, Standing } from './key.js';

/** What the ledgers say about the keys. The gateway's own word counts only where it can be held against them. */

export interface Breach {
  readonly what: string;
  readonly key: Key;
  readonly creates: readonly Create[];
  readonly standing: Standing | undefined;
}

export function breachesOf(standings: ReadonlyMap<Key, Standing>, ledgers: Ledgers): Breach[] {
  const made = new Map(
    Object.entries(ledgers).map(([provider, ledger]) => [provider, Map.groupBy(ledger, ({ mainId }) => mainId)]),
  );
  return [...standings].flatMap(([key, standing]) => {
    const creates = made.get(key.provider)?.get(key.mainId) ?? [];
    return problemsOf(key, standing, creates).map(what => ({ what, key, creates, standing }));
  });
}

function problemsOf(key: Key, { state }: Standing, creates: readonly Create[]): string[] {
  const problems: string[] = [...key.oddities];
  const check = (isSo: boolean, otherwise: string): void => {
    if (!isSo) problems.push(otherwise);
  };
  check(creates.length <= 1, `It was created ${creates.length} times.`);
  check(key.successes.size <= 1, 'It got two different successes.');
  check(!key.wasSuccessful || state === 'made', `It was a success, and is ${state} now.`);
  if (state === 'made') {
    check(creates.length === 1, 'It is said to be made, and the ledger does not hold it once.');
    const [id] = key.successes;
    // Equals Money's answer holds no id of what it made.
    const isTheirs = key.provider === 'equalsMoney' || id === undefined || id === creates[0]?.resourceId;
    check(isTheirs, 'Its success names another wallet than the ledger.');
  }
  if (state === 'refused' || state === 'free') check(creates.length === 0, `It is ${state}, and it was created.`);
  check(state !== 'undecided', 'It is still undecided.');
  check(state !== 'attention', 'It needs attention, though no other key could be meant.');
  check(state !== 'lost' || key.provider === 'equalsMoney', 'It was given up, though it could have been looked up.');
  return problems;
}

/** The breach as a person needs it who must find out why. */
export function storyOf({ what, key, creates, standing }: Breach): string {
  const ledger = creates.map(
    ({ at, resourceId }) => `${new Date(at).toISOString().slice(11, 23)} created ${resourceId}`,
  );
  const lines = [...key.story, `at last ${standing?.state} (${standing?.operationId})`, 'the ledger:', ...ledger];
  return `${what}\n  ${key.mutation} at ${key.provider}, key ${key.name}\n${lines.map(line => `    ${line}`).join('\n')}`;
}
