import { load } from 'cheerio/slim';
import { findCountry, findPlace } from './country.ts';
import { findFeeds } from './feed-links.ts';
import { findSections, type NamedUrl } from './sections.ts';
import { chooseName } from './site-name.ts';

/** What a home page says of its site. */
export interface Home {
  readonly url: string;
  readonly name?: string;
  readonly language?: string;
  /** Country and zone, and what told them. */
  readonly place?: { readonly country: string; readonly timeZone: string; readonly from: string };
  /** The generator tag: the system the site is made with. */
  readonly generator?: string;
  readonly feeds: readonly NamedUrl[];
  readonly sections: readonly NamedUrl[];
  /** Posts of the WordPress API, where the page names it. */
  readonly wordpress?: string;
  readonly hasAmp: boolean;
}

/** Reads what a home page says of its site and of the routes to its articles. */
export function readHome(html: string, { url }: { url: string }): Home {
  const $ = load(html);
  const meta = (name: string) =>
    $(`meta[property="${name}"],meta[name="${name}"]`).attr('content')?.trim();
  const locale = meta('og:locale') ?? $('html').attr('lang');
  const data = $('script[type="application/ld+json"]')
    .toArray()
    .map((script) => $(script).text());
  const country = findCountry(data, meta('geo.region') ?? meta('geo.country'));
  const place = findPlace(url, { country, locale });
  const name = chooseName([
    meta('og:site_name'),
    meta('application-name'),
    $('title').first().text(),
  ]);
  const language = $('html').attr('lang') ?? locale;
  const generator = meta('generator');
  const api = $('link[rel="https://api.w.org/"]').attr('href');
  const wordpress = api ? absolute(`${api.replace(/\/?$/u, '/')}wp/v2/posts`, url) : undefined;
  return {
    url,
    ...(name ? { name } : {}),
    ...(language ? { language: language.split(/[-_]/u)[0] ?? language } : {}),
    ...(place ? { place } : {}),
    ...(generator ? { generator } : {}),
    ...(wordpress ? { wordpress } : {}),
    feeds: findFeeds($, url),
    sections: findSections($, url),
    hasAmp: $('link[rel=amphtml]').length > 0,
  };
}

function absolute(href: string, base: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const { href: url, protocol } = new URL(href, base);
  return /^https?:$/u.test(protocol) ? url : undefined;
}
