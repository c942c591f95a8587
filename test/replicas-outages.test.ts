import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { faults } from '../src/simulators/faults.js';
import { startSimulators, type Simulators } from '../src/simulators/index.js';
import { creates } from './kill/creates.js';
import { freshKey } from './support/gateway.js';
import { isOwnPostgresHere, startPostgres, type TestPostgres } from './support/postgres.js';
import { cleanUp } from './support/process.js';
import { documentOf, startReplicas, type Replicas, type Said } from './support/replicas.js';
import { eventually } from './support/time.js';

/** Four gateways whose PostgreSQL goes away, or one of whom does. */

const count = 4;
const moov = creates.find(({ provider }) => provider === 'moov') ?? creates[0];

(isOwnPostgresHere ? describe : describe.skip)('four replicas', () => {
  let simulators: Simulators;
  let server: TestPostgres;
  let replicas: Replicas;
  beforeAll(async () => {
    simulators = await startSimulators();
    server = await startPostgres();
    const { url } = await server.database();
    replicas = await startReplicas(count, url, simulators, { PROVIDER_TIMEOUT_MS: '6000', SAME_KEY_WAIT_MS: '30000' });
  });
  beforeEach(() => simulators.reset());
  afterEach(() => replicas.checkLogs());
  afterAll(async () => {
    await cleanUp();
    if (!isOwnPostgresHere) return;
    await server.cleanUp();
    await simulators.stop();
  });

  let intents = 0;
  const newInput = () => ({ idempotencyKey: freshKey(), ...moov.input(moov.mainId(0, (intents += 1))) });
  const create = (gateway: number, input: object): Promise<Said> =>
    replicas.ask<Said>(gateway, documentOf(moov), { input });
  const everywhere = <Answer>(ask: (gateway: number) => Promise<Answer>): Promise<Answer[]> =>
    Promise.all(replicas.gateways.map((_gateway, index) => ask(index)));
  const readiness = () =>
    everywhere(async gateway => (await fetch(`${replicas.gateways[gateway]?.url ?? ''}/readyz`)).status);
  const allReady = (status: number) => eventually(async () => (await readiness()).every(one => one === status));
  /** A wallet's own global id, to read it by. */
  const wallet =
    'mutation ($input: CreateMoovWalletInput!) { createMoovWallet(input: $input) { ... on MoovWalletCreated { moovWallet { id } } } }';
  const read = (gateway: number, id: string) =>
    replicas.ask(gateway, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id });

  test('PostgreSQL is down › nothing is sent, reads go on, nobody is ready; all heals without a restart', async () => {
    const {
      moovWallet: { id },
    } = await replicas.ask<{ moovWallet: { id: string } }>(0, wallet, { input: newInput() });
    const inputs = replicas.gateways.map(newInput);
    await server.stop('immediate');
    const sent = simulators.moov.ledger.length;
    expect(await everywhere(gateway => create(gateway, inputs[gateway] ?? {}))).toEqual(
      inputs.map(() => expect.objectContaining({ __typename: 'ProviderUnavailableError' })),
    );
    expect(await everywhere(gateway => read(gateway, id))).toEqual(
      inputs.map(() => ({ __typename: 'MoovWallet', id })),
    );
    await allReady(503);
    expect(simulators.moov.ledger).toHaveLength(sent);
    expect(await replicas.ask(0, '{ operations { nodes { id } } }')).toBeNull();
    const { host, pathname } = new URL(replicas.environment.STORE_URL ?? '');
    const database = `${host}${pathname}`;
    const about = (msg: string) => replicas.gateways.map(gateway => gateway.lines().filter(line => line.msg === msg));
    const away = expect.objectContaining({
      level: 50,
      database,
      reason: expect.stringMatching(/^(?:E[A-Z]+|57P0\d|timeout)$/),
    });
    expect(about('the journal cannot be reached: mutations are refused')).toEqual(inputs.map(() => [away]));
    expect(about('the journal can be reached again')).toEqual(inputs.map(() => []));

    await server.start();
    await allReady(200);
    const made = await everywhere(gateway => create(gateway, inputs[gateway] ?? {}));
    expect(made).toEqual(inputs.map(() => expect.objectContaining({ __typename: 'MoovWalletCreated' })));
    expect(await everywhere(gateway => create(gateway + 1, inputs[gateway] ?? {}))).toEqual(made);
    expect(simulators.moov.ledger).toHaveLength(sent + count);
    // Once each; what failed by it, at its own time, is no error of its own.
    const again = expect.objectContaining({ level: 30, database });
    expect(about('the journal can be reached again')).toEqual(inputs.map(() => [again]));
    const errors = replicas.gateways.map(gateway => gateway.lines().filter(({ level }) => Number(level) >= 50));
    expect(errors).toEqual(inputs.map(() => [away]));
    expect(about('the journal failed').flat()).toContainEqual(expect.objectContaining({ level: 20, doing: 'claim' }));
  });

  test('one of them is told to stop under load › it answers what it has begun, and the others do the rest', async () => {
    simulators.moov.always(faults.delay(200), { route: 'create' });
    const inputs = Array.from({ length: 120 }, newInput);
    let answered = 0;
    /** As a client that goes to the next gateway where it gets no answer. */
    const made = async (gateway: number, input: object): Promise<Said> => {
      const said = await create(gateway, input).catch(() => null);
      if (said === null) return made(gateway + 1, input);
      answered += 1;
      return said;
    };
    const next = inputs[Symbol.iterator]();
    const answers: Said[] = [];
    const client = async (index: number): Promise<void> => {
      for (const input of next) answers.push(await made(index, input));
    };
    const clients = Promise.all(Array.from({ length: 16 }, (_unused, index) => client(index)));
    await eventually(() => answered > 20);
    const stopped = await replicas.gateways[0]?.stop('SIGTERM');
    expect(stopped).toMatchObject({ code: 0, stderr: '' });
    await clients;
    expect(answers.filter(({ __typename }) => __typename !== 'MoovWalletCreated')).toEqual([]);
    expect(new Set(answers.map(({ made: one }) => one?.id)).size).toBe(inputs.length);
    expect(simulators.moov.ledger).toHaveLength(inputs.length);
    const waiting = '{ operations(status: IN_PROGRESS) { totalCount } }';
    expect(await replicas.ask(1, waiting)).toEqual({ totalCount: 0 });
  });
});
