import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { schemaOf } from '../../src/api/schema.js';
import { walletAccountRecoveries } from '../../src/api/wallet-accounts.js';
import { IdempotencySupport, ProviderCapability } from '../../src/core/offers.js';
import { WalletProvider } from '../../src/core/provider.js';
import type { Recovery } from '../../src/core/recovery.js';
import { providers } from '../../src/providers/index.js';

/** What each provider is said to offer agrees with what its folder holds. */

const recoveries = [...providers.flatMap(provider => provider.recoveries), ...walletAccountRecoveries];

const isCreate = (mutation: string): boolean => /^(?:create|provision)/.test(mutation);

test('every mutation has a word for how its unknown outcomes are settled, and none has it that is no mutation', () => {
  const mutations = Object.keys(schemaOf(providers).getMutationType()?.getFields() ?? {});
  expect([...new Set(recoveries.map(({ mutation }) => mutation))].toSorted()).toEqual(mutations.toSorted());
});

test('the words in docs/idempotency.md are those in the code', () => {
  const [, section = ''] = readFileSync('docs/idempotency.md', 'utf8').split('## Changing a wallet');
  const rows = [...section.matchAll(/^\| `(\w+)` \| (.+?) \|/gm)];
  const told = rows.flatMap(([, word, mutations = '']) =>
    [...mutations.matchAll(/`(\w+)`/g)].map(([, mutation]) => `${mutation}: ${word}`),
  );
  const meant = recoveries
    .filter(({ mutation, by }) => !(isCreate(mutation) && by === 'lookUp')) // "the other creates"
    .map(({ mutation, by }) => `${mutation}: ${by}`);
  expect(told.toSorted()).toEqual(meant.toSorted());
});

/** How creates are settled: a wallet that is looked for without a target says by itself whose it is. */
function supportOf(recovery: Recovery): IdempotencySupport {
  if (recovery.by === 'native') return IdempotencySupport.NATIVE;
  if (recovery.by !== 'lookUp') return IdempotencySupport.REPEATABLE;
  return recovery.target === null ? IdempotencySupport.MARKER : IdempotencySupport.LOOK_UP;
}

test('the table holds every provider, once', () => {
  expect(providers.map(({ name }) => name).toSorted()).toEqual(Object.values(WalletProvider).toSorted());
});

describe.each(providers.map(provider => [provider.name, provider] as const))('%s', (name, { offers, nodes, lists }) => {
  const creates = recoveries.filter(({ provider, mutation }) => provider === name && isCreate(mutation));
  const has = (capability: ProviderCapability): boolean => offers.capabilities.includes(capability);

  test('creates where a mutation does', () => {
    expect(has(ProviderCapability.CREATE)).toBe(creates.length > 0);
  });

  test('keeps a create from happening twice in the way in which its lost ones are settled', () => {
    expect([...new Set(creates.map(supportOf))]).toEqual([offers.idempotency]);
  });

  test('reads where it has nodes', () => {
    expect(has(ProviderCapability.READ)).toBe(Object.keys(nodes).length > 0);
  });

  test('lists where it has lists, and owners to ask about', () => {
    expect(has(ProviderCapability.LIST)).toBe((lists?.owners ?? []).length > 0);
    for (const { member } of lists?.owners ?? []) expect(offers.words.listing).toContain(`\`${member}\``);
    expect(offers.words.listing.startsWith('Nothing')).toBe(!has(ProviderCapability.LIST));
  });

  test('changes where a mutation does, and ends what has an end', () => {
    const changes = recoveries.filter(({ provider, mutation }) => provider === name && !isCreate(mutation));
    const ends = (mutation: string): boolean => /^(?:delete|close|changeCardTokenState)/.test(mutation);
    expect(has(ProviderCapability.UPDATE)).toBe(changes.some(({ mutation }) => !/^(?:delete|close)/.test(mutation)));
    expect(has(ProviderCapability.CLOSE)).toBe(changes.some(({ mutation }) => ends(mutation)));
  });

  test('says each thing once, in whole sentences, and every limit is a number', () => {
    expect(new Set(offers.capabilities).size).toBe(offers.capabilities.length);
    expect(new Set(offers.limits.map(limit => limit.name)).size).toBe(offers.limits.length);
    for (const { maximum } of offers.limits) expect(Number.isInteger(maximum) && maximum > 0).toBe(true);
    const { onlyOnce, listing, needs } = offers.words;
    expect(needs).not.toEqual([]);
    for (const text of [onlyOnce, listing, ...needs]) expect(text).toMatch(/^[^\n|]{10,}\.$/);
  });
});
