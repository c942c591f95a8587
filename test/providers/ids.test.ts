import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { globalId } from '../../src/core/ids.js';
import type { Exchange } from '../../src/simulators/kit.js';
import { NodeDocument } from '../generated/operations.js';
import { freshKey, startTestGateway, type TestGateway } from '../support/gateway.js';
import { idTricks } from '../support/id-tricks.js';
import { subjects } from './conformance.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

function allExchanges(): Exchange[] {
  return subjects.flatMap(subject => [...subject.simulator(gateway.simulators).exchanges]);
}

/** Where each mutation takes an id that goes into a path, a query or a header. */
const idArguments: readonly (readonly [provider: string, path: readonly string[]])[] = [
  ['PINGONE', ['environmentId']],
  ['PINGONE', ['userId']],
  ['PINGONE', ['digitalWalletApplicationId']],
  ['PINGONE', ['applicationInstanceId']],
  ['JUSPAY', ['account', 'juspay', 'customerId']],
  ['JUSPAY', ['account', 'juspay', 'gateway']],
  ['EQUALS_MONEY', ['accountId']],
  ['EQUALS_MONEY', ['cardId']],
  ['EQUALS_MONEY', ['personId']],
  ['MOOV', ['accountId']],
];

function withMember(input: object, [first = '', ...rest]: readonly string[], value: string): object {
  const inner = (input as Record<string, object | undefined>)[first] ?? {};
  return { ...input, [first]: rest.length === 0 ? value : withMember(inner, rest, value) };
}

for (const [provider, path] of idArguments) {
  test(`A9 › ${provider} › ${path.join('.')} that plays tricks › InvalidInputError with its path, and nothing is sent`, async () => {
    const subject = subjects.find(each => each.provider === provider);
    if (subject === undefined) throw new Error('It is in the table.');
    gateway.simulators.reset();
    for (const trick of idTricks) {
      const result = await subject.send(gateway, withMember(subject.input(freshKey()), path, trick));
      expect({ trick, result }).toMatchObject({
        trick,
        result: { __typename: 'InvalidInputError', provider: null, operation: null, retry: 'DO_NOT_RETRY' },
      });
      const { fields } = result as unknown as { fields: { path: string[] }[] };
      expect(fields.map(field => field.path)).toContainEqual(['input', ...path]);
    }
    expect(allExchanges()).toEqual([]);
  });
}

test('A10 › JUSPAY › a routing id that is no header value › InvalidInputError; one with a slash is sent as it is', async () => {
  const subject = subjects.find(each => each.provider === 'JUSPAY');
  if (subject === undefined) throw new Error('It is in the table.');
  gateway.simulators.reset();
  const path = ['account', 'juspay', 'routingId'];
  for (const trick of ['', ' ', 'a\r\nx-evil: 1', 'a\nb', '\0', 'Łódź', 'a\tb', 'ü', 'x'.repeat(129)]) {
    const result = await subject.send(gateway, withMember(subject.input(freshKey()), path, trick));
    expect(result.__typename).toBe('InvalidInputError');
  }
  expect(allExchanges()).toEqual([]);
  for (const routingId of ['shop/../7', '%2e%2e', '../', '?#\\']) {
    const result = await subject.send(gateway, withMember(subject.input(freshKey()), path, routingId));
    expect(result.__typename).toBe(subject.success);
    const [last] = gateway.simulators.juspay.exchanges.slice(-1);
    expect(last?.request.headers['x-routing-id']).toBe(routingId);
    const { walletAccount } = result as unknown as { walletAccount: { id: string } };
    const { node } = await gateway.execute(NodeDocument, { id: walletAccount.id });
    expect(node).toMatchObject({ id: walletAccount.id });
    expect(gateway.simulators.juspay.exchanges.at(-1)?.request.headers['x-routing-id']).toBe(routingId);
  }
  expect(allExchanges().every(({ route }) => route !== 'unknown')).toBe(true);
});

test('A9 › a global id with tricks inside › an error, and nothing is sent', async () => {
  gateway.simulators.reset();
  const uuid = '6b6f1a52-5c0e-4d6e-9f3a-0a4c2f9d1e10';
  const kinds: readonly (readonly [string, number])[] = [
    ['DigitalWallet', 3],
    ['JuspayWalletAccount', 3],
    ['LiquidoWalletAccount', 1],
    ['MoovWallet', 2],
  ];
  for (const [type, size] of kinds) {
    for (const trick of [...idTricks, '..%2f..', uuid.slice(1)]) {
      for (let at = 0; at < size; at += 1) {
        const isName = type === 'JuspayWalletAccount';
        if (isName && (at === 1 || /^[\w-]+$/.test(trick))) continue; // a routing id goes into a header; a name may be one
        const parts = Array.from({ length: size }, (_part, index) => (index === at ? trick : uuid));
        const { data, errors } = await gateway.send(NodeDocument, { id: globalId(type, ...parts) });
        expect({ parts, node: data?.node }).toEqual({ parts, node: null });
        expect({ parts, code: errors?.[0]?.extensions?.code }).toEqual({ parts, code: 'INVALID_INPUT' });
      }
    }
    for (const parts of [[], Array<string>(size + 1).fill(uuid), Array<string>(size - 1).fill(uuid)]) {
      const { errors } = await gateway.send(NodeDocument, { id: globalId(type, ...parts) });
      expect(errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
    }
  }
  expect(allExchanges()).toEqual([]);
});

test('A9, A10 › a global id of a Juspay wallet whose routing id cannot be decoded or sent › an error, and nothing is sent', async () => {
  gateway.simulators.reset();
  for (const routingId of ['%', '%zz', '%c0%af', '%0d%0ax-evil%3a1', '%00', '%e0%80', '%F0%9F%98%80']) {
    const id = globalId('JuspayWalletAccount', 'shopper-000042', routingId, 'wlt_a1b2c3d4e5f6g7h8');
    const { data, errors } = await gateway.send(NodeDocument, { id });
    expect(data).toEqual({ node: null });
    expect({ routingId, code: errors?.[0]?.extensions?.code }).toEqual({ routingId, code: 'INVALID_INPUT' });
  }
  expect(allExchanges()).toEqual([]);
});
