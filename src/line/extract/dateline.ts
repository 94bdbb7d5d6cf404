import { matchKey } from '../../arabic/key.ts';
import type { Credit } from '../../record/article.ts';
import { isCity, isCountry } from './city.ts';
import { parseCredit } from './credit-line.ts';
import { isMonth } from './month-name.ts';
import { isLoneName } from './person.ts';
import { isPlaceLike } from './place.ts';
import { siteKeys } from './site-keys.ts';

/** What opened the text before its first sentence. */
export interface Dateline {
  /** The city as printed, where one stands there. */
  readonly city?: string;
  readonly credits: readonly Credit[];
  /** The paragraph without it. */
  readonly rest: string;
}

/** Longest opening, in UTF-16 units: `الرياض 12 ربيع الأول 1445 هـ الموافق 27 سبتمبر 2023 م واس`. */
const MAX_LENGTH = 90;

/** A mark that may end the opening or part it; a stretch between spaces is a dash to some. */
const MARK = /\s*(?:--|[-–—:/()،«»]|\.{2,3}|…|(?<=\s)ـ+(?=\s))\s*/g;

/** Marks looked at in one opening: `جدة - 12 / 3 / 2026 (واس) -` has six. */
const MAX_MARKS = 8;

/** Least words that have to follow: an opening has a text behind it. */
const LEAST_REST = 4;

/** Longest abbreviation of an agency that no list knows, in UTF-16 units. */
const ABBREVIATION = 6;

/** Reads the opening `باكو - `, `القاهرة (رويترز) - `, `أبوظبي في 20 سبتمبر / وام / `. */
export function parseDateline(
  paragraph: string,
  siteNames: readonly string[],
): Dateline | undefined {
  const numbered = readNumbered(paragraph) ?? readWired(paragraph);
  if (numbered) return numbered;
  const names = siteKeys(siteNames);
  const head = paragraph.slice(0, MAX_LENGTH);
  const marks = [...head.matchAll(MARK)].slice(0, MAX_MARKS);
  for (const mark of marks.reverse()) {
    const rest = paragraph.slice(mark.index + mark[0].length).replace(/^[\s\-–—:/().،]+/, '');
    if (rest.split(' ').length < LEAST_REST) continue;
    if (mark[0].trim() === '،') continue;
    const closing = /\s[-–—]|[-–—]\s/.test(mark[0]) ? 'dash' : mark[0].trim();
    const opening = readOpening(head.slice(0, mark.index), { names, closing });
    if (opening) return { ...opening, rest };
  }
  return undefined;
}

/** A day in numbers between place and agency: `رام الله 17-11-2026 وفا- `. */
const NUMBERED =
  /^(\p{L}[\p{L} ]{2,24}?)\s+[\d٠-٩]{1,2}[-/][\d٠-٩]{1,2}[-/][\d٠-٩]{2,4}\s+\(?(\p{L}{2,12})\)?\s*[-–—:]+\s*/u;

function readNumbered(paragraph: string): Dateline | undefined {
  const [opening = '', city, agency = ''] = NUMBERED.exec(paragraph) ?? [];
  if (!city || !(isCity(city) || isPlaceLike(city))) return undefined;
  const credit = parseCredit(agency);
  return { city, credits: credit ? [credit] : [], rest: paragraph.slice(opening.length) };
}

/** The opening of a wire in Latin letters: `ABU DHABI, 12th March, 2026 (WAM) -- `, `CAIRO, March 12 (Reuters) - `. */
const WIRED =
  /^(\p{Lu}[\p{L} .'’-]{1,30}?)(?:,?\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?(?:\s+\d{4})?|\p{Lu}\p{L}{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?))?,?\s+\((\p{Lu}[\p{L} ]{1,24})\)\s*[-–—:]+\s*/u;

function readWired(paragraph: string): Dateline | undefined {
  const [opening = '', city, agency = ''] = WIRED.exec(paragraph) ?? [];
  const credit = city ? parseCredit(agency) : undefined;
  const rest = paragraph.slice(opening.length);
  if (!city || !credit || rest.split(' ').length < LEAST_REST) return undefined;
  return { city, credits: [credit], rest };
}

/** An opening that has a line of its own: `دمشق-سانا`, `الرياض 12 ربيع الأول 1445 هـ واس`. */
export function parseDatedLine(line: string): Omit<Dateline, 'rest'> | undefined {
  const text = line.trim();
  if (text.length > MAX_LENGTH) return undefined;
  const { place, dated } = splitDate(text);
  if (!dated || !(isCity(place) || isPlaceLike(place))) return undefined;
  const credit = parseCredit(text.split(' ').at(-1) ?? '');
  return credit && { city: place, credits: [credit] };
}

interface OpeningContext {
  readonly names: ReadonlySet<string>;
  /** The mark that ends the opening. */
  readonly closing: string;
}

/** What a part of the opening is. */
type Part =
  | { readonly is: 'city' | 'place'; readonly name: string; readonly dated: boolean }
  | { readonly is: 'credit'; readonly credit: Credit }
  | { readonly is: 'known' | 'abbreviation' };

/** One word of letters. */
const ONE_WORD = /^\p{L}{3,14}$/u;
const unknownAgency = (name: string): Part => ({ is: 'credit', credit: { name, kind: 'agency' } });

function readOpening(text: string, context: OpeningContext): Omit<Dateline, 'rest'> | undefined {
  const texts = text.split(MARK).filter((part) => part.trim() !== '');
  const dated = splitDate(texts[0]?.trim() ?? '').dated;
  const own = texts.findIndex((part) => !context.names.has(matchKey(part)));
  // The site's own name alone: of one that is also a place, a text may speak.
  if (own < 0 && texts.length > 0)
    return texts.some((part) => isCity(part) || isCountry(part)) ? undefined : { credits: [] };
  const parts = texts.map(
    (part, index) =>
      parsePart(part, { index: index - own, names: context.names }) ??
      // `الخضراء في 3 مارس /الساحلية/`: behind a day stands an agency, known or not.
      (dated && index > 0 && ONE_WORD.test(part.trim()) ? unknownAgency(part.trim()) : undefined),
  );
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  const known = parts.filter((part) => part !== undefined);
  const credits = known.flatMap((part) => (part.is === 'credit' ? [part.credit] : []));
  const place = known.find((part) => part.is === 'city' || part.is === 'place');
  if (!place || !('name' in place)) return credits.length > 0 ? { credits } : undefined;
  const backed = place.dated || known.some(({ is }) => is === 'credit' || is === 'known');
  const abbreviated = known.some(({ is }) => is === 'abbreviation');
  if (abbreviated && !place.dated && place.is !== 'city') return undefined;
  if (place.is === 'place' && !backed && !isClear(place.name, context)) return undefined;
  return { city: place.name, credits };
}

/** An unknown place of one or two words is a dateline before a spaced dash alone; no person is. */
function isClear(name: string, { closing }: OpeningContext): boolean {
  return closing === 'dash' && name.split(' ').length < 3 && !isLoneName(name, []);
}

function parsePart(
  part: string,
  { index, names }: { index: number; names: ReadonlySet<string> },
): Part | undefined {
  const { place, dated } = splitDate(part.trim());
  const key = matchKey(part);
  if (names.has(key) || key === matchKey('خاص') || isDate(part)) return { is: 'known' };
  if (index > 0 && isCountry(part)) return { is: 'known' };
  if (index === 0 && isCity(place)) return { is: 'city', name: place, dated };
  const credit = parseCredit(part);
  if (credit) return { is: 'credit', credit };
  if (index === 0 && isPlaceLike(place)) return { is: 'place', name: place, dated };
  if (index > 0 && part.length <= ABBREVIATION && !/\d/.test(part)) return { is: 'abbreviation' };
  return undefined;
}

/** A place with the day behind it: `أبوظبي في 20 سبتمبر`, `جدة 22 صفر 1445 هـ الموافق …`. */
function splitDate(part: string): { place: string; dated: boolean } {
  const match = /^(\D{2,30}?)\s+(?:في\s+)?([\d٠-٩]{1,2}\s+(\S+).*)$/.exec(part);
  const dated = match !== null && isMonth(match[3] ?? '');
  return dated ? { place: match[1] ?? part, dated } : { place: part, dated: false };
}

function isDate(part: string): boolean {
  return /^\s*(?:في\s+)?[\d٠-٩]/.test(part) && part.split(' ').length <= 8;
}
