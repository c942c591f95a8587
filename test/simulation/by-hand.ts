import { settleByHand, type Verdict } from '../../src/core/by-hand.js';
import { globalId } from '../../src/core/ids.js';
import { effectsOf, rowOf, type Scene } from './scene.js';
import type { Wish } from './wishes.js';

/** A person looks at the provider's own books. What needs a person must have a reason. */
export async function settlePersonally(scene: Scene, wish: Wish): Promise<void> {
  const { timeline, breach } = scene;
  if (!isExcused(scene, wish)) breach(`${wish.key} needs a person, though it could be told`);
  const [effect] = effectsOf(scene, wish);
  const verdict = effect === undefined ? ({ isAbsent: true } as const) : { found: effect.walletId };
  let outcome: string | null = null;
  const settle = (patience: number): void => {
    settled(scene, wish, verdict).then(
      () => (outcome = 'settled'),
      (error: unknown) => {
        // A list that lags has caught up when the person tries again.
        if (patience > 0) timeline.after(6_000, () => settle(patience - 1));
        else outcome = String(error);
      },
    );
  };
  settle(1);
  await timeline.live(() => outcome !== null, timeline.now + 60_000);
  const now = rowOf(scene, wish)?.status;
  if (outcome === 'settled' && now !== (effect === undefined ? 'absent' : 'done')) {
    breach(`${wish.key} is ${now} by hand`);
  }
  if (outcome !== 'settled') breach(`${wish.key} could not be settled by hand: ${outcome ?? 'it took too long'}`);
}

function isExcused(scene: Scene, wish: Wish): boolean {
  const { world, wishes } = scene;
  const { resendWithinSeconds, clockJumps, takesSnapshots } = scene.dangers;
  const { kind, target, key } = wish;
  const isAmbiguous = wishes.filter(other => other.kind === kind && other.target === target).length > 1;
  switch (kind.by) {
    case 'native':
      return resendWithinSeconds === 20 || clockJumps || world.books.refusedSenders.has(key);
    case 'lookUp': {
      const hasNoSnapshot = takesSnapshots && rowOf(scene, wish)?.note === null; // it may have been killed before it
      if (kind.host === 'moov') return clockJumps; // to a clock that is behind, an older wallet of that name looks new
      return (kind.host === 'juspay' && hasNoSnapshot) || isAmbiguous;
    }
    default:
      return false;
  }
}

async function settled(scene: Scene, wish: Wish, verdict: Verdict): Promise<void> {
  const [gateway] = scene.gateways;
  const row = rowOf(scene, wish);
  const entry = await gateway?.journal.entry('default', globalId('Operation', row?.id ?? ''));
  if (gateway === undefined || entry == null) throw new Error('The operation is gone.');
  await settleByHand(gateway, entry, verdict);
}
