import { longAgo, type Books } from './books.js';
import type { Dangers } from './dangers.js';
import { changes, creates, kindOf, type Kind } from './kinds.js';
import { walletAt } from './providers/pingone.js';
import { newId, walletFor as juspayWallet } from './providers/juspay.js';
import { walletFor as moovWallet } from './providers/moov.js';
import type { Random } from './random.js';
import { applicationId, environmentId, plantSubject } from './subjects.js';
import { wishToChange, wishToCreate, type Wish } from './wishes.js';

/** What is asked for in one schedule: creates alone, changes alone, or both; or it is all about one wallet, or one person. */
export function wishesFor(random: Random, books: Books, dangers: Dangers): Wish[] {
  const theme = random.weighted({ creates: 8, changes: 7, both: 3, crowd: 2, contest: 2, guesses: 3 });
  if (theme === 'contest' || theme === 'guesses') return rivals(theme === 'guesses', random, books);
  const wishes = theme === 'crowd' ? crowd(random) : [];
  const count = theme === 'crowd' ? 0 : random.whole(1, 5);
  for (let index = 0; index < count; index += 1) {
    const key = `key-${index}`;
    const isCreate = theme === 'creates' || (theme === 'both' && random.chance(0.5));
    wishes.push(isCreate ? anotherCreate(key, wishes, random) : anotherChange(key, wishes, random, books));
  }
  plantOlder(wishes, books, dangers);
  return wishes;
}

/** Many want to change one wallet, each in their own way; or they guess at its code. */
function rivals(doGuess: boolean, random: Random, books: Books): Wish[] {
  const link = kindOf('juspay', 'linkWalletAccount');
  const host = doGuess ? link.host : random.pick(['pingone', 'juspay', 'moov', 'equals-money'] as const);
  const subject = plantSubject(host, books);
  const kinds = doGuess ? [link] : changes.filter(kind => kind.host === host);
  const length = doGuess ? random.pick([1, 2, 7, 8]) : random.whole(5, 9);
  return Array.from({ length }, (_, index) => wishToChange(`key-${index}`, random.pick(kinds), subject, random));
}

/** Many ask for the same for one person, whose wallets only a list can tell apart. */
function crowd(random: Random): Wish[] {
  const kind = random.pick([kindOf('pingone', 'createDigitalWallet'), kindOf('juspay', 'createWalletAccount')]);
  const target = random.uuid();
  return Array.from({ length: random.whole(2, 5) }, (_, index) => wishToCreate(`key-${index}`, kind, target));
}

/** Often of the same kind as an earlier one, and for the same person. */
function anotherCreate(key: string, wishes: readonly Wish[], random: Random): Wish {
  const earlier = random.chance(0.5)
    ? pickOne(
        wishes.filter(({ subject }) => subject === null),
        random,
      )
    : null;
  const kind = earlier?.kind ?? random.pick(creates);
  const target = earlier !== null && random.chance(0.7) ? earlier.target : random.uuid();
  return wishToCreate(key, kind, target);
}

/** Often of a wallet that an earlier one changes: the same way, or the opposite. */
function anotherChange(key: string, wishes: readonly Wish[], random: Random, books: Books): Wish {
  const earlier = random.chance(0.7)
    ? pickOne(
        wishes.flatMap(({ subject }) => subject ?? []),
        random,
      )
    : null;
  const kind = random.pick(earlier === null ? changes : changes.filter(({ host }) => host === earlier.host));
  return wishToChange(key, kind, earlier ?? plantSubject(kind.host, books), random);
}

function pickOne<Item>(items: readonly Item[], random: Random): Item | null {
  return items.length === 0 ? null : random.pick(items);
}

/** Wallets from before: too old for PingOne to be mistaken; at Juspay only a snapshot can tell them. */
function plantOlder(wishes: readonly Wish[], books: Books, { takesSnapshots }: Dangers): void {
  const { random } = books;
  for (const { kind, target, subject } of wishes) {
    if (subject !== null || !random.chance(0.3)) continue;
    plantLike(kind, target);
  }

  function plantLike({ host }: Kind, target: string): void {
    const id = host === 'juspay' ? newId(books) : random.uuid();
    if (host === 'pingone') {
      const path = `/v1/environments/${environmentId}/users/${target}/digitalWallets`;
      const asked = { digitalWalletApplication: { id: applicationId } };
      books.plant(host, path, id, walletAt(books, path, id, asked, longAgo));
    }
    if (host === 'juspay' && takesSnapshots) {
      const form = new URLSearchParams({ gateway: 'MOBIKWIK' });
      books.plant(host, `/customers/${target}/wallets`, id, juspayWallet(id, form));
    }
    if (host === 'moov') {
      const body = moovWallet(books, id, { name: 'Savings', metadata: {} }, longAgo);
      books.plant(host, `/accounts/${target}/wallets`, id, body);
    }
  }
}
