import { GraphQLError } from 'graphql';
import { Arg, createUnionType, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../core/context.js';
import { attemptErrors, WalletErrorCode } from '../core/errors.js';
import { readGlobalId } from '../core/ids.js';
import { Operation } from '../core/operation.js';
import { malformedId } from './nodes.js';

/** The journal as clients see it. `successes` are what operations can end with. */
export function operationsResolver(successes: readonly Function[]): Function {
  const OperationResult = createUnionType({
    name: 'OperationResult',
    description: 'How an operation ended: any success, or any error that an attempt can end with.',
    types: () => [...successes, ...attemptErrors] as never, // the providers' successes are not known to the compiler
  });

  @Resolver(() => Operation)
  class OperationsResolver {
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
