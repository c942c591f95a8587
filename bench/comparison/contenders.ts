import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newIssuer, type Issuer } from '../../test/support/tokens.js';
import { liveEnvironment, temporaryFolder, type Environment } from '../../test/support/process.js';
import { settingsFor } from '../stand-ins.js';
import { contenderCommand, contenderProgram, contendersFolder, moovDescription } from './install.js';
import { createMoovWallet, createWalletAtHive, type Asking, type Request } from './requests.js';
import type { Launch } from './servers.js';

/** Who is compared: how each is started, and what it is asked. */

export interface Candidate {
  readonly name: string;
  readonly launch: Launch;
  readonly request: Request;
  /** Whose process it is, of those before; its own where left out. */
  readonly at?: string;
}

export const limitName = 'LIMIT';
export const journalledName = 'LIMIT with a journal';
export const journalledReplayName = 'LIMIT with a journal, a key used before';
export const billfoldName = 'Billfold';
export const replayName = 'Billfold, a key used before';
export const ungroupedName = 'Billfold, each commit alone';
export const postgresName = 'Billfold, PostgreSQL';
export const mercuriusName = 'Mercurius + jit';
export const apolloName = "Apollo's quick start";
export const yogaName = 'GraphQL Yoga';
export const hiveName = 'Hive Gateway';

const program = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export function limit(moovUrl: string): Candidate {
  return bare(limitName, 'limit.js', moovUrl);
}

/** What nobody who keeps a journal can do without. */
export function journalledLimits(moovUrl: string): Candidate[] {
  const limitWithJournal = bare(journalledName, 'limit-with-journal.js', moovUrl);
  const request = createMoovWallet({ idempotencyKey: usedBefore });
  return [limitWithJournal, { ...limitWithJournal, name: journalledReplayName, request, at: journalledName }];
}

function bare(name: string, file: string, moovUrl: string): Candidate {
  return {
    name,
    launch: { command: [process.execPath, program(file)], environment: { MOOV_API_URL: moovUrl } },
    request: createMoovWallet(),
  };
}

const usedBefore = 'used-before';

/** All load is one caller's: the limit is there, and is not reached. */
const unreached = '1000000';

export interface Billfold {
  readonly launch: Launch;
  request(asking?: Asking): Request;
  /** What a request carries. */
  readonly headers: Readonly<Record<string, string>>;
}

/** As `npm start` starts it, with ES256 tokens, the journal in a file, logs and limits; `more` are further settings. */
export function billfold(
  moovUrl: string,
  { more = {}, flags = [], issuer = newIssuer() }: { more?: Environment; flags?: string[]; issuer?: Issuer } = {},
): Billfold {
  const environment = {
    ...liveEnvironment(settingsFor({ moov: moovUrl })),
    ...issuer.environment,
    CREATES_PER_MINUTE: unreached,
    ...more,
  };
  const headers = { authorization: issuer.bearer() };
  return {
    launch: {
      command: [process.execPath, '--enable-source-maps', ...flags, program('../../src/main.js')],
      environment,
    },
    request: asking => createMoovWallet({ headers, ...asking }),
    headers,
  };
}

export function billfoldCandidate(moovUrl: string, name = billfoldName, more: Environment = {}): Candidate {
  const { launch, request } = billfold(moovUrl, { more });
  return { name, launch, request: request() };
}

/** What is compared of Billfold itself: the same process with a key used before, and one whose commits are not grouped. */
export function billfoldCandidates(moovUrl: string): Candidate[] {
  const { launch, request } = billfold(moovUrl);
  const hook = `--import=${new URL('ungrouped.js', import.meta.url).href}`;
  return [
    { name: billfoldName, launch, request: request() },
    { name: replayName, launch, request: request({ idempotencyKey: usedBefore }), at: billfoldName },
    billfoldCandidate(moovUrl, ungroupedName, { NODE_OPTIONS: hook }),
  ];
}

export function mercurius(moovUrl: string): Candidate {
  return installed(mercuriusName, 'mercurius.js', moovUrl);
}

/** Each as its own documentation shows it; none of them with idempotency, callers, limits or logs. */
export function others(moovUrl: string): Candidate[] {
  return [
    mercurius(moovUrl),
    installed(yogaName, 'yoga.js', moovUrl),
    installed(apolloName, 'apollo.js', moovUrl),
    hive(moovUrl),
  ];
}

function installed(name: string, file: string, moovUrl: string): Candidate {
  return {
    name,
    launch: {
      command: [process.execPath, contenderProgram(file)],
      environment: { MOOV_API_URL: moovUrl, NODE_ENV: 'production' },
    },
    request: createMoovWallet(),
  };
}

/** Composed of Moov's description, which takes a second; then the gateway serves what was composed. */
function hive(moovUrl: string): Candidate {
  const supergraph = `${temporaryFolder()}/supergraph.graphql`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [contenderCommand('mesh-compose'), '-c', 'mesh.config.ts', '-o', supergraph],
    {
      cwd: contendersFolder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        MOOV_API_URL: moovUrl,
        MOOV_DESCRIPTION: moovDescription,
        MOOV_AUTHORIZATION: `Basic ${Buffer.from('public:secret').toString('base64')}`,
      },
    },
  );
  if (status !== 0) throw new Error(`Moov's description is not composed:\n${stdout}${stderr}`);
  return {
    name: hiveName,
    launch: {
      command: [process.execPath, contenderCommand('hive-gateway')],
      environment: { NODE_ENV: 'production' },
      folder: contendersFolder,
      argumentsFor: port => ['supergraph', supergraph, '--port', String(port), '--host', '127.0.0.1'],
    },
    request: createWalletAtHive(),
  };
}
