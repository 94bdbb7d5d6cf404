import { z } from 'zod';
import { ArticleRecord } from '../../record/article.ts';
import type { AnyOperation } from './operation.ts';
import { PROBLEMS, type ProblemKind } from './problem.ts';

/** Problems that every operation may answer with. */
const ALWAYS: readonly ProblemKind[] = [
  'invalid-query',
  'invalid-token',
  'insufficient-scope',
  'too-many-requests',
  'failed',
  'state-away',
];

/** Problems of operations that take a body. */
const OF_BODIES: readonly ProblemKind[] = [
  'invalid-body',
  'body-too-large',
  'unsupported-media-type',
];

const Problem = z.strictObject({
  type: z.string().describe('urn:marsad:problem: and the kind of problem'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What was found, and what to do'),
  instance: z.string(),
});

/** The API as an OpenAPI 3.1 document, made from the operations themselves. */
export function openApiDocument(operations: readonly AnyOperation[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const one of operations) {
    paths[one.path] = { ...paths[one.path], [one.method]: operationObject(one) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Marsad', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Article: schemaOf(ArticleRecord), Problem: schemaOf(Problem) },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operationObject({
  name,
  summary,
  scope,
  path,
  query,
  body,
  answer,
  problems = [],
}: AnyOperation) {
  const kinds = [...ALWAYS, ...problems, ...(body ? OF_BODIES : [])];
  return {
    operationId: name,
    summary,
    description: `Needs the scope \`${scope}\`.`,
    security: [{ token: [] }],
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } } : {}),
    responses: {
      [answer.status]: {
        description: answer.description,
        content: { [answer.type ?? 'application/json']: { schema: schemaOf(answer.schema) } },
      },
      ...problemResponses(kinds),
    },
  };
}

const json = (schema: object) => ({ 'application/json': { schema } });

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject) {
  return Object.entries(query.shape).map(([name, part]) => {
    const { description, ...schema } = schemaOf(part, 'input');
    return {
      name,
      in: 'query',
      required: false,
      ...(description === undefined ? {} : { description }),
      schema,
    };
  });
}

/** Several problems of one status are one response. */
function problemResponses(kinds: readonly ProblemKind[]) {
  const statuses = [...new Set(kinds.map((kind) => PROBLEMS[kind][0]))];
  const schema = { $ref: '#/components/schemas/Problem' };
  const entries = statuses.map((status) => {
    const titles = kinds.filter((kind) => PROBLEMS[kind][0] === status);
    const description = titles.map((kind) => PROBLEMS[kind][1]).join('; ');
    return [status, { description, content: { 'application/problem+json': { schema } } }] as const;
  });
  return Object.fromEntries(entries);
}

/** OpenAPI 3.1 takes JSON Schema 2020-12 as it is. */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
