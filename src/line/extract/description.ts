import { matchKey } from '../../arabic/key.ts';
import { type Found, found } from '../../record/evidence.ts';
import { findGiven, givenTexts } from './given.ts';
import { textIn } from './json-ld.ts';
import { findMeta, oneLine } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';

/** The page's description of the article; one that only repeats headline or site is none. */
export function readDescription(facts: PageFacts, headline: string): Found<string> | undefined {
  const given = findGiven<string>(facts, 'description');
  const text = given && givenTexts(given)[0];
  if (given && text) return found(text, { from: given.from, text, confidence: 0.95 });
  const meta = ['og:description', 'description', 'twitter:description', 'dc.description'];
  const places: [string, string | undefined][] = [
    ...meta.map(
      (name) => [name, findMeta(facts.metadata, [name])?.content] as [string, string | undefined],
    ),
    ['jsonld description', textIn(facts.article?.description)],
  ];
  const nothing = new Set([headline, ...facts.siteNames].map(matchKey));
  for (const [from, content] of places) {
    const line = oneLine(content ?? '');
    const key = matchKey(line);
    if (key.includes(' ') && !nothing.has(key))
      return found(line, { from, text: line, confidence: 0.9 });
  }
  return undefined;
}
