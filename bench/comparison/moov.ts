import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../test/support/process.js';
import { closedPort } from '../../test/support/ports.js';
import { startStandIns } from '../stand-ins.js';
import { versionOf } from './tools.js';

/** Moov as cheap as it can be: nginx, which answers every create with a wallet of another id. */

export interface Moov {
  readonly url: string;
  /** Who plays it. */
  readonly name: string;
  stop(): void;
}

/** Files, for whoever speaks TLS. */
export interface Tls {
  readonly certificate: string;
  readonly key: string;
}

const version = /nginx\/(\S+)/.exec(versionOf('nginx', '-v') ?? '')?.[1];
export const canSpeakTls = version !== undefined && versionOf('openssl', 'version') !== null;

/** Where there is no nginx, a small program in its place: it costs more of the core that load has. */
export async function startMoov(tls: Tls | null = null): Promise<Moov> {
  if (version === undefined) {
    const { urls } = await startStandIns();
    return {
      url: urls.moov,
      name: 'a stand-in on Node (for less noise: `apt-get install nginx`, and /usr/sbin in PATH)',
      stop: () => undefined,
    };
  }
  return startNginx(version, tls);
}

async function startNginx(found: string, tls: Tls | null): Promise<Moov> {
  const folder = temporaryFolder();
  const port = await closedPort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, tls));
  const run = (...given: string[]) =>
    spawnSync('nginx', ['-p', folder, '-c', file, '-e', join(folder, 'error.log'), ...given], { encoding: 'utf8' });
  const { status, stderr } = run();
  if (status !== 0) throw new Error(`nginx does not start:\n${stderr}`);
  const pid = Number(readFileSync(join(folder, 'nginx.pid'), 'utf8'));
  return {
    url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`,
    name: `nginx ${found}`,
    stop: () => void process.kill(pid, 'SIGTERM'),
  };
}

const wallet = {
  walletID: '$walletId',
  partnerAccountID: '2c9a6a0d-7e52-4b6b-8e0b-1b9c7f0e0002',
  walletType: 'general',
  createdOn: '2026-07-01T10:00:00Z',
  name: 'Savings',
  description: 'For the next bicycle',
  status: 'active',
  metadata: { team: 'growth' },
  availableBalance: { currency: 'USD', value: 0, valueDecimal: '0' },
};

/** A wallet's id must be its own: a gateway that is told of one wallet twice rightly doubts it. */
function configuration(folder: string, port: number, tls: Tls | null): string {
  return `worker_processes 1;
daemon on;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log crit;
worker_rlimit_nofile 16384;
events { worker_connections 16384; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  keepalive_requests 100000000;
  keepalive_timeout 300s;
  default_type application/json;
  map $request_id $walletId { "~^(.{8})(.{4})(.{4})(.{4})(.{12})$" "$1-$2-$3-$4-$5"; }
  server {
    listen 127.0.0.1:${port} backlog=4096${tls === null ? '' : ' ssl'};
    ${tls === null ? '' : `ssl_certificate ${tls.certificate}; ssl_certificate_key ${tls.key};`}
    location / { return 200 '${JSON.stringify(wallet)}'; }
  }
}
`;
}
