import 'reflect-metadata';
import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { IsUUID, Length } from 'class-validator';
import {
  Arg,
  buildSchema,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { headers, moovUrl, pathOf, requestOf, walletFrom, type Wallet } from './moov.js';

/** Apollo Server by its quick start: `startStandaloneServer`, a RESTDataSource, TypeGraphQL and class-validator. */

enum WalletProvider {
  MOOV = 'MOOV',
}
enum WalletState {
  ACTIVE = 'ACTIVE',
  CLOSED = 'CLOSED',
}
enum MoovWalletType {
  DEFAULT = 'DEFAULT',
  GENERAL = 'GENERAL',
}
registerEnumType(WalletProvider, { name: 'WalletProvider' });
registerEnumType(WalletState, { name: 'WalletState' });
registerEnumType(MoovWalletType, { name: 'MoovWalletType' });

@ObjectType()
class Money {
  @Field(() => String) currency!: string;
  @Field(() => String) minorUnits!: string;
  @Field(() => String) decimal!: string;
}

@ObjectType()
class MoovWallet {
  @Field(() => ID) id!: string;
  @Field(() => ID) providerId!: string;
  @Field(() => WalletProvider) provider!: WalletProvider;
  @Field(() => ID) accountId!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => MoovWalletType) walletType!: MoovWalletType;
  @Field(() => WalletState) state!: WalletState;
  @Field(() => String) createdAt!: string;
  @Field(() => Money) availableBalance!: Money;
}

@InterfaceType()
abstract class MutationError {
  @Field(() => String) code!: string;
  @Field(() => String) message!: string;
  @Field(() => String) retry!: string;
}

@ObjectType({ implements: MutationError })
class ProviderUnavailableError extends MutationError {}

@ObjectType()
class MoovWalletCreated {
  @Field(() => MoovWallet) moovWallet!: MoovWallet;
}

const CreateMoovWalletResult = createUnionType({
  name: 'CreateMoovWalletResult',
  types: () => [MoovWalletCreated, ProviderUnavailableError] as const,
});

@InputType()
class CreateMoovWalletInput {
  @Field(() => String) @Length(1, 255) idempotencyKey!: string;
  @Field(() => ID) @IsUUID() accountId!: string;
  @Field(() => String) @Length(1, 100) name!: string;
  @Field(() => String, { nullable: true }) @Length(0, 500) description?: string | null;
}

class Moov extends RESTDataSource {
  override baseURL = moovUrl;

  async createWallet(input: CreateMoovWalletInput): Promise<MoovWalletCreated> {
    const wallet = await this.post<Wallet>(pathOf(input), { body: requestOf(input), headers });
    return Object.assign(new MoovWalletCreated(), { moovWallet: walletFrom(wallet, input) });
  }
}

interface Context {
  readonly dataSources: { readonly moov: Moov };
}

@Resolver()
class MoovResolver {
  @Query(() => Boolean, { nullable: true })
  _(): boolean | null {
    return null;
  }

  @Mutation(() => CreateMoovWalletResult)
  createMoovWallet(
    @Arg('input', () => CreateMoovWalletInput) input: CreateMoovWalletInput,
    @Ctx() { dataSources }: Context,
  ): Promise<typeof CreateMoovWalletResult> {
    return dataSources.moov.createWallet(input);
  }
}

const schema = await buildSchema({ resolvers: [MoovResolver], validate: true });
const server = new ApolloServer<Context>({ schema });
const { cache } = server;
await startStandaloneServer(server, {
  context: async () => ({ dataSources: { moov: new Moov({ cache }) } }),
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
});
