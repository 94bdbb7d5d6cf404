import { matchKey } from '../../arabic/key.ts';
import { type Found, found } from '../../record/evidence.ts';
import type { Clues } from './clues.ts';
import { findGiven, givenTexts } from './given.ts';
import { textIn } from './json-ld.ts';
import { findMeta, oneLine } from './metadata.ts';

/** The page's description of the article; one that only repeats headline or site is none. */
export function readDescription(clues: Clues, headline: string): Found<string> | undefined {
  const given = findGiven<string>(clues, 'description');
  const text = given && givenTexts(given)[0];
  if (given && text) return found(text, { from: given.from, text, confidence: 0.95 });
  const meta = ['og:description', 'description', 'twitter:description', 'dc.description'];
  const places: [string, string | undefined][] = [
    ...meta.map(
      (name) => [name, findMeta(clues.metadata, [name])?.content] as [string, string | undefined],
    ),
    ['jsonld description', textIn(clues.article?.description)],
  ];
  const nothing = new Set([headline, ...clues.siteNames].map(matchKey));
  for (const [from, content] of places) {
    const line = oneLine(content ?? '');
    const key = matchKey(line);
    if (key.includes(' ') && !nothing.has(key))
      return found(line, { from, text: line, confidence: 0.9 });
  }
  return undefined;
}
