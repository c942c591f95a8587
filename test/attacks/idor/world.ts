import { join } from 'node:path';
import type { Simulators } from '../../../src/simulators/index.js';
import { startTestGateway, withGateway, type TestGateway } from '../../support/gateway.js';
import type { Answered } from '../../support/http.js';
import { temporaryFolder } from '../../support/process.js';
import {
  listenTo,
  secretsOfTenant,
  simulatorsOf,
  writeTenants,
  writtenTenant,
  type WrittenOwners,
} from '../../support/tenants.js';
import { newIssuer, type Issuer, type TokenClaims } from '../../support/tokens.js';
import { newOwner, newParty, tellAs, writtenOwners, type Owner, type Party } from './parties.js';

/** One gateway, several tenants, and nobody. */

/** Of each tenant, the owners of wallets that it has, and whether it may act for them alone. */
export interface Plan {
  readonly owners: number;
  readonly isNarrowed: boolean;
}

export interface World {
  readonly gateway: TestGateway;
  readonly issuer: Issuer;
  /** Somebody of that tenant, with the tenant's owner of that number. */
  party(tenant: string, number?: number, claims?: TokenClaims): Promise<Party>;
  ownersOf(tenant: string): readonly Owner[];
  simulatorsOf(tenant: string): Simulators;
  /** What any provider of any tenant hears from now on; those of the environment, which are nobody's, too. */
  listen(): () => string[];
  stop(): Promise<void>;
}

interface Tenant {
  readonly simulators: Simulators;
  readonly owners: readonly Owner[];
  readonly written: WrittenOwners | undefined;
}

export async function startWorld(plans: Readonly<Record<string, Plan>>, environment = {}): Promise<World> {
  const issuer = newIssuer();
  const tenants = new Map<string, Tenant>();
  for (const [name, plan] of Object.entries(plans)) {
    const simulators = await simulatorsOf(name);
    const owners = Array.from({ length: plan.owners }, () => newOwner(simulators));
    tenants.set(name, { simulators, owners, written: plan.isNarrowed ? writtenOwners(...owners) : undefined });
  }
  const tenant = (name: string): Tenant => {
    const known = tenants.get(name);
    if (known === undefined) throw new Error(`There is no tenant ${name}.`);
    return known;
  };
  const file = join(temporaryFolder(), 'tenants.json');
  writeTenants(
    file,
    Object.fromEntries([...tenants].map(([name, own]) => [name, writtenTenant(name, own.simulators, own.written)])),
  );
  const secrets = [...tenants].map(([name, { simulators }]) => secretsOfTenant(name, simulators));
  const gateway = await startTestGateway({
    environment: {
      ...issuer.environment,
      ...Object.assign({}, ...secrets),
      TENANTS_FILE: file,
      ...environment,
    },
  });

  return {
    gateway,
    issuer,
    party(name, number = 0, claims = {}) {
      const { owners, simulators } = tenant(name);
      const owner = owners[number];
      if (owner === undefined) throw new Error(`${name} has no owner ${number}.`);
      const tell = tellAs(gateway.url, issuer.bearer({ sub: `${name} ${number}`, tenant: name, ...claims }));
      return newParty(`${name} ${number}`, { tell, owner, simulators });
    },
    ownersOf: name => tenant(name).owners,
    simulatorsOf: name => tenant(name).simulators,
    listen() {
      const ears = [...tenants, ['nobody', gateway] as const].map(
        ([name, { simulators }]) => [name, listenTo(simulators)] as const,
      );
      return () => ears.flatMap(([name, heard]) => heard().map(call => `${name}: ${call}`));
    },
    async stop() {
      await gateway.stop();
      await Promise.all([...tenants.values()].map(({ simulators }) => simulators.stop()));
    },
  };
}

/** Somebody whose things were real once, at a gateway and providers that are gone: by now they are nowhere. */
export function nobody(): Promise<Party> {
  return withGateway({}, ({ url, simulators }) =>
    newParty('nobody', { tell: tellAs(url, null), owner: newOwner(simulators), simulators }),
  );
}

/** All of an answer by which two could be told apart. */
export function bytesOf({ status, headers, text }: Answered): object {
  const { date: _at, 'x-request-id': _its, ...others } = headers;
  return { status, headers: others, text };
}
