/** What Apollo, Mercurius and Yoga serve: of Billfold's schema as much as the bench asks for. */
export const typeDefs = `
  enum WalletProvider { MOOV }
  enum WalletState { ACTIVE CLOSED }
  enum MoovWalletType { DEFAULT GENERAL }

  type Money {
    currency: String!
    minorUnits: String!
    decimal: String!
  }

  type MoovWallet {
    id: ID!
    providerId: ID!
    provider: WalletProvider!
    accountId: ID!
    name: String!
    description: String
    walletType: MoovWalletType!
    state: WalletState!
    createdAt: String!
    availableBalance: Money!
  }

  interface MutationError {
    code: String!
    message: String!
    retry: String!
  }

  type MoovWalletCreated { moovWallet: MoovWallet! }
  type ProviderUnavailableError implements MutationError {
    code: String!
    message: String!
    retry: String!
  }
  union CreateMoovWalletResult = MoovWalletCreated | ProviderUnavailableError

  input CreateMoovWalletInput {
    idempotencyKey: String!
    accountId: ID!
    name: String!
    description: String
  }

  type Query { _: Boolean }
  type Mutation { createMoovWallet(input: CreateMoovWalletInput!): CreateMoovWalletResult! }
`;
