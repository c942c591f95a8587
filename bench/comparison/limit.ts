import { createServer } from 'node:http';
import { Pool } from 'undici';

/**
 * LIMIT: what the same work costs where nobody does GraphQL. JSON comes in, Moov is asked, its answer is read, and the
 * same answer goes out. No idempotency, no callers, no limits, no logs.
 */

const moov = new Pool(process.env.MOOV_API_URL ?? '', { connections: 128, pipelining: 1 });
// prettier-ignore
const headers = [
  'accept', 'application/json',
  'content-type', 'application/json',
  'authorization', `Basic ${Buffer.from('public:secret').toString('base64')}`,
  'x-moov-version', 'v2026.07.00',
];

interface Request {
  readonly variables: {
    readonly input: Readonly<Record<'idempotencyKey' | 'accountId' | 'name' | 'description', string>>;
  };
}

interface Wallet {
  readonly walletID: string;
  readonly name: string;
  readonly description: string;
  readonly walletType: string;
  readonly status: string;
  readonly createdOn: string;
  readonly availableBalance: { readonly currency: string; readonly value: number };
}

createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    const { input } = (JSON.parse(text) as Request).variables;
    const { idempotencyKey, accountId, name, description } = input;
    const asked = JSON.stringify({ name, description, metadata: { operation: idempotencyKey } });
    let status = 0;
    let answer = '';
    moov.dispatch(
      { method: 'POST', path: `/accounts/${accountId}/wallets`, headers, body: asked },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => void (status = statusCode),
        onResponseData: (_controller, chunk) => void (answer += chunk.toString()),
        onResponseEnd() {
          if (status !== 200) return void response.writeHead(502).end();
          const told = JSON.stringify({ data: dataFrom(JSON.parse(answer) as Wallet, accountId) });
          const length = Buffer.byteLength(told);
          response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
          response.end(told);
        },
        onResponseError: () => void response.writeHead(502).end(),
      },
    );
  });
}).listen(Number(process.env.PORT), '127.0.0.1', 4096);

function dataFrom(wallet: Wallet, accountId: string): object {
  const { walletID, name, description, walletType, status, createdOn, availableBalance } = wallet;
  const moovWallet = {
    id: walletID,
    providerId: walletID,
    provider: 'MOOV',
    accountId,
    name,
    description,
    walletType: walletType.toUpperCase(),
    state: status.toUpperCase(),
    createdAt: createdOn,
    availableBalance: {
      currency: availableBalance.currency,
      minorUnits: String(availableBalance.value),
      decimal: (availableBalance.value / 100).toFixed(2),
    },
  };
  return { createMoovWallet: { __typename: 'MoovWalletCreated', moovWallet } };
}
