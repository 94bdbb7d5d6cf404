import type { Context } from 'hono';
import { z } from 'zod';
import { ArticleRecord } from '../../record/article.ts';
import { Evidence } from '../../record/evidence.ts';
import { NEWS_FIELDS } from '../../record/fields.ts';
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

/** The operations on articles. */
export function articleOperations(ports: ApiPorts): AnyOperation[] {
  return [list(ports), one(ports), revisions(ports), evidence(ports), diff(ports)];
}

function list(ports: ApiPorts): AnyOperation {
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

const Revision = z.number().int().min(1);

function one(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'getArticle',
    method: 'get',
    path: '/articles/{id}',
    scope: 'read',
    summary: 'One article, in its newest revision or in one',
    query: z.strictObject({ revision: Revision.optional(), ...ports.shape.shape }),
    answer: { status: 200, description: 'The article', schema: ArticleRecord },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const record = await recordOf(ports, c, query.revision);
      return c.json(ports.shape.make(query)(record));
    },
  });
}

/** @throws ApiProblem where it is not kept */
async function recordOf(ports: ApiPorts, c: Context, revision?: number): Promise<ArticleRecord> {
  const id = c.req.param('id') ?? '';
  const record = await ports.record(id, revision);
  if (record) return record;
  const which = revision === undefined ? '' : ` in revision ${revision}`;
  throw new ApiProblem('not-found', `No article ${id.slice(0, 100)}${which} is kept`);
}

function revisions(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'listRevisions',
    method: 'get',
    path: '/articles/{id}/revisions',
    scope: 'read',
    summary: 'All revisions of an article that are kept, the newest first',
    query: z.strictObject(ports.shape.shape),
    answer: {
      status: 200,
      description: 'The revisions',
      schema: z.strictObject({ data: z.array(ArticleRecord) }),
    },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const { id } = await recordOf(ports, c);
      const all = await ports.revisions(id);
      return c.json({ data: all.map(ports.shape.make(query)) });
    },
  });
}

const FieldEvidence = z.strictObject({
  id: z.string(),
  revision: Revision,
  evidence: z.record(z.string(), Evidence),
});

function evidence(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'getEvidence',
    method: 'get',
    path: '/articles/{id}/evidence',
    scope: 'read',
    summary: 'Where each field of an article was found, and how far to trust it',
    query: z.strictObject({ revision: Revision.optional() }),
    answer: { status: 200, description: 'The evidence', schema: FieldEvidence },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const record = await recordOf(ports, c, query.revision);
      const { id, revision, evidence: found } = record;
      return c.json({ id, revision, evidence: found });
    },
  });
}

const DiffPart = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

const Difference = z.strictObject({
  id: z.string(),
  from: Revision,
  to: Revision,
  fields: z.array(
    z.strictObject({
      field: z.string(),
      diff: z.array(DiffPart).optional().describe('Of prose, word by word'),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
});

/** Fields that are prose, and are compared word by word. */
const PROSE: ReadonlySet<string> = new Set(['headline', 'description', 'articleBody']);

function diff(ports: ApiPorts): AnyOperation {
  return operation({
    name: 'getDiff',
    method: 'get',
    path: '/articles/{id}/diff',
    scope: 'read',
    summary: 'What differs between two revisions of an article',
    query: z.strictObject({
      from: Revision.optional().describe('The one before `to` where absent'),
      to: Revision.optional().describe('The newest where absent'),
    }),
    answer: { status: 200, description: 'The difference', schema: Difference },
    problems: ['not-found'],
    handle: async ({ c, query }) => {
      const after = await recordOf(ports, c, query.to);
      const before = await recordOf(ports, c, query.from ?? Math.max(1, after.revision - 1));
      const fields = NEWS_FIELDS.flatMap((field) => difference(ports, field, { before, after }));
      return c.json({ id: after.id, from: before.revision, to: after.revision, fields });
    },
  });
}

function difference(
  { diff: diffOf }: ApiPorts,
  field: (typeof NEWS_FIELDS)[number],
  { before, after }: { before: ArticleRecord; after: ArticleRecord },
): z.infer<typeof Difference>['fields'] {
  const [was, is] = [before[field], after[field]];
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (!PROSE.has(field)) return [{ field, before: was, after: is }];
  return [{ field, diff: [...diffOf(String(was ?? ''), String(is ?? ''))] }];
}
