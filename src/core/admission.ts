import type { GraphQLSchema } from 'graphql';
import { demand } from './authorization.js';
import type { MutationError } from './errors.js';
import { MutationFailure } from './failures.js';
import type { Caller, Intent } from './intent.js';
import type { Entry } from './journal-entry.js';
import { actsFor, isGranted, isNarrowed, type Permission } from './principal.js';
import { ownerOf, type Recoveries } from './recovery.js';
import { notFound } from './replies.js';

/** Whether a caller may do what they intend: at that provider, and to whose wallet. */
export interface Admission {
  /** Throws where they have no permission for it at that provider. */
  demand(caller: Caller, intent: Intent): void;
  /** Whether they act for whom it is about, as far as the input tells. */
  actsFor(caller: Caller, intent: Intent): boolean;
  /** Whether the provider has to be asked whose the wallet is. */
  mustAsk(caller: Caller, intent: Intent): boolean;
  /** What to answer where the wallet is not that owner's, before anything is claimed or sent; null where it is. */
  refusalOf(caller: Caller, intent: Intent): Promise<MutationError | null>;
  /** Whether they may see what became of it. */
  maySee(caller: Pick<Caller, 'principal'>, entry: Entry): boolean;
}

export function admission(schema: GraphQLSchema, recoveries: Recoveries): Admission {
  const fields = schema.getMutationType()?.getFields() ?? {};

  return {
    demand({ principal }, { mutation, provider }) {
      const permission = fields[mutation]?.extensions.permission;
      if (permission !== undefined) demand(principal, permission as Permission, provider); // `Needs` wrote it
    },

    actsFor: ({ principal }, { mutation, provider, input }) =>
      actsFor(principal, provider, ownerOf(recoveries, { mutation, provider, input })),

    mustAsk: ({ principal }, { mutation, provider }) =>
      isNarrowed(principal, provider) && recoveries.of(provider, mutation)?.isOwners !== undefined,

    async refusalOf({ principal, request }, { mutation, provider, input }) {
      const recovery = recoveries.of(provider, mutation);
      if (recovery?.isOwners === undefined || !isNarrowed(principal, provider)) return null;
      const source = recoveries.source(recovery, principal.tenant);
      if (source === null) return null; // nothing can be sent
      try {
        return (await recovery.isOwners(source, input, { request })) ? null : notFound();
      } catch (error) {
        if (error instanceof MutationFailure) return error.error;
        throw error;
      }
    },

    maySee: ({ principal }, entry) =>
      isGranted(principal, 'operations:read', entry.provider) &&
      actsFor(principal, entry.provider, ownerOf(recoveries, entry)),
  };
}
