import type { CheerioAPI } from 'cheerio/slim';
import { loadTree } from '../../../markup.ts';
import { parseLinkHeader } from '../link-header.ts';
import { findCountry, findPlace, type Place } from './country.ts';
import { findFeeds } from './feed-links.ts';
import { findSections, type NamedUrl } from './sections.ts';
import { chooseName } from './site-name.ts';

/** What a home page says of its site. */
export interface Home {
  readonly url: string;
  readonly name?: string;
  readonly language?: string;
  /** Country and zone, and what told them. */
  readonly place?: Place;
  /** The generator tag: the system the site is made with. */
  readonly generator?: string;
  readonly feeds: readonly NamedUrl[];
  readonly sections: readonly NamedUrl[];
  /** Posts of the WordPress API, where the page names it. */
  readonly wordpress?: string;
  /** True where the page is made by WordPress, whatever it names. */
  readonly isWordPress: boolean;
  /** Its AMP twin. */
  readonly amp?: string;
}

/** An answer that carried a home page, or another page of the site. */
export interface HomeAnswer {
  readonly url: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Reads what a home page says of its site and of the routes to its articles. */
export function readHome(html: string, { url, headers = {} }: HomeAnswer): Home {
  const $ = loadTree(html);
  const meta = (name: string) =>
    $(`meta[property="${name}"],meta[name="${name}"]`).attr('content')?.trim();
  const lang = $('html').attr('lang');
  const httpEquiv = $('meta[http-equiv="content-language" i]').attr('content');
  const locales = [
    { text: headers['content-language'], from: 'Content-Language' },
    { text: httpEquiv, from: 'content-language' },
    { text: meta('og:locale'), from: 'og:locale' },
    { text: lang, from: 'lang' },
  ];
  const data = $('script[type="application/ld+json"]')
    .toArray()
    .map((script) => $(script).text());
  const country = findCountry(data, meta('geo.region') ?? meta('geo.country'));
  const place = findPlace(url, { country, phones: findPhones($, data), locales });
  const name = chooseName([
    meta('og:site_name'),
    meta('application-name'),
    $('title').first().text(),
  ]);
  const language = lang ?? meta('og:locale');
  const generator = meta('generator');
  const wordpress = findPosts($, url, headers.link);
  const amp = absolute($('link[rel=amphtml]').attr('href') ?? '', url);
  return {
    url,
    ...(name ? { name } : {}),
    ...(language ? { language: language.split(/[-_]/u)[0] ?? language } : {}),
    ...(place ? { place } : {}),
    ...(generator ? { generator } : {}),
    ...(wordpress ? { wordpress } : {}),
    feeds: findFeeds($, url),
    sections: findSections($, url),
    isWordPress: /wordpress/iu.test(generator ?? '') || /\/wp-(?:content|includes)\//u.test(html),
    ...(amp ? { amp } : {}),
  };
}

/** The relation under which WordPress names its API (developer.wordpress.org/rest-api, discovery). */
const API = 'https://api.w.org/';

/** The posts of the API that a page names, in its head or in the `Link` field of its answer. */
function findPosts($: CheerioAPI, url: string, field: string | undefined): string | undefined {
  const named = parseLinkHeader(field ?? '').find(({ relations }) => relations.includes(API));
  const api = $(`link[rel="${API}"]`).attr('href') ?? named?.target;
  if (!api) return undefined;
  const base = absolute(api, url);
  // Where WordPress uses plain permalinks, the API stands in the query: `/?rest_route=/`.
  return base && `${base.replace(/\/?$/u, '/')}wp/v2/posts`;
}

/** Telephone numbers in data: schema.org's telephone. */
const TELEPHONE = /"telephone"\s{0,20}:\s{0,20}"([+\d][^"]{5,30})"/gu;

/** Numbers in the international form that a page links to or states in its data. */
function findPhones($: CheerioAPI, data: readonly string[]): string[] {
  const linked = $('a[href^="tel:"]')
    .toArray()
    .map((link) => ($(link).attr('href') ?? '').slice('tel:'.length));
  const stated = data.flatMap((text) =>
    [...text.matchAll(TELEPHONE)].map(([, phone]) => phone ?? ''),
  );
  return [...linked, ...stated].map((phone) => phone.replace(/%20/gu, ''));
}

function absolute(href: string, base: string): string | undefined {
  if (href === '' || !URL.canParse(href, base)) return undefined;
  const { href: url, protocol } = new URL(href, base);
  return /^https?:$/u.test(protocol) ? url : undefined;
}
