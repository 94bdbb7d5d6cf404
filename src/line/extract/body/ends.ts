import { matchKey } from '../../../arabic/key.ts';
import { type Found, found } from '../../../record/evidence.ts';
import { parseByline } from '../byline.ts';
import { isCity } from '../city.ts';
import type { Clues } from '../clues.ts';
import type { SplitCredits } from '../credit.ts';
import { isCreditLine, parseCredit, parseCreditLine } from '../credit-line.ts';
import { isDateLine } from '../date-line.ts';
import { parseDatedLine, parseDateline } from '../dateline.ts';
import { isLoneName, isPersonName } from '../person.ts';
import { isPlaceLike } from '../place.ts';
import type { Block } from '../region.ts';
import { isPictureCredit } from '../removal/caption.ts';
import { BIT } from '../signal.ts';
import { siteKeys } from '../site-keys.ts';
import { type Body, bodyField } from './body.ts';

/** The text with its opening and its tail split off, and the lines that were taken from it. */
export interface Ends {
  readonly body?: Found<readonly string[]>;
  readonly dateline?: Found<string>;
  readonly credits: readonly SplitCredits[];
  /** Who is named between the dateline and the first sentence: `عمان (بترا)- من فلان- `. */
  readonly reporter?: string;
  /** Bylines and credit lines, at head and tail of the text and above it. */
  readonly lines: readonly Block[];
}

/** How far above the text bylines stand, in blocks. */
const ABOVE = 12;

/** How far above it a headline's own lines may be: shares, a player and its messages between. */
const HEADER = 40;

/** How far below the text its source is named, in blocks. */
const BELOW = 3;

/** Longest line of date, place, name and agency, in words. */
const LINE_WORDS = 20;

/** An agency in brackets at the very end, desk and initials behind it: `… (رويترز)`, `… (وال ـ سبها) ص س / ف ع`. */
const TAIL =
  /\s*[([/]\s*([^()[\]/]{2,40}?)\s*[)\]/]\s*\.?\s*((?:\p{L}{1,2}[\s./]{1,3}){0,7}\p{L}{0,2})$/u;

/** Splits the agency's name off the last paragraph. */
function splitTail(last: string, siteNames: readonly string[]) {
  const match = TAIL.exec(last);
  if (!match) return undefined;
  const [text, inner = ''] = match;
  const one = parseCredit(inner);
  const credits = one ? [one] : parseCreditLine(inner, siteNames);
  const rest = last.slice(0, match.index).trim();
  return credits && credits.length > 0 ? { credits, text, rest } : undefined;
}

/** The end of a dispatch behind its last sentence: `… (النهاية)`, `… // انتهى //`. */
const END = /\s*[(/\-–—]+\s*(?:النهاية|انتهى)\s*[)/\-–—]+\s*$/u;

/** Splits dateline, opening agency and agency tail off the text. */
export function splitEnds(clues: Clues, body: Body): Ends {
  const field = bodyField(body);
  const lines = linesOf(clues, body);
  if (!field) return { credits: [], lines };
  const paragraphs = body.paragraphs ? withoutTail(field.value, clues) : [...field.value];
  const credits: SplitCredits[] = [];
  const [first = ''] = paragraphs;
  const opening = parseDateline(first, clues.siteNames);
  const reporter = opening && findReporter(opening.rest, clues.siteNames);
  if (opening) {
    paragraphs[0] = reporter?.rest ?? opening.rest;
    credits.push({ credits: opening.credits, text: first.slice(0, 90), from: 'dateline' });
  }
  const last = (paragraphs.at(-1) ?? '').replace(END, '');
  if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] = last;
  const tail = splitTail(last, clues.siteNames);
  if (tail) {
    paragraphs[paragraphs.length - 1] = tail.rest;
    credits.push({ credits: tail.credits, text: tail.text, from: 'end of the text' });
  }
  const above = opening?.city ? undefined : datedAbove(clues, body);
  if (above) credits.push({ credits: above.credits, text: above.text, from: 'above the text' });
  const line = opening?.city ? undefined : takeOpeningLine(paragraphs, clues.siteNames);
  if (line) credits.push({ credits: line.credits, text: line.text, from: 'first line' });
  const city = opening?.city ?? above?.city ?? cityAbove(clues, body) ?? line?.city;
  return {
    body: { ...field, value: paragraphs.filter((text) => text !== '') },
    ...(city
      ? {
          dateline: found(city, {
            from: 'first paragraph',
            text: first.slice(0, 90),
            confidence: 0.9,
          }),
        }
      : {}),
    ...(reporter ? { reporter: reporter.name } : {}),
    credits,
    lines,
  };
}

/** `رأس المدخن – الساحلية:`: a place and whose report it is, alone in the first line. */
const OPENING_LINE = /^([\p{L} ]{3,28}?)\s*[-–—]\s*([\p{L} ]{2,24})[:：]$/u;

/** Start of the text in which the place of a line above it is named again, in UTF-16 units. */
const NAMED_AGAIN = 300;

/** Takes such a line off the text where what follows speaks of its place. */
function takeOpeningLine(paragraphs: string[], siteNames: readonly string[]) {
  const [text = '', second = ''] = paragraphs;
  const [, city, name = ''] = OPENING_LINE.exec(text) ?? [];
  if (!city || !second.slice(0, NAMED_AGAIN).includes(city)) return undefined;
  paragraphs.shift();
  const isOwn = siteKeys(siteNames).has(matchKey(name)) || isLoneName(name, siteNames);
  const credits = isOwn ? [] : [parseCredit(name) ?? { name, kind: 'agency' as const }];
  return { city, credits, text };
}

/** Lines behind a text in data that are looked at: sign-off, date and source. */
const TAIL_LINES = 3;

/** Text in data went through no rule of removal: the agency's sign-off still stands behind it. */
function withoutTail(paragraphs: readonly string[], { siteNames }: Clues): string[] {
  const text = [...paragraphs];
  for (let line = 0; line < TAIL_LINES && text.length > 1; line += 1) {
    const last = text.at(-1) ?? '';
    if (!isCreditLine(last, siteNames) && !isDateLine(last)) break;
    text.pop();
  }
  return text;
}

/** `من فلان الفلاني- ` behind a dateline, and `فلان الفلاني – ` where a given name tells it. */
const REPORTER = /^(من\s+)?([\p{L} ]{5,40}?)(?:\s*\)?\s*[-–—:]|\s*\))[\s\-–—:]*/u;

function findReporter(
  text: string,
  siteNames: readonly string[],
): { name: string; rest: string } | undefined {
  const [opening = '', led, name = ''] = REPORTER.exec(text) ?? [];
  if (!(led ? isPersonName(name, siteNames) : isLoneName(name, siteNames))) return undefined;
  return { name, rest: text.slice(opening.length) };
}

/** Place, day and agency in the line above the text, as official agencies set them. */
function datedAbove({ document }: Clues, { kept }: Body) {
  const text = document.blocks[(kept[0]?.index ?? 0) - 1]?.text ?? '';
  const line = parseDatedLine(text);
  return line && { ...line, text };
}

/** The city of a line of its own above the text: `برلين - (د ب أ):`. */
function cityAbove({ document, siteNames }: Clues, { kept, removed }: Body): string | undefined {
  const above = document.blocks[(kept[0]?.index ?? 0) - 1];
  if (!above || above.words > LINE_WORDS) return undefined;
  const byline = parseByline(above.text, siteNames);
  // A byline in a field of its own is of the page; one that opens the text opens it with its city.
  const opens = removed.some(({ block }) => block === above);
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

function linesOf({ document }: Clues, { kept, mass, headline }: Body): readonly Block[] {
  const start = kept[0]?.index ?? 0;
  const end = (kept.at(-1)?.index ?? 0) + 1;
  const text = new Set(kept);
  const from = Math.min(start - ABOVE, Math.max(headline ?? start, start - HEADER));
  // Agencies in captions have the picture, not the text.
  return document.blocks
    .slice(Math.max(0, from), end + BELOW)
    .filter(
      (block) =>
        !text.has(block) &&
        block.words <= LINE_WORDS &&
        block.linkShare < 0.9 &&
        !((mass.signals[block.index] ?? 0) & BIT.caption) &&
        !isPictureCredit(block, () => matchKey(block.text)),
    );
}
