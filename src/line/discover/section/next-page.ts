import type { CheerioAPI } from 'cheerio/slim';
import { loadTree } from '../../../markup.ts';
import { shortText } from './link-headline.ts';

/** How links to older pages are labelled, where neither `rel` nor a class says so. */
const OLDER =
  /^(?:التالي|التالية|الصفحة التالية|الأقدم|المزيد|أقدم|السابق »|next|older|suivant|»|›)/iu;

/**
 * The next, older page of a listing: `rel=next` (IANA link relations), else a pager's link.
 * @returns undefined where there is none, or it leads to another host or to this page
 */
export function findNextPage(
  page: string | CheerioAPI,
  { url }: { url: string },
): string | undefined {
  const $ = typeof page === 'string' ? loadTree(page) : page;
  const stated = $('link[rel~=next],a[rel~=next]').attr('href');
  const pager = $('a.next,a.nextpostslink,.next > a,.pagination-next a,a.blog-pager-older-link');
  const labelled = $('a[href]')
    .filter((_, element) => isPaged(element.attribs.href ?? ''))
    .filter((_, element) => OLDER.test(shortText(element) ?? ''));
  const candidates = [stated, pager.attr('href'), labelled.attr('href')];
  return candidates.map((href) => ownPage(href, url)).find((next) => next !== undefined);
}

const isPaged = (href: string): boolean =>
  /page|paged|صفحة|start=|offset=|\/\d{1,4}\/?$|updated-max/iu.test(href);

function ownPage(href: string | undefined, url: string): string | undefined {
  if (!href || !URL.canParse(href, url)) return undefined;
  const next = new URL(href, url);
  next.hash = '';
  const here = new URL(url);
  here.hash = '';
  return next.host === here.host && next.href !== here.href ? next.href : undefined;
}
