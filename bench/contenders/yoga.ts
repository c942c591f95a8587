import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { headers, moovUrl, pathOf, requestOf, unavailable, walletFrom, type CreateInput, type Wallet } from './moov.js';
import { typeDefs } from './schema.js';

/** GraphQL Yoga as its quick start has it, on `node:http`, asking Moov by `fetch`. */

const yoga = createYoga({
  schema: createSchema({
    typeDefs,
    resolvers: {
      Mutation: {
        async createMoovWallet(_root: unknown, { input }: { readonly input: CreateInput }) {
          const answer = await fetch(moovUrl + pathOf(input), {
            method: 'POST',
            headers,
            body: JSON.stringify(requestOf(input)),
          });
          if (!answer.ok) return unavailable;
          const wallet = (await answer.json()) as Wallet;
          return { __typename: 'MoovWalletCreated', moovWallet: walletFrom(wallet, input) };
        },
      },
    },
  }),
});
createServer(yoga).listen(Number(process.env['PORT']), '127.0.0.1');
