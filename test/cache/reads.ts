import { CreateMoovWalletDocument, NodeDocument } from '../generated/operations.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { freshKey, type TestGateway } from '../support/gateway.js';

/** Wallets to be read, and how often a provider was asked for one. */

export const person = { name: 'Maria Canary Payroll', description: 'for-the-canary-in-the-cache' };

export async function moovWallet(gateway: TestGateway) {
  const input = { idempotencyKey: freshKey(), accountId: idEnding(), ...person };
  const { createMoovWallet: result } = await gateway.execute(CreateMoovWalletDocument, { input });
  if (result?.__typename !== 'MoovWalletCreated') throw new Error(JSON.stringify(result));
  return { made: result.moovWallet, accountId: input.accountId };
}

export async function read(gateway: TestGateway, id: string) {
  return (await gateway.execute(NodeDocument, { id })).node;
}

/** How often Moov was asked for a wallet, in the simulators of that gateway. */
export function asked(gateway: TestGateway): number {
  return gateway.simulators.moov.exchanges.filter(({ route }) => route === 'read').length;
}

/**
 * Reads new wallets by one gateway and then by another until the second one needed no provider, and gives that wallet's
 * id. A cache may be slow now and then, and is then not used.
 */
export async function shared(one: TestGateway, another: TestGateway): Promise<string> {
  for (let wallets = 0; wallets < 200; wallets += 1) {
    const { made } = await moovWallet(one);
    const first = await read(one, made.id);
    const before = asked(one);
    const second = await read(another, made.id);
    if (JSON.stringify([first, second]) !== JSON.stringify([made, made])) throw new Error('Another wallet was read.');
    if (asked(one) === before) return made.id;
  }
  throw new Error('The cache was never used.');
}

/** Ends what began, the last first. One that fails leaves no other behind. */
export async function endAll(ends: (() => Promise<unknown>)[]): Promise<void> {
  const end = ends.pop();
  if (end === undefined) return;
  try {
    await end();
  } finally {
    await endAll(ends);
  }
}

/** What was logged of the shared cache. */
export function cacheLines(gateway: TestGateway): object[] {
  return gateway.lines
    .filter(({ msg }) => String(msg).startsWith('the shared cache'))
    .map(({ doing, reason, msg }) => ({ doing, reason, works: String(msg).endsWith('again') }));
}
