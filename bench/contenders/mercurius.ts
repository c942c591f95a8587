import fastify from 'fastify';
import mercurius from 'mercurius';
import { Pool } from 'undici';
import { headers, moovUrl, pathOf, requestOf, unavailable, walletFrom, type CreateInput, type Wallet } from './moov.js';
import { typeDefs } from './schema.js';

/** Mercurius as its README starts it, with `jit: 1`, and resolvers that ask Moov over undici's pool. */

const moov = new Pool(moovUrl, { connections: 128 });

const app = fastify();
await app.register(mercurius.default, {
  schema: typeDefs,
  resolvers: {
    Mutation: {
      async createMoovWallet(_root: unknown, { input }: { readonly input: CreateInput }) {
        const { statusCode, body } = await moov.request({
          method: 'POST',
          path: pathOf(input),
          headers,
          body: JSON.stringify(requestOf(input)),
        });
        if (statusCode !== 200) return unavailable;
        const wallet = (await body.json()) as Wallet;
        return { __typename: 'MoovWalletCreated', moovWallet: walletFrom(wallet, input) };
      },
    },
  },
  jit: 1,
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
