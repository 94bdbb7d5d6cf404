import type { Context } from 'hono';
import { z } from 'zod';
import { ArticleRecord } from '../../record/article.ts';
import { cursorAt, placeOf, queryDigest } from './cursor.ts';
import { type AnyOperation, operation } from './operation.ts';
import type { ApiPorts, IsWanted, QueryValues } from './ports.ts';
import { ApiProblem } from './problem.ts';
import { checkSources } from './request-query.ts';

/** Records of one answer, at most and where nothing is said. */
const LIMIT = { most: 200, usual: 50 } as const;

/** Entries of the log that one request looks at: then it answers with what it has, and a cursor. */
const LOOKED_AT = 5000;

/** Entries read in one turn. */
const BATCH = 250;

const Time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .describe('A day or a time, ISO 8601');

const Page = z.strictObject({
  data: z.array(ArticleRecord),
  next: z.string().nullable().describe('Cursor of the next page; null on the last'),
});

/** Articles page by page: by time, or by words where a database is searched. */
export function articleListing(ports: ApiPorts): AnyOperation {
  const query = z.strictObject({
    q: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Words, found by match key; needs a sink postgres'),
    from: Time.optional().describe('Records that entered the log at this time or later'),
    to: Time.optional().describe('Records that entered the log before this time'),
    limit: z.number().int().min(1).max(LIMIT.most).default(LIMIT.usual),
    cursor: z.string().min(1).optional().describe('`next` of the page before'),
    ...ports.filter.shape,
    ...ports.shape.shape,
  });
  return operation({
    name: 'listArticles',
    method: 'get',
    path: '/articles',
    scope: 'read',
    summary: 'Articles in their newest revision, the one that changed last first',
    query,
    answer: { status: 200, description: 'A page of articles', schema: Page },
    problems: ['invalid-cursor', 'unknown-source', 'no-search'],
    handle: async ({ c, query: asked }) => {
      const values: QueryValues = asked;
      const known = await ports.sources();
      checkSources(
        values,
        known.map(({ id }) => id),
      );
      const digest = queryDigest(values);
      const place = asked.cursor === undefined ? undefined : placeOf(asked.cursor, digest);
      const request = { ...asked, place, isWanted: ports.filter.make(values) };
      const { found, next } = await (asked.q === undefined ? byTime : bySearch)(ports, request);
      const cursor = next === undefined ? null : cursorAt(next, digest);
      if (cursor !== null) c.header('Link', nextLink(c, cursor));
      return c.json({ data: found.map(ports.shape.make(values)), next: cursor });
    },
  });
}

/** RFC 8288, for clients that page by it. */
function nextLink(c: Context, cursor: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', cursor);
  return `<${url.pathname}${url.search}>; rel="next"`;
}

interface ListRequest {
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly place: string | undefined;
  readonly isWanted: IsWanted;
}

/** Records in order, and the place to go on from; none at the end. */
interface Listed {
  readonly found: readonly ArticleRecord[];
  readonly next: string | undefined;
}

/** A place in the log: a time in ms, and a number within it. */
const POSITION = /^\d{1,15}(?:-\d{1,15})?$/u;

async function byTime(ports: ApiPorts, request: ListRequest): Promise<Listed> {
  const { place, from, to, limit, isWanted } = request;
  if (place !== undefined && !POSITION.test(place)) throw brokenCursor();
  const oldest = from === undefined ? '-' : String(Date.parse(from));
  let at = place ?? (to === undefined ? '+' : String(Date.parse(to)));
  const found: ArticleRecord[] = [];
  for (let looked = 0; looked < LOOKED_AT; ) {
    const entries = await ports.before(at, BATCH, oldest);
    const records = await Promise.all(entries.map(({ id }) => ports.record(id)));
    for (const [index, entry] of entries.entries()) {
      const record = records[index];
      at = entry.at;
      // An article stands where its newest revision does, and is listed there alone.
      if (record?.revision !== entry.revision || !isWanted(record)) continue;
      found.push(record);
      if (found.length === limit) return { found, next: at };
    }
    if (entries.length < BATCH) return { found, next: undefined };
    looked += entries.length;
  }
  return { found, next: at };
}

async function bySearch(ports: ApiPorts, request: ListRequest): Promise<Listed> {
  const { q: words = '', place, from, to, limit, isWanted } = request;
  if (!ports.search) {
    throw new ApiProblem('no-search', 'q needs a sink postgres in marsad.yaml; filter by keywords');
  }
  let after = place;
  const found: ArticleRecord[] = [];
  for (let looked = 0; looked < LOOKED_AT; ) {
    const hits = await ports.search({ words, from, to, after, count: BATCH });
    for (const { record, at } of hits) {
      after = at;
      if (record && isWanted(record)) found.push(record);
      if (found.length === limit) return { found, next: after };
    }
    if (hits.length < BATCH) return { found, next: undefined };
    looked += hits.length;
  }
  return { found, next: after };
}

const brokenCursor = (): ApiProblem =>
  new ApiProblem('invalid-cursor', 'The cursor names no place of the log');
