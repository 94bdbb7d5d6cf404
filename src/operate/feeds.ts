import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ArticleRecord } from '../record/article.ts';
import { plainText } from './plain-text.ts';

/** Records that a feed holds at most, and those that are looked at for it. */
const ENTRIES = 100;
const LOOKED_AT = 1000;

/** What feeds are made from. */
export interface FeedPorts {
  /** The newest records of the log, newest first. */
  readonly recent: (count: number) => Promise<readonly ArticleRecord[]>;
}

/** Parameters of a feed's address, each compared as it stands. */
const FILTERS: Readonly<
  Record<string, (record: ArticleRecord) => readonly (string | undefined)[]>
> = {
  source: ({ source }) => [source.id],
  country: ({ source }) => [source.country],
  role: ({ story }) => [story.role],
  story: ({ story }) => [story.id],
  section: ({ articleSection = [] }) => articleSection,
  keyword: ({ keywords = [] }) => keywords,
  language: ({ inLanguage }) => [inLanguage, inLanguage?.split('-')[0]],
};

/**
 * Feeds of the newest records, as any feed reader takes them: `/articles.atom` (RFC 4287) and
 * `/articles.json` (JSON Feed 1.1), with the filters above as parameters. A parameter that is none
 * is refused: it would be a feed of everything under the name of something.
 */
export function feedRoutes(ports: FeedPorts): Hono {
  const app = new Hono();
  app.get('/articles.atom', (c) => answer(c, ports, atomText, 'application/atom+xml'));
  app.get('/articles.json', (c) => answer(c, ports, jsonText, 'application/feed+json'));
  return app;
}

type Write = (records: readonly ArticleRecord[], self: string) => string;

async function answer(c: Context, ports: FeedPorts, write: Write, type: string): Promise<Response> {
  const asked = c.req.queries();
  const unknown = Object.keys(asked).find((name) => !(name in FILTERS));
  if (unknown !== undefined) {
    return c.text(`No filter ${unknown}; there are: ${Object.keys(FILTERS).join(', ')}\n`, 400);
  }
  const records = (await ports.recent(LOOKED_AT))
    .filter((record) => isAsked(record, asked))
    .slice(0, ENTRIES);
  const body = write(records, c.req.url);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', 'max-age=60');
  if (c.req.header('if-none-match') === tag) return c.body(null, 304);
  return c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` });
}

function isAsked(record: ArticleRecord, asked: Readonly<Record<string, string[]>>): boolean {
  return Object.entries(asked).every(([name, values]) =>
    (FILTERS[name]?.(record) ?? []).some((value) => value !== undefined && values.includes(value)),
  );
}

/** What XML 1.0 allows, on one line or with its paragraphs, escaped. */
function xml(text: string): string {
  const lines = text.split('\n').map(plainText).join('\n');
  return lines
    .replace(/[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A link of the web, or none: a record's address came from a site. */
const webUrl = (url: string): string | undefined => (/^https?:\/\//u.test(url) ? url : undefined);

const idOf = ({ id }: ArticleRecord): string => `urn:marsad:article:${id}`;

const updatedAt = ({ dateModified, datePublished, dateFirstSeen }: ArticleRecord): string =>
  dateModified ?? datePublished ?? dateFirstSeen;

function atomText(records: readonly ArticleRecord[], self: string): string {
  const newest = records.map(updatedAt).sort().at(-1) ?? new Date(0).toISOString();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">',
    `<id>${xml(self)}</id>`,
    '<title>مرصد</title>',
    `<updated>${newest}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    ...records.map(atomEntry),
    '</feed>',
    '',
  ].join('\n');
}

function atomEntry(record: ArticleRecord): string {
  const url = webUrl(record.url);
  const authors = record.author ?? [{ name: record.source.name }];
  return [
    '<entry>',
    `<id>${xml(idOf(record))}</id>`,
    `<title>${xml(record.headline)}</title>`,
    `<updated>${updatedAt(record)}</updated>`,
    ...(record.datePublished ? [`<published>${record.datePublished}</published>`] : []),
    ...(url ? [`<link rel="alternate" href="${xml(url)}"/>`] : []),
    ...authors.map(({ name }) => `<author><name>${xml(name)}</name></author>`),
    ...(record.articleSection ?? []).map((section) => `<category term="${xml(section)}"/>`),
    `<content type="text">${xml(record.articleBody)}</content>`,
    '</entry>',
  ].join('\n');
}

function jsonText(records: readonly ArticleRecord[], self: string): string {
  const items = records.map((record) => ({
    id: idOf(record),
    url: webUrl(record.url),
    title: record.headline,
    content_text: record.articleBody,
    date_published: record.datePublished,
    date_modified: record.dateModified,
    authors: record.author ?? [{ name: record.source.name }],
    tags: record.articleSection,
    language: record.inLanguage,
  }));
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ version, title: 'مرصد', feed_url: self, language: 'ar', items });
}
