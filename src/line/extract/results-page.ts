import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';

/** How the headings of results begin. */
const FOUND =
  /^(?:نتائج البحث|نتيجة البحث|أرشيف (?:يوم|شهر|عام|سنة)|search results|résultats (?:de|pour)) /iu;

/** What stands before a subject's name; a headline may begin so, too. */
const SUBJECT =
  /^(?:البحث عن|بحث عن|وسم|الوسم|تصنيف|أرشيف|ارشيف|search|results|tag|tags|category|archives?|résultats|étiquette|recherche)\s*[:：]/iu;

/** Addresses of results, of the articles of a subject and of a writer. */
const PATH =
  /\/(?:search|results|tags?|etiquette|topics?|authors?|writers?|columnists?|contributors?)(?:\/[^/]*)?\/?$/i;

/** Linked titles from which such a page is a list, and their share of its lines. */
const LEAST_TITLES = 5;
const TITLE_SHARE = 0.6;

/** True for the results of a search, the articles of a subject or of a writer: linked titles, one after the other. */
export function isResults({ document, headings }: PageFacts, kept: readonly Block[]): boolean {
  const tops = headings.filter(({ tag }) => tag === 'h1');
  if (tops.some(({ text }) => FOUND.test(text))) return true;
  const titles = document.blocks.filter(
    ({ linkShare, words, kind }) => linkShare > 0.8 && words >= 2 && kind === 'heading',
  );
  if (titles.length < LEAST_TITLES || titles.length < TITLE_SHARE * kept.length) return false;
  if (tops.some(({ text }) => SUBJECT.test(text))) return true;
  return URL.canParse(document.url) && PATH.test(new URL(document.url).pathname);
}
