import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  graphqlSync,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { printedSchema, schemaOf } from '../../src/api/schema.js';
import { invalidFields } from '../../src/core/validation.js';
import { providers } from '../../src/providers/index.js';

const schema = schemaOf(providers);

function ownTypes(of: GraphQLSchema): GraphQLNamedType[] {
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
  return Object.values(of.getTypeMap()).filter(({ name }) => !name.startsWith('__') && !builtIn.has(name));
}

/** Everything that `actual` lacks or has otherwise than `wanted`, as sentences. */
function gaps(wanted: GraphQLSchema, actual: GraphQLSchema): string[] {
  const found: string[] = [];
  for (const type of ownTypes(wanted)) {
    const other = actual.getType(type.name);
    if (other === undefined || other.constructor.name !== type.constructor.name) {
      found.push(`no ${type.constructor.name} ${type.name}`);
      continue;
    }
    if ((isObjectType(type) || isInterfaceType(type)) && (isObjectType(other) || isInterfaceType(other))) {
      const interfaces = new Set(other.getInterfaces().map(({ name }) => name));
      for (const { name } of type.getInterfaces()) if (!interfaces.has(name)) found.push(`${type.name} is no ${name}`);
      for (const field of Object.values(type.getFields())) {
        const same = other.getFields()[field.name];
        if (String(same?.type) !== String(field.type))
          found.push(`${type.name}.${field.name} is ${String(same?.type)}`);
        for (const argument of field.args) {
          const given = same?.args.find(({ name }) => name === argument.name);
          if (String(given?.type) !== String(argument.type)) found.push(`${type.name}.${field.name}(${argument.name})`);
        }
      }
    }
    if (isInputObjectType(type) && isInputObjectType(other)) {
      if (type.isOneOf !== other.isOneOf) found.push(`${type.name} is not @oneOf`);
      for (const field of Object.values(type.getFields())) {
        const same = other.getFields()[field.name];
        if (String(same?.type) !== String(field.type) || same?.defaultValue !== field.defaultValue) {
          found.push(`${type.name}.${field.name} is ${String(same?.type)}`);
        }
      }
      for (const { name } of Object.values(other.getFields())) {
        if (type.getFields()[name] === undefined) found.push(`${type.name}.${name} is more than was promised`);
      }
    }
    if (isEnumType(type) && isEnumType(other)) {
      for (const { name } of type.getValues())
        if (other.getValue(name) === undefined) found.push(`no ${type.name}.${name}`);
    }
    if (isUnionType(type) && isUnionType(other)) {
      const members = new Set(other.getTypes().map(({ name }) => name));
      for (const { name } of type.getTypes()) if (!members.has(name)) found.push(`${type.name} lacks ${name}`);
    }
  }
  return found;
}

/** The contract, in its two stages. */
const contract = buildSchema(
  ['schema', 'schema-life-cycle'].map(name => readFileSync(`test/contract/${name}.graphql`, 'utf8')).join('\n'),
);

test('the schema holds everything that the contract promises', () => {
  expect(gaps(contract, schema)).toEqual([]);
});

test('the comparison notices a missing union member, a nullability and a missing field', () => {
  const text = printedSchema(schema);
  const spoilt = buildSchema(
    text
      .replace(
        'union CardTokenPayload = ApplePayPayload | GooglePayPayload',
        'union CardTokenPayload = ApplePayPayload',
      )
      .replace(/(type Money \{[^}]*minorUnits: BigInt)!/s, '$1')
      .replaceAll('qrCodeSvg: String', 'qrCode: String'),
  );
  expect(gaps(contract, spoilt)).toEqual(
    expect.arrayContaining([
      'CardTokenPayload lacks GooglePayPayload',
      'Money.minorUnits is BigInt',
      'PairingSession.qrCodeSvg is undefined',
    ]),
  );
});

/** Every place in the schema that a person may read about, and its description. */
function describedPlaces(of: GraphQLSchema): [place: string, description: string | null | undefined][] {
  return ownTypes(of).flatMap((type): [string, string | null | undefined][] => {
    const root = type.name === 'Query' || type.name === 'Mutation';
    const own: [string, string | null | undefined][] = root ? [] : [[type.name, type.description]];
    if (isEnumType(type)) {
      return [
        ...own,
        ...type
          .getValues()
          .map(({ name, description }): [string, typeof description] => [`${type.name}.${name}`, description]),
      ];
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
    return Object.values(type.getFields()).reduce<[string, string | null | undefined][]>((places, field) => {
      places.push([`${type.name}.${field.name}`, field.description]);
      if ('args' in field)
        for (const { name, description } of field.args)
          places.push([`${type.name}.${field.name}(${name})`, description]);
      return places;
    }, own);
  });
}

test('everything has a description', () => {
  const places = describedPlaces(schema);
  expect(places.length).toBeGreaterThan(250);
  expect(places.filter(([, description]) => !description || description.length < 4)).toEqual([]);
});

test('a field, an argument, a value or a type without a description is noticed', () => {
  const bare = buildSchema('type Query { a(b: Int): C } enum C { D } input I { x: Int }');
  expect(
    describedPlaces(bare)
      .filter(([, description]) => !description)
      .map(([place]) => place),
  ).toEqual(expect.arrayContaining(['Query.a', 'Query.a(b)', 'C', 'C.D', 'I', 'I.x']));
});

const commonErrors = [
  'InvalidInputError',
  'NotFoundError',
  'ConflictError',
  'ProviderRejectedError',
  'ProviderAccessDeniedError',
  'RateLimitedError',
  'ProviderUnavailableError',
  'OutcomeUnknownError',
  'IdempotencyKeyReusedError',
  'OperationInProgressError',
];

test('a result union holds its own successes, and all ten common errors', () => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (!isUnionType(field.type)) throw new Error(`${field.name} does not answer with a nullable union.`);
    const names = field.type.getTypes().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(commonErrors));
    expect(names.some(name => !name.endsWith('Error'))).toBe(true);
  }
});

test('each class has the name of its GraphQL type, by which a result is known', () => {
  const declared = readFileSync('schema/possible-types.json', 'utf8');
  const { possibleTypes } = JSON.parse(declared) as { possibleTypes: Record<string, string[]> };
  for (const [abstract, members] of Object.entries(possibleTypes)) {
    const type = schema.getType(abstract);
    if (!isUnionType(type) && !isInterfaceType(type)) throw new Error(`${abstract} is not abstract.`);
    expect(
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(members.toSorted());
  }
});

const oneOfs = ['WalletAccountInput', 'CardTokenWalletInput', 'WalletOwnerInput'];

test('@oneOf is one-of in introspection', () => {
  const { data } = graphqlSync({ schema, source: getIntrospectionQuery({ oneOf: true }) });
  const types = (data as { __schema: { types: { name: string; isOneOf?: boolean }[] } }).__schema.types;
  expect(
    types
      .filter(({ isOneOf }) => isOneOf)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(oneOfs.toSorted());
});

test('@oneOf is one-of in the printed schema', () => {
  for (const name of oneOfs) expect(printedSchema(schema)).toContain(`input ${name} @oneOf {`);
});

test('@oneOf is one-of for literals', () => {
  const moved = (account: string) =>
    validate(
      schema,
      parse(`mutation { createWalletAccount(input: { idempotencyKey: "k", account: ${account} }) { __typename } }`),
    );
  const juspay = 'juspay: { customerId: "c", gateway: "G" }';
  const liquido = 'liquido: { phoneNumber: "+573000000001", name: "n", country: "CO", currency: "COP" }';
  expect(moved(`{ ${juspay} }`)).toHaveLength(0);
  expect(moved(`{ ${juspay}, ${liquido} }`)).not.toHaveLength(0);
  expect(moved('{}')).not.toHaveLength(0);
  expect(moved('{ juspay: null }')).not.toHaveLength(0);
});

/** As two fields of one name must agree in a document: what they are made of may differ, where it has fields itself. */
function shapeOf(type: GraphQLOutputType): string {
  return isLeafType(getNamedType(type)) ? String(type) : String(type).replace(/\w+/, '…');
}

test('the name of a field is of one shape wherever types can stand side by side', () => {
  for (const type of ownTypes(schema)) {
    if (!isUnionType(type) && !isInterfaceType(type)) continue;
    const known = new Map<string, string>();
    for (const member of schema.getPossibleTypes(type)) {
      for (const field of Object.values(member.getFields())) {
        const before = known.get(field.name) ?? shapeOf(field.type);
        expect(`${type.name}: ${member.name}.${field.name}: ${shapeOf(field.type)}`).toBe(
          `${type.name}: ${member.name}.${field.name}: ${before}`,
        );
        known.set(field.name, before);
      }
    }
  }
});

/** A text of a person's may be as long unless its field says otherwise. */
const usualMaximum = 1024;

test('a field whose text may be no longer than so much says so', () => {
  const inputs = Object.values(schema.getTypeMap()).filter(type => isInputObjectType(type));
  const told = inputs.flatMap(type =>
    Object.values(type.getFields()).flatMap(({ name, description }) => {
      const complaints = invalidFields(type, { [name]: 'x'.repeat(20_000) }, []).filter(
        ({ path }) => path.join('.') === name,
      );
      const maximum = complaints.flatMap(({ message }) => /at most (\d+) characters/.exec(message)?.[1] ?? [])[0];
      if (maximum === undefined) return [];
      const isTold = (description ?? '').includes(Number(maximum).toLocaleString('en'));
      return [{ field: `${type.name}.${name}`, maximum: Number(maximum), isTold }];
    }),
  );
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter(({ maximum, isTold }) => maximum !== usualMaximum && !isTold)).toEqual([]);
});
