import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Choices } from './choices.js';
import { hostileText, idFrom } from './texts.js';

/** Values of the schema's input types: such as its clients give, save that some of the texts are hostile. */

export interface Making {
  readonly choices: Choices;
  /** A text is hostile once in so many times. */
  readonly hostileOneIn: number;
}

/** Few, so that they meet again; none of them asks the simulators for an outcome of its own. */
const uuids = [
  '6b6f1a52-5c0e-4d6e-9f3a-000000000001',
  '49000000-0000-4000-8000-000000000001',
  '7c2a9c1e-5b4d-4a6f-8e3b-000000000001',
  '9f000000-0000-4000-8000-000000000001',
] as const;

const wellKnown: Readonly<Record<string, readonly [unknown, ...unknown[]]>> = {
  UUID: uuids,
  Int: [1, 0, 3, -1, 101, 2_147_483_647],
  Float: [0.5, 1],
  Boolean: [true, false],
  BigInt: ['100', 1, '-1', '9223372036854775807', 0],
  Decimal: ['1.00'],
  DateTime: ['2026-11-21T08:00:00Z'],
  URL: ['https://shop.example/a'],
  CurrencyCode: ['COP', 'USD', 'cop'],
  CountryCode: ['CO', 'BR', 'co'],
  PhoneNumber: ['+573001234567'],
  StringMap: [{}, { a: 'b' }, { constructor: 'a', toString: 'b' }, { a: 1 }],
  JSONObject: [{}, { a: [1, { b: null }] }, { constructor: {} }],
};

/** Texts by the name of their field, where any text would not do. */
const named: Readonly<Record<string, readonly [string, ...string[]]>> = {
  customerId: ['customer-000001', 'shopper-7'],
  accountId: ['F00042'],
  gateway: ['MOBIKWIK', 'PAYTM'],
  mutation: ['createMoovWallet', 'createWalletAccount'],
  otp: ['731841', '111110'],
  mobileNumber: ['9876543210'],
  nonce: ['bm9uY2U='],
  nonceSignature: ['c2lnbmF0dXJl'],
  locale: ['en'],
  routingId: ['customer-000001'],
};

export function valueOf(type: GraphQLInputType, name: string, making: Making): unknown {
  const { choices } = making;
  if (isNonNullType(type)) return valueOf(type.ofType, name, making);
  if (isListType(type)) {
    return Array.from({ length: choices.pick(3) }, () => valueOf(type.ofType, name, making));
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const [first] = fields;
    const given = type.isOneOf
      ? [fields[choices.pick(fields.length)] ?? first]
      : fields.filter(field => isRequiredInputField(field) || choices.rarely(3));
    return Object.fromEntries(
      given.flatMap(field => (field === undefined ? [] : [[field.name, valueOf(field.type, field.name, making)]])),
    );
  }
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[choices.pick(values.length)]?.name;
  }
  const known = wellKnown[type.name];
  const isText = known === undefined || typeof known[0] === 'string';
  if (isText && choices.rarely(making.hostileOneIn)) return hostileText(choices);
  if (known !== undefined) return choices.one(known);
  if (type.name === 'ID') return idFrom(choices);
  if (name === 'idempotencyKey') return `key-${choices.pick(16_777_216)}`;
  return choices.one(named[name] ?? ['Payroll']);
}

/** As it is written in a document. */
export function literalOf(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return literalOf(type.ofType, value);
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) {
    return `[${value.map(item => (isListType(type) ? literalOf(type.ofType, item) : looseLiteral(item))).join(', ')}]`;
  }
  if (isEnumType(getNamedType(type))) return String(value);
  if (!isInputObjectType(type)) return looseLiteral(value);
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => {
    const field = type.getFields()[name];
    return `${name}: ${field === undefined ? looseLiteral(member) : literalOf(field.type, member)}`;
  });
  return `{ ${members.join(', ')} }`;
}

/** A value of no type that is known: JSON, without the quotation marks around names. */
function looseLiteral(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(looseLiteral).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([name, member]) => `${name}: ${looseLiteral(member)}`)
    .join(', ')} }`;
}
