/** First parts of paths that list or serve, in the words that systems and the region's sites use. */
const NO_ARTICLE =
  /^(?:category|categories|tag|tags|author|authors|page|search|login|register|wp-admin|wp-login\.php|contact|about|privacy|rss|feed|cart|account|archives?|تصنيف|وسم|كاتب|قسم|صفحة|بحث)$/iu;

/** Files that are no pages. */
const FILE = /\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|xml|css|js|ico)$/iu;

/** A slug: words joined by hyphens or blanks; three hyphens are four words. */
const SLUG = /[^/]+(?:[-_+ ][^/]+){3}/u;

/**
 * Whether a URL looks like that of one article, not of a listing: a number of four digits or
 * more, a date, or a slug of four words in its path or query.
 */
export function isArticlePath(url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = decode(pathname);
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0 && search === '') return false;
  if (FILE.test(path) || parts.some((part) => NO_ARTICLE.test(part))) return false;
  return (
    /\d{4}/u.test(path) ||
    SLUG.test(parts.at(-1) ?? '') ||
    /[?&](?:id|p|articleid|newsid|nid)=\d+/iu.test(search)
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
