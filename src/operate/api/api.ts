import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { SinkError, StateError } from '../../errors.ts';
import { within } from '../deadline.ts';
import { articleOperations } from './article-operations.ts';
import { openApiDocument } from './openapi.ts';
import type { AnyOperation } from './operation.ts';
import type { ApiOptions } from './ports.ts';
import { ApiProblem, problemAnswer } from './problem.ts';
import { eventOperation } from './record-events.ts';
import { sourceOperations } from './source-operations.ts';
import { statusOperation } from './status-operation.ts';
import { admission } from './tokens.ts';

/** Where the API is. */
export const API_PATH = '/api/v1';

/** The largest body: an address and the JSON around it. */
const BODY_MOST = 16 * 1024;

/** Checking a token takes one call to Redis, whose client waits for ever while Redis is away. */
const ADMIT_MS = 2000;

/** A search that a database answers takes seconds at most. */
const ANSWER_MS = 15_000;

/** The read API, every operation with its checks, and its OpenAPI document. */
export function readApi(options: ApiOptions): Hono {
  const { ports, origins, version } = options;
  const operations = [
    ...articleOperations(ports),
    ...sourceOperations(ports),
    statusOperation(ports),
    eventOperation(options),
  ];
  const document = openApiDocument(operations, version);
  const admit = admission(options);
  const app = new Hono();
  if (origins.length > 0) app.use(crossOrigin(origins));
  app.use(boundedBody);
  app.get('/openapi.json', (c) => c.json(document));
  for (const one of operations) {
    app.on(one.method, honoPath(one.path), async (c) => {
      await within(ADMIT_MS, admit(c, one.scope));
      c.header('Cache-Control', 'no-store');
      return within(ANSWER_MS, one.run(c, one.body ? await jsonBody(c) : undefined));
    });
  }
  for (const path of new Set(operations.map((one) => one.path))) {
    app.all(honoPath(path), (c) => problemAnswer(c, wrongMethod(path, operations)));
  }
  app.all('*', (c) =>
    problemAnswer(c, new ApiProblem('not-found', `${API_PATH}/openapi.json says what is here`)),
  );
  app.onError((error, c) => problemAnswer(c, problemOf(error, c, options)));
  return app;
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/gu, ':$1');

/** Pages of these origins may ask; a token is sent by their script, never by the browser itself. */
const crossOrigin = (origins: readonly string[]) =>
  cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', 'Last-Event-ID'],
    exposeHeaders: ['Link', 'Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining'],
    maxAge: 600,
  });

const boundedBody = bodyLimit({
  maxSize: BODY_MOST,
  onError: (c) =>
    problemAnswer(
      c,
      new ApiProblem('body-too-large', `A body has ${BODY_MOST} bytes at most`, {
        Connection: 'close',
      }),
    ),
});

/** @throws ApiProblem for a body that is no JSON */
async function jsonBody(c: Context): Promise<unknown> {
  if (!/^application\/json\b/iu.test(c.req.header('content-type') ?? '')) {
    throw new ApiProblem('unsupported-media-type', 'Send Content-Type: application/json');
  }
  try {
    return JSON.parse(await c.req.text());
  } catch {
    throw new ApiProblem('invalid-body', 'The body is no JSON');
  }
}

function wrongMethod(path: string, operations: readonly AnyOperation[]): ApiProblem {
  const methods = operations.filter((one) => one.path === path).map((one) => one.method);
  const allow = methods.map((method) => method.toUpperCase()).join(', ');
  return new ApiProblem('method-not-allowed', `${path} takes ${allow}`, { Allow: allow });
}

/** The problem that the caller gets for an error; the details of a defect go to the log alone. */
function problemOf(error: Error, c: Context, { onFailure }: ApiOptions): ApiProblem {
  if (error instanceof ApiProblem) return error;
  onFailure?.(c.req.path, error);
  if (error instanceof StateError) {
    return new ApiProblem('state-away', 'Redis cannot serve; come again later', {
      'Retry-After': '5',
    });
  }
  if (error instanceof SinkError) {
    return new ApiProblem('state-away', 'The database of the search cannot serve now', {
      'Retry-After': '5',
    });
  }
  return new ApiProblem('failed', 'The log of the service says why');
}
