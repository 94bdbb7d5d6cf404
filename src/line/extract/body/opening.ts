import { matchKey } from '../../../arabic/key.ts';
import { parseByline } from '../byline.ts';
import { isCity } from '../city.ts';
import { isCreditLine, parseCredit, parseCreditLine } from '../credit-line.ts';
import { parseDatedLine } from '../dateline.ts';
import type { PageFacts } from '../page-facts.ts';
import { isLoneName, isPersonName } from '../person.ts';
import { isPlaceLike } from '../place.ts';
import { siteKeys } from '../site-keys.ts';
import type { Body } from './article-body.ts';

/** Longest line of place, name and agency above a text, in words. */
const LINE_WORDS = 20;

/** `رأس المدخن – الساحلية:`: a place and whose report it is, alone in the first line. */
const OPENING_LINE = /^([\p{L} ]{3,28}?)\s*[-–—،/]\s*([\p{L} ]{2,24})[:：]$/u;

/** Start of the text in which the place of a line above it is named again, in UTF-16 units. */
const NAMED_AGAIN = 300;

/** Takes such a line off the text where what follows speaks of its place. */
export function takeOpeningLine(paragraphs: string[], siteNames: readonly string[]) {
  const [text = '', second = ''] = paragraphs;
  const [, city, name = ''] = OPENING_LINE.exec(text) ?? [];
  if (!city || !(isCity(city) || second.slice(0, NAMED_AGAIN).includes(city))) return undefined;
  paragraphs.shift();
  const isOwn = siteKeys(siteNames).has(matchKey(name)) || isLoneName(name, siteNames);
  const credits = isOwn ? [] : [parseCredit(name) ?? { name, kind: 'agency' as const }];
  return { city, credits, text };
}

/** `من فلان الفلاني- ` behind a dateline, and `فلان الفلاني – ` where a given name tells it. */
const REPORTER = /^(من\s+)?([\p{L} ]{5,40}?)(?:\s*\)?\s*[-–—:]|\s*\))[\s\-–—:]*/u;

/** Who is named between a dateline and the first sentence, and the text without it. */
export function findReporter(
  text: string,
  siteNames: readonly string[],
): { name: string; rest: string } | undefined {
  const [opening = '', led, name = ''] = REPORTER.exec(text) ?? [];
  if (!(led ? isPersonName(name, siteNames) : isLoneName(name, siteNames))) return undefined;
  return { name, rest: text.slice(opening.length) };
}

/** Place, day and agency in the line above the text, as official agencies set them. */
export function datedAbove({ document }: PageFacts, { kept }: Body) {
  const text = document.blocks[(kept[0]?.index ?? 0) - 1]?.text ?? '';
  const line = parseDatedLine(text);
  return line && { ...line, text };
}

/** The city of a line of its own above the text: `برلين - (د ب أ):`. */
export function cityAbove(
  { document, siteNames }: PageFacts,
  { kept, removed }: Body,
): string | undefined {
  const above = document.blocks[(kept[0]?.index ?? 0) - 1];
  if (!above || above.words > LINE_WORDS) return undefined;
  const opens = removed.some(({ block }) => block === above);
  if (opens && isCity(above.text)) return above.text;
  const byline = parseByline(above.text, siteNames);
  // A byline in a field of its own is of the page; one that opens the text opens it with its city.
  const named = byline !== undefined && !byline.prefixed && opens;
  if (!named && !isCreditLine(above.text, siteNames)) return undefined;
  const [place = '', ...rest] = above.text.split(/\s*[-–—(/:]+\s*/);
  if (rest.length === 0) return undefined;
  if (isCity(place)) return place;
  // What is neither an agency nor the site before an agency's name is where it reports from.
  const other = parseCredit(place) ?? (isCreditLine(place, siteNames) || undefined);
  return isPlaceLike(place) && !other && parseCreditLine(above.text, siteNames)?.length
    ? place
    : undefined;
}
