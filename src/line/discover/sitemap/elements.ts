import type { SitemapEntry } from './sitemap-entry.ts';

/** Elements of a sitemap that are read, under the prefixes that their specifications print. */
const FIELD_OF = {
  loc: 'loc',
  lastmod: 'lastmod',
  'news:name': 'name',
  'news:language': 'language',
  'news:title': 'title',
  'news:publication_date': 'date',
  'news:keywords': 'keywords',
  'news:genres': 'genres',
  'news:access': 'access',
  'news:stock_tickers': 'tickers',
  'image:loc': 'image',
} as const;

type Tag = keyof typeof FIELD_OF;
type Field = (typeof FIELD_OF)[Tag];

/** The texts of one `url` or `sitemap` element; of a field that stands twice, the first. */
export type SitemapFields = Partial<Record<Field, string>>;

/**
 * The field that an element holds. An address belongs to the element around it: `loc` within a picture is no
 * page's address, also where the prefix of the picture is missing.
 */
export function fieldOf(name: string, parent: string | undefined): Field | undefined {
  if (name === 'loc' && parent !== 'url' && parent !== 'sitemap') {
    return parent === 'image' ? 'image' : undefined;
  }
  return Object.hasOwn(FIELD_OF, name) ? FIELD_OF[name as Tag] : undefined;
}

/** The entry that the fields of one element make. */
export function entryOf(fields: SitemapFields, url: string): SitemapEntry {
  const { lastmod, name, language, title, date, keywords, genres, access, tickers, image } = fields;
  return {
    url,
    ...(lastmod ? { lastModified: lastmod } : {}),
    ...(title ? { title } : {}),
    ...(date ? { published: date } : {}),
    ...(name ? { publication: name } : {}),
    ...(language ? { language } : {}),
    ...(keywords ? { keywords: listOf(keywords) } : {}),
    ...(genres ? { genres: listOf(genres) } : {}),
    ...(access ? { access } : {}),
    ...(tickers ? { stockTickers: listOf(tickers) } : {}),
    ...(image ? { image } : {}),
  };
}

function listOf(text: string): string[] {
  return text
    .split(/[,،]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
