import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import {
  execute,
  getNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isScalarType,
  parse,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { schemaOf } from '../../src/api/schema.js';
import { globalId } from '../../src/core/ids.js';
import { onlyTenant, permissions, type Grant, type Permission, type Principal } from '../../src/core/principal.js';
import { WalletProvider } from '../../src/core/provider.js';
import { holdsSecret, isSensitive, secretsOf } from '../../src/core/sensitive.js';
import { providers } from '../../src/providers/index.js';

/** Who may ask for what, and what is secret: all of it read from the schema, so that a new field is noticed. */

const schema = schemaOf(providers);

function principalWith(grants: readonly Grant[]): Principal {
  return { tenant: onlyTenant, name: 'somebody', grants: new Set(grants), owners: [] };
}

const everything = Object.keys(permissions) as Permission[]; // the object's own keys
const narrowed = (provider: WalletProvider): Grant =>
  `secrets:read:${provider.toLowerCase() as Lowercase<WalletProvider>}`;

// ── Root fields ──

const roots = [schema.getQueryType(), schema.getMutationType()].flatMap(type =>
  Object.values(type?.getFields() ?? {}).map(field => [`${type?.name}.${field.name}`, field] as const),
);
/** What everybody may ask who may ask at all. */
const isPublic = ['Query.providers'];

test('each root field needs a permission, but for those that are public', () => {
  const open = roots.filter(([, { extensions }]) => extensions.permission === undefined).map(([place]) => place);
  expect(open).toEqual(isPublic);
});

test('each field that may cost a further call to a provider needs a permission, or demands it where it makes the call', () => {
  const fields = Object.values(schema.getTypeMap()).flatMap(type =>
    isObjectType(type)
      ? Object.values(type.getFields()).map(field => [`${type.name}.${field.name}`, field] as const)
      : [],
  );
  const calling = fields.filter(([, { extensions }]) => extensions.calls !== undefined);
  expect(calling.length).toBeGreaterThan(8);
  const open = calling.filter(([, { extensions }]) => extensions.permission === undefined).map(([place]) => place);
  expect(open).toEqual(['DigitalWallet.pairingSession']); // the answer to a create has it already
});

test.each(roots.filter(([place]) => !isPublic.includes(place)))(
  '%s refuses somebody who has every permission but the one that it needs, before it does anything',
  async (_place, field) => {
    const { permission } = field.extensions;
    // There is nothing in the context but who asks: whatever comes after the guard would break.
    const context = { principal: principalWith(everything.filter(other => other !== permission)) };
    const info = { fieldName: field.name };
    const answer = (async () => (await field.resolve?.(undefined, {}, context, info as never)) as unknown)();
    await expect(answer).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN', permission } });
  },
);

// ── What is marked ──

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;

const fields = Object.values(schema.getTypeMap()).flatMap(type => {
  const isOwn = !type.name.startsWith('__') && type !== schema.getQueryType() && type !== schema.getMutationType();
  if (!isOwn || !(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))) return [];
  return Object.values<AnyField>(type.getFields()).map(field => ({ place: `${type.name}.${field.name}`, field, type }));
});

const suspicious =
  /\b(?:secret|token|otp|one time|nonce|signature|signed|payload|qr|pairing|password|passphrase|pin|key|pass|certificates?|cvv|pan|bearer|credentials?)\b/i;

/** `oneTimeToken` as `one Time Token`, and `one-time` likewise. */
const wordsOf = (text: string) => text.replaceAll(/(?<=[a-z])(?=[A-Z])|[-_`]/g, ' ');

function smells({ name, description, type }: AnyField): boolean {
  const named = getNamedType(type);
  const isText = isScalarType(named) && !/^(?:Int|Float|Boolean|BigInt|Decimal|DateTime)$/.test(named.name);
  // What holds further fields is known by its name: what it is about is said of these.
  const said = isText ? `${name} ${description ?? ''}` : isCompositeType(named) ? name : '';
  return suspicious.test(wordsOf(said));
}

/** What smells of a secret and is none, by place or by name alone, with the reason. */
const harmless: Readonly<Record<string, string>> = {
  idempotencyKey: 'opens nothing: it names an intent, is shown on purpose, and says that nothing secret may be in it',
  message: 'says of itself that it never holds one',
  providerStatus: 'a word such as PAIRING_REQUIRED',
  certificates: "public by their nature: Apple's, of the device's public key",
  tokenServiceProvider: 'the name of a service',
  cardToken: 'a reference to a card on a device, which opens nothing',
  cardTokenId: 'our id of such a reference',
  applicationInstanceId: 'an id: what it opens takes credentials of PingOne',
  'DigitalWallet.pairingSession': 'what opens something in it is marked',
  'DigitalWallet.pairingAttempts': 'when it was tried, and how it ended',
  'DigitalWallet.provisionedCredentials': 'what was given into it, by ids and words',
  'ProvisionedCredential.credentialId': 'an id',
  'CredentialAction.type': 'a word such as CREDENTIAL_REVOKED',
  'ApplePayPayload.passRequest': 'all that is in it is marked',
};

function isHarmless(place: string): boolean {
  return Object.hasOwn(harmless, place) || Object.hasOwn(harmless, place.split('.')[1] ?? '');
}

test('A14 › what smells of a secret is sensitive, or known to be harmless', () => {
  const found = fields.filter(({ field }) => smells(field) && !isSensitive(field)).map(({ place }) => place);
  expect(found.filter(place => !isHarmless(place))).toEqual([]);
  // No reason stands there for nothing.
  const used = new Set(found.flatMap(place => [place, place.split('.')[1] ?? '']));
  expect(Object.keys(harmless).filter(name => !used.has(name))).toEqual([]);
});

test('A14 › whatever says that it is secret is sensitive, and says so first', () => {
  const sensitive = fields.filter(({ field }) => isSensitive(field)).map(({ place }) => place);
  const said = fields.filter(({ field }) => /\bSecret:/.test(field.description ?? '')).map(({ place }) => place);
  expect(said).toEqual(sensitive);
  for (const { field } of fields.filter(each => isSensitive(each.field)))
    expect(field.description).toMatch(/^Secret: \S+ \S+/);
  expect(sensitive.length).toBeGreaterThanOrEqual(17);
});

// ── Who may read it ──

const secrets = fields.flatMap(({ place, field, type }) =>
  isSensitive(field) && isObjectType(type) && 'args' in field ? [[place, field, type] as const] : [],
);
const link = 'https://wallet.example/canary';

/** Asks for that field of an object of its type, as somebody with these grants. */
async function asked(field: GraphQLField<unknown, unknown>, type: GraphQLObjectType, grants: readonly Grant[]) {
  const isLeaf = isLeafType(getNamedType(field.type));
  const object = {
    id: globalId('JuspayWalletAccount', 'shopper-1', Buffer.from('shopper-1').toString('base64url'), 'wallet-1'),
    linked: true,
    qrUrl: link,
    [field.name]: isLeaf ? link : { __typename: 'GooglePayPayload' },
  };
  let calls = 0;
  const source = () => ({ oneTimeToken: async () => ((calls += 1), link) });
  const reads = { call: () => ({ request: { id: 'test' } }) };
  const { data, errors = [] } = await execute({
    schema: new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { it: { type, resolve: () => object } } }),
      types: Object.values(schema.getTypeMap()).filter(({ name }) => name !== 'Query' && name !== 'Mutation'),
    }),
    document: parse(`{ it { ${field.name} ${isLeaf ? '' : '{ __typename }'} } }`),
    contextValue: { principal: principalWith(grants), request: { id: 'test' }, source, reads },
  });
  return { text: JSON.stringify(data), errors, calls };
}

test.each(secrets)('A14 › %s needs secrets:read, and asks nobody without it', async (_place, field, type) => {
  const others = everything.filter(permission => permission !== 'secrets:read');
  const { text, errors, calls } = await asked(field, type, others);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', permission: 'secrets:read' } }]);
  expect(text).not.toMatch(/canary|GooglePayPayload|svg/);
  expect(calls).toBe(0);
  const allowed = await asked(field, type, ['secrets:read']);
  expect(allowed.errors).toEqual([]);
  expect(allowed.text).toMatch(/canary|GooglePayPayload|svg/);
});

const ownProvider = [
  [/^(?:PairingSession|DigitalWallet)\./, WalletProvider.PINGONE],
  [/^JuspayWalletAccount\./, WalletProvider.JUSPAY],
  [/^(?:CardTokenProvisioned|ApplePay\w+|GooglePayPayload|SamsungPayPayload)\./, WalletProvider.EQUALS_MONEY],
] as const;

test.each(secrets)('A14 › %s is opened by secrets:read at its own provider alone', async (place, field, type) => {
  const opening = [];
  for (const provider of Object.values(WalletProvider)) {
    const { errors } = await asked(field, type, [narrowed(provider)]);
    if (errors.length === 0) opening.push(provider);
  }
  expect(opening).toEqual(ownProvider.filter(([pattern]) => pattern.test(place)).map(([, provider]) => provider));
  expect(opening).toHaveLength(1);
});

// ── What follows from the mark ──

test('A14 › the texts of sensitive inputs are found at any depth, in what came from outside and in what was kept', () => {
  const account = { juspay: { customerId: 'c', gateway: 'G', clientAuthToken: 'canary-token' } };
  const apple = { certificates: ['public'], nonce: 'canary-nonce', nonceSignature: 'canary-signature' };
  const card = { idempotencyKey: 'k', accountId: 'F00042', wallet: { apple } };
  expect(secretsOf(schema, 'createWalletAccount', { idempotencyKey: 'k', account })).toEqual(['canary-token']);
  expect(secretsOf(schema, 'provisionCardToken', card)).toEqual(['canary-nonce', 'canary-signature']);
  expect(secretsOf(schema, 'linkWalletAccount', { __typename: 'LinkWalletAccountInput', otp: '123456' })).toEqual([
    '123456',
  ]);
  expect(secretsOf(schema, 'authenticateWalletAccount', { clientAuthToken: null })).toEqual([]);
  expect(secretsOf(schema, 'aMutationOfAnOldRow', { otp: '123456' })).toEqual([]);
});

test('A14 › what holds a secret at any depth is known by it, and what the schema does not know may hold one', () => {
  const wallet = { __typename: 'DigitalWallet', id: 'w', appOpenUrl: null, pairingSession: null };
  const session = { providerId: 's', qrUrl: null };
  const holding = [
    { ...wallet, appOpenUrl: link },
    { ...wallet, pairingSession: { ...session, qrUrl: link } },
    { __typename: 'DigitalWalletCreated', digitalWallet: { ...wallet, appOpenUrl: link }, sent: [] },
    { __typename: 'CardTokenProvisioned', payload: { __typename: 'SamsungPayPayload' } },
    [wallet, { ...wallet, appOpenUrl: link }],
    { some: 'thing' },
  ];
  expect(holding.map(value => holdsSecret(schema, value))).toEqual(holding.map(() => true));
  const free = [
    wallet,
    { ...wallet, pairingSession: session },
    [wallet],
    { __typename: 'MoovWallet', name: 'n' },
    null,
  ];
  expect(free.map(value => holdsSecret(schema, value))).toEqual(free.map(() => false));
});
