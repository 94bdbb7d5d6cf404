/** First parts of paths that list or serve, in the words that systems and the region's sites use. */
const NO_ARTICLE =
  /^(?:category|categories|tag|tags|author|authors|page|search|login|register|wp-admin|wp-login\.php|contact|about|privacy|rss|feed|cart|account|archives?|تصنيف|وسم|كاتب|قسم|صفحة|بحث)$/iu;

/** Files that are no pages. */
const FILE = /\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|xml|css|js|ico)$/iu;

/** A slug: words joined by hyphens or blanks; three hyphens are four words. */
const SLUG = /[^/]+(?:[-_+ ][^/]+){3}/u;

/** A number that names one of many: `?sid=30485`. */
const NUMBERED = /[?&][a-z_]{1,20}=\d{3,12}(?:&|$)/iu;

/**
 * Whether a URL looks like that of one article, not of a listing: a number of four digits or
 * more, a date, or a slug of four words in its path, or a numbered query.
 */
export function isArticlePath(url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = decode(pathname);
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return canBeArticle(url) && (/\d{4}/u.test(path) || SLUG.test(last) || NUMBERED.test(search));
}

/** Whether a URL may be an article's at all: no front page, no listing, no file. */
export function canBeArticle(url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = decode(pathname);
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0 && search === '') return false;
  return !FILE.test(path) && !parts.some((part) => NO_ARTICLE.test(part));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
