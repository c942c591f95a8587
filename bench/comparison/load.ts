import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Pool } from 'undici';
import { temporaryFolder } from '../../test/support/process.js';
import { quantile } from '../measure.js';
import { contenderProgram } from './install.js';
import { uniquePart, type Request } from './requests.js';
import { isLeftAside, versionOf } from './tools.js';

/** Load: each connection sends the next request as soon as it has its answer. */

export interface Load {
  readonly url: string;
  readonly request: Request;
  readonly connections: number;
  readonly seconds: number;
}

export interface Loaded {
  /** Answered with 200. */
  readonly answers: number;
  readonly perSecond: number;
  /** In microseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of all answers, with their heads. */
  readonly bytes: number;
  /** Answered otherwise, or not at all. */
  readonly errors: number;
}

const execute = promisify(execFile);
const autocannon = contenderProgram('autocannon.js');
const wrk = /wrk \S+/.exec(versionOf('wrk', '-v') ?? '')?.[0];

type Loader = (load: Load) => Promise<Loaded>;
const [loader, name]: readonly [Loader, string] =
  wrk !== undefined
    ? [byWrk, wrk]
    : existsSync(autocannon) && !isLeftAside('autocannon')
      ? [byAutocannon, 'autocannon (`apt-get install wrk` for less noise)']
      : [byThisProcess, 'the bench itself (`apt-get install wrk` for less noise)'];

export const loaderName = name;

/** Rejects where any answer was an error. */
export async function load(asked: Load): Promise<Loaded> {
  const loaded = await loader(asked);
  if (loaded.errors > 0) throw new Error(`${loaded.errors} of ${loaded.answers + loaded.errors} answers were errors.`);
  if (loaded.answers === 0) throw new Error('Nothing was answered.');
  return loaded;
}

/** Nine digits: a request has the same length each time, and so the same head. */
const digits = 9;

function newSeed(): string {
  return randomBytes(4).toString('hex');
}

/** A whole request in its bytes, which wrk then only fills in. */
function rawRequest({ url, request: { path, headers, body } }: Load, uniqueLength: number): string {
  const length = Buffer.byteLength(body.replaceAll(uniquePart, '0'.repeat(uniqueLength)));
  const lines = Object.entries({ host: new URL(url).host, ...headers, 'content-length': length });
  return [`POST ${path} HTTP/1.1`, ...lines.map(line => line.join(': ')), '', body].join('\r\n');
}

async function byWrk(asked: Load): Promise<Loaded> {
  const seed = newSeed();
  const parts = rawRequest(asked, seed.length + digits).split(uniquePart);
  const script = join(temporaryFolder(), 'load.lua');
  writeFileSync(script, luaFor(parts, seed));
  const threads = asked.connections > 1_000 ? 2 : 1;
  const whole = Math.max(1, Math.round(asked.seconds)); // it knows no parts of a second
  const clients = ['-t', threads, '-c', asked.connections, '-d', `${whole}s`, '--timeout', '30s'].map(String);
  const { stdout } = await execute('wrk', [...clients, '-s', script, asked.url]);
  const { microseconds, ...told } = JSON.parse(/^\{.*\}$/m.exec(stdout)?.[0] ?? '{}') as Omit<Loaded, 'perSecond'> & {
    readonly microseconds: number;
  };
  return { ...told, perSecond: (told.answers * 1e6) / microseconds };
}

/** Each thread counts from where no other comes to. What JSON escapes in ASCII, Lua escapes in the same way. */
function luaFor(parts: readonly string[], seed: string): string {
  return `local parts = { ${parts.map(part => JSON.stringify(part)).join(', ')} }
local threads = 0
function setup(thread)
  thread:set("place", threads)
  threads = threads + 1
end
function init()
  n = place * 100000000
end
function request()
  n = n + 1
  return table.concat(parts, string.format("${seed}%0${digits}d", n))
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format('{"answers":%d,"microseconds":%d,"bytes":%d,"errors":%d,"p50":%d,"p99":%d}\\n',
    summary.requests - e.status, summary.duration, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end
`;
}

async function byAutocannon(asked: Load): Promise<Loaded> {
  const { stdout } = await execute(process.execPath, [
    autocannon,
    JSON.stringify({ ...asked, seed: newSeed(), digits, uniquePart }),
  ]);
  return JSON.parse(stdout) as Loaded; // it prints nothing else
}

async function byThisProcess({ url, request, connections, seconds }: Load): Promise<Loaded> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const seed = newSeed();
  const latencies: number[] = [];
  let [sent, bytes, errors] = [0, 0, 0];
  const since = performance.now();
  const client = async (): Promise<void> => {
    for (let at = since; at < since + seconds * 1000; at = performance.now()) {
      sent += 1;
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: request.path,
        headers: request.headers,
        body: request.body.replaceAll(uniquePart, seed + String(sent).padStart(digits, '0')),
      });
      bytes += (await body.arrayBuffer()).byteLength;
      if (statusCode === 200) latencies.push((performance.now() - at) * 1000);
      else errors += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const perSecond = (latencies.length * 1000) / (performance.now() - since);
  await pool.close();
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  return { answers: latencies.length, perSecond, p50, p99, bytes, errors };
}
