// @ts-expect-error: it brings no types along
import autocannon from 'autocannon';

/** Load where wrk is missing. It is told what to do in one argument, and prints what came of it. */

interface Told {
  readonly url: string;
  readonly request: { readonly path: string; readonly headers: Record<string, string>; readonly body: string };
  readonly connections: number;
  readonly seconds: number;
  readonly seed: string;
  readonly digits: number;
  readonly uniquePart: string;
}

const { url, request, connections, seconds, seed, digits, uniquePart } = JSON.parse(process.argv[2] ?? '') as Told;
let sent = 0;
const latencies: number[] = [];
const running = autocannon({
  url: url + request.path,
  connections,
  duration: seconds,
  timeout: 30,
  requests: [
    {
      method: 'POST',
      headers: request.headers,
      setupRequest(next: object) {
        sent += 1;
        return { ...next, body: request.body.replaceAll(uniquePart, seed + String(sent).padStart(digits, '0')) };
      },
    },
  ],
});
running.on('response', (_client: unknown, _status: number, _bytes: number, milliseconds: number) => {
  latencies.push(milliseconds * 1000);
});
const result = await running;
latencies.sort((left, right) => left - right);
console.log(
  JSON.stringify({
    answers: result['2xx'],
    perSecond: result['2xx'] / result.duration,
    p50: latencies[Math.floor(latencies.length * 0.5)],
    p99: latencies[Math.floor(latencies.length * 0.99)],
    bytes: result.throughput.total,
    errors: result.non2xx + result.errors + result.timeouts,
  }),
);
