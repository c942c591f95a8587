import fastify from 'fastify';
import mercurius from 'mercurius';
import { Pool } from 'undici';
import { headers, moovUrl, pathOf, requestOf, unavailable, walletFrom, type CreateInput, type Wallet } from './moov.js';
import { typeDefs } from './schema.js';

/**
 * Mercurius as its README starts it, with `jit: 1`. Its documentation names no HTTP client, so its resolver asks Moov as
 * LIMIT does, which is the cheapest way there is: what is left is Mercurius.
 */

const moov = new Pool(moovUrl, { connections: 128, pipelining: 1 });
const headerList = Object.entries(headers).flat();

/** Null where Moov refuses. */
function created(input: CreateInput): Promise<Wallet | null> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let answer = '';
    moov.dispatch(
      { method: 'POST', path: pathOf(input), headers: headerList, body: JSON.stringify(requestOf(input)) },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => void (status = statusCode),
        onResponseData: (_controller, chunk) => void (answer += chunk.toString()),
        onResponseEnd: () => resolve(status === 200 ? (JSON.parse(answer) as Wallet) : null),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

const app = fastify();
await app.register(mercurius.default, {
  schema: typeDefs,
  resolvers: {
    Mutation: {
      async createMoovWallet(_root: unknown, { input }: { readonly input: CreateInput }) {
        const wallet = await created(input);
        if (wallet === null) return unavailable;
        return { __typename: 'MoovWalletCreated', moovWallet: walletFrom(wallet, input) };
      },
    },
  },
  jit: 1,
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
