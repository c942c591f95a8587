import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { WalletProvider } from '../../../src/core/provider.js';
import type { Simulators } from '../../../src/simulators/index.js';
import {
  AuthenticateWalletAccountDocument,
  ChangeCardTokenStateDocument,
  ChargeWalletAccountDocument,
  CloseMoovWalletDocument,
  CreateDigitalWalletDocument,
  CreateMoovWalletDocument,
  CreateWalletAccountDocument,
  DeleteDigitalWalletDocument,
  DelinkWalletAccountDocument,
  LinkWalletAccountDocument,
  ProvisionCardTokenDocument,
  RefreshWalletAccountDocument,
  TopUpWalletAccountDocument,
  UpdateDigitalWalletDocument,
  UpdateMoovWalletDocument,
} from '../../generated/operations.js';
import { freshKey } from '../../support/gateway.js';
import type { Answered } from '../../support/http.js';
import { fresh, type Owner, type Party } from './parties.js';

/** Every mutation: how it names somebody's things. */

export interface Change {
  readonly field: string;
  readonly provider: WalletProvider;
  readonly document: TypedDocumentNode<unknown, { readonly input: object }>;
  /** About a thing of that owner's which nothing else is about. */
  readonly input: (simulators: Simulators, owner: Owner) => object;
  /** What it ends with for whoever it belongs to. */
  readonly success: string;
  /** A code is to be sent first. */
  readonly needsCode?: true;
}

/** Keeps the types of a document's input while the change is written. */
function change<Data, Input extends { readonly idempotencyKey: string }>(
  field: string,
  provider: WalletProvider,
  rest: Omit<Change, 'field' | 'provider' | 'document' | 'input'> & {
    readonly document: TypedDocumentNode<Data, { input: Input }>;
    readonly input: (simulators: Simulators, owner: Owner) => Omit<Input, 'idempotencyKey'>;
  },
): Change {
  return { field, provider, ...rest } as unknown as Change; // `input` goes with the document it was written for
}

const { MOOV, PINGONE, JUSPAY, EQUALS_MONEY, LIQUIDO } = WalletProvider;
const application = '9f000000-0000-4000-8000-000000000001';
const amount = { currency: 'COP', minorUnits: '100' };

export const changes: readonly Change[] = [
  change('createMoovWallet', MOOV, {
    document: CreateMoovWalletDocument,
    input: (_simulators, { moovAccount }) => ({ accountId: moovAccount, name: `New purse of ${moovAccount}` }),
    success: 'MoovWalletCreated',
  }),
  change('updateMoovWallet', MOOV, {
    document: UpdateMoovWalletDocument,
    input: (simulators, owner) => ({ moovWalletId: fresh.moovWallet(simulators, owner), name: 'Renamed' }),
    success: 'MoovWalletUpdated',
  }),
  change('closeMoovWallet', MOOV, {
    document: CloseMoovWalletDocument,
    input: (simulators, owner) => ({ moovWalletId: fresh.moovWallet(simulators, owner) }),
    success: 'MoovWalletClosed',
  }),
  change('createDigitalWallet', PINGONE, {
    document: CreateDigitalWalletDocument,
    input: (_simulators, { pingOneUser }) => ({
      userId: pingOneUser,
      digitalWalletApplicationId: application,
      notification: { methods: ['EMAIL' as const] },
    }),
    success: 'DigitalWalletCreated',
  }),
  change('updateDigitalWallet', PINGONE, {
    document: UpdateDigitalWalletDocument,
    input: (simulators, owner) => ({
      digitalWalletId: fresh.digitalWallet(simulators, owner),
      status: 'DISABLED' as const,
    }),
    success: 'DigitalWalletUpdated',
  }),
  change('deleteDigitalWallet', PINGONE, {
    document: DeleteDigitalWalletDocument,
    input: (simulators, owner) => ({ digitalWalletId: fresh.digitalWallet(simulators, owner) }),
    success: 'DigitalWalletDeleted',
  }),
  change('createWalletAccount', JUSPAY, {
    document: CreateWalletAccountDocument,
    input: (_simulators, { juspayCustomer }) => ({
      account: { juspay: { customerId: juspayCustomer, gateway: 'PAYTM', mobileNumber: '9000000001' } },
    }),
    success: 'WalletAccountCreated',
  }),
  change('authenticateWalletAccount', JUSPAY, {
    document: AuthenticateWalletAccountDocument,
    input: (simulators, owner) => ({ walletAccountId: fresh.juspayWallet(simulators, owner, false) }),
    success: 'OneTimeCodeSent',
  }),
  change('linkWalletAccount', JUSPAY, {
    document: LinkWalletAccountDocument,
    input: (simulators, owner) => ({ walletAccountId: fresh.juspayWallet(simulators, owner, false), otp: '731841' }),
    success: 'WalletAccountLinked',
    needsCode: true,
  }),
  change('refreshWalletAccount', JUSPAY, {
    document: RefreshWalletAccountDocument,
    input: (simulators, owner) => ({ walletAccountId: fresh.juspayWallet(simulators, owner) }),
    success: 'WalletAccountRefreshed',
  }),
  change('delinkWalletAccount', JUSPAY, {
    document: DelinkWalletAccountDocument,
    input: (simulators, owner) => ({ walletAccountId: fresh.juspayWallet(simulators, owner) }),
    success: 'WalletAccountDelinked',
  }),
  change('topUpWalletAccount', LIQUIDO, {
    document: TopUpWalletAccountDocument,
    input: (simulators, owner) => ({ walletAccountId: fresh.liquidoWallet(simulators, owner), amount }),
    success: 'WalletAccountToppedUp',
  }),
  change('chargeWalletAccount', LIQUIDO, {
    document: ChargeWalletAccountDocument,
    input: (simulators, owner) => ({ walletAccountId: fresh.liquidoWallet(simulators, owner), amount }),
    success: 'WalletAccountCharged',
  }),
  change('provisionCardToken', EQUALS_MONEY, {
    document: ProvisionCardTokenDocument,
    input: (_simulators, { cardAccount, card, device }) => ({
      accountId: cardAccount,
      cardId: card,
      deviceType: 'MOBILE_PHONE' as const,
      provisioningAppVersion: '1.4.0',
      wallet: { google: { deviceId: device, walletUserId: 'wallet-user-1' } },
    }),
    success: 'CardTokenProvisioned',
  }),
  change('changeCardTokenState', EQUALS_MONEY, {
    document: ChangeCardTokenStateDocument,
    input: (simulators, owner) => ({ cardTokenId: fresh.cardToken(simulators, owner), state: 'SUSPENDED' as const }),
    success: 'CardTokenStateChanged',
  }),
];

/** Sends it as somebody, about whatever the input names. */
export function send({ document }: Change, by: Party, input: object, key = freshKey()): Promise<Answered> {
  return by.tell(document, { input: { ...input, idempotencyKey: key } });
}

/** Sends it as whoever the thing belongs to, after what has to come first. */
export async function sendOwn(what: Change, by: Party, input: object, key = freshKey()): Promise<Answered> {
  const { walletAccountId } = input as { readonly walletAccountId?: string };
  if (what.needsCode === true && walletAccountId !== undefined) {
    await by.tell(AuthenticateWalletAccountDocument, { input: { walletAccountId, idempotencyKey: freshKey() } });
  }
  return send(what, by, input, key);
}
