import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import timersPromises from 'node:timers/promises';

/**
 * Loaded before everything else: in this process time stands still until it is told otherwise, and chance is a function of
 * who asks and how often before. Two processes that are sent the same then answer the same, byte for byte.
 *
 * Who asks is told by the request that is being served, on whichever server: calls to several providers at once may
 * arrive in any order, and each gets its own ids nevertheless.
 */

const began = Date.parse('2026-11-20T08:00:00Z');
/** Between two turns: longer than a circuit stays open, a read is cached or a provider asks for a pause. */
const turnMs = 90_000;
/** Whoever waits in here waits so many times less. */
const haste = 10;

interface Asker {
  readonly name: string;
  /** How often it asked, by what for. */
  readonly times: Map<string, number>;
}

const askers = new AsyncLocalStorage<Asker>();
let passed = 0;
let turn = 0;
let between: Asker = { name: 'start', times: new Map() };

/** The next turn: time goes on, and chance begins anew. */
export function nextTurn(): void {
  turn += 1;
  passed = turn * turnMs;
  between = { name: `turn ${turn}`, times: new Map() };
}

function timesOf({ times }: Asker, what: string): number {
  const count = (times.get(what) ?? 0) + 1;
  times.set(what, count);
  return count;
}

/** So many bytes; each kind of them is a sequence of its own, so that more of one leaves the others as they were. */
function bytes(kind: string, count: number): Buffer {
  const asker = askers.getStore() ?? between;
  const seed = `${turn}/${asker.name}/${kind}/${timesOf(asker, kind)}`;
  const blocks: Buffer[] = [];
  for (let have = 0; have < count; have += 32) {
    blocks.push(crypto.createHash('sha256').update(`${seed}/${have}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, count);
}

function uuid(): string {
  const [...made] = bytes('uuid', 16);
  made[6] = ((made[6] ?? 0) & 0x0f) | 0x40;
  made[8] = ((made[8] ?? 0) & 0x3f) | 0x80;
  return Buffer.from(made)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const randomBytes = (count: number): Buffer => bytes(`bytes ${count}`, count);
Object.assign(crypto, { randomUUID: uuid, randomBytes });
Math.random = () => bytes('number', 4).readUInt32BE() / 2 ** 32;

const RealDate = Date;
class StandingDate extends RealDate {
  constructor(...given: readonly [] | readonly [number | string | Date]) {
    super(given[0] ?? began + passed);
  }
  static override now(): number {
    return began + passed;
  }
}
globalThis.Date = new Proxy(StandingDate, {
  // Years and months as numbers, which nobody passes to the one above.
  construct: (of, given: unknown[]) =>
    given.length > 1 ? Reflect.construct(RealDate, given) : Reflect.construct(of, given),
}) as DateConstructor; // all of its static methods are inherited
performance.now = () => passed;

/** What the gateway does by itself now and then: it would come between any two requests. */
const background = /core[/\\]settler\.|[/\\]gateway\./;
/** Undici's clock, which ticks for as long as it has something to time. */
const ticking = /node_modules[/\\]undici/;

const realTimeout = setTimeout;
function timeout(callback: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): NodeJS.Timeout {
  const whence = new Error().stack ?? '';
  if (background.test(whence)) return never();
  const due = passed + milliseconds;
  const since = turn;
  const counts = !ticking.test(whence);
  return realTimeout(() => {
    // What was left over by an earlier turn is not what this one waited for.
    if (counts && since === turn) passed = Math.max(passed, due);
    callback(...given);
  }, milliseconds / haste);
}
const never = (): NodeJS.Timeout => realTimeout(() => undefined, 2 ** 31 - 1).unref();
globalThis.setTimeout = timeout as typeof setTimeout; // but for what util.promisify finds on it
globalThis.setInterval = never as typeof setInterval;

const { setTimeout: realWait } = timersPromises;
timersPromises.setTimeout = ((milliseconds = 0, ...rest: unknown[]) =>
  Reflect.apply(realWait, undefined, [milliseconds / haste, ...rest])) as typeof realWait;

/** Requests that are being served, on whichever server, and those that the gateway is about to send. */
const underWay = new Set<object>();
subscribe('undici:request:create', told => underWay.add(requestIn(told)));
for (const end of ['undici:request:trailers', 'undici:request:error']) {
  subscribe(end, told => underWay.delete(requestIn(told)));
}
const requestIn = (told: unknown): object => (told as { readonly request: object }).request; // as undici documents it

// oxlint-disable-next-line unbound-method -- called with its server
const { emit } = http.Server.prototype;
http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...given: unknown[]) {
  const [request, response] = given;
  if (event !== 'request' || !(request instanceof http.IncomingMessage) || !(response instanceof http.ServerResponse)) {
    return Reflect.apply(emit, this, [event, ...given]) as boolean;
  }
  underWay.add(response);
  response.once('close', () => underWay.delete(response));
  const what = `${request.method} ${request.headers.host} ${request.url}`;
  const name = `${what} ${timesOf(between, what)}`;
  return askers.run({ name, times: new Map() }, () => Reflect.apply(emit, this, [event, ...given]) as boolean);
} as typeof emit;

/** So long a request takes from one end to the other, in nanoseconds. */
const idleNs = 500_000n;
const patienceNs = 50_000_000n;

/** Resolves when nothing goes on any more behind an answer that is there; what hangs is not waited for. */
export async function quiet(): Promise<void> {
  const since = process.hrtime.bigint();
  let idleSince = since;
  for (let now = since; now - idleSince < idleNs && now - since < patienceNs; now = process.hrtime.bigint()) {
    if (underWay.size > 0) idleSince = now;
    await new Promise(setImmediate);
  }
}

// ── Ports: they stand in answers, and even in a QR code. Those told here are counted, and led to the real ones ──

const realPorts = new Map<number, number>();
const toldPorts = new WeakMap<net.Server, number>();
let ports = 40_000;

// oxlint-disable-next-line unbound-method -- called with its server
const { listen, address } = net.Server.prototype;
net.Server.prototype.listen = function (this: net.Server, ...given: unknown[]) {
  toldPorts.set(this, (ports += 1));
  return Reflect.apply(listen, this, given) as net.Server;
} as typeof listen;
net.Server.prototype.address = function (this: net.Server) {
  const real = Reflect.apply(address, this, []) as ReturnType<typeof address>;
  const port = toldPorts.get(this);
  if (real === null || typeof real === 'string' || port === undefined) return real;
  realPorts.set(port, real.port);
  return { ...real, port };
};

// oxlint-disable-next-line unbound-method -- called with its socket
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
  // Node itself hands over what it has normalized: a list with the options first.
  const [options] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
  const port = realPorts.get(Number((options as { port?: unknown } | null)?.port));
  if (port !== undefined) Object.assign(options as object, { port });
  return Reflect.apply(connect, this, given) as net.Socket;
} as typeof connect;

syncBuiltinESMExports();
