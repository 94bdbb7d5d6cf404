/** Parts of paths that list or serve, in the words that systems and the region's sites use. */
const NO_ARTICLE =
  /^(?:category|categories|tag|tags|author|authors|page|search|login|register|wp-admin|wp-login\.php|contact|about|privacy|rss|feed|cart|account|تصنيف|وسم|كاتب|قسم|صفحة|بحث)$/iu;

/** Last parts of paths that are the site's own pages: who it is, its terms, how to reach it. */
const OWN_PAGE =
  /^(?:(?:privacy|cookies?|editorial|comments?|copyright|refund|return)[-_]?(?:policy|notice|statement)|terms(?:[-_](?:of[-_](?:use|service)|and[-_]conditions|conditions|use))?|(?:about|contact)[-_]?us|who[-_]we[-_]are|our[-_]team|advertise(?:[-_]with[-_]us)?|disclaimer|site-?map|faqs?|careers|subscribe|newsletter|(?:سياسة|سياسه)[-_](?:الخصوصية|الخصوصيه|التحرير|الاستخدام|ملفات[-_]تعريف[-_]الارتباط)|(?:شروط|اتفاقية)[-_](?:الاستخدام|الخدمة)|الشروط[-_]والأحكام|(?:من|عن)[-_](?:نحن|الموقع)|(?:اتصل|تواصل)[-_](?:بنا|معنا)|(?:أعلن|اعلن|للإعلان)[-_](?:معنا|لدينا)|خريطة[-_]الموقع|فريق[-_]العمل)(?:\.(?:html?|php|aspx?))?$/iu;

/** Before a number these are WordPress's plain permalinks, before a year or a category a listing. */
const ARCHIVE = /^archives?$/iu;

/** A year stands for all its articles. */
const YEAR = /^(?:19|20)\d{2}$/u;

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
  const isNumbered = /\d{4}/u.test(path) || /\/archives?\/\d{1,12}\/?$/iu.test(path);
  return canBeArticle(url) && (isNumbered || SLUG.test(last) || NUMBERED.test(search));
}

/** Whether a URL may be an article's at all: no front page, no listing, no file. */
export function canBeArticle(url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = decode(pathname);
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0 && search === '') return false;
  const isOwnPage = OWN_PAGE.test(parts.at(-1) ?? '') && !NUMBERED.test(search);
  if (FILE.test(path) || isOwnPage || parts.some((part) => NO_ARTICLE.test(part))) return false;
  const archive = parts.findIndex((part) => ARCHIVE.test(part));
  return archive < 0 || isArchived(parts.slice(archive + 1));
}

/** Whether what follows `/archives/` names one article: a number that is no year, or a slug. */
function isArchived(parts: readonly string[]): boolean {
  const last = parts.at(-1) ?? '';
  const isNumber = /^\d{1,12}(?:\.\w{2,5})?$/u.test(last) && !YEAR.test(last);
  return (isNumber && parts.length === 1) || SLUG.test(last) || /^\d{3,12}[-_]/u.test(last);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
