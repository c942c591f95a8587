import {
  GraphQLError,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * What a document may be, whatever it asks for. Looked at before graphql-js validates it: some of its rules compare
 * every field with every other one, and some walk fragments again and again. One pass over the document, one over its
 * fragments.
 */

/** Whoever writes or generates documents stays far below these; what they allow is validated within milliseconds. */
export const documentLimits = {
  /** Selections, lists and objects in one another, through fragments too. The deepest introspection query has 14. */
  depth: 24,
  /** A screen that asks for some dozens of things at once has as many. */
  aliases: 100,
  /** Fields, fragments and inline fragments, as they are written. */
  selections: 1_500,
  /** The same, with each fragment wherever it is spread: what rules and execution may have to walk through. */
  expanded: 5_000,
  /** One field, or one alias, in one selection: they are compared in pairs. */
  repeats: 20,
  /** The same, through inline fragments: of a union with many members each may ask for it. */
  repeatsInFragments: 60,
  /** What an operation asks for at its top. Mutations have a smaller limit: see CREATES_PER_DOCUMENT. */
  rootFields: 50,
  directives: 100,
  /** On one field, fragment, operation or variable; there are only two that a client has a use for. */
  directivesPerLocation: 5,
  /** Explorers send all that is in their editor, and name the one to be executed. */
  operations: 20,
  fragments: 100,
  variables: 100,
  /** Characters: a name comes back in the answer, as often as its field does. */
  nameLength: 128,
} as const;

export type Limit = keyof typeof documentLimits | 'fields' | 'calls' | 'mutations';

/** The answer to a document that goes beyond a limit: which, and what it allows. */
export function beyondLimit(limit: Limit, maximum: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'DOCUMENT_LIMIT_EXCEEDED', limit, maximum } });
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** A document that is within the limits. */
export interface Measured {
  readonly document: DocumentNode;
  readonly fragments: Fragments;
}

/** Throws a GraphQLError where the document goes beyond a limit, or cannot be measured. */
export function measured(document: DocumentNode): Measured {
  measureText(document);
  const fragments = fragmentsOf(document);
  const shapeOf = shapes(fragments);
  let expanded = 0;
  let depth = 0;
  for (const definition of document.definitions) {
    if (!('selectionSet' in definition)) continue;
    const shape = shapeOf(definition.selectionSet);
    expanded += shape.size;
    depth = Math.max(depth, shape.depth);
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      hold('rootFields', rootFieldsOf(definition, fragments).size, 'fields at the top of an operation');
    }
  }
  hold('depth', depth, 'levels of fields');
  hold('expanded', expanded, 'fields and fragments, those within fragments counted wherever they are used');
  return { document, fragments };
}

/** What an operation asks for at its top: the name in the answer, and the field. Directives are not believed. */
export function rootFieldsOf({ selectionSet }: OperationDefinitionNode, fragments: Fragments): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const look = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        found.set((selection.alias ?? selection.name).value, selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) look(fragment.selectionSet);
      }
    }
  };
  look(selectionSet);
  return found;
}

/** Everything that can be counted as it is written. */
function measureText(document: DocumentNode): void {
  const counts = { aliases: 0, selections: 0, directives: 0, operations: 0, fragments: 0, variables: 0 };
  let depth = 0;
  const deeper = () => hold('depth', (depth += 1), 'levels of fields, lists and objects');
  visit(document, {
    enter(node: ASTNode) {
      if (isNested(node)) deeper();
      if ('directives' in node && node.directives !== undefined) {
        counts.directives += node.directives.length;
        hold('directivesPerLocation', node.directives.length, 'directives in one place');
      }
      if (node.kind === Kind.SELECTION_SET) {
        counts.selections += node.selections.length;
        hold('repeats', mostRepeated(node), 'times the same field in one selection');
        hold('repeatsInFragments', mostRepeated(node, true), 'times the same field in inline fragments');
      } else if (node.kind === Kind.FIELD && node.alias !== undefined) counts.aliases += 1;
      else if (node.kind === Kind.OPERATION_DEFINITION) counts.operations += 1;
      else if (node.kind === Kind.FRAGMENT_DEFINITION) counts.fragments += 1;
      else if (node.kind === Kind.VARIABLE_DEFINITION) counts.variables += 1;
      else if (node.kind === Kind.NAME) hold('nameLength', node.value.length, 'characters in a name');
    },
    leave(node: ASTNode) {
      if (isNested(node)) depth -= 1;
    },
  });
  hold('aliases', counts.aliases, 'aliases');
  hold('selections', counts.selections, 'fields and fragments');
  hold('directives', counts.directives, 'directives');
  hold('operations', counts.operations, 'operations');
  hold('fragments', counts.fragments, 'fragment definitions');
  hold('variables', counts.variables, 'variables');
}

function hold(limit: keyof typeof documentLimits, found: number, what: string): void {
  const maximum = documentLimits[limit];
  if (found > maximum) throw beyondLimit(limit, maximum, `The document has more than ${maximum} ${what}.`);
}

const nested = new Set<ASTNode['kind']>([Kind.SELECTION_SET, Kind.LIST, Kind.OBJECT, Kind.LIST_TYPE]);
const isNested = ({ kind }: ASTNode): boolean => nested.has(kind);

/** How often the field or alias stands in a selection that stands in it most often. */
function mostRepeated(set: SelectionSetNode, isThrough = false, times = new Map<string, number>()): number {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (isThrough) mostRepeated(selection.selectionSet, isThrough, times);
      continue;
    }
    const name =
      selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : `...${selection.name.value}`;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...times.values());
}

/** By name. Two of one name would be measured by one and executed by the other. */
function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const name = definition.name.value;
    if (fragments.has(name)) throw invalid(`There can be only one fragment named "${name}".`);
    fragments.set(name, definition);
  }
  return fragments;
}

interface Shape {
  readonly size: number;
  readonly depth: number;
}

/** How large and how deep selections are with their fragments. Each fragment is walked through once. */
function shapes(fragments: Fragments): (set: SelectionSetNode) => Shape {
  const known = new Map<string, Shape>();
  const open = new Set<string>();
  const shapeOf = (set: SelectionSetNode): Shape => {
    let size = 0;
    let depth = 0;
    for (const selection of set.selections) {
      const { size: within, depth: below } =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? shapeOfFragment(selection.name.value)
          : selection.selectionSet === undefined
            ? empty
            : shapeOf(selection.selectionSet);
      size = Math.min(size + 1 + within, Number.MAX_SAFE_INTEGER);
      depth = Math.max(depth, selection.kind === Kind.FIELD ? below + 1 : below);
    }
    return { size, depth };
  };
  const shapeOfFragment = (name: string): Shape => {
    const shape = known.get(name);
    if (shape !== undefined) return shape;
    const fragment = fragments.get(name);
    if (fragment === undefined) return empty; // validation will say so
    if (open.has(name)) throw invalid(`Cannot spread fragment "${name}" within itself.`);
    open.add(name);
    const found = shapeOf(fragment.selectionSet);
    open.delete(name);
    known.set(name, found);
    return found;
  };
  return shapeOf;
}

const empty: Shape = { size: 0, depth: 0 };

/** What graphql-js would say too, but only after it tried. */
function invalid(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}
