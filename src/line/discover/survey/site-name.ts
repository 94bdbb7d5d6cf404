/** What titles of front pages say beside or in place of the site's name. */
const NO_NAME =
  /^(?:(?:الصفحة )?الرئيسية|الصفحة الأولى|آخر الأخبار|أخبار اليوم|اخر الاخبار|أحدث الأخبار|home(?: ?page)?|latest news|index|rss|feed|الخلاصة)$/iu;

/**
 * Chooses a site's name among the texts that may hold it, the most trusted first: the first part of
 * the first text that is no word for a front page.
 */
export function chooseName(texts: readonly (string | undefined)[]): string | undefined {
  const parts = texts.flatMap((text) => (text ?? '').split(/\s[|–—»:-]+\s|\|/u));
  return parts.map((part) => part.replace(/\s+/gu, ' ').trim()).find(isName);
}

const isName = (part: string): boolean => part !== '' && !NO_NAME.test(part);
