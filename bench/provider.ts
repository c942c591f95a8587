import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { answers, providerNames, type ProviderName } from './answers.js';
import type { Calls, Moods } from './stand-ins.js';

/**
 * A process of its own that stands in for the providers and costs next to nothing. It prints where each of them is, and
 * is told over IPC how they behave; it then says how many requests each of them has had.
 */

const lingeringMs = Number(process.argv[2]);

const moods: Moods = {};
const calls: Calls = { pingOne: 0, juspay: 0, equalsMoney: 0, moov: 0 };

function serve(name: ProviderName, request: IncomingMessage, response: ServerResponse): void {
  calls[name] += 1;
  const mood = moods[name] ?? 'answers';
  if (mood === 'hangs') return;
  if (mood === 'resets') return void request.socket.resetAndDestroy();
  if (mood === 'refuses') return void response.writeHead(429, { 'retry-after': '1', 'content-length': 0 }).end();
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://provider.invalid');
  const body = JSON.stringify(
    answers[name]({ method: request.method ?? '', segments: pathname.slice(1).split('/'), query }),
  );
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const answer = (): void => void response.writeHead(statusOf(name, request), headers).end(body);
  if (mood === 'lingers') setTimeout(answer, lingeringMs);
  else answer();
}

/** These two say that something was made; only a create of theirs has a wallet's or a card's path. */
function statusOf(name: ProviderName, { method, url = '' }: IncomingMessage): number {
  const isCreate = method === 'POST' && /\/(digitalWallets|apple-wallet)(\?|$)/.test(url);
  return isCreate && (name === 'pingOne' || name === 'equalsMoney') ? 201 : 200;
}

async function open(name: ProviderName): Promise<[ProviderName, string]> {
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    request.resume().once('end', () => serve(name, request, response));
  });
  await once(server.listen(0, '127.0.0.1', 4096), 'listening');
  return [name, `http://127.0.0.1:${(server.address() as AddressInfo).port}`]; // an address of TCP has a port
}

process.on('message', told => {
  Object.assign(moods, told);
  process.send?.(calls);
});
console.log(JSON.stringify(Object.fromEntries(await Promise.all(providerNames.map(open)))));
