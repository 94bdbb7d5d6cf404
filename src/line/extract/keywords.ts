import { matchKey } from '../../arabic/key.ts';
import { type Found, found } from '../../record/evidence.ts';
import type { Document } from './document.ts';
import { findGiven, givenTexts } from './given.ts';
import { textsIn } from './json-ld.ts';
import { innerText, oneLine } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { BIT } from './signal.ts';

/** Most keywords kept: pages that stuff their metadata print hundreds. */
const MAX_KEYWORDS = 30;

/** Longest keyword, in UTF-16 units. */
const MAX_LENGTH = 80;

/**
 * Keywords as published, without repeats: tags of the article before those of the head. `end`: the block behind
 * the text's last.
 */
export function readKeywords(facts: PageFacts, end: number): Found<readonly string[]> | undefined {
  const { metadata, article } = facts;
  const given = findGiven<readonly string[]>(facts, 'keywords');
  const places: [string, () => readonly string[]][] = [
    [given?.from ?? '', () => (given ? givenTexts(given) : [])],
    ['article:tag', () => metadata.meta.get('article:tag') ?? []],
    ['jsonld keywords', () => textsIn(article?.keywords)],
    ['news_keywords', () => metadata.meta.get('news_keywords') ?? []],
    ['keywords', () => metadata.meta.get('keywords') ?? []],
    ['tag list', () => tagLinks(facts, end)],
  ];
  for (const [from, read] of places) {
    const texts = read();
    const keywords = splitKeywords(texts);
    if (keywords.length > 0)
      return found(keywords, { from, text: texts.join(', '), confidence: 0.9 });
  }
  return undefined;
}

function splitKeywords(texts: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const text of texts.flatMap((one) => one.split(/[,،;؛|]/)).map(oneLine)) {
    const key = matchKey(text);
    if (key !== '' && text.length <= MAX_LENGTH && !kept.has(key))
      kept.set(key, text.replace(/^#/, ''));
  }
  return [...kept.values()].slice(0, MAX_KEYWORDS);
}

/** Labels of a tag list that stand among the tags. */
const LABELS: ReadonlySet<string> = new Set(
  [
    'الوسوم',
    'وسوم',
    'كلمات مفتاحية',
    'الكلمات المفتاحية',
    'كلمات دلالية',
    'الكلمات الدلالية',
    'العلامات',
    'tags',
  ].map(matchKey),
);

/** How far behind the text's end its tag list stands, in blocks. */
const BEHIND = 8;

/** Links of a tag list at the text's end: by `rel`, or by the class around them. */
function tagLinks({ document }: PageFacts, end: number): readonly string[] {
  const near = document.links.filter(({ block }) => block >= end - 1 && block <= end + BEHIND);
  const tags = near.filter(({ element, block }) => {
    const rel = element.attribs.rel ?? '';
    // WordPress prints `rel="category tag"` on categories, which are no keywords.
    if (/(?:^|\s)tag(?:\s|$)/.test(rel)) return !/category/.test(rel);
    return isInTags(document, block);
  });
  return tags
    .slice(0, MAX_KEYWORDS)
    .map(({ element }) => innerText(element))
    .filter((text) => !LABELS.has(matchKey(text)));
}

function isInTags({ regions, blocks }: Document, block: number): boolean {
  let region = regions[blocks[block]?.region ?? -1];
  for (let level = 0; region && level < TAG_LEVELS; level += 1) {
    if (region.signals & BIT.tags) return true;
    region = regions[region.parent];
  }
  return false;
}

/** Levels between a tag and the element whose class says so: list, item, wrappers of fields. */
const TAG_LEVELS = 4;
