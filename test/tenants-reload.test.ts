import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faults } from '../src/simulators/faults.js';
import type { Simulators } from '../src/simulators/index.js';
import { idEnding } from '../src/simulators/outcomes.js';
import { CreateMoovWalletDocument, WalletsDocument } from './generated/operations.js';
import { found, tellAs, type Tell } from './attacks/idor/parties.js';
import { credentialsIn, freshKey } from './support/gateway.js';
import {
  cleanUp,
  liveEnvironment,
  startGatewayProcess,
  temporaryFolder,
  type GatewayProcess,
} from './support/process.js';
import { listenTo, secretsOfTenant, simulatorsOf, writeTenants, writtenTenant } from './support/tenants.js';
import { eventually } from './support/time.js';
import { newIssuer } from './support/tokens.js';

/**
 * TENANTS_FILE changes while a real process is at work: one tenant stays, one gets other credentials, one is taken away
 * while it waits for an answer, one comes.
 */

/** A process on a machine that has other things to do. */
const slowestMs = 120_000;

const names = ['stays', 'rotates', 'rotated', 'goes', 'comes'] as const;
type Name = (typeof names)[number];

const folder = temporaryFolder();
const [file, secretFile] = [join(folder, 'tenants.json'), join(folder, 'moov-secret')];
const issuer = newIssuer();
const providers = new Map<Name, Simulators>();
let gateway: GatewayProcess;

const of = (name: Name): Simulators => {
  const simulators = providers.get(name);
  if (simulators === undefined) throw new Error(`There are no simulators of ${name}.`);
  return simulators;
};

/** As the file has a tenant; the secret of the one that rotates is in a file of its own. */
function written(name: Name) {
  const { settings } = writtenTenant(name, of(name));
  return { settings: name.startsWith('rotate') ? { ...settings, MOOV_SECRET_KEY: { file: secretFile } } : settings };
}
const writeSecret = (name: Name): void => writeFileSync(secretFile, `${of(name).environment.MOOV_SECRET_KEY}\n`);

beforeAll(async () => {
  for (const name of names) providers.set(name, await simulatorsOf(name));
  writeSecret('rotates');
  writeTenants(file, { stays: written('stays'), rotates: written('rotates'), goes: written('goes') });
  const secrets = names.map(name => secretsOfTenant(name, of(name)));
  gateway = await startGatewayProcess({
    folder,
    environment: {
      ...liveEnvironment(),
      ...issuer.environment,
      ...Object.assign({}, ...secrets),
      TENANTS_FILE: file,
      PROVIDER_TIMEOUT_MS: '60000',
      READ_TIMEOUT_MS: '60000',
      CREATES_PER_MINUTE: '0',
      LOG_LEVEL: 'trace',
    },
  });
}, slowestMs);
afterAll(async () => {
  await cleanUp();
  await Promise.all([...providers.values()].map(simulators => simulators.stop()));
});

const callerOf = (tenant: string): Tell => tellAs(gateway.url, issuer.bearer({ tenant }));
const create = (tell: Tell, accountId = idEnding()) =>
  tell(CreateMoovWalletDocument, { input: { idempotencyKey: freshKey(), accountId, name: 'Payroll' } });
const statusOf = async (tenant: string) => (await create(callerOf(tenant))).status;

/** Creates and lists, one after the other and without a rest, until it is told to stop; everything must succeed. */
function workAs(tenant: string) {
  const tell = callerOf(tenant);
  const failures: string[] = [];
  const ending = new AbortController();
  const rounds = [0, 0, 0];
  const worker = async (_none: number, index: number): Promise<void> => {
    while (!ending.signal.aborted) {
      const accountId = idEnding();
      const made = await create(tell, accountId);
      const listed = await tell(WalletsDocument, { owners: [{ moovAccount: { accountId } }] });
      const hasWorked =
        made.text.includes('"MoovWalletCreated"') && listed.status === 200 && listed.text.includes('"failures":[]');
      if (!hasWorked) failures.push(`${made.status} ${made.text} ${listed.status} ${listed.text}`);
      rounds[index] = (rounds[index] ?? 0) + 1;
    }
  };
  const workers = rounds.map(worker);
  return {
    failures,
    /** Resolves when each worker has begun and ended something since. */
    async goesOn(): Promise<void> {
      const before = [...rounds];
      await eventually(() => rounds.every((count, index) => count >= (before[index] ?? 0) + 2));
    },
    async stop(): Promise<void> {
      ending.abort();
      await Promise.all(workers);
    },
  };
}

/** Tells the process to read its files again, and gives what it says of the tenants. */
async function readAgain(): Promise<Readonly<Record<string, unknown>>> {
  const said = () => gateway.lines().filter(({ what }) => what === 'tenants');
  const before = said().length;
  gateway.child.kill('SIGHUP');
  await eventually(() => said().length > before);
  return said().at(-1) ?? {};
}

test(
  'SIGHUP under load › nothing fails for who stays, new credentials are used, and a broken file changes nothing',
  async () => {
    const busy = [workAs('stays'), workAs('rotates')];
    await Promise.all(busy.map(work => work.goesOn()));
    expect(await Promise.all(['goes', 'comes'].map(statusOf))).toEqual([200, 401]);

    // Someone of a tenant that is taken away meanwhile has been sent on already.
    of('goes').moov.next(faults.delay(2_000));
    const heard = listenTo(of('goes'));
    const late = create(callerOf('goes'));
    await eventually(() => heard().some(call => call.includes('POST /accounts/')));

    writeSecret('rotated');
    writeTenants(file, { stays: written('stays'), rotates: written('rotated'), comes: written('comes') });
    expect(await readAgain()).toMatchObject({ msg: 'read again' });
    expect(found(await late, 'createMoovWallet', '__typename')).toBe('MoovWalletCreated');
    expect(await Promise.all(['goes', 'comes', 'nobody'].map(statusOf))).toEqual([401, 200, 401]);
    expect(of('comes').moov.ledger).toHaveLength(1);

    // What was under way with former credentials has ended; from now on only the new ones are used.
    await Promise.all(busy.map(work => work.goesOn()));
    const [former, current] = [listenTo(of('rotates')), listenTo(of('rotated'))];
    await Promise.all(busy.map(work => work.goesOn()));
    expect(former()).toEqual([]);
    expect(current().length).toBeGreaterThan(0);
    expect(of('rotated').moov.ledger.length).toBeGreaterThan(0);

    const secret = 'a-secret-that-moov-never-gave';
    for (const broken of [
      `{"tenants": {"stays": ${secret}`,
      JSON.stringify({ tenants: { stays: { settings: { MOOV_SECRET_KEY: secret } } } }),
      JSON.stringify({ tenants: { stays: { settings: { MOOV_SECRET_KEY: { file: join(folder, 'nowhere') } } } } }),
    ]) {
      writeFileSync(file, broken);
      const told = await readAgain();
      expect(told).toMatchObject({
        level: 50,
        msg: 'cannot be read again: it stays as it was',
        problem: expect.stringContaining('TENANTS_FILE'),
      });
      expect(told.problem).not.toContain('cannot start'); // it reads like an outage, and there is none
      expect(await Promise.all(['goes', 'comes', 'stays'].map(statusOf))).toEqual([401, 200, 200]);
    }
    await Promise.all(busy.map(work => work.goesOn()));
    await Promise.all(busy.map(work => work.stop()));
    expect(busy.map(({ failures }) => failures)).toEqual([[], []]);

    // The same file again, and another secret in the one that it refers to.
    writeFileSync(secretFile, `${secret}\n`);
    writeTenants(file, { stays: written('stays'), rotates: written('rotated') });
    expect(await readAgain()).toMatchObject({ msg: 'read again' });
    expect(found(await create(callerOf('rotates')), 'createMoovWallet', '__typename')).toBe(
      'ProviderAccessDeniedError',
    );
    expect(found(await create(callerOf('stays')), 'createMoovWallet', '__typename')).toBe('MoovWalletCreated');

    const { code, stdout, stderr } = await gateway.stop();
    expect(code).toBe(0);
    const secrets = [secret, ...names.flatMap(name => credentialsIn(of(name).environment))];
    expect(secrets.filter(text => `${stdout}${stderr}`.includes(text))).toEqual([]);
  },
  slowestMs,
);
