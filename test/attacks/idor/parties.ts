import { randomUUID } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { globalId } from '../../../src/core/ids.js';
import type { Simulators } from '../../../src/simulators/index.js';
import { idEnding } from '../../../src/simulators/outcomes.js';
import {
  CardTokensDocument,
  CreateMoovWalletDocument,
  OperationByKeyDocument,
  WalletsDocument,
} from '../../generated/operations.js';
import { freshKey } from '../../support/gateway.js';
import { post, type Answered } from '../../support/http.js';
import type { WrittenOwners } from '../../support/tenants.js';

/** Who attacks and who is attacked, and what they have. */

/** Somebody as each provider knows them. */
export interface Owner {
  readonly moovAccount: string;
  readonly pingOneUser: string;
  readonly juspayCustomer: string;
  readonly cardAccount: string;
  readonly card: string;
  readonly person: string;
  readonly device: string;
  /** Who owns a wallet at LIQUIDO is known by the wallet alone. */
  readonly liquidoWallet: string;
}

/** What somebody has, made once and never changed. */
export interface Shelf {
  readonly owner: Owner;
  readonly moovWallet: string;
  readonly digitalWallet: string;
  readonly juspayWallet: string;
  readonly liquidoWallet: string;
  readonly cardToken: string;
  /** An operation that made a wallet in the Moov account, and its key. */
  readonly operation: string;
  readonly key: string;
  /** After the first wallet of the Moov account, and after the first token of the card's account. */
  readonly walletsCursor: string;
  readonly tokensCursor: string;
}

export type Tell = <Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Answered>;

export interface Party {
  readonly name: string;
  readonly owner: Owner;
  /** Of their tenant. */
  readonly simulators: Simulators;
  readonly shelf: Shelf;
  readonly tell: Tell;
}

export function newOwner({ liquido }: Simulators): Owner {
  const mark = randomUUID();
  return {
    moovAccount: idEnding(),
    pingOneUser: idEnding(),
    juspayCustomer: `shopper-${mark}-x`, // no ending asks for an outcome
    cardAccount: `F-${mark}-x`,
    card: idEnding(),
    person: idEnding(),
    device: `device-${mark.slice(0, 8)}`,
    liquidoWallet: liquido.addWallet({ cents: '1000000' }),
  };
}

/** As claims and TENANTS_FILE have them. */
export function writtenOwners(...owners: readonly Owner[]): WrittenOwners {
  return {
    moov: owners.map(({ moovAccount }) => moovAccount),
    pingone: owners.map(({ pingOneUser }) => pingOneUser),
    juspay: owners.map(({ juspayCustomer }) => juspayCustomer),
    equals_money: owners.map(({ cardAccount }) => cardAccount),
    liquido: owners.map(({ liquidoWallet }) => liquidoWallet),
  };
}

/** How somebody with that token speaks to a gateway: the whole answer, below anything that reads it. */
export function tellAs(url: string, authorization: string | null): Tell {
  return (document, variables) =>
    post(url, { query: print(document), variables }, authorization === null ? {} : { authorization });
}

/** Wallets that providers have, by the ids that this gateway gives them. */
export const fresh = {
  moovWallet: ({ moov }: Simulators, { moovAccount }: Owner): string =>
    globalId('MoovWallet', moovAccount, moov.addWallet(moovAccount, { name: `Purse of ${moovAccount}` })),
  digitalWallet: ({ pingone }: Simulators, { pingOneUser }: Owner): string =>
    globalId(
      'DigitalWallet',
      pingone.environment.PINGONE_ENVIRONMENT_ID ?? '',
      pingOneUser,
      pingone.addWallet(pingOneUser, { status: 'ACTIVE' }),
    ),
  juspayWallet: ({ juspay }: Simulators, { juspayCustomer }: Owner, linked = true): string =>
    juspayId(juspayCustomer, juspay.addWallet(juspayCustomer, { gateway: 'MOBIKWIK', linked })),
  cardToken: ({ equalsMoney }: Simulators, { cardAccount, card, person, device }: Owner): string =>
    globalId(
      'CardToken',
      cardAccount,
      card,
      equalsMoney.addToken({ accountId: cardAccount, cardId: card, personId: person, deviceId: device }),
    ),
  liquidoWallet: (_simulators: Simulators, { liquidoWallet }: Owner): string =>
    globalId('LiquidoWalletAccount', liquidoWallet),
};

export function juspayId(customerId: string, walletId: string): string {
  return globalId('JuspayWalletAccount', customerId, Buffer.from(customerId).toString('base64url'), walletId);
}

/** Everything is made by its owner, or was at the provider before. */
export async function newParty(
  name: string,
  { tell, owner, simulators }: Pick<Party, 'tell' | 'owner' | 'simulators'>,
): Promise<Party> {
  const key = freshKey();
  const accountId = owner.moovAccount;
  const input = { idempotencyKey: key, accountId, name: `First purse of ${accountId}` };
  found(await tell(CreateMoovWalletDocument, { input }), 'createMoovWallet', 'moovWallet');
  const named = await tell(OperationByKeyDocument, { mutation: 'createMoovWallet', idempotencyKey: key });
  const tokens = [fresh.cardToken(simulators, owner), fresh.cardToken(simulators, owner)];
  const [, cardToken = ''] = tokens;
  const wallets = await tell(WalletsDocument, { owners: [{ moovAccount: { accountId } }], first: 1 });
  const listed = await tell(CardTokensDocument, { accountId: owner.cardAccount, first: 1 });
  const shelf: Shelf = {
    owner,
    moovWallet: fresh.moovWallet(simulators, owner),
    digitalWallet: fresh.digitalWallet(simulators, owner),
    juspayWallet: fresh.juspayWallet(simulators, owner),
    liquidoWallet: fresh.liquidoWallet(simulators, owner),
    cardToken,
    operation: String(found(named, 'operationByKey', 'id')),
    key,
    walletsCursor: String(found(wallets, 'wallets', 'pageInfo', 'endCursor')),
    tokensCursor: String(found(listed, 'cardTokens', 'pageInfo', 'endCursor')),
  };
  return { name, owner, simulators, shelf, tell };
}

/** What stands there in an answer; throws where nothing does. */
export function found({ text }: Answered, ...path: readonly string[]): unknown {
  let value: unknown = (JSON.parse(text) as { readonly data?: unknown }).data;
  for (const member of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[member];
  if (value == null) throw new Error(`There is no ${path.join('.')} in ${text}`);
  return value;
}

/** Every text by which something of theirs is known. */
export function namesOf({ shelf, owner, simulators }: Party): string[] {
  const { owner: _same, ...ids } = shelf;
  const inside = Object.values(ids).flatMap(id => Buffer.from(id, 'base64url').toString('latin1').split('/').slice(1));
  const known = new Set([...Object.values(ids), ...Object.values(owner), ...inside]);
  // Several have one environment at PingOne.
  return [...known].filter(
    text => /^[\w-]{12,}$/.test(text) && text !== simulators.pingone.environment.PINGONE_ENVIRONMENT_ID,
  );
}
