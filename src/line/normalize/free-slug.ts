/** The part that all addresses of an article share, and why, where that is not the whole URL. */
export interface UrlIdentity {
  readonly identity: string;
  readonly detail?: string;
}

/** Segments that say the number after them is an article's. */
const NOUN =
  /^(?:news|articles?|story|stories|posts?|details?|content|node|view|read|print|n|a|p|s|خبر|أخبار|اخبار|مقال|مقالات|تفاصيل|قصة|الخبر|موضوع)$/u;

/** A number of that length after such a word, and a longer one anywhere, is an article's. */
const NUMBER = /^\d{5,12}$/u;
const LONG_NUMBER = /^\d{6,12}$/u;

/** A month or day written as one number, which many articles share. */
const DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?$/u;

/** A slug has words: two at least, or letters that are not ASCII. */
const SLUG = /[-_]|%[89A-F]/iu;

/**
 * Sites that find an article by its number take any slug after it, and change the slug with the
 * headline. Only the pair `/number/slug` at the end of a path is taken so: a number within a slug
 * may be a word of the headline, and a slug before a number may be its section.
 */
export function findIdentity({ href, origin, pathname, search }: URL): UrlIdentity {
  const segments = pathname.split('/').filter(Boolean);
  if (isNumberAt(segments, segments.length - 1)) {
    return { identity: `${origin}/${segments.join('/')}${search}` };
  }
  const slug = segments.at(-1) ?? '';
  if (!isNumberAt(segments, segments.length - 2) || !SLUG.test(slug)) return { identity: href };
  const identity = `${origin}/${segments.slice(0, -1).join('/')}${search}`;
  return { identity, detail: `${segments.at(-2)} names the article, whatever follows` };
}

function isNumberAt(segments: readonly string[], index: number): boolean {
  const number = segments[index] ?? '';
  if (DATE.test(number)) return false;
  return (
    LONG_NUMBER.test(number) || (NUMBER.test(number) && NOUN.test(decode(segments[index - 1])))
  );
}

function decode(segment = ''): string {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return segment;
  }
}
