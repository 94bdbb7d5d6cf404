import type { Context } from 'hono';
import { z } from 'zod';
import type { ArticleRecord } from '../../record/article.ts';
import { ApiArticle } from './api-article.ts';
import { cursorAt, placeOf, queryDigest } from './cursor.ts';
import { type Listed, type ListRequest, listByTime, SCANNED_MOST } from './log-listing.ts';
import { type AnyOperation, operation } from './operation.ts';
import type { ApiPorts, QueryValues } from './ports.ts';
import { checkSources } from './request-query.ts';

/** Records of one answer, at most and where nothing is said. */
const LIMIT = { most: 200, usual: 50 } as const;

/** Answers of the database read in one turn. */
const BATCH = 250;

const Time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .describe('A day or a time, ISO 8601');

const Page = z.strictObject({
  data: z.array(ApiArticle),
  next: z.string().nullable().describe('Cursor of the next page; null on the last'),
  scanned: z
    .number()
    .int()
    .describe('Entries of the log, or answers of the database, that were scanned for it'),
});

/** Articles page by page, by time; those with some words are found by a database where there is one. */
export function articleListing(ports: ApiPorts): AnyOperation {
  const query = z.strictObject({
    q: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        'Words that a record has, all of them, by match key: looked up in the database of a sink ' +
          'postgres, else looked for in the log: a page may then be empty, and have a next one',
      ),
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
    problems: ['invalid-cursor', 'unknown-source'],
    handle: async ({ c, query: asked }) => {
      const values: QueryValues = asked;
      const known = await ports.sources();
      checkSources(
        values,
        known.map(({ id }) => id),
      );
      const digest = queryDigest(values);
      const place = asked.cursor === undefined ? undefined : placeOf(asked.cursor, digest);
      const from = asked.from ?? enteredSince(values.publishedFrom);
      const request = { ...asked, from, place, isWanted: ports.filter.make(values) };
      const { found, next, scanned } = await list(ports, request, asked.q);
      const cursor = next === undefined ? null : cursorAt(next, digest);
      if (cursor !== null) c.header('Link', nextLink(c, cursor));
      return c.json({ data: found.map(ports.shape.make(values)), next: cursor, scanned });
    },
  });
}

/** A date later than a day after the link was met is refused (`refused-date.ts`); zones add to that. */
const AHEAD_MS = 2 * 86_400_000;

/** When at the earliest an article entered the log that was published then or later. */
function enteredSince(published: unknown): string | undefined {
  if (typeof published !== 'string') return undefined;
  return new Date(Date.parse(published) - AHEAD_MS).toISOString();
}

/** RFC 8288, for clients that page by it. */
function nextLink(c: Context, cursor: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', cursor);
  return `<${url.pathname}${url.search}>; rel="next"`;
}

async function list(ports: ApiPorts, request: ListRequest, words?: string): Promise<Listed> {
  if (words === undefined) return listByTime(ports, request);
  if (ports.search) return bySearch(ports.search, request, words);
  const hasWords = ports.words(words);
  const isWanted = (record: ArticleRecord) => request.isWanted(record) && hasWords(record);
  return listByTime(ports, { ...request, isWanted });
}

async function bySearch(
  search: NonNullable<ApiPorts['search']>,
  { place, from, to, limit, isWanted }: ListRequest,
  words: string,
): Promise<Listed> {
  let after = place;
  let scanned = 0;
  const found: ArticleRecord[] = [];
  while (scanned < SCANNED_MOST) {
    const hits = await search({ words, from, to, after, count: BATCH });
    for (const { record, at } of hits) {
      after = at;
      scanned += 1;
      if (record && isWanted(record)) found.push(record);
      if (found.length === limit) return { found, next: after, scanned };
    }
    if (hits.length < BATCH) return { found, next: undefined, scanned };
  }
  return { found, next: after, scanned };
}
