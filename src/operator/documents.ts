import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  concatAST,
  GraphQLError,
  Kind,
  NoUnusedFragmentsRule,
  LoneAnonymousOperationRule,
  parse,
  print,
  Source,
  specifiedRules,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { schemaOf } from '../api/schema.js';
import { readable } from '../config.js';
import { providers } from '../providers/index.js';
import { misunderstood, type Command } from './command.js';

/** Prints the manifest of trusted documents: what the operations of a client are called, and what they say. */
export const documents: Command = {
  usage: `npm run --silent documents -- <files or folders>   prints a manifest of the operations in these .graphql files`,
  understood(given) {
    const option = given.find(path => path.startsWith('-'));
    if (option !== undefined) return misunderstood(`There is no option ${option}.`);
    if (given.length === 0) return misunderstood('Say which files or folders the operations are in.');
    return async () => manifestOf(given.flatMap(filesAt));
  },
};

/** Each operation is a document of its own, and so are two that stand in one file; a fragment may be in any file. */
const rules = specifiedRules.filter(rule => rule !== NoUnusedFragmentsRule && rule !== LoneAnonymousOperationRule);

function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`There is no file or folder ${path}.`);
  if (found.isFile()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.(?:graphql|gql)$/.test(name),
  );
  return names.toSorted().map(name => join(path, name));
}

/** The JSON, by the digest of each text. Throws a readable Error where something does not hold against the schema. */
function manifestOf(files: readonly string[]): string {
  const parsed = [...new Set(files)].map(file => parsedFrom(file));
  const faults = parsed.filter(one => typeof one === 'string');
  if (faults.length > 0) throw new Error(faults.join('\n\n'));
  const all = concatAST(parsed.filter(one => typeof one !== 'string'));
  const errors = validate(schemaOf(providers), all, rules);
  if (errors.length > 0) throw new Error(errors.map(String).join('\n\n'));

  const operations = all.definitions.filter(isOperation);
  if (operations.length === 0) throw new Error('There are no operations in these files.');
  const fragments = new Map(all.definitions.filter(isFragment).map(fragment => [fragment.name.value, fragment]));
  const entries = operations.map(operation => {
    const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...fragmentsUsedBy(operation, fragments)] });
    return [createHash('sha256').update(text).digest('hex'), text] as const;
  });
  const inOrder = entries.toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify(Object.fromEntries(inOrder), null, 2);
}

/** The document, or what is wrong with the file. */
function parsedFrom(file: string): DocumentNode | string {
  try {
    return parse(new Source(readFileSync(file, 'utf8'), file));
  } catch (error) {
    return error instanceof GraphQLError ? String(error) : readable(error);
  }
}

/** Those, and those that they use in turn, by name: the text must not depend on the order of files. */
function fragmentsUsedBy(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const look = (definition: DefinitionNode): void => {
    visit(definition, {
      FragmentSpread({ name: { value: name } }) {
        const fragment = fragments.get(name);
        if (fragment === undefined || used.has(name)) return;
        used.set(name, fragment);
        look(fragment);
      },
    });
  };
  look(operation);
  return [...used.values()].toSorted((left, right) => (left.name.value < right.name.value ? -1 : 1));
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}
