import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { MarsadError } from '../../errors.ts';

/** Every kind of problem that the API answers with: its status and its title. */
export const PROBLEMS = {
  'invalid-query': [400, 'A parameter is wrong'],
  'invalid-cursor': [400, 'The cursor is none of this query'],
  'unknown-source': [400, 'The filter names an unknown source'],
  'invalid-event-id': [400, 'The last event id is no position of the log'],
  'invalid-body': [400, 'The body is wrong'],
  'invalid-token': [401, 'The token is missing or unknown'],
  'insufficient-scope': [403, 'The token lacks the scope'],
  'not-found': [404, 'Not here'],
  'method-not-allowed': [405, 'The method is not allowed here'],
  'body-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body is no JSON'],
  'misdirected-request': [421, 'Not a name of this server'],
  'no-source': [422, 'No source is of this site'],
  'too-many-requests': [429, 'Too many requests'],
  failed: [500, 'The API failed'],
  'too-many-streams': [503, 'All event streams are taken'],
  'state-away': [503, 'The state is away'],
} as const satisfies Readonly<Record<string, readonly [ContentfulStatusCode, string]>>;

/** A kind of problem. */
export type ProblemKind = keyof typeof PROBLEMS;

/** What the API answers with instead of what was asked for (RFC 9457). */
export class ApiProblem extends MarsadError {
  override readonly code = 'API_PROBLEM';
  readonly kind: ProblemKind;
  /** Fields of the answer. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ProblemKind, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.kind = kind;
    this.headers = headers;
  }
}

/** Answers with a problem, as `application/problem+json`. */
export function problemAnswer(c: Context, problem: ApiProblem): Response {
  const [status, title] = PROBLEMS[problem.kind];
  const type = `urn:marsad:problem:${problem.kind}`;
  const body = { type, title, status, detail: problem.message, instance: c.req.path };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...problem.headers,
  });
}
