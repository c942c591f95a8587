import { globalId } from '../../src/core/ids.js';
import { bodyOf, longAgo, type Body, type Books, type Wallet } from './books.js';
import type { Kind } from './kinds.js';
import { walletAt } from './providers/pingone.js';
import { newId, walletFor as juspayWallet } from './providers/juspay.js';
import { walletWith } from './providers/liquido.js';
import { walletFor as moovWallet } from './providers/moov.js';

/** Wallets that are there when a schedule begins, to be changed by its clients, and by the providers themselves. */
export interface Subject {
  readonly host: Kind['host'];
  readonly wallet: Wallet;
  /** As the gateway names it. */
  readonly id: string;
}

export const environmentId = '11111111-1111-4111-8111-111111111111';
export const applicationId = '22222222-2222-4222-8222-222222222222';
export const instanceIds = ['33333333-3333-4333-8333-333333333333', '44444444-4444-4444-8444-444444444444'] as const;
/** The label by which the gateway finds what it made: an update must not lose it. */
export const marker = { billfoldOperation: '55555555-5555-4555-8555-555555555555' };

export function plantSubject(host: Kind['host'], books: Books): Subject {
  const { random } = books;
  const owner = random.uuid();
  const id = host === 'juspay' ? newId(books) : random.uuid();
  const plant = (path: string, body: Body): Wallet => books.plant(host, path, id, body);
  const named = (wallet: Wallet, typeName: string, ...parts: readonly string[]): Subject => ({
    host,
    wallet,
    id: globalId(typeName, ...parts, id),
  });
  switch (host) {
    case 'pingone': {
      const path = `/v1/environments/${environmentId}/users/${owner}/digitalWallets`;
      const fresh = walletAt(books, path, id, { digitalWalletApplication: { id: applicationId } }, longAgo);
      const paired = {
        ...fresh,
        status: 'ACTIVE',
        applicationInstance: { id: instanceIds[0] },
        pairingSession: undefined,
      };
      const body = random.pick([fresh, paired, { ...paired, status: 'DISABLED' }, { ...fresh, status: 'DISABLED' }]);
      return named(plant(path, body), 'DigitalWallet', environmentId, owner);
    }
    case 'juspay': {
      const form = new URLSearchParams({ gateway: 'MOBIKWIK' });
      const body = { ...juspayWallet(id, form), linked: random.chance(0.4) };
      const routing = Buffer.from(owner).toString('base64url');
      return named(plant(`/customers/${owner}/wallets`, body), 'JuspayWalletAccount', owner, routing);
    }
    case 'liquido': {
      const body = walletWith(id, random.pick([0, 700, 5_000]), { country: 'CO', currency: 'COP' });
      return named(plant('/v1/accounts/wallet', body), 'LiquidoWalletAccount');
    }
    case 'equals-money': {
      const state = random.pick(['REQUESTED', 'ACTIVE', 'ACTIVE', 'SUSPENDED', 'TERMINATED', 'REQUEST_DECLINED']);
      const row = { token: id, deviceId: 'device', cardId: owner, cardName: 'Card', lastFour: '4242' };
      const token = plant('', { ...row, state, accountId: 'F00042' });
      return named(token, 'CardToken', 'F00042', owner);
    }
    case 'moov': {
      const labels = { team: 'a', ...marker };
      const open = moovWallet(books, id, { name: 'Savings', metadata: labels }, longAgo);
      const funds = { currency: 'USD', value: 500, valueDecimal: '5.00' };
      const body = random.pick([
        open,
        open,
        open,
        { ...open, status: 'closed', closedOn: books.timeText(longAgo) },
        { ...open, walletType: 'default' },
        { ...open, availableBalance: funds },
      ]);
      return named(plant(`/accounts/${owner}/wallets`, body), 'MoovWallet', owner);
    }
  }
}

/** What a provider, or somebody else, may do with a wallet on their own; null where nothing. */
export function ownMove({ host, wallet }: Subject, { random }: Books): Body | null {
  const stands = bodyOf(wallet);
  if (stands === null) return null;
  switch (host) {
    case 'pingone': {
      const paired = { status: 'ACTIVE', applicationInstance: { id: instanceIds[1] }, pairingSession: undefined };
      if (stands.status !== 'PAIRING_REQUIRED') return { ...stands, status: 'DISABLED' }; // its application was deleted
      return { ...stands, ...random.pick([paired, { status: 'EXPIRED', pairingSession: undefined }]) };
    }
    case 'equals-money': {
      const next = {
        REQUESTED: ['ACTIVE', 'REQUEST_DECLINED'],
        ACTIVE: ['SUSPENDED', 'TERMINATED'],
        SUSPENDED: ['ACTIVE'],
      };
      const states = next[stands.state as keyof typeof next] as readonly string[] | undefined; // final ones go nowhere
      return states === undefined ? null : { ...stands, state: random.pick(states) };
    }
    case 'moov':
      return stands.status === 'closed'
        ? null
        : { ...stands, availableBalance: { currency: 'USD', value: random.pick([0, 900, 900]), valueDecimal: '9' } };
    case 'juspay':
    case 'liquido':
      return null; // whoever else moves money or links is not told apart from those whose keys are judged
  }
}
