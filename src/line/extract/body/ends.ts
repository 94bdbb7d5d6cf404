import { matchKey } from '../../../arabic/key.ts';
import { type Found, found } from '../../../record/evidence.ts';
import type { SplitCredits } from '../credit.ts';
import { isCreditLine, parseCredit, parseCreditLine } from '../credit-line.ts';
import { isDateLine } from '../date-line.ts';
import { parseDateline } from '../dateline.ts';
import type { PageFacts } from '../page-facts.ts';
import type { Block } from '../region.ts';
import { isPictureCredit } from '../removal/caption.ts';
import { BIT } from '../signal.ts';
import { type Body, bodyField } from './article-body.ts';
import { cityAbove, datedAbove, findReporter, takeOpeningLine } from './opening.ts';

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
const END = /\s?[(/\-–—]{1,6}\s?(?:النهاية|انتهى)\s?[)/\-–—]{1,6}\s?$/u;

/** The same in a line of its own, with the desk's initials or without: `انتهى/س.ع`. */
const END_LINE =
  /^[(/\-–—\s]*(?:النهاية|انتهى|انتهى الخبر)(?:\s*[/\-–—]\s*[\p{L} ./]{1,14})?[\s)/\-–—.]*$/u;

/** Splits dateline, opening agency and agency tail off the text. */
export function splitEnds(facts: PageFacts, body: Body): Ends {
  const field = bodyField(body);
  const lines = linesOf(facts, body);
  if (!field) return { credits: [], lines };
  const paragraphs = body.paragraphs ? withoutTail(field.value, facts) : [...field.value];
  const credits: SplitCredits[] = [];
  const [first = ''] = paragraphs;
  const opening = parseDateline(first, facts.siteNames);
  const reporter = opening && findReporter(opening.rest, facts.siteNames);
  if (opening) {
    paragraphs[0] = reporter?.rest ?? opening.rest;
    credits.push({ credits: opening.credits, text: first.slice(0, 90), from: 'dateline' });
  }
  if (paragraphs.length > 1 && END_LINE.test(paragraphs.at(-1) ?? '')) paragraphs.pop();
  const last = (paragraphs.at(-1) ?? '').replace(END, '');
  if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] = last;
  const tail = splitTail(last, facts.siteNames);
  if (tail) {
    paragraphs[paragraphs.length - 1] = tail.rest;
    credits.push({ credits: tail.credits, text: tail.text, from: 'end of the text' });
  }
  const above = opening?.city ? undefined : datedAbove(facts, body);
  if (above) credits.push({ credits: above.credits, text: above.text, from: 'above the text' });
  const line = opening?.city ? undefined : takeOpeningLine(paragraphs, facts.siteNames);
  if (line) credits.push({ credits: line.credits, text: line.text, from: 'first line' });
  const city = opening?.city ?? above?.city ?? cityAbove(facts, body) ?? line?.city;
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

/** Lines behind a text in data that are looked at: sign-off, date and source. */
const TAIL_LINES = 3;

/** Text in data went through no rule of removal: the agency's sign-off still stands behind it. */
function withoutTail(paragraphs: readonly string[], { siteNames }: PageFacts): string[] {
  const text = [...paragraphs];
  for (let line = 0; line < TAIL_LINES && text.length > 1; line += 1) {
    const last = text.at(-1) ?? '';
    if (!isCreditLine(last, siteNames) && !isDateLine(last)) break;
    text.pop();
  }
  return text;
}

function linesOf({ document }: PageFacts, { kept, mass, headline }: Body): readonly Block[] {
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
