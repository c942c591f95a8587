import { writeFileSync } from 'node:fs';
import { startSimulators, type Simulators } from '../../src/simulators/index.js';

/** Tenants with providers of their own: what each one's providers heard tells whose credentials were used. */

export type WrittenOwners = Readonly<Record<string, '*' | readonly string[]>>;

/** A tenant as TENANTS_FILE has it. */
export interface WrittenTenant {
  readonly owners?: WrittenOwners;
  readonly settings: Readonly<Record<string, string | { readonly env: string } | { readonly file: string }>>;
}

/** Simulators with credentials that nobody else has: those of another tenant are refused. */
export function simulatorsOf(name: string): Promise<Simulators> {
  return startSimulators({
    pingone: { clientSecret: `${name}-secret-pingone` },
    juspay: { apiKey: `${name}-key-juspay` },
    liquido: { clientSecret: `${name}-secret-liquido`, apiKey: `${name}-key-liquido` },
    equalsMoney: { apiKey: `${name}-key-equals-money` },
    moov: { publicKey: `${name}-public-moov`, secretKey: `${name}-secret-moov` },
  });
}

const isSecret = (setting: string): boolean => /_(?:KEY|SECRET)$/.test(setting);
const variableOf = (name: string, setting: string): string => `${name.toUpperCase()}_${setting}`;

/** Its secrets stand in the environment, under names of its own. */
export function writtenTenant(name: string, { environment }: Simulators, owners?: WrittenOwners): WrittenTenant {
  const settings = Object.entries(environment).map(([setting, value]) => [
    setting,
    isSecret(setting) ? { env: variableOf(name, setting) } : value,
  ]);
  return { ...(owners === undefined ? {} : { owners }), settings: Object.fromEntries(settings) };
}

/** The variables that a written tenant refers to. */
export function secretsOfTenant(name: string, { environment }: Simulators): Record<string, string> {
  const secrets = Object.entries(environment).filter(([setting]) => isSecret(setting));
  return Object.fromEntries(secrets.map(([setting, value]) => [variableOf(name, setting), value]));
}

export function writeTenants(file: string, tenants: Readonly<Record<string, WrittenTenant>>): void {
  writeFileSync(file, JSON.stringify({ tenants }));
}

const providers = ['pingone', 'juspay', 'liquido', 'equalsMoney', 'moov'] as const;

/** What these simulators hear from now on, requests for tokens as well: provider, method, and path. */
export function listenTo(simulators: Simulators): () => string[] {
  const before = providers.map(name => simulators[name].exchanges.length);
  return () =>
    providers.flatMap((name, index) =>
      simulators[name].exchanges.slice(before[index]).map(({ request }) => `${name} ${request.method} ${request.path}`),
    );
}

/** All that was carried out at them. */
export function doneAt(simulators: Simulators): string[] {
  return providers.flatMap(name => [
    ...simulators[name].ledger.map(({ mainId }) => `${name} made something for ${mainId}`),
    ...simulators[name].changes.map(({ operation, mainId }) => `${name} ${operation} ${mainId}`),
  ]);
}
