import { getNamedType, isEnumType, isListType, isNonNullType, parse, validate, type GraphQLInputType } from 'graphql';
import { filled } from '../../src/server/page-script.js';
import { triggers } from '../../src/triggers/index.js';
import { rootOf, schema } from '../hostile/documents.js';
import { randomFrom, type Random } from '../kill/random.js';
import { posted, type Script, type Step } from './scripts.js';
import { fieldWritten, selectionsOf, type Draft } from './selections.js';
import { spoilt } from './spoilt.js';

/** Documents over the whole schema, by chance, each sent often enough to be compiled and then with other variables. */

interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Of the sandbox's page: mutations with inputs that are good, or good for one of their failures. */
const catalogue = triggers.flatMap(({ field, member, steps }, index) => {
  const [step] = steps;
  const fresh = { key: `key-of-generated-${index}`, run: String(index).padStart(9, '0') };
  // A provider that is late is waited for.
  return step === undefined || member === 'OutcomeUnknownError' || member === 'OperationInProgressError'
    ? []
    : [{ field, variables: filled(step.variables, fresh) }];
});
const mutations = catalogue.filter(({ field }) => field in rootOf('mutation').getFields());
const owners = catalogue.flatMap(({ variables }) =>
  Array.isArray(variables.owners) ? (variables.owners as unknown[]) : [],
);
const nodeIds = [...JSON.stringify(mutations).matchAll(/"\w+Id":"([\w-]{60,})"/g)].map(([, id = '']) => id);
const ids = [...new Set(nodeIds), 'no-id-at-all'];

const usual: Readonly<Record<string, readonly [unknown, ...unknown[]]>> = {
  accountId: ['F00042'],
  mutation: ['createMoovWallet', 'createDigitalWallet', 'none'],
  idempotencyKey: ['key-of-before', 'key-unknown'],
  name: ['MoovWallet', 'Wallet', 'WalletOwnerInput', 'None'],
  first: [1, 2, 10, 0, 101],
};

function valueFor(random: Random, argument: string, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueFor(random, argument, type.ofType);
  if (isListType(type)) {
    const count = random.between(0, 4);
    return Array.from({ length: count }, () => valueFor(random, argument, type.ofType));
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return random.oneOf(['', ...named.getValues().map(({ name }) => name)].slice(1) as [string]);
  if (named.name === 'WalletOwnerInput') return owners[random.between(0, owners.length)];
  if (named.name === 'ID') return ids[random.between(0, ids.length)];
  if (named.name === 'UUID') return '7c2a9c1e-5b4d-4a6f-8e3b-000000000001';
  if (named.name === 'Boolean') return random.isLikely(0.5);
  return argument in usual ? random.oneOf(usual[argument] ?? [null]) : null;
}

function requestFrom(random: Random): Request {
  const draft: Draft = {
    random,
    declared: [],
    variables: {},
    fragments: [],
    hasConditions: random.isLikely(0.25),
    valueFor: (_field, argument, type) => valueFor(random, argument, type),
  };
  const isMutation = random.isLikely(0.35);
  const selections = isMutation ? mutationsWritten(draft) : queriesWritten(draft);
  const declared = draft.declared.length === 0 ? '' : `(${draft.declared.join(', ')})`;
  const operation = `${isMutation ? 'mutation' : 'query'} Asked${declared} ${selections}`;
  const others = random.isLikely(0.1) ? ['query Other { providers { provider } }'] : [];
  return { query: [operation, ...others, ...draft.fragments].join('\n'), variables: draft.variables };
}

/** One field at the top more often than several: some of these are for graphql-js alone. */
function queriesWritten(draft: Draft): string {
  const { random } = draft;
  const fields = Object.values(rootOf('query').getFields());
  const field = fields[random.between(0, fields.length)];
  if (field === undefined || random.isLikely(0.35)) return selectionsOf(rootOf('query'), 0, draft);
  return `{ ${fieldWritten(field, 1, draft)} }`;
}

function mutationsWritten(draft: Draft): string {
  const { random } = draft;
  const made = Array.from({ length: random.between(1, 4) }, () => {
    const chosen = mutations[random.between(0, mutations.length)];
    const field = rootOf('mutation').getFields()[chosen?.field ?? ''];
    return field === undefined ? '__typename' : fieldWritten(field, 1, draft, chosen?.variables);
  });
  return `{ ${made.join(' ')} }`;
}

/** So many documents, of which some ask for more than is allowed. */
export function generatedScript(seed: number, documents: number): Script {
  const random = randomFrom(`documents ${seed}`);
  const steps: Step[] = [];
  for (let made = 0; made < documents;) {
    const request = requestFrom(random);
    if (validate(schema, parse(request.query)).length > 0) continue;
    made += 1;
    const asked = { ...request, operationName: 'Asked' };
    const several = [asked, asked, asked, ...spoilt(asked, 5, random), asked];
    steps.push(...several.map((one, time) => posted(freshly(one, made, time))));
  }
  return { name: `generated ${seed}`, environment: { PROVIDER_TIMEOUT_MS: '5000' }, rounds: 1, steps };
}

/** With keys of its own, but that the last two ask once more. */
function freshly<Asked extends object>(asked: Asked, document: number, time: number): Asked {
  const own = Math.min(time, 7);
  const text = JSON.stringify(asked, (name, value: unknown) =>
    name.startsWith('idempotencyKey') && typeof value === 'string' ? `${value}-${document}-${own}` : value,
  );
  return JSON.parse(text) as Asked; // it was one
}
