import { z } from 'zod';
import { make } from '../../core/codec.js';
import { globalId, namePart } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import { WalletState } from '../../core/wallet.js';
import { decimal, read, string, time, unreadable, type Answer } from '../../upstream/answers.js';
import type { AuthenticateWalletAccountInput, LinkWalletAccountInput } from './commands.js';
import { juspayWalletAccountId, type CustomerPlace, type WalletPlace } from './ids.js';
import { JuspaySubAccount, JuspayWalletAccount, type JuspayWalletAccountInput } from './types.js';

/** Juspay's forms and JSON, as in "Create Wallet" and the pages around it. */

export function walletForm(input: JuspayWalletAccountInput): URLSearchParams {
  const form = new URLSearchParams({ gateway: input.gateway });
  if (input.authenticate) form.set('command', 'authenticate');
  if (input.mobileNumber != null) form.set('mobile_number', input.mobileNumber);
  if (input.gatewayReferenceId != null) form.set('gateway_reference_id', input.gatewayReferenceId);
  if (input.clientAuthToken != null) form.set('client_auth_token', input.clientAuthToken);
  return form;
}

/** Some pages show it as text. Null where it cannot be made out. */
const truth = z
  .union([
    z.boolean(),
    z
      .string()
      .toLowerCase()
      .pipe(z.enum(['true', 'false']))
      .transform(text => text === 'true'),
  ])
  .nullable()
  .catch(null);

const wallet = z.object({
  id: namePart,
  wallet: string,
  linked: truth,
  current_balance: decimal,
  last_refreshed: time, // 2026-01-31T09:15:00+0000
  metadata: z.object({ mobile_number: string }).nullable().catch(null),
  gateway_reference_id: string,
});

/** All commands go to one path; the form says which. */
export function commandForm(command: 'authenticate' | 'link' | 'refresh' | 'delink'): URLSearchParams {
  return new URLSearchParams({ command });
}

export function authenticateForm(input: AuthenticateWalletAccountInput): URLSearchParams {
  const form = commandForm('authenticate');
  if (input.gatewayReferenceId != null) form.set('gateway_reference_id', input.gatewayReferenceId);
  if (input.clientAuthToken != null) form.set('client_auth_token', input.clientAuthToken);
  return form;
}

export function linkForm({ otp }: LinkWalletAccountInput): URLSearchParams {
  const form = commandForm('link');
  form.set('otp', otp);
  return form;
}

/** A new wallet of the customer's, by that gateway. */
export function newWalletFrom(answer: Answer, place: CustomerPlace, gateway: string): JuspayWalletAccount {
  return juspayWallet(read(wallet, answer), place, gateway);
}

/** The wallet that was asked about; an answer about another one is somebody else's. */
export function walletFrom(answer: Answer, place: WalletPlace): JuspayWalletAccount {
  const found = read(wallet, answer);
  if (found.id.toLowerCase() !== place.walletId.toLowerCase()) throw unreadable(answer);
  return juspayWallet(found, place);
}

/** The same where something hangs on whether it is linked: an answer that does not say so cannot be read. */
export function knownWalletFrom(answer: Answer, place: WalletPlace): JuspayWalletAccount {
  if (read(wallet, answer).linked === null) throw unreadable(answer);
  return walletFrom(answer, place);
}

function juspayWallet(
  found: z.output<typeof wallet>,
  { customerId, routingId }: CustomerPlace,
  gateway = '',
): JuspayWalletAccount {
  return make(JuspayWalletAccount, {
    id: globalId(juspayWalletAccountId.typeName, customerId, Buffer.from(routingId).toString('base64url'), found.id),
    provider: WalletProvider.JUSPAY,
    providerId: found.id,
    state: found.linked === true ? WalletState.ACTIVE : WalletState.PENDING,
    providerStatus: null,
    customerId,
    walletName: found.wallet ?? gateway,
    linked: found.linked === true,
    currentBalance: found.current_balance,
    lastRefreshed: found.last_refreshed,
    mobileNumber: found.metadata?.mobile_number ?? null,
    gatewayReferenceId: found.gateway_reference_id,
    bankCode: null,
    subAccounts: null,
  });
}

const subAccount = z
  .object({ payment_method: string, payment_method_type: string, current_balance: decimal, last_refreshed: time })
  .nullable()
  .catch(null);

const listedWallet = wallet.extend({ juspay_bank_code: string, sub_details: z.array(subAccount).catch([]) });

/** How many there are in all, as a number or as text; null where the list does not say, NaN where it cannot be made out. */
const total = z
  .unknown()
  .optional()
  .transform(value => (value == null ? null : /^\d+$/.test(String(value)) ? Number(value) : Number.NaN));

/** A list that says too little of it is not taken for whole. */
function areAll(count: number, all: number | null): boolean {
  return all === null || all <= count;
}

const wholeList = z.object({ list: z.array(listedWallet), total });

/** A customer's wallets, and whether these are all: how to ask for more than the list shows is not published. */
export function walletsFrom(
  answer: Answer,
  place: CustomerPlace,
): { readonly wallets: readonly JuspayWalletAccount[]; readonly isWhole: boolean } {
  const { list, total: all } = read(wholeList, answer);
  const wallets = list.map(found => {
    const subAccounts = found.sub_details
      .filter(detail => detail !== null)
      .map(detail =>
        make(JuspaySubAccount, {
          paymentMethod: detail.payment_method,
          paymentMethodType: detail.payment_method_type,
          currentBalance: detail.current_balance,
          lastRefreshed: detail.last_refreshed,
        }),
      );
    return Object.assign(juspayWallet(found, place), { bankCode: found.juspay_bank_code, subAccounts });
  });
  return { wallets, isWhole: areAll(list.length, all) };
}

const tokenAnswer = z.object({ token: string });

/** It pays, and is read only for whoever asked for it. */
export function oneTimeTokenFrom(answer: Answer): string | null {
  return read(tokenAnswer, answer).token;
}

const listed = z.object({
  list: z.array(
    z.object({
      id: namePart,
      wallet: string,
      metadata: z.object({ mobile_number: string }).nullable().catch(null),
      gateway_reference_id: string,
    }),
  ),
  total,
});

/** Whose wallet it may be is told by what both the request and the list say: names, in either case. */
export interface WalletList {
  readonly ids: readonly string[];
  /** Those that such a create may have made. */
  readonly like: readonly string[];
  /**
   * Those that it may have made if wallets of that gateway go by another name, which nobody has told us; none where
   * somebody has.
   */
  readonly otherwiseNamed: readonly { readonly id: string; readonly resembles: boolean }[];
  /** False where the customer has more than the list shows: how to ask for the rest is not published. */
  readonly isWhole: boolean;
}

/** `aliases`: the wallet's name by the gateway's, where it differs; both in lower case. */
export function listFrom(
  answer: Answer,
  input: JuspayWalletAccountInput,
  aliases: ReadonlyMap<string, string>,
): WalletList {
  const { list, total: all } = read(listed, answer);
  const gateway = input.gateway.toLowerCase();
  const alias = aliases.get(gateway);
  const fitting = list
    .map(({ wallet: name, ...found }) => ({ ...found, name: name?.toLowerCase() ?? gateway }))
    .filter(({ metadata }) => areSame(input.mobileNumber, metadata?.mobile_number, isSameNumber))
    .filter(({ gateway_reference_id }) => areSame(input.gatewayReferenceId, gateway_reference_id, Object.is));
  const isLike = ({ name }: { readonly name: string }) => name === gateway || name === alias;
  return {
    ids: list.map(({ id }) => id),
    like: fitting.filter(isLike).map(({ id }) => id),
    otherwiseNamed: fitting
      .filter(found => alias === undefined && !isLike(found))
      .map(({ id, name }) => ({ id, resembles: name.startsWith(gateway) || gateway.startsWith(name) })),
    isWhole: areAll(list.length, all),
  };
}

/** Also where one of the two does not say it. */
function areSame(
  asked: string | null | undefined,
  found: string | null | undefined,
  isSame: (asked: string, found: string) => boolean,
): boolean {
  return asked == null || found == null || isSame(asked, found);
}

/** How a list writes it is not published: perhaps with its country's code, perhaps with a part of it hidden. */
function isSameNumber(asked: string, found: string): boolean {
  if (!/^[\d\s()+-]+$/.test(found)) return true; // it says too little to tell two apart
  const digits = found.replaceAll(/\D/g, '');
  return digits.endsWith(asked) || asked.endsWith(digits);
}
