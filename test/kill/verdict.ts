import type { Change, Create, Ledgers } from './judge.js';
import type { Key, Standing } from './key.js';

/** What the ledgers say about the keys. The gateway's own word counts only where it can be held against them. */

export interface Breach {
  readonly what: string;
  readonly key: Key;
  readonly effects: readonly (Create | Change)[];
  readonly standing: Standing | undefined;
}

export function breachesOf(standings: ReadonlyMap<Key, Standing>, ledgers: Ledgers): Breach[] {
  const effects = new Map(
    Object.entries(ledgers).map(([provider, { creates, changes }]) => {
      const own = (effect: Create | Change) =>
        nameOf('operation' in effect ? effect.operation : undefined, effect.mainId);
      return [provider, Map.groupBy([...creates, ...changes], own)];
    }),
  );
  return [...standings].flatMap(([key, standing]) => {
    const own = effects.get(key.wish.provider)?.get(nameOf(key.wish.operation, key.mainId)) ?? [];
    return problemsOf(key, standing, own).map(what => ({ what, key, effects: own, standing }));
  });
}

function nameOf(operation: string | undefined, mainId: string): string {
  return `${operation ?? 'create'} ${mainId}`;
}

function problemsOf(key: Key, { state }: Standing, effects: readonly (Create | Change)[]): string[] {
  const { operation, isOnce, isLostAtTimes, provider, mutation } = key.wish;
  const isCreate = operation === undefined;
  const problems: string[] = [...key.oddities];
  const check = (isSo: boolean, otherwise: string): void => {
    if (!isSo) problems.push(otherwise);
  };
  const times = effects.length;
  if (isCreate || isOnce === true) check(times <= 1, `It was carried out ${times} times.`);
  check(key.successes.size <= 1, 'It got two different successes.');
  check(!key.wasSuccessful || state === 'made', `It was a success, and is ${state} now.`);
  if (state === 'made') {
    // Each key has a wallet of its own, which did not stand so before.
    check(times > 0, 'It is said to be done, and the ledger does not hold it.');
    const [id] = key.successes;
    const [effect] = effects;
    const own = effect !== undefined && 'resourceId' in effect ? effect.resourceId : key.mainId;
    const isTold = id !== undefined && mutation !== 'provisionCardToken'; // whose answer holds no id of what it made
    check(!isTold || id === own, 'Its success names another wallet than the ledger.');
  }
  if (state === 'refused' || state === 'free') check(times === 0, `It is ${state}, and it was carried out.`);
  check(state !== 'undecided', 'It is still undecided.');
  check(state !== 'attention', 'It needs attention, though no other key could be meant.');
  const isReadBack = mutation === 'linkWalletAccount';
  check(state !== 'lost' || !isReadBack || times === 0, 'It is said not to be so, and it was carried out.');
  check(state !== 'lost' || isLostAtTimes === true, `It was given up at ${provider}, though it could be found out.`);
  return problems;
}

/** The breach as a person needs it who must find out why. */
export function storyOf({ what, key, effects, standing }: Breach): string {
  const ledger = effects.map(effect => {
    const done = 'resourceId' in effect ? `created ${effect.resourceId}` : effect.operation;
    return `${new Date(effect.at).toISOString().slice(11, 23)} ${done}`;
  });
  const lines = [...key.story, `at last ${standing?.state} (${standing?.operationId})`, 'the ledger:', ...ledger];
  const { mutation, provider } = key.wish;
  return `${what}\n  ${mutation} at ${provider}, key ${key.name}\n${lines.map(line => `    ${line}`).join('\n')}`;
}
