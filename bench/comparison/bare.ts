import { createServer } from 'node:http';
import { Pool } from 'undici';

/**
 * The same work where nobody does GraphQL: JSON comes in, Moov is asked, its answer is read, and the same answer goes out. No callers,
 * no limits, no logs.
 */

const moov = new Pool(process.env.MOOV_API_URL ?? '', { connections: 128, pipelining: 1 });
// prettier-ignore
const headers = [
  'accept', 'application/json',
  'content-type', 'application/json',
  'authorization', `Basic ${Buffer.from('public:secret').toString('base64')}`,
  'x-moov-version', 'v2026.07.00',
];

export type Input = Readonly<Record<'idempotencyKey' | 'accountId' | 'name' | 'description', string>>;

interface Request {
  readonly variables: { readonly input: Input };
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

/** What is done with a request: `ask` asks Moov, and gives its wallet as the text of an answer; `answer` sends one. */
export type Handle = (
  input: Input,
  ask: (then: (text: string) => void) => void,
  answer: (text: string) => void,
) => void;

export function serve(handle: Handle): void {
  createServer((request, response) => {
    let text = '';
    const fail = (): void => void response.writeHead(502).end();
    const answer = (told: string): void => {
      const length = Buffer.byteLength(told);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
      response.end(told);
    };
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      const { input } = (JSON.parse(text) as Request).variables;
      handle(input, then => create(input, then, fail), answer);
    });
  }).listen(Number(process.env.PORT), '127.0.0.1', 4096);
}

function create(
  { idempotencyKey, accountId, name, description }: Input,
  then: (text: string) => void,
  fail: () => void,
): void {
  const body = JSON.stringify({ name, description, metadata: { operation: idempotencyKey } });
  let status = 0;
  let answer = '';
  moov.dispatch(
    { method: 'POST', path: `/accounts/${accountId}/wallets`, headers, body },
    {
      onRequestStart: () => undefined,
      onResponseStart: (_controller, statusCode) => void (status = statusCode),
      onResponseData: (_controller, chunk) => void (answer += chunk.toString()),
      onResponseEnd() {
        if (status === 200) then(JSON.stringify({ data: dataFrom(JSON.parse(answer) as Wallet, accountId) }));
        else fail();
      },
      onResponseError: fail,
    },
  );
}

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
