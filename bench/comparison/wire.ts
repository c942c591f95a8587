import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Pool } from 'undici';
import { temporaryFolder } from '../../test/support/process.js';
import { cpuOf, find, ratios, spread, takeTurns } from '../measure.js';
import { settingsFor, startStandIns } from '../stand-ins.js';
import { billfold, billfoldCandidate } from './contenders.js';
import { canSpeakTls, startMoov, type Tls } from './moov.js';
import { lineOf, withServers, type Measure } from './parts.js';
import { measured } from './rounds.js';
import type { Server } from './servers.js';
import { turn } from './turns.js';

/** What TLS to the provider costs, and what a provider that hangs costs those who ask another. */

const mostRounds = 5;
const clear = 'HTTP to the provider';
const secret = 'TLS to the provider';

export const measureTls: Measure = async ({ rounds, seconds, say }, moovUrl) => {
  if (!canSpeakTls)
    return { targets: [], lines: [{ what: secret, figures: 'not measured: nginx or openssl is missing' }] };
  const certificate = newCertificate();
  const moov = await startMoov(certificate);
  const candidates = [
    billfoldCandidate(moovUrl, clear),
    billfoldCandidate(moov.url, secret, { NODE_EXTRA_CA_CERTS: certificate.certificate }),
  ];
  try {
    const rows = await measured(candidates, { rounds: Math.min(rounds, mostRounds), seconds, say });
    const compared = ratios(cpuOf(find(rows, secret)), cpuOf(find(rows, clear)));
    const { what, figures } = lineOf(secret, find(rows, secret));
    return { targets: [], lines: [{ what, figures: `${figures}, CPU ÷ HTTP ${spread(compared, 2)}` }] };
  } finally {
    moov.stop();
  }
};

/** For 127.0.0.1, signed by itself. */
function newCertificate(): Tls {
  const folder = temporaryFolder();
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const given = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const names = [
    '-subj',
    '/CN=127.0.0.1',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-keyout',
    key,
    '-out',
    certificate,
  ];
  const { status, stderr } = spawnSync('openssl', [...given, ...names], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl makes no certificate:\n${stderr}`);
  return { certificate, key };
}

const alone = 'Moov alone';
const besideHanging = 'Moov beside a PingOne that hangs';
/** Of PingOne, as many as are read there at once. */
const hanging = 64;

export const measureHanging: Measure = async ({ rounds, seconds, say }, moovUrl) => {
  const standIns = await startStandIns();
  const { urls } = standIns;
  const { launch, request, headers } = billfold(moovUrl, { more: settingsFor({ pingOne: urls.pingOne }) });
  await standIns.tell({ pingOne: 'hangs' });
  return withServers([launch], async ([server]) => {
    if (server === undefined) throw new Error('It was started.');
    const create = () => turn({ server, request: request(), seconds });
    const contenders = [
      { name: alone, turn: async () => ({ create: await create() }) },
      {
        name: besideHanging,
        turn: async () => ({ create: await beside(server, headers, create) }),
      },
    ];
    const rows = await takeTurns(contenders, { rounds: Math.min(rounds, mostRounds), uncounted: 1, say });
    const compared = ratios(cpuOf(find(rows, besideHanging)), cpuOf(find(rows, alone)));
    return {
      targets: [],
      lines: [
        lineOf(alone, find(rows, alone)),
        lineOf(besideHanging, find(rows, besideHanging)),
        { what: 'the same ÷ alone', figures: `CPU ${spread(compared, 2)}` },
      ],
    };
  });
};

/** While so many wait for PingOne, and are replaced where they were given up. */
async function beside<Found>(
  { url }: Server,
  headers: Readonly<Record<string, string>>,
  work: () => Promise<Found>,
): Promise<Found> {
  const pool = new Pool(url, { pipelining: 1 });
  const over = new AbortController();
  const query =
    'query Wallets($owners: [WalletOwnerInput!]!) { wallets(owners: $owners, first: 1) { failures { provider } } }';
  const client = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const owners = [{ pingOneUser: { userId: crypto.randomUUID() } }];
      const body = JSON.stringify({ query, variables: { owners } });
      const asked = { method: 'POST', path: '/graphql', body, signal: over.signal } as const;
      await pool
        .request({ ...asked, headers: { 'content-type': 'application/json', ...headers } })
        .then(answer => answer.body.text())
        .catch(() => undefined);
      // A circuit that is open answers at once: a person would not ask again at once.
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  };
  const clients = Array.from({ length: hanging }, client);
  try {
    return await work();
  } finally {
    over.abort();
    await Promise.all(clients);
    await pool.close();
  }
}
