import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ownersFrom } from './auth/owners.js';
import {
  ConfigError,
  configured,
  readable,
  withoutEmpty,
  type ConfiguredProvider,
  type Environment,
} from './config.js';
import { lowerCaseProviders, onlyTenant, tenantPattern, type Owners } from './core/principal.js';
import type { Provider } from './core/provider-port.js';

/** Who the tenants are, each with provider credentials of its own: TENANTS_FILE, or the one tenant of the environment. */

export interface TenantSettings {
  readonly name: string;
  /** For whom its callers may act at most; null for anybody whom its credentials reach. */
  readonly owners: Owners | null;
  readonly providers: readonly ConfiguredProvider[];
}

const tenantName = z.string().regex(tenantPattern, 'is no name of a tenant: letters, digits and . _ - only');

const reference = z.union([z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })]);

const tenantShape = z.strictObject({
  owners: z.unknown().optional(),
  settings: z
    .record(z.string(), z.union([z.string(), reference], 'must be a text, or {"env": …} or {"file": …}'))
    .default({}),
});

const fileShape = z.strictObject({ tenants: z.record(z.string(), tenantShape) });

type Reference = z.output<typeof reference>;

export interface TenantsOptions {
  /** Null for the one tenant of the environment. */
  readonly file: string | null;
  readonly providers: readonly Provider[];
  /** Where references lead, and where settings that are no credentials come from if a tenant has none of its own. */
  readonly environment: Environment;
  /** The simulators' settings, which stand for everybody's; null where providers are live. */
  readonly simulated: Environment | null;
}

/** The tenants as the settings say now. Throws one ConfigError for everything that is wrong. */
export function tenantsNow({ file, ...options }: TenantsOptions): TenantSettings[] {
  if (file !== null) return tenantsFrom({ file, ...options });
  const { providers, environment, simulated } = options;
  return [{ name: onlyTenant, owners: null, providers: configured(providers, simulated ?? environment) }];
}

function tenantsFrom({
  file,
  providers,
  environment,
  simulated,
}: TenantsOptions & { readonly file: string }): TenantSettings[] {
  const problems: string[] = [];
  const known = new Set(providers.flatMap(provider => Object.keys(provider.settings.shape)));
  const credentials = new Set(providers.flatMap(provider => provider.credentials));
  const shared = Object.fromEntries(
    Object.entries(environment).filter(([name]) => known.has(name) && !credentials.has(name)),
  );

  const tenants = Object.entries(read(file).tenants).map(([name, { owners, settings }]) => {
    const wrong = (problem: string): void => void problems.push(`TENANTS_FILE: ${name}: ${problem}`);
    const parsedName = tenantName.safeParse(name);
    if (!parsedName.success) for (const { message } of parsedName.error.issues) wrong(`${message}.`);
    const own = Object.entries(settings).map(([setting, value]): [string, string] => {
      if (!known.has(setting)) wrong(`${setting} is no setting of a provider.`);
      if (typeof value !== 'string')
        return [setting, resolved(value, environment, problem => wrong(`${setting} ${problem}`))];
      if (isSecret(setting)) wrong(`${setting} must not stand in the file: refer to it by {"env": …} or {"file": …}.`);
      return [setting, value];
    });
    return {
      name,
      owners: owners === undefined ? null : ownersOf(owners, wrong),
      providers: configuredFor(simulated ?? withoutEmpty({ ...shared, ...Object.fromEntries(own) }), wrong),
    };
  });
  if (tenants.length === 0) problems.push('TENANTS_FILE names no tenant.');
  if (problems.length > 0) throw new ConfigError(problems);
  return tenants;

  function configuredFor(own: Environment, wrong: (problem: string) => void): ConfiguredProvider[] {
    try {
      return configured(providers, own);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) wrong(problem);
      return [];
    }
  }
}

function read(file: string): z.output<typeof fileShape> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // A syntax error quotes the text, in which somebody may have put a secret.
    const why = error instanceof SyntaxError ? 'it is not JSON' : readable(error);
    throw new ConfigError([`TENANTS_FILE (${file}) cannot be read: ${why}.`]);
  }
  const outcome = fileShape.safeParse(content);
  if (outcome.success) return outcome.data;
  throw new ConfigError(
    outcome.error.issues.map(({ path, message }) => `TENANTS_FILE: ${path.map(String).join('.') || 'it'}: ${message}.`),
  );
}

function resolved(value: Reference, environment: Environment, wrong: (problem: string) => void): string {
  if ('env' in value) {
    const text = environment[value.env];
    if (text === undefined) wrong(`refers to the variable ${value.env}, which is not set.`);
    return text ?? '';
  }
  try {
    return readFileSync(value.file, 'utf8').trim(); // what writes such files ends them with a line break
  } catch (error) {
    wrong(`refers to the file ${value.file}, which cannot be read: ${readable(error)}.`);
    return '';
  }
}

/** By their names, as the providers' settings have them: a test holds them to it. */
function isSecret(setting: string): boolean {
  return /_(?:KEY|SECRET)$/.test(setting);
}

function ownersOf(given: unknown, wrong: (problem: string) => void): Owners | null {
  const owners = ownersFrom(given);
  if (owners === null) {
    const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(lowerCaseProviders);
    wrong(`owners must name ${names}, each with "*" or a list of ids.`);
  }
  return owners;
}
