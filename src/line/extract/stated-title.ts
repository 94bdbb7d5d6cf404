import { keyTokens, matchKey } from '../../arabic/key.ts';
import { isTitlePart } from './boilerplate.ts';
import { textIn } from './json-ld.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { stripSiteName } from './site-name.ts';
import { likeness, overlap } from './word-overlap.ts';

/** A title that metadata, data or the feed state of the page. */
export interface StatedTitle {
  readonly from: string;
  readonly text: string;
  readonly key: string;
  readonly tokens: readonly string[];
}

/** The titles of a page without the site's name, the surest first. */
export function listTitles(facts: PageFacts): readonly StatedTitle[] {
  const { metadata, siteNames, context } = facts;
  const recurs = (part: string): boolean => isTitlePart(context.boilerplate, part);
  const places: [string, string | undefined][] = [
    ['og:title', findMeta(metadata, ['og:title'])?.content],
    ['jsonld', textIn(facts.article?.headline ?? facts.article?.name)],
    ['twitter:title', findMeta(metadata, ['twitter:title'])?.content],
    ['feed', context.link?.title],
    ['title', metadata.title],
  ];
  return places.flatMap(([from, title]) => {
    const text = stripSiteName(title ?? '', siteNames, recurs);
    const key = matchKey(text);
    return key === '' ? [] : [{ from, text, key, tokens: keyTokens(key) }];
  });
}

/** How far a text is what a title says, 0 to 1, and its words. */
export function agreementOf(
  text: string,
  titles: readonly StatedTitle[],
): { readonly agreement: number; readonly words: number } {
  const key = matchKey(text);
  const tokens = keyTokens(key);
  if (titles.some((title) => title.key === key)) return { agreement: 1, words: tokens.length };
  const scores = titles.map(
    (title) => (overlap(tokens, title.tokens) + likeness(tokens, title.tokens)) / 2,
  );
  return { agreement: Math.max(0, ...scores), words: tokens.length };
}
