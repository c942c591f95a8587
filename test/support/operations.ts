import { setTimeout as wait } from 'node:timers/promises';
import { OperationByKeyDocument, OperationsDocument, type OperationByKeyQuery } from '../generated/operations.js';
import type { TestGateway } from './gateway.js';

/** Operations as their callers follow them. */

type Operation = NonNullable<OperationByKeyQuery['operationByKey']>;

export async function operationOf(at: TestGateway, mutation: string, idempotencyKey: string): Promise<Operation> {
  const { operationByKey } = await at.execute(OperationByKeyDocument, { mutation, idempotencyKey });
  if (operationByKey == null) throw new Error('There is no such operation.');
  return operationByKey;
}

/** The operation once it is decided, by whomever. */
export async function decided(at: TestGateway, mutation: string, idempotencyKey: string): Promise<Operation> {
  for (;;) {
    const operation = await operationOf(at, mutation, idempotencyKey);
    if (operation.status !== 'UNKNOWN' && operation.status !== 'IN_PROGRESS') return operation;
    await wait(50);
  }
}

/** Until nothing is looked for any more: else it would be, while the next test counts what is sent. */
export async function settled(at: TestGateway): Promise<void> {
  for (const status of ['IN_PROGRESS', 'UNKNOWN'] as const) {
    while ((await at.execute(OperationsDocument, { status, first: 1 })).operations?.nodes.length !== 0) await wait(50);
  }
}

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}
