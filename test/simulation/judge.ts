import { RetryAdvice, type MutationError } from '../../src/core/errors.js';
import type { JournalRow } from '../../src/core/journal-store.js';
import type { Effect } from './books.js';
import { settlePersonally } from './by-hand.js';
import { walletIdOf } from './clients.js';
import { effectsOf, rowOf, seals, type Scene } from './scene.js';
import { marker } from './subjects.js';
import { claimedBy, type Wish } from './wishes.js';

/** When all is over, the providers' own books are held against what the journal says of each key. */
export async function judge(scene: Scene): Promise<void> {
  const { world, wishes, breach } = scene;
  for (const { sender: whose } of world.books.effects) {
    if (!wishes.some(({ key }) => key === whose)) breach(`something took effect that no key sent: ${whose}`);
  }
  judgeWallets(scene);
  for (const wish of wishes) {
    const effects = effectsOf(scene, wish);
    const row = rowOf(scene, wish);
    if (row === undefined) {
      if (effects.length > 0) breach(`${wish.key} took effect, and the journal does not know it`);
      continue;
    }
    scene.tell(`${wish.key} (${wish.kind.mutation}) ends ${row.status}; took effect ${effects.length} times`);
    const { isCreate } = wish.kind;
    for (const problem of problemsOf(scene, wish, row, effects)) breach(`${wish.key} ${problem}`);
    const own = isCreate === true ? effects[0]?.walletId : wish.target;
    const tellsWhich = wish.kind.mutation !== 'provisionCardToken';
    for (const id of tellsWhich ? wish.successes : []) {
      if (id !== own) breach(`${wish.key} heard of wallet ${id}, though its own is ${own ?? 'none'}`);
    }
    if (row.status === 'attention') await settlePersonally(scene, wish);
    await askOnceMore(scene, wish);
  }
}

/** What is gone or closed for good stays so, and a wallet never loses its operation's label. */
function judgeWallets({ world, breach }: Scene): void {
  for (const { host, id, stood } of world.books.wallets) {
    const bodies = stood.map(({ body }) => body);
    const isFinal = bodies.map(
      body =>
        body === null || body.status === 'closed' || ['TERMINATED', 'REQUEST_DECLINED'].includes(String(body.state)),
    );
    if (isFinal.some((final, index) => final && isFinal[index + 1] === false)) breach(`wallet ${id} came back to life`);
    if (host !== 'moov') continue;
    const labels = bodies.map(body => (body?.metadata as typeof marker | null | undefined)?.billfoldOperation);
    if (labels.some(label => label !== labels[0])) breach(`wallet ${id} lost the label of its operation`);
  }
}

function problemsOf(scene: Scene, wish: Wish, row: JournalRow, effects: readonly Effect[]): string[] {
  const problems: string[] = [];
  const { by } = wish.kind;
  const { status } = row;
  const times = effects.length;
  const isFree = status === 'refused' || status === 'absent';
  if (by !== 'repeatable' && times > 1) problems.push(`took effect ${times} times`);
  if (isFree && times > 0 && !wasUndone(wish, effects)) problems.push(`is ${status}, though it took effect`);
  switch (by) {
    case 'lookUp':
    case 'native':
      if (status === 'lost') problems.push('was given up, though it could be found out');
      if (status === 'done' && times === 0) problems.push('is done, and nothing took effect');
      break;
    case 'nothing':
      if (status === 'done' && times === 0) problems.push('is done, and nothing took effect');
      if (status === 'attention' || status === 'absent') problems.push(`is ${status}, though nobody can have looked`);
      break;
    case 'repeatable':
    case 'readBack':
      if (status === 'attention') problems.push('needs a person, though it could be told');
      if (status === 'absent') problems.push('is absent, which nobody can know');
      if (status === 'done' && times === 0 && !stoodSo(scene, wish, row)) {
        problems.push('is done, though nothing took effect and it did not stand so');
      }
      if (status !== 'lost') break;
      if (by === 'repeatable' && !hasMetNo(scene, wish, row)) problems.push('was given up, though nobody said no');
      if (by === 'readBack' && times > 0 && !wasUndone(wish, effects)) {
        problems.push('is said not to be so, though it took effect');
      }
  }
  return problems;
}

/** Whether the wallet stood as it was to stand at some moment since its key was first asked for. */
function stoodSo(scene: Scene, wish: Wish, row: JournalRow): boolean {
  const { aim } = claimedBy(wish, row, seals);
  const reached = aim?.isReachedAt ?? null;
  return reached !== null && standingsSince(wish).some(reached);
}

/** A lasting no, or a state that forbids it. */
function hasMetNo({ world }: Scene, wish: Wish, row: JournalRow): boolean {
  const { aim } = claimedBy(wish, row, seals);
  if (world.books.refusedSenders.has(wish.key)) return true;
  return aim !== null && standingsSince(wish).some(aim.isPointlessAt);
}

function standingsSince({ subject, firstAskedAt }: Wish) {
  const stood = subject?.wallet.stood ?? [];
  return stood
    .filter((_standing, index) => (stood[index + 1]?.since ?? Number.POSITIVE_INFINITY) >= (firstAskedAt ?? 0))
    .map(({ body }) => body);
}

/** A link that a later command of somebody else's took away again is not there any more: nobody can see that it was. */
function wasUndone({ kind, subject }: Wish, [effect]: readonly Effect[]): boolean {
  if (kind.by !== 'readBack' || subject === null || effect === undefined) return false;
  return subject.wallet.stood.some(({ since, body }) => since > effect.at && body?.linked === false);
}

/** Whatever happened, the caller finds out how it ended, and finding out sends nothing. */
async function askOnceMore(scene: Scene, wish: Wish): Promise<void> {
  const { gateways, timeline, watch, breach } = scene;
  const [made] = effectsOf(scene, wish);
  const status = rowOf(scene, wish)?.status;
  if (status !== 'done' && status !== 'lost') return; // what is free makes a new attempt
  const sentBefore = watch.sentFor(wish.key);
  let answer: object | null = null;
  gateways[0]?.ask(wish, wish.asked, scene.nextRequest()).then(
    heard => (answer = heard),
    (error: unknown) => breach(`${wish.key}: a mutation threw ${String(error)}`),
  );
  await timeline.live(() => answer !== null, timeline.now + 10_000);
  const { code, retry } = (answer ?? {}) as Partial<MutationError>;
  const isMistaken = code === 'IDEMPOTENCY_KEY_REUSED'; // the other input came first
  const own = wish.kind.isCreate === true ? made?.walletId : wish.target;
  const isTold =
    status === 'lost'
      ? retry === RetryAdvice.RETRY_WITH_NEW_KEY
      : answer !== null && code === undefined && [null, own].includes(walletIdOf(answer));
  if (!isTold && !isMistaken) breach(`${wish.key} is ${status}, and its caller hears ${code ?? 'something else'}`);
  if (watch.sentFor(wish.key) > sentBefore) breach(`${wish.key} was sent again when it had ended`);
}
