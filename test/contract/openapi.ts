import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import type { Exchange } from '../../src/simulators/kit.js';

/** A provider's OpenAPI file, as far as these tests need it; references are followed when it is read. */

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: unknown;
}

interface Media {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Response {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean; readonly schema: Schema }>>;
  readonly content?: Readonly<Record<string, Media>>;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly template: string;
  readonly parameters: readonly Parameter[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response>>;
}

interface SecurityScheme {
  readonly type: 'http' | 'apiKey';
  readonly scheme?: 'basic' | 'bearer';
  readonly name?: string;
}

interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly security: Operation['security'];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly securitySchemes: Readonly<Record<string, SecurityScheme>> };
}

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
formats.default(ajv);

export interface Contract {
  readonly operations: readonly Operation[];
  /** Everything in which the request differs from what is documented. */
  requestProblems(exchange: Exchange): string[];
  /** Likewise of the answer; none where its status is not documented. */
  answerProblems(exchange: Exchange): string[];
}

export function readContract(name: string): Contract {
  const file = new URL(`../../../test/contract/${name}.openapi.yaml`, import.meta.url);
  const raw = parse(readFileSync(file, 'utf8')) as unknown;
  const document = followed(raw, raw) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, item]) => {
    const {
      parameters: shared = [],
      servers = document.servers,
      ...methods
    } = item as {
      parameters?: readonly Parameter[];
      servers?: Document['servers'];
    };
    const prefix = /^https:\/\/[^/]+(\/.*)?$/.exec(servers[0]?.url ?? '')?.[1] ?? '';
    return Object.entries(methods).map(([method, described]) => {
      const operation = described as Omit<Operation, 'parameters'> & { parameters?: readonly Parameter[] };
      const parameters = [...shared, ...(operation.parameters ?? [])];
      const security = (operation.security as Operation['security'] | undefined) ?? document.security;
      return { ...operation, parameters, security, method: method.toUpperCase(), template: prefix + path };
    });
  });
  const operationOf = ({ operation }: Exchange) => operations.find(({ operationId }) => operationId === operation);
  const schemes = document.components.securitySchemes;

  return {
    operations,

    requestProblems(exchange) {
      const { request } = exchange;
      const operation = operationOf(exchange);
      if (operation === undefined) return [`${request.method} ${request.path} is not documented`];
      if (operation.method !== request.method) return [`${request.method} is not its method`];
      const pathParameters = matched(operation.template, request.path);
      if (pathParameters === null) return [`${request.path} is not like ${operation.template}`];
      const given = { path: pathParameters, query: request.query, header: request.headers };
      const problems: string[] = [];
      for (const { name: parameter, in: place, required = false, schema } of operation.parameters) {
        const value = given[place][place === 'header' ? parameter.toLowerCase() : parameter];
        if (value !== undefined) problems.push(...misfits(schema, typed(schema, value), `${place} ${parameter}`));
        else if (required) problems.push(`${place} ${parameter} is missing`);
      }
      const known = (place: Parameter['in']) =>
        operation.parameters.filter(parameter => parameter.in === place).map(parameter => parameter.name.toLowerCase());
      for (const query of Object.keys(request.query)) {
        if (!operation.parameters.some(parameter => parameter.in === 'query' && parameter.name === query)) {
          problems.push(`query ${query} is not documented`);
        }
      }
      const keys = Object.values(schemes).map(scheme => (scheme.name ?? 'authorization').toLowerCase());
      const usual = ['host', 'connection', 'accept', 'accept-encoding', 'content-type', 'content-length', ...keys];
      for (const header of Object.keys(request.headers)) {
        if (![...usual, ...known('header')].includes(header)) problems.push(`header ${header} is not documented`);
      }
      const isLetIn = operation.security.some(all =>
        Object.keys(all).every(scheme => carries(request.headers, schemes[scheme])),
      );
      if (operation.security.length > 0 && !isLetIn) problems.push('it has no credentials');
      return [...problems, ...bodyProblems(operation, exchange)];
    },

    answerProblems(exchange) {
      const { answer } = exchange;
      const documented = operationOf(exchange)?.responses[answer?.status ?? ''];
      if (answer === undefined || documented === undefined) return [];
      const problems: string[] = [];
      for (const [header, { required = false, schema }] of Object.entries(documented.headers ?? {})) {
        const value = answer.headers[header.toLowerCase()];
        if (value !== undefined) problems.push(...misfits(schema, typed(schema, value), `header ${header}`));
        else if (required) problems.push(`header ${header} is missing`);
      }
      const media = documented.content?.['application/json'];
      if (media === undefined) return answer.body === '' ? problems : [...problems, 'a body is not documented'];
      if (!answer.headers['content-type']?.startsWith('application/json'))
        problems.push('it does not say that it is JSON');
      return [...problems, ...misfits(media.schema, JSON.parse(answer.body), 'body')];
    },
  };
}

function bodyProblems(operation: Operation, { request }: Exchange): string[] {
  const media = operation.requestBody?.content;
  if (media === undefined) return request.body === '' ? [] : ['a body is not documented'];
  const type = request.headers['content-type'] ?? '';
  const described = media[type];
  if (described === undefined) return [`the content type ${type} is not documented`];
  const body = readBody(request.body, type);
  return [...misfits(described.schema, body, 'body'), ...undeclared(described.schema, body, 'body')];
}

export function readBody(text: string, type: string): unknown {
  return type === 'application/json' ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
}

/** Examples by name; a single one is called `example`. */
export function examplesOf(media: Media | undefined): Readonly<Record<string, unknown>> {
  const named = Object.entries(media?.examples ?? {}).map(([name, { value }]) => [name, value] as const);
  return Object.fromEntries(media?.example === undefined ? named : [...named, ['example', media.example]]);
}

function carries(headers: Readonly<Record<string, string>>, scheme: SecurityScheme | undefined): boolean {
  if (scheme?.type === 'apiKey') return headers[scheme.name?.toLowerCase() ?? ''] !== undefined;
  return new RegExp(`^${scheme?.scheme ?? 'none'} \\S+$`, 'i').test(headers.authorization ?? '');
}

/** In a path, a query or a header a number is written in digits. */
function typed(schema: Schema, text: string): string | number {
  return schema.type === 'integer' && /^\d+$/.test(text) ? Number(text) : text;
}

function misfits(schema: Schema, value: unknown, where: string): string[] {
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${where}${instancePath} ${message ?? ''}`);
}

/** Members that no schema names: a request must not have any, even where the schema would let it. */
function undeclared(schema: Schema, value: unknown, where: string): string[] {
  if (Array.isArray(value)) return value.flatMap(item => undeclared(schema.items ?? {}, item, where));
  const { properties, additionalProperties } = schema;
  if (value === null || typeof value !== 'object' || properties === undefined) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = properties[name];
    if (inner !== undefined) return undeclared(inner, member, `${where}.${name}`);
    return additionalProperties === undefined ? [`${where}.${name} is not documented`] : [];
  });
}

function matched(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const pairs = wanted.map((part, index) => [part, given[index] ?? ''] as const);
  if (pairs.some(([part, segment]) => !part.startsWith('{') && part !== segment)) return null;
  const parameters = pairs.filter(([part]) => part.startsWith('{'));
  return Object.fromEntries(parameters.map(([part, segment]) => [part.slice(1, -1), decodeURIComponent(segment)]));
}

/** The value with every `$ref` replaced by what it refers to, and 3.0's `nullable` put into words of JSON Schema. */
function followed(value: unknown, root: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => followed(item, root));
  if (value === null || typeof value !== 'object') return value;
  if ('$ref' in value && typeof value.$ref === 'string') {
    const target = value.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], root);
    if (target === undefined) throw new Error(`${value.$ref} leads nowhere`);
    return followed(target, root);
  }
  const members = Object.entries(value).map(([name, member]) => [name, followed(member, root)] as const);
  const copy = Object.fromEntries(members) as Record<string, unknown>;
  if (copy.nullable === true && typeof copy.type === 'string') {
    const { nullable: _nullable, ...rest } = copy;
    return { ...rest, type: [copy.type, 'null'] };
  }
  return copy;
}
