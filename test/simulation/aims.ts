import type { Body } from './books.js';
import { transitions } from './providers/equals-money.js';
import { instanceIn } from './providers/pingone.js';
import { rightCode } from './providers/juspay.js';
import { instanceIds, marker } from './subjects.js';

/** What a change is to come to, as the providers' sheets have it and a judge needs it. */
export interface Aim {
  /** Whether a wallet stands as it would after it; null where nothing of the wallet tells. */
  readonly isReachedAt: ((body: Body | null) => boolean) | null;
  /** Whether a wallet that stands so forbids it, or needs it no more: the gateway, which reads first, sends nothing then. */
  readonly isPointlessAt: (body: Body | null) => boolean;
}

type Change = Readonly<Record<string, unknown>>;

const amounts = [300, 1_000].map(cents => ({ amount: { currency: 'COP', minorUnits: BigInt(cents) } }));

/** What can be asked of each mutation, besides the wallet. */
const variants: Readonly<Record<string, readonly Change[]>> = {
  updateDigitalWallet: [
    { status: 'ACTIVE', applicationInstanceId: null },
    { status: 'DISABLED', applicationInstanceId: null },
    { status: 'ACTIVE', applicationInstanceId: instanceIds[0] },
    { status: null, applicationInstanceId: instanceIds[1] },
  ],
  authenticateWalletAccount: [
    { gatewayReferenceId: null, clientAuthToken: null },
    { gatewayReferenceId: 'other', clientAuthToken: null },
  ],
  linkWalletAccount: [{ otp: rightCode }, { otp: '000000' }],
  topUpWalletAccount: amounts,
  chargeWalletAccount: amounts,
  changeCardTokenState: [{ state: 'ACTIVE' }, { state: 'SUSPENDED' }, { state: 'TERMINATED' }],
  updateMoovWallet: [
    { name: 'Rent' },
    { name: 'Travel', description: 'For trains' },
    { metadata: { team: 'b' } },
    { metadata: null },
  ],
};

export function changesBy(mutation: string): readonly Change[] {
  return variants[mutation] ?? [{}];
}

export function aimAt(mutation: string, change: Change): Aim | null {
  switch (mutation) {
    case 'updateDigitalWallet': {
      const { status, applicationInstanceId: instance } = change;
      const hasInstance = (body: Body): boolean => instance === null || instanceIn(body) === instance;
      return {
        isReachedAt: body => body !== null && (status === null || body.status === status) && hasInstance(body),
        isPointlessAt(body) {
          if (body === null || body.status === 'EXPIRED') return true;
          const has = instanceIn(body);
          const isSecond = has !== null && !hasInstance(body);
          return isSecond || (status === 'ACTIVE' && has === null && instance === null);
        },
      };
    }
    case 'deleteDigitalWallet':
      return { isReachedAt: body => body === null, isPointlessAt: () => false }; // 404 is what it wants to hear
    case 'authenticateWalletAccount':
      return { isReachedAt: null, isPointlessAt: body => body?.linked === true };
    case 'linkWalletAccount':
      // A guess is one call: nothing is read first.
      return { isReachedAt: body => body?.linked === true, isPointlessAt: () => false };
    case 'refreshWalletAccount':
      return { isReachedAt: null, isPointlessAt: body => body?.linked !== true };
    case 'delinkWalletAccount':
      return { isReachedAt: body => body?.linked === false, isPointlessAt: body => body?.linked === false };
    case 'changeCardTokenState':
      return {
        isReachedAt: body => body?.state === change.state,
        isPointlessAt: body => transitions[String(body?.state)]?.includes(String(change.state)) !== true,
      };
    case 'updateMoovWallet':
      return {
        isReachedAt: body =>
          body !== null &&
          (change.name === undefined || body.name === change.name) &&
          (change.description === undefined || body.description === change.description) &&
          (change.metadata === undefined || labelsOf(body) === labelsOf(change)),
        isPointlessAt: () => false, // what a closed wallet takes is not published
      };
    case 'closeMoovWallet':
      return {
        isReachedAt: body => body?.status === 'closed',
        isPointlessAt: body => body?.status === 'closed' || body?.walletType !== 'general' || balanceOf(body) !== 0,
      };
    default:
      return null;
  }
}

/** A person's own; those that the gateway keeps there are not among them. */
function labelsOf({ metadata }: Body): string {
  const own = Object.entries((metadata ?? {}) as Readonly<Record<string, string>>); // a map of texts
  return JSON.stringify(own.filter(([name]) => !(name in marker)).toSorted());
}

function balanceOf({ availableBalance }: Body): unknown {
  return (availableBalance as { readonly value: number }).value; // as Moov writes it
}
