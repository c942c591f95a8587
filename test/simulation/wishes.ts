import { canonical } from '../../src/core/codec.js';
import type { JournalRow } from '../../src/core/journal-store.js';
import type { Seals } from '../../src/core/seals.js';
import { aimAt, changesBy, type Aim } from './aims.js';
import type { Kind } from './kinds.js';
import type { Random } from './random.js';
import { applicationId, instanceIds, type Subject } from './subjects.js';

/** What clients want in a schedule, and how they ask for it. */

export interface Input extends Readonly<Record<string, unknown>> {
  readonly idempotencyKey: string;
}

/** An input, and what it means for the wallet that it is to change; null for a create. */
export interface Asked {
  readonly input: Input;
  readonly aim: Aim | null;
}

/** One intent of one client: a key and its input. */
export interface Wish {
  readonly key: string;
  readonly kind: Kind;
  /** Creates with the same target ask for the same thing under different keys; changes with the same are of one wallet. */
  readonly target: string;
  readonly subject: Subject | null;
  readonly asked: Asked;
  /** The same key with something else, as a client that is mistaken sends it. */
  readonly mistaken: Asked;
  /** The wallets that its client heard of. */
  readonly successes: Set<string>;
  /** On the timeline; null before. */
  firstAskedAt: number | null;
}

/** All creates that have one target look alike at the provider: names, numbers and all. */
export function wishToCreate(key: string, kind: Kind, target: string): Wish {
  const asked = (isOther: boolean) => ({
    input: { idempotencyKey: key, ...newWallet(kind, target, isOther) },
    aim: null,
  });
  return wish(key, kind, target, null, asked(false), asked(true));
}

export function wishToChange(key: string, kind: Kind, subject: Subject, random: Random): Wish {
  const ask = (of: Readonly<Record<string, unknown>>): Asked => ({
    input: { idempotencyKey: key, [idMembers[kind.host]]: subject.id, ...of },
    aim: aimAt(kind.mutation, of),
  });
  const first = random.pick(changesBy(kind.mutation));
  const other = random.pick(changesBy(kind.mutation).filter(one => one !== first));
  return wish(key, kind, subject.wallet.id, subject, ask(first), ask(other ?? { ...first, idempotencyKey: key }));
}

function wish(key: string, kind: Kind, target: string, subject: Subject | null, asked: Asked, mistaken: Asked): Wish {
  return { key, kind, target, subject, asked, mistaken, successes: new Set(), firstAskedAt: null };
}

/** Whichever of the two came first: the row says. */
export function claimedBy({ kind, asked, mistaken }: Wish, row: JournalRow | undefined, seals: Seals): Asked {
  if (row === undefined) return asked;
  const [hash] = seals.hashes('input', 'v1', kind.mutation, canonical(mistaken.input, 'idempotencyKey'));
  return hash?.equals(row.inputHash) === true ? mistaken : asked;
}

const idMembers: Readonly<Record<Kind['host'], string>> = {
  pingone: 'digitalWalletId',
  juspay: 'walletAccountId',
  liquido: 'walletAccountId',
  'equals-money': 'cardTokenId',
  moov: 'moovWalletId',
};

function newWallet({ host }: Kind, target: string, isOther: boolean): Readonly<Record<string, unknown>> {
  switch (host) {
    case 'pingone':
      return {
        environmentId: null,
        userId: target,
        digitalWalletApplicationId: applicationId,
        applicationInstanceId: isOther ? instanceIds[0] : null,
        notification: null,
      };
    case 'juspay':
      return { account: { juspay: { customerId: target, gateway: 'MOBIKWIK', authenticate: isOther } } };
    case 'liquido': {
      const holder = { phoneNumber: '+573000000001', name: isOther ? 'Eve' : 'Ada', country: 'CO', currency: 'COP' };
      return { account: { liquido: { ...holder, groupId: target } } };
    }
    case 'equals-money':
      return {
        accountId: 'F00042',
        cardId: target,
        deviceType: 'MOBILE_PHONE',
        provisioningAppVersion: '1',
        wallet: { samsung: { deviceId: 'device', walletUserId: isOther ? 'eve' : 'ada' } },
      };
    case 'moov':
      return { accountId: target, name: 'Savings', description: isOther ? 'x' : null };
  }
}
