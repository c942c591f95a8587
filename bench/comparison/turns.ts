import type { Cost } from '../measure.js';
import { load, type Loaded } from './load.js';
import { uniquePart, type Request } from './requests.js';
import type { Server } from './servers.js';

/** A turn of one server under load, and whether what it answered was right. */

export interface Turn extends Cost {
  readonly perSecond: number;
  /** In microseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes. */
  readonly resident: number;
  /** Of the time in which it could run, the share in which it did: the rest, others had its core. */
  readonly share: number;
}

export interface Asked {
  readonly server: Server;
  readonly request: Request;
  readonly connections?: number | undefined;
  readonly seconds: number;
}

export const connections = 64;

/** Checks an answer in full before and after, and that what came between had its size. */
export async function turn({ server, request, connections: clients = connections, seconds }: Asked): Promise<Turn> {
  const size = await checkedSize(server, request);
  const [cpuBefore, delayBefore] = [server.cpuMicros(), server.delayMicros()];
  const loaded = await load({ url: server.url, request, connections: clients, seconds });
  const [cpu, delay] = [server.cpuMicros() - cpuBefore, server.delayMicros() - delayBefore];
  const resident = server.residentBytes();
  checkSizes(loaded, size, clients);
  if ((await checkedSize(server, request)) !== size) throw new Error('The answers changed.');
  const { perSecond, p50, p99, answers } = loaded;
  return { cpu: cpu / answers, wall: 1e6 / perSecond, perSecond, p50, p99, resident, share: cpu / (cpu + delay) };
}

let asked = 0;

/** The length of one answer's body, which was read and is right. */
export async function checkedSize({ url }: Server, { path, headers, body, fits }: Request): Promise<number> {
  asked += 1;
  const unique = `check${String(process.pid).padStart(7, '0')}${String(asked).padStart(5, '0')}`;
  const answer = await fetch(url + path, { method: 'POST', headers, body: body.replaceAll(uniquePart, unique) });
  const text = await answer.text();
  if (answer.status !== 200 || !fits(JSON.parse(text))) {
    throw new Error(`That is not what was asked for: ${answer.status} ${text}`);
  }
  return Buffer.byteLength(text);
}

/** With its head, which has a few hundred bytes; so an answer of another kind shows. */
const headBytes = { least: 0, most: 1_000 };

/** What was read last may be cut off: one answer for each connection. */
function checkSizes({ answers, bytes }: Loaded, size: number, clients: number): void {
  const mean = bytes / answers;
  const cut = (size * Math.min(clients, answers)) / answers;
  if (mean < size + headBytes.least - cut || mean > size + headBytes.most + cut) {
    throw new Error(`Answers had ${mean.toFixed(0)} bytes on average, where one has ${size}.`);
  }
}
