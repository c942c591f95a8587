import { GraphQLError } from 'graphql';
import { Authorized, Extensions, type AuthChecker } from 'type-graphql';
import type { Context } from './context.js';
import { isGranted, type Permission, type Principal } from './principal.js';
import { providerTitles, type WalletProvider } from './provider.js';

/**
 * Who may do what: declared on a field by `Needs`, checked here, and said in the schema. Whose wallets it is about is
 * known only behind the field: see `admission`.
 */

interface Need {
  readonly permission: Permission;
  /** Where it must hold; at any provider where left out. */
  readonly provider: WalletProvider | undefined;
}

/** The permission without which a field answers with an error. */
export function Needs(permission: Permission, provider?: WalletProvider): MethodDecorator & PropertyDecorator {
  return (target: object, name: string | symbol) => {
    Authorized<Need>([{ permission, provider }])(target, name);
    Extensions({ permission })(target, name); // for the description, and for whoever reads the schema
  };
}

/** TypeGraphQL asks it for every field that needs something. */
export const authChecker: AuthChecker<Context, Need> = ({ context }, needed) => {
  for (const { permission, provider } of needed) demand(context.principal, permission, provider);
  return true;
};

/** Throws where somebody may not do it at that provider; at any of them, where none is named. */
export function demand(principal: Principal, permission: Permission, provider?: WalletProvider): void {
  if (isGranted(principal, permission, provider)) return;
  throw forbidden(permission, provider === undefined ? '' : ` at ${providerTitles[provider]}`);
}

/** Throws where somebody may not do it at all providers, or for some owners only. */
export function demandAll({ grants, owners }: Principal, permission: Permission): void {
  if (!grants.has(permission) || owners.length > 0) throw forbidden(permission, ' at all providers and for all owners');
}

function forbidden(permission: Permission, where: string): GraphQLError {
  return new GraphQLError(`This needs the permission ${permission}${where}.`, {
    extensions: { code: 'FORBIDDEN', permission },
  });
}
