import { describe, expect, test } from '@jest/globals';
import { walletAccountRecoveries } from '../../src/api/wallet-accounts.js';
import { IdempotencySupport, ProviderCapability } from '../../src/core/offers.js';
import { WalletProvider } from '../../src/core/provider.js';
import type { Recovery } from '../../src/core/recovery.js';
import { providers } from '../../src/providers/index.js';

/** What each provider is said to offer agrees with what its folder holds. */

const recoveries = [...providers.flatMap(provider => provider.recoveries), ...walletAccountRecoveries];

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
  const creates = recoveries.filter(
    ({ provider, mutation }) => provider === name && /^(?:create|provision)/.test(mutation),
  );
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

  test('says each thing once, in whole sentences, and every limit is a number', () => {
    expect(new Set(offers.capabilities).size).toBe(offers.capabilities.length);
    expect(new Set(offers.limits.map(limit => limit.name)).size).toBe(offers.limits.length);
    for (const { maximum } of offers.limits) expect(Number.isInteger(maximum) && maximum > 0).toBe(true);
    const { onlyOnce, listing, needs } = offers.words;
    expect(needs).not.toEqual([]);
    for (const text of [onlyOnce, listing, ...needs]) expect(text).toMatch(/^[^\n|]{10,}\.$/);
  });
});
