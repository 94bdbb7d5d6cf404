import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';

/** How the headings and the addresses of results begin. */
const RESULTS =
  /^(?:نتائج البحث|نتيجة البحث|أرشيف (?:يوم|شهر|عام|سنة)|search results|résultats (?:de|pour)) |^(?:البحث عن|بحث عن|وسم|الوسم|تصنيف|أرشيف|ارشيف|search|results|tag|tags|category|archives?|résultats|étiquette|recherche)\s*[:：]/iu;
const RESULTS_PATH =
  /\/(?:search|results|tags?|etiquette|topics?|authors?|writers?|columnists?|contributors?)(?:\/|\.\w+$|$)/i;

/** Linked titles from which such an address is a list, and their share of its lines. */
const LEAST_TITLES = 5;
const TITLE_SHARE = 0.6;

/** True for the results of a search, the articles of a subject or of a writer: linked titles, one after the other. */
export function isResults({ document, headings }: PageFacts, kept: readonly Block[]): boolean {
  const tops = headings.filter(({ tag }) => tag === 'h1');
  if (tops.some(({ text }) => RESULTS.test(text))) return true;
  if (!URL.canParse(document.url)) return false;
  const titles = document.blocks.filter(
    (block) => block.linkShare > 0.8 && block.words >= 2 && block.kind === 'heading',
  );
  const isList = titles.length >= LEAST_TITLES && titles.length >= TITLE_SHARE * kept.length;
  return isList && RESULTS_PATH.test(new URL(document.url).pathname);
}
