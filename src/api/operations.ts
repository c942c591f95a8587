import { GraphQLError } from 'graphql';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Needs } from '../core/authorization.js';
import type { Context } from '../core/context.js';
import { Costs } from '../core/costs.js';
import { attemptErrors, WalletErrorCode } from '../core/errors.js';
import { readGlobalId } from '../core/ids.js';
import { make } from '../core/codec.js';
import { Operation, OperationStatus } from '../core/operation.js';
import { PageInfo, pageLength } from '../core/pages.js';
import { malformedId } from './reads.js';

/** It asks no provider; but to open a hundred entries of the journal takes the gateway as long as some dozens of calls. */
const pageCalls = 50;

@ObjectType({ description: 'An operation in a list.' })
class OperationEdge {
  @Field({ description: 'Where it stands in the list: give it to `after`.' })
  readonly cursor!: string;

  @Field(() => Operation, { description: 'The operation.' })
  readonly node!: Operation;
}

@ObjectType({ description: 'A page of the list of operations.' })
class OperationConnection {
  @Field(() => [OperationEdge], { description: 'The operations with their cursors.' })
  readonly edges!: readonly OperationEdge[];

  @Field(() => [Operation], { description: 'The operations alone.' })
  readonly nodes!: readonly Operation[];

  @Field(() => Int, {
    nullable: true,
    description:
      'How many there are in all: where the list is of IN_PROGRESS, UNKNOWN or NEEDS_ATTENTION alone; null otherwise.',
  })
  readonly totalCount!: number | null;

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  readonly pageInfo!: PageInfo;
}

/** The journal as clients see it. `results` are what operations can end with, besides the errors that all can. */
export function operationsResolver(results: readonly Function[]): Function {
  const OperationResult = createUnionType({
    name: 'OperationResult',
    description: 'How an operation ended: any success, or any error that an attempt can end with.',
    types: () => [...results, ...attemptErrors] as never, // the providers' results are not known to the compiler
  });

  @Resolver(() => Operation)
  class OperationsResolver {
    @Needs('operations:read')
    @Query(() => Operation, {
      nullable: true,
      description: 'An operation by its id, to follow how it ends. Null where there is none, or it is not yours.',
    })
    operation(
      @Arg('id', () => ID, { description: 'The id from `MutationError.operation`.' }) id: string,
      @Ctx() context: Context,
    ): Promise<Operation | null> {
      if (readGlobalId(id)?.typeName !== 'Operation') throw malformedId();
      return context.operations.byId(id);
    }

    @Needs('operations:read')
    @Query(() => Operation, {
      nullable: true,
      description:
        'For a client that kept only its key. `mutation` is the field name; a name that is no mutation is an error, an unknown key null.',
    })
    operationByKey(
      @Arg('mutation', { description: "The mutation's field name, e.g. createMoovWallet." }) mutation: string,
      @Arg('idempotencyKey', { description: 'The key that was given to it.' }) idempotencyKey: string,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Operation | null> {
      if (!Object.hasOwn(info.schema.getMutationType()?.getFields() ?? {}, mutation)) {
        throw new GraphQLError('There is no mutation of that name.', {
          extensions: { code: WalletErrorCode.INVALID_INPUT },
        });
      }
      return context.operations.byKey(mutation, idempotencyKey);
    }

    @Costs(pageCalls)
    @Needs('operations:read')
    @Query(() => OperationConnection, {
      nullable: true,
      description:
        "For whoever runs the gateway: a tenant's operations, newest first. NEEDS_ATTENTION lists those that wait for a person. Not for callers who are narrowed to a provider or to owners.",
    })
    async operations(
      @Ctx() context: Context,
      @Arg('status', () => OperationStatus, { nullable: true, description: 'Only those that stand so.' })
      status: OperationStatus | null,
      @Arg('first', () => Int, { nullable: true, description: 'How many: 20 where left out, at most 100.' })
      first: number | null,
      @Arg('after', () => String, { nullable: true, description: 'The cursor after which the list goes on.' })
      after: string | null,
    ): Promise<OperationConnection> {
      const length = pageLength(first);
      if (after != null && readGlobalId(after)?.typeName !== 'Operation') throw malformedId();
      const { operations, hasMore, total } = await context.operations.list(status ?? null, length, after ?? null);
      const edges = operations.map(node => make(OperationEdge, { cursor: node.id, node }));
      return make(OperationConnection, {
        edges,
        nodes: operations,
        totalCount: total,
        pageInfo: new PageInfo(edges, { isFirst: after == null, hasMore }),
      });
    }

    @FieldResolver(() => OperationResult, {
      nullable: true,
      description:
        'How its last attempt ended; null while IN_PROGRESS or UNKNOWN. OutcomeUnknownError only where settling was given up or cannot be done.',
    })
    result(@Root() operation: Operation): object | null {
      return operation.result;
    }
  }

  return OperationsResolver;
}
