import type { ArticleRecord } from '../record/article.ts';
import { textIn } from '../record/text-form.ts';
import type { LoggedRecord } from './console-data.ts';
import { plainText } from './plain-text.ts';
import { xmlText } from './xml-text.ts';

/** A page of a feed and its neighbours (RFC 5005, 3), all as absolute addresses. */
export interface FeedPage {
  readonly self: string;
  readonly first: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** WebSub hub that tells of news. */
  readonly hub?: string | undefined;
}

/** Writes a page of records as a document. */
export type FeedWriter = (records: readonly LoggedRecord[], page: FeedPage) => string;

const TITLE = 'مرصد';

/** The address where it is http(s), or nothing: a record's address comes from a site. */
const webUrl = (url: string): string | undefined => (/^https?:\/\//u.test(url) ? url : undefined);

const idOf = ({ id }: ArticleRecord): string => `urn:marsad:article:${id}`;

/** When an entry changed last for a reader: readers take one with an older time for what they have. */
function updatedAt(record: LoggedRecord): string {
  const { change, loggedAt, dateModified, datePublished, dateFirstSeen } = record;
  const revised = change === 'updated' || change === 'withdrawn' ? loggedAt : undefined;
  return revised ?? dateModified ?? datePublished ?? dateFirstSeen;
}

/** Dates are in the zones of their sources: the latest is the latest instant. */
const newestOf = (records: readonly LoggedRecord[]): string =>
  records
    .map(updatedAt)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1) ?? new Date(0).toISOString();

const authorsOf = ({ author, source }: ArticleRecord) => author ?? [{ name: source.name }];

/** `link` elements of a page, under Atom's own or another prefix. */
function links(page: FeedPage, name: string): string[] {
  const { self, first, previous, next, hub } = page;
  return Object.entries({ self, first, previous, next, hub }).flatMap(([rel, href]) =>
    href === undefined ? [] : [`<${name} rel="${rel}" href="${xmlText(href)}"/>`],
  );
}

/** Atom (RFC 4287). */
export const atomDocument: FeedWriter = (records, page) =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="ar">',
    `<id>${xmlText(page.first)}</id>`,
    `<title>${TITLE}</title>`,
    `<updated>${newestOf(records)}</updated>`,
    ...links(page, 'link'),
    ...records.map((record) => (isGone(record) ? atomTombstone(record) : atomEntry(record))),
    '</feed>',
    '',
  ].join('\n');

/** A withdrawn article is not offered any more. */
const isGone = ({ change }: ArticleRecord): boolean => change === 'withdrawn';

/** Tells readers that have the entry to drop it (RFC 6721, 3). */
function atomTombstone(record: LoggedRecord): string {
  return `<at:deleted-entry ref="${xmlText(idOf(record))}" when="${updatedAt(record)}"/>`;
}

function atomEntry(record: LoggedRecord): string {
  const url = webUrl(record.url);
  return [
    '<entry>',
    `<id>${xmlText(idOf(record))}</id>`,
    `<title>${xmlText(record.headline)}</title>`,
    `<updated>${updatedAt(record)}</updated>`,
    ...(record.datePublished ? [`<published>${record.datePublished}</published>`] : []),
    ...(url ? [`<link rel="alternate" href="${xmlText(url)}"/>`] : []),
    ...(record.enclosures ?? []).map(
      ({ url: href, type }) =>
        `<link rel="enclosure" href="${xmlText(href)}"${type ? ` type="${xmlText(type)}"` : ''}/>`,
    ),
    ...authorsOf(record).map(({ name }) => `<author><name>${xmlText(name)}</name></author>`),
    ...(record.articleSection ?? []).map((section) => `<category term="${xmlText(section)}"/>`),
    `<content type="text">${xmlText(record.articleBody)}</content>`,
    '</entry>',
  ].join('\n');
}

/** RSS 2.0 with the modules content, Dublin Core and Atom (RSS Advisory Board, 2.0.11). */
export const rssDocument: FeedWriter = (records, page) =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    `<title>${TITLE}</title>`,
    `<link>${xmlText(page.first)}</link>`,
    '<description>أحدث ما نشرته المصادر</description>',
    '<language>ar</language>',
    `<lastBuildDate>${new Date(newestOf(records)).toUTCString()}</lastBuildDate>`,
    ...links(page, 'atom:link'),
    ...records.filter((record) => !isGone(record)).map(rssItem),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');

function rssItem(record: ArticleRecord): string {
  const url = webUrl(record.url);
  const [enclosure] = record.enclosures ?? [];
  return [
    '<item>',
    `<title>${xmlText(record.headline)}</title>`,
    ...(url ? [`<link>${xmlText(url)}</link>`] : []),
    `<guid isPermaLink="false">${xmlText(idOf(record))}</guid>`,
    `<pubDate>${new Date(record.datePublished ?? record.dateFirstSeen).toUTCString()}</pubDate>`,
    ...authorsOf(record).map(({ name }) => `<dc:creator>${xmlText(name)}</dc:creator>`),
    ...(record.articleSection ?? []).map((section) => `<category>${xmlText(section)}</category>`),
    ...(record.description ? [`<description>${xmlText(record.description)}</description>`] : []),
    `<content:encoded>${xmlText(textIn('html', record))}</content:encoded>`,
    // One at most, and its three attributes are required; 0 where the size is not known.
    ...(enclosure?.type
      ? [
          `<enclosure url="${xmlText(enclosure.url)}" length="${enclosure.length ?? 0}" type="${xmlText(enclosure.type)}"/>`,
        ]
      : []),
    '</item>',
  ].join('\n');
}

/** JSON Feed 1.1. */
export const jsonDocument: FeedWriter = (records, { first, next, hub }) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: TITLE,
    feed_url: first,
    next_url: next,
    language: 'ar',
    ...(hub ? { hubs: [{ type: 'WebSub', url: hub }] } : {}),
    items: records
      .filter((record) => !isGone(record))
      .map((record) => ({
        id: idOf(record),
        url: webUrl(record.url),
        title: plainText(record.headline),
        content_text: record.articleBody,
        content_html: textIn('html', record),
        summary: record.description,
        image: record.image?.url,
        date_published: record.datePublished,
        date_modified: record.revision > 1 ? updatedAt(record) : record.dateModified,
        authors: authorsOf(record),
        tags: record.articleSection,
        language: record.inLanguage,
        ...(record.enclosures ? { attachments: record.enclosures.map(attachment) } : {}),
      })),
  });

const attachment = ({ url, type, length, title }: NonNullable<ArticleRecord['enclosures']>[0]) => ({
  url,
  mime_type: type ?? 'application/octet-stream',
  size_in_bytes: length,
  title,
});
