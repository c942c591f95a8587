import { z } from 'zod';
import { namePart, partsOf, type NodeId } from '../../core/ids.js';

/** A routing id in a global id: encoded, since it may hold the slash by which parts are separated. */
const routingPart = z
  .string()
  .refine(text => Buffer.from(text, 'base64url').toString('base64url') === text)
  .transform(text => Buffer.from(text, 'base64url').toString('utf8'))
  .pipe(z.string().regex(/^[\x21-\x7e]{1,128}$/));

/** A wallet's: its customer, the routing id of all calls about the customer, and Juspay's id of it. */
export const juspayWalletAccountId: NodeId<[string, string, string]> = {
  typeName: 'JuspayWalletAccount',
  parts: z.tuple([namePart, routingPart, namePart]),
};

/** Which customer is asked about, and by which routing id: a later read needs both. */
export interface CustomerPlace {
  readonly customerId: string;
  readonly routingId: string;
}

export interface WalletPlace extends CustomerPlace {
  readonly walletId: string;
}

export function placeOf(walletAccountId: string): WalletPlace {
  const [customerId, routingId, walletId] = partsOf(walletAccountId, juspayWalletAccountId);
  return { customerId, routingId, walletId };
}
