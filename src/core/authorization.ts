import { defaultFieldResolver, GraphQLError, type GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from './context.js';
import { isGranted, type Permission, type Principal } from './principal.js';
import { providerTitles, type WalletProvider } from './provider.js';

/**
 * Who may do what: declared on a field by `Needs`, checked before its resolver by `guard`, and said in the schema. Whose
 * wallets it is about is known only behind the field: see `admission`.
 */

/** The permission without which a field answers with an error; at any provider, where none is named. */
export function Needs(permission: Permission, provider?: WalletProvider): MethodDecorator & PropertyDecorator {
  return Extensions({ permission, permissionAt: provider });
}

interface Needed {
  readonly permission?: Permission;
  readonly permissionAt?: WalletProvider;
}

/** Puts what `Needs` declared of a field before its resolver. */
export function guard(field: GraphQLField<unknown, Context>): void {
  const { permission, permissionAt } = field.extensions as Needed; // `Needs` wrote it
  if (permission === undefined) return;
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args, context, info) => {
    const refusal = refusalOf(context.principal, permission, permissionAt);
    return refusal === null ? resolve(source, args, context, info) : Promise.reject(refusal);
  };
}

/** Throws where somebody may not do it at that provider; at any of them, where none is named. */
export function demand(principal: Principal, permission: Permission, provider?: WalletProvider): void {
  const refusal = refusalOf(principal, permission, provider);
  if (refusal !== null) throw refusal;
}

function refusalOf(principal: Principal, permission: Permission, provider?: WalletProvider): GraphQLError | null {
  if (isGranted(principal, permission, provider)) return null;
  return forbidden(permission, provider === undefined ? '' : ` at ${providerTitles[provider]}`);
}

/** Throws where somebody may not do it at all providers, or for some owners only: their tenant's, too. */
export function demandAll({ grants, owners, tenantOwners = null }: Principal, permission: Permission): void {
  if (!grants.has(permission) || owners.length > 0 || tenantOwners !== null)
    throw forbidden(permission, ' at all providers and for all owners');
}

function forbidden(permission: Permission, where: string): GraphQLError {
  return new GraphQLError(`This needs the permission ${permission}${where}.`, {
    extensions: { code: 'FORBIDDEN', permission },
  });
}
