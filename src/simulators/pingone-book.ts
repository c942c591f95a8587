import { randomBytes, randomUUID } from 'node:crypto';
import { listLag } from './list-lag.js';
import type { ListLag, ListLagOptions } from './list-lag.js';
import { outcomeOf, sampleExists, sampleOutcome } from './outcomes.js';
import type { Numbered } from './pingone-lists.js';
import { notified } from './pingone-rules.js';
import type { CreateRequest, Credential, Wallet } from './pingone-rules.js';
import { withNanoseconds } from './times.js';

/** Reference section 7: inferred from a published list in which wallets turned EXPIRED after some 72 hours. */
const usualPairingWindowMs = 72 * 60 * 60 * 1000;

/** The only app of the published samples. */
export const usualApplicationId = '9f000000-0000-4000-8000-000000000001';

export interface BookOptions extends ListLagOptions {
  /** A wallet that waits longer for its pairing reads EXPIRED. */
  readonly pairingWindowMs?: number;
  /** Every time has nine digits, as in a published sample. */
  readonly nanoseconds?: boolean;
}

/** What is there: wallets, the credentials in them, and the apps that wallets were made for. */
export interface Book {
  readonly apps: ReadonlySet<string>;
  readonly lag: ListLag;
  /** A time, now unless given, in the style of this simulator. */
  written(at?: string): string;
  /** A wallet that is not there yet. */
  draft(userId: string, asked: CreateRequest, baseUrl: string): Wallet;
  add(wallet: Wallet): void;
  provision(credential: Credential): void;
  wallet(id: string): Wallet | undefined;
  /** As `wallet`, if it is this user's. A sample is that of the user who asks for it first. */
  walletOf(userId: string, id: string, baseUrl: string): Wallet | undefined;
  walletsOf(userId: string): (Wallet & Numbered)[];
  credentialsIn(walletId: string): (Credential & Numbered)[];
  /** With its credentials (reference section 4.1). */
  remove(walletId: string): void;
  setPairingWindow(ms: number): void;
  forget(): void;
}

export function openBook(options: BookOptions): Book {
  const wallets = new Map<string, Wallet & Numbered>();
  const apps = new Set<string>();
  const credentials: (Credential & Numbered)[] = [];
  /** A sample that was deleted does not come back. */
  const removed = new Set<string>();
  const lag = listLag(options);
  const { nanoseconds = false, pairingWindowMs = usualPairingWindowMs } = options;
  let windowMs = pairingWindowMs;
  let sequence = 0;

  function written(at = new Date().toISOString()): string {
    return nanoseconds ? withNanoseconds(at) : at;
  }

  /** The same thing, which lists know from now on. */
  function numbered<Made extends object>(made: Made): Made & Numbered {
    lag.note(made);
    return Object.assign(made, { sequence: sequence++ });
  }

  /** Nothing needs to happen for it; an expired wallet stays so, however the window changes. */
  function expireIfDue(wallet: Wallet): void {
    const isDue = wallet.status === 'PAIRING_REQUIRED' && Date.now() - Date.parse(wallet.createdAt) >= windowMs;
    if (isDue) Object.assign(wallet, { status: 'EXPIRED', updatedAt: written() });
  }

  function draft(
    userId: string,
    { applicationId, instanceId, notification }: CreateRequest,
    baseUrl: string,
    id: string = randomUUID(),
  ): Wallet {
    const hasNanoseconds = outcomeOf(userId) === '208';
    const at = hasNanoseconds ? withNanoseconds(new Date().toISOString()) : written();
    const pairingSession = {
      id: randomUUID(),
      ...(!hasNanoseconds && { createdAt: at, updatedAt: at }),
      user: { id: userId },
      digitalWallet: { id },
      challenge: randomBytes(8).toString('hex'),
      qrUrl: `${baseUrl}/v1/distributedid/requests/${randomUUID()}`,
      status: 'INITIAL',
    };
    return {
      id,
      userId,
      applicationId,
      instanceId,
      createdAt: at,
      updatedAt: at,
      status: 'PAIRING_REQUIRED',
      pairingSession,
      notification: notification && notified(notification, userId),
    };
  }

  function add(wallet: Wallet): void {
    wallets.set(wallet.id, numbered(wallet));
    apps.add(wallet.applicationId);
  }

  function addSample(userId: string, id: string, baseUrl: string): void {
    const code = sampleOutcome(id);
    const instanceId = code === '207' ? randomUUID() : undefined;
    const status = code === '207' ? 'ACTIVE' : code === '208' ? 'EXPIRED' : 'PAIRING_REQUIRED';
    add({ ...draft(userId, { applicationId: usualApplicationId, instanceId }, baseUrl, id), status });
  }

  function find(id: string): Wallet | undefined {
    const wallet = wallets.get(id);
    if (wallet) expireIfDue(wallet);
    return wallet;
  }

  return {
    apps,
    lag,
    written,
    draft,
    add,
    provision: credential => void credentials.push(numbered(credential)),
    wallet: find,
    walletOf(userId, id, baseUrl) {
      if (!wallets.has(id) && !removed.has(id) && sampleExists(id)) addSample(userId, id, baseUrl);
      const wallet = find(id);
      return wallet?.userId === userId ? wallet : undefined;
    },
    walletsOf(userId) {
      const own = [...wallets.values()].filter(wallet => wallet.userId === userId);
      own.forEach(expireIfDue);
      return own;
    },
    credentialsIn: walletId => credentials.filter(credential => credential.walletId === walletId),
    remove(walletId) {
      wallets.delete(walletId);
      removed.add(walletId);
      const left = credentials.filter(credential => credential.walletId !== walletId);
      credentials.splice(0, credentials.length, ...left);
    },
    setPairingWindow(ms) {
      windowMs = ms;
      for (const wallet of wallets.values()) expireIfDue(wallet);
    },
    forget() {
      wallets.clear();
      removed.clear();
      apps.clear();
      credentials.length = 0;
      windowMs = pairingWindowMs;
      lag.forget();
    },
  };
}
