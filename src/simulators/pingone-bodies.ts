import type { JsonObject } from './json.js';
import { outcomeOf } from './outcomes.js';
import type { Credential, Wallet } from './pingone-rules.js';

/** What notification links open; any app id has this one here. */
const appOpenUrl = 'https://wallet.example.com/open';

export interface Bodies {
  wallet(wallet: Wallet, baseUrl: string): JsonObject;
  /** The answer to a create alone carries the links for the person (reference section 11). */
  created(wallet: Wallet, baseUrl: string): JsonObject;
  /** As an item of a list (reference section 6.2). */
  listed(wallet: Wallet, baseUrl: string): JsonObject;
  credential(credential: Credential): JsonObject;
  app(id: string, baseUrl: string): JsonObject;
}

export interface BodiesOptions {
  readonly environmentId: string;
  readonly listDetails: 'none' | 'device';
  /** A time in the style of this simulator. */
  written(at: string): string;
}

export function bodies({ environmentId, listDetails, written }: BodiesOptions): Bodies {
  const environment = { id: environmentId };
  const below = (baseUrl: string): string => `${baseUrl}/v1/environments/${environmentId}`;

  function linksOf({ id, userId }: Wallet, baseUrl: string): JsonObject {
    return { self: { href: `${below(baseUrl)}/users/${userId}/digitalWallets/${id}` } };
  }

  function walletBody(wallet: Wallet, baseUrl: string): JsonObject {
    return {
      _links: linksOf(wallet, baseUrl),
      id: wallet.id,
      createdAt: wallet.createdAt,
      updatedAt: wallet.updatedAt,
      environment,
      user: { id: wallet.userId },
      digitalWalletApplication: { id: wallet.applicationId },
      status: wallet.status,
      ...(wallet.instanceId !== undefined && { applicationInstance: { id: wallet.instanceId } }),
      deviceData: wallet.deviceData,
      // Absent from the documented samples of every other status (reference section 6).
      ...(wallet.status === 'PAIRING_REQUIRED' && { pairingSession: { ...wallet.pairingSession, environment } }),
      pairingAttempts: wallet.pairingAttempts,
      notification: wallet.notification,
    };
  }

  return {
    wallet: walletBody,
    created(wallet, baseUrl) {
      const { _links, ...rest } = walletBody(wallet, baseUrl);
      // The published sample in which every notification failed has no links at all.
      if (outcomeOf(wallet.userId) === '208') return rest;
      const { qrUrl } = wallet.pairingSession;
      const isSilent = wallet.instanceId !== undefined;
      const open = {
        appOpen: { href: `${appOpenUrl}?u=${encodeURIComponent(String(qrUrl))}` },
        qrUrl: { href: qrUrl },
      };
      return { _links: { ...linksOf(wallet, baseUrl), ...(!isSilent && open) }, ...rest };
    },
    listed(wallet, baseUrl) {
      const { pairingSession: _never, deviceData, pairingAttempts, ...rest } = walletBody(wallet, baseUrl);
      return listDetails === 'device' ? { ...rest, deviceData, pairingAttempts } : rest;
    },
    credential: ({ id, userId, walletId, credentialId, ...rest }) => ({
      id,
      environment,
      user: { id: userId },
      credential: { id: credentialId },
      digitalWallet: { id: walletId },
      createdAt: rest.createdAt,
      expiredAt: rest.expiredAt,
      status: rest.status,
      walletActions: rest.walletActions,
    }),
    app: (id, baseUrl) => ({
      _links: { self: { href: `${below(baseUrl)}/digitalWalletApplications/${id}` } },
      id,
      createdAt: written('2026-01-10T09:00:00.000Z'),
      updatedAt: written('2026-01-10T09:00:00.000Z'),
      environment,
      name: 'Customer Wallet',
      application: { id: '84000000-0000-4000-8000-000000000030' },
      appOpenUrl,
      usesPingOneWalletSDK: true,
    }),
  };
}
