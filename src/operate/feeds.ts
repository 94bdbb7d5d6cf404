import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ArticleRecord } from '../record/article.ts';
import { Story } from '../record/story.ts';
import type { LoggedRecord } from './console-data.ts';
import {
  atomDocument,
  type FeedPage,
  type FeedWriter,
  jsonDocument,
  rssDocument,
} from './feed-documents.ts';

/** Records of one page, and those that are looked at for all pages. */
const ENTRIES = 100;
const LOOKED_AT = 1000;

/** The last page that may be asked for. */
const PAGES = LOOKED_AT / ENTRIES;

/** What feeds are made from. */
export interface FeedPorts {
  /** The newest records of the log, newest first. */
  readonly recent: (count: number) => Promise<readonly LoggedRecord[]>;
}

/** The public address of the feeds; that of each request where absent. */
export interface FeedPlace {
  /** Address of the console as readers see it, with its last slash. */
  readonly url?: string | undefined;
  /** WebSub hub that tells readers of news. */
  readonly hub?: string | undefined;
}

/** Parameters of a feed's address, each compared as it stands. */
const FILTERS: ReadonlyMap<string, (record: ArticleRecord) => readonly (string | undefined)[]> =
  new Map(
    Object.entries({
      source: ({ source }) => [source.id],
      country: ({ source }) => [source.country],
      tag: ({ source }) => source.tags ?? [],
      role: ({ story }) => [story.role],
      story: ({ story }) => [story.id],
      section: ({ articleSection = [] }) => articleSection,
      keyword: ({ keywords = [] }) => keywords,
      language: ({ inLanguage }) => [inLanguage, inLanguage?.split('-')[0]],
    }),
  );

/** The form of values of a closed kind: a feed with any other value would stay empty for ever. */
const FORMS: ReadonlyMap<string, readonly [form: RegExp, example: string]> = new Map([
  ['country', [/^[A-Z]{2}$/u, 'two capitals of ISO 3166-1, such as EG']],
  ['language', [/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/u, 'a tag of BCP 47, such as ar']],
  [
    'role',
    [
      new RegExp(`^(?:${Story.shape.role.options.join('|')})$`, 'u'),
      Story.shape.role.options.join(', '),
    ],
  ],
]);

/** The documents by their names, each with its media type and what writes it. */
export const FEED_DOCUMENTS: Readonly<Record<string, readonly [type: string, FeedWriter]>> = {
  'articles.atom': ['application/atom+xml', atomDocument],
  'articles.rss': ['application/rss+xml', rssDocument],
  'articles.json': ['application/feed+json', jsonDocument],
};

/**
 * Feeds of the newest records, as any feed reader takes them, with the filters above as parameters
 * and `page` for what is older (RFC 5005). An unknown parameter is refused: a misspelt filter would give
 * all records.
 */
export function feedRoutes(ports: FeedPorts, place: FeedPlace = {}): Hono {
  const app = new Hono();
  for (const [name, [type, write]] of Object.entries(FEED_DOCUMENTS)) {
    app.get(`/${name}`, (c) => answer(c, { ports, place, type, write }));
  }
  return app;
}

interface FeedAsked {
  readonly ports: FeedPorts;
  readonly place: FeedPlace;
  readonly type: string;
  readonly write: FeedWriter;
}

async function answer(c: Context, { ports, place, type, write }: FeedAsked): Promise<Response> {
  const { page: pages = ['1'], ...asked } = c.req.queries();
  const unknown = Object.keys(asked).find((name) => !FILTERS.has(name));
  if (unknown !== undefined) {
    return c.text(`No filter ${unknown}; there are: ${[...FILTERS.keys()].join(', ')}\n`, 400);
  }
  for (const [name, values] of Object.entries(asked)) {
    const [form, example] = FORMS.get(name) ?? [];
    if (form && !values.every((value) => form.test(value)))
      return c.text(`${name} is ${example}\n`, 400);
  }
  const page = /^\d{1,3}$/u.test(pages[0] ?? '') ? Number(pages[0]) : 0;
  if (pages.length > 1 || page < 1 || page > PAGES) {
    return c.text(`page is a number from 1 to ${PAGES}\n`, 400);
  }
  const newest = newestRevisions(await ports.recent(LOOKED_AT));
  const all = newest.filter((record) => isAsked(record, asked));
  const of = pageOf(c, place, { page, isLast: page * ENTRIES >= all.length });
  const body = write(all.slice((page - 1) * ENTRIES, page * ENTRIES), of);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', 'max-age=60');
  if (of.hub) c.header('Link', `<${of.hub}>; rel="hub", <${of.self}>; rel="self"`);
  if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304);
  return c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` });
}

/** An article once, as it is now: the log has each of its revisions, the newest first. */
function newestRevisions(records: readonly LoggedRecord[]): LoggedRecord[] {
  const known = new Set<string>();
  return records.filter(({ id }) => !known.has(id) && known.add(id));
}

/** RFC 9110, 13.1.2: any of a list, weak or not. */
function isKnown(field: string | undefined, tag: string): boolean {
  const tags = (field ?? '').split(',').map((one) => one.trim().replace(/^W\//u, ''));
  return tags.includes(tag) || tags.includes('*');
}

/** A page and its neighbours, under the address that the world sees. */
function pageOf(
  c: Context,
  { url: base, hub }: FeedPlace,
  { page, isLast }: { page: number; isLast: boolean },
): FeedPage {
  const asked = new URL(c.req.url);
  const at = (number: number): string => {
    const path = `feeds/${asked.pathname.split('/').at(-1) ?? ''}`;
    const url = new URL(path, base ?? `${asked.origin}/`);
    url.search = asked.search;
    url.searchParams.delete('page');
    if (number > 1) url.searchParams.set('page', String(number));
    return url.href;
  };
  return {
    self: at(page),
    first: at(1),
    ...(page > 1 ? { previous: at(page - 1) } : {}),
    ...(isLast || page === PAGES ? {} : { next: at(page + 1) }),
    ...(hub ? { hub } : {}),
  };
}

function isAsked(record: ArticleRecord, asked: Readonly<Record<string, string[]>>): boolean {
  return Object.entries(asked).every(([name, values]) =>
    (FILTERS.get(name)?.(record) ?? []).some(
      (value) => value !== undefined && values.includes(value),
    ),
  );
}
