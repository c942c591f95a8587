import { typeNameOf } from '../../src/core/codec.js';
import { RetryAdvice, type MutationError } from '../../src/core/errors.js';
import { effectsOf, type Scene } from './scene.js';
import type { Wish } from './wishes.js';

/** Clients ask, and do what the answer advises; each answer is held against the providers' books at once. */

/** Who is told to wait for longer does not come back while it matters. */
const patienceMs = 60_000;

interface Asking {
  readonly askedAt: number;
  readonly request: number;
  readonly again: (milliseconds: number) => void;
}

/** `patience` is how often it asks again. */
export function ask(scene: Scene, wish: Wish, patience: number): void {
  const { timeline, random, gateways, breach } = scene;
  const gateway = random.pick(gateways);
  if (gateway.process.isDead) {
    timeline.after(random.between(100, 1_000), () => ask(scene, wish, patience));
    return;
  }
  const asked = random.chance(0.02) ? wish.mistaken : wish.asked;
  const askedAt = timeline.now;
  wish.firstAskedAt ??= askedAt;
  const again = (milliseconds: number): void => {
    if (patience > 0 || scene.isHealed) timeline.after(milliseconds, () => ask(scene, wish, patience - 1));
  };
  // Some hang up, or lose their gateway, and ask elsewhere.
  let hasAnswer = false;
  timeline.after(random.between(4_000, 15_000), () => {
    if (!hasAnswer) again(0);
  });
  const asking = { askedAt, request: scene.nextRequest(), again };
  gateway
    .ask(wish, asked, asking.request)
    .finally(() => (hasAnswer = true))
    .then(answer => gateway.process.isDead || hear(scene, wish, answer, asking))
    .catch((error: unknown) => breach(`${wish.key}: a mutation threw ${String(error)}`));
}

function hear(scene: Scene, wish: Wish, answer: object, { askedAt, request, again }: Asking): void {
  const { random, tell, breach } = scene;
  const name = typeNameOf(answer);
  if (!('retry' in answer)) {
    const id = walletIdOf(answer) ?? `the payload for ${wish.key}`;
    tell(`${wish.key} hears ${name} ${id}`);
    wish.successes.add(id);
    if (wish.successes.size > 1)
      breach(`${wish.key} heard of two different wallets: ${[...wish.successes].join(', ')}`);
    if (random.chance(0.2)) again(random.between(10, 3_000));
    return;
  }
  const { code, retry, provider, retryAfterSeconds } = answer as MutationError;
  tell(`${wish.key} hears ${name} ${retry}`);
  // Without a provider it is the gateway's own: that says nothing of earlier attempts.
  const provesNothingDone = !['OUTCOME_UNKNOWN', 'OPERATION_IN_PROGRESS', 'IDEMPOTENCY_KEY_REUSED'].includes(code);
  const isTold = provesNothingDone && provider !== null;
  if (isTold && effectsOf(scene, wish).some(({ at, sentBy }) => at < askedAt || sentBy === request)) {
    breach(`${wish.key} was told that nothing was done (${code}), though it took effect`);
  }
  if (code === 'IDEMPOTENCY_KEY_REUSED') return again(random.between(10, 1_000));
  if (retry === RetryAdvice.FOLLOW_OPERATION) return again(random.between(50, 4_000));
  const isTooLong = (retryAfterSeconds ?? 0) * 1_000 > patienceMs;
  if (retry === RetryAdvice.RETRY_WITH_SAME_KEY && !isTooLong && random.chance(0.8)) {
    return again(random.between(10, 2_000));
  }
}

/** The provider's id of the wallet in a success; null where a success has none. */
export function walletIdOf(success: object): string | null {
  const { moovWallet, walletAccount, digitalWallet, cardToken, deletedId } = success as Record<string, unknown>;
  const wallet = (moovWallet ?? walletAccount ?? digitalWallet ?? cardToken) as
    { readonly providerId: string } | undefined;
  return wallet?.providerId ?? (typeof deletedId === 'string' ? partsIn(deletedId).at(-1) : null) ?? null;
}

function partsIn(id: string): readonly string[] {
  return Buffer.from(id, 'base64url').toString().split('/');
}
