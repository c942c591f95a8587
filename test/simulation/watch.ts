import type { JournalRow } from '../../src/core/journal-store.js';
import type { ProviderRequest, Wallet } from './books.js';
import { bodyOf } from './books.js';
import { timing } from './gateways.js';
import type { Subject } from './subjects.js';
import type { Asked, Wish } from './wishes.js';

/** What is held against the gateway at the very moment at which it sends something, and not only by how it ends. */
export interface Watch {
  /** A gateway has got an answer that says how these wallets stood, by that many changes. */
  reads(gateway: string, { path, query }: Pick<ProviderRequest, 'path' | 'query'>, seen: readonly Seen[]): void;
  /** The first byte of a create or a change goes out. */
  sends(gateway: string, request: ProviderRequest): void;
  /** It took effect, so long after it was sent, and its gateway has not heard the end of it. */
  lands(request: ProviderRequest, afterMs: number): void;
  /** The provider refused it before it looked at a code. */
  refuses(request: ProviderRequest): void;
  /** How many creates and changes were sent for a key. */
  sentFor(key: string): number;
  /** Changes that came too late for a wallet that somebody else had changed since it was read. */
  readonly races: number;
}

export interface Seen {
  readonly wallet: Wallet;
  readonly version: number;
}

export interface Watched {
  readonly wishes: readonly Wish[];
  readonly rowOf: (wish: Wish) => JournalRow | undefined;
  readonly askedBy: (wish: Wish) => Asked;
  readonly wasRead: (subject: Subject) => void;
  readonly breach: (line: string) => void;
}

/** By the gateway's own rule: for a wallet and an hour, and no schedule takes an hour. */
const mostGuesses = 5;

export function watch({ wishes, rowOf, askedBy, wasRead, breach }: Watched): Watch {
  /** By gateway and wallet, and by what was read: by how many changes it showed the wallet. */
  const readings = new Map<string, Map<string, number>>();
  const sent = new Map<string, number>();
  const guesses = new Map<string, number>();
  let races = 0;

  return {
    reads(gateway, { path, query }, seen) {
      const place = `${path} ${query.get('tokenState') ?? ''}`;
      for (const { wallet, version } of seen) {
        const name = `${gateway}/${wallet.id}`;
        const known = readings.get(name) ?? new Map<string, number>();
        readings.set(name, known.set(place, version));
        const subject = wishes.find(wish => wish.subject?.wallet === wallet)?.subject;
        if (subject != null) wasRead(subject);
      }
    },

    sends(gateway, { sender }) {
      if (sender === null) return breach('something was sent that no key wanted');
      sent.set(sender, (sent.get(sender) ?? 0) + 1);
      const wish = wishes.find(({ key }) => key === sender);
      if (wish?.subject == null) return;
      const { kind, target, subject } = wish;
      if (kind.isApart === true) {
        for (const other of wishes) {
          if (other === wish || other.target !== target || other.kind.isApart !== true) continue;
          const status = rowOf(other)?.status;
          if (status === 'calling' || status === 'unknown') {
            breach(`${sender} was sent while ${other.key}, which changes the same wallet, was ${status}`);
          }
        }
      }
      if (askedBy(wish).aim?.isPointlessAt(bodyOf(subject.wallet)) === true) {
        const seen = [...(readings.get(`${gateway}/${target}`)?.values() ?? [])];
        if (seen.length > 0 && Math.min(...seen) < subject.wallet.stood.length) races += 1;
        else breach(`${sender} was sent though the wallet, as it was read, forbids it`);
      }
      if (kind.mutation === 'linkWalletAccount') {
        guesses.set(target, (guesses.get(target) ?? 0) + 1);
        if ((guesses.get(target) ?? 0) > mostGuesses) breach(`${sender} is one guess too many for its wallet`);
      }
    },

    lands({ sender }, afterMs) {
      // A provider that is slower than that has been given up, and what is changed then comes too late for it.
      if (afterMs > timing.timeoutMs) return;
      const wish = wishes.find(({ key }) => key === sender);
      if (wish?.kind.isApart !== true) return;
      const status = rowOf(wish)?.status;
      if (status === 'calling' || status === 'unknown') return;
      breach(`${wish.key} was ${status} before what its gateway had sent took effect`);
    },

    refuses({ sender }) {
      const wish = wishes.find(({ key }) => key === sender);
      if (wish?.kind.mutation !== 'linkWalletAccount') return;
      guesses.set(wish.target, (guesses.get(wish.target) ?? 1) - 1);
    },

    sentFor: key => sent.get(key) ?? 0,
    get races() {
      return races;
    },
  };
}
