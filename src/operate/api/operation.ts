import type { Context } from 'hono';
import { z } from 'zod';
import type { Scope } from './ports.ts';
import type { ProblemKind } from './problem.ts';
import { checked, queryReader } from './request-query.ts';

/** One thing that the API can do: the route, the check of what comes in and the document are made from it. */
interface Operation<Query extends z.ZodObject, Body extends z.ZodType> {
  /** `operationId` of OpenAPI. */
  readonly name: string;
  readonly method: 'get' | 'post';
  /** `/articles/{id}`. */
  readonly path: string;
  readonly scope: Scope;
  readonly summary: string;
  readonly query: Query;
  readonly body?: Body;
  readonly answer: {
    readonly status: 200 | 202;
    readonly description: string;
    readonly type?: string;
    readonly schema: z.ZodType;
  };
  /** Problems beside those that every operation may have. */
  readonly problems?: readonly ProblemKind[];
  readonly handle: (request: {
    readonly c: Context;
    readonly query: z.output<Query>;
    readonly body: z.output<Body>;
  }) => Promise<Response>;
}

/** An operation whose input its own schemas have checked. */
export interface AnyOperation extends Omit<Operation<z.ZodObject, z.ZodType>, 'handle'> {
  readonly run: (c: Context, body: unknown) => Promise<Response>;
}

/** Declares an operation. */
export function operation<Query extends z.ZodObject, Body extends z.ZodType = z.ZodUndefined>({
  handle,
  ...about
}: Operation<Query, Body>): AnyOperation {
  const readQuery = queryReader(about.query);
  const schema = about.body ?? z.undefined();
  return {
    ...about,
    run: async (c, body) =>
      handle({
        c,
        query: readQuery(c.req.queries()),
        body: checked(schema, body, 'invalid-body') as z.output<Body>,
      }),
  };
}

/** A query without parameters. */
export const NO_QUERY = z.strictObject({});
