import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import http from 'node:http';

/**
 * Chance in this process is a function of the turn, of who asks, and of how often before. Who asks is told by the request that
 * is being served, on whichever server: calls to several providers at once may arrive in any order, and each has its own
 * ids nevertheless.
 */

interface Asker {
  readonly name: string;
  /** How often it asked, by what for. */
  readonly times: Map<string, number>;
}

const askers = new AsyncLocalStorage<Asker>();
let turn = 0;
let nobody: Asker = { name: '', times: new Map() };

export function turnChance(): void {
  turn += 1;
  nobody = { name: '', times: new Map() };
}

function timesOf({ times }: Asker, what: string): number {
  const count = (times.get(what) ?? 0) + 1;
  times.set(what, count);
  return count;
}

/** So many bytes; each kind of them is a sequence of its own, so that more of one leaves the others as they were. */
function bytes(kind: string, count: number): Buffer {
  const asker = askers.getStore() ?? nobody;
  const seed = `${turn}/${asker.name}/${kind}/${timesOf(asker, kind)}`;
  const blocks: Buffer[] = [];
  for (let have = 0; have < count; have += 32) {
    blocks.push(crypto.createHash('sha256').update(`${seed}/${have}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, count);
}

function randomUUID(): string {
  const [...made] = bytes('uuid', 16);
  made[6] = ((made[6] ?? 0) & 0x0f) | 0x40;
  made[8] = ((made[8] ?? 0) & 0x3f) | 0x80;
  return Buffer.from(made)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const randomBytes = (count: number): Buffer => bytes(`bytes ${count}`, count);
const randomFillSync = <View extends Uint8Array>(view: View): View => {
  view.set(randomBytes(view.length));
  return view;
};
Object.assign(crypto, { randomUUID, randomBytes, randomFillSync });
Math.random = () => bytes('number', 4).readUInt32BE() / 2 ** 32;

// oxlint-disable-next-line unbound-method -- called with its server
const { emit } = http.Server.prototype;
http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...given: unknown[]) {
  const [request] = given;
  const serve = (): boolean => Reflect.apply(emit, this, [event, ...given]) as boolean;
  if (event !== 'request' || !(request instanceof http.IncomingMessage)) return serve();
  const what = `${request.method} ${request.headers.host} ${request.url}`;
  return askers.run({ name: `${what} ${timesOf(nobody, what)}`, times: new Map() }, serve);
} as typeof emit;
