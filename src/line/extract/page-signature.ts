import { isUpdateLabel } from '../../arabic/date-role.ts';
import { matchKey } from '../../arabic/key.ts';
import { isBareDate } from './bare-date.ts';
import { parseByline } from './byline.ts';
import { isDateLine } from './date-line.ts';
import type { PageView } from './page-view.ts';

/** How many blocks above and below the headline may hold section, name and day. */
const ABOVE = 3;
const BELOW = 8;

/** Longest line of name and day, in words. */
const LINE_WORDS = 20;

/** The lines between headline and text in which name and day stand. */
function linesOfSignature({ facts: { document }, headlineBlock, units, kept }: PageView) {
  const at = headlineBlock ?? kept[0]?.index ?? 0;
  const row = kept.find(({ kind }) => kind === 'item' || kind === 'cell')?.index;
  const to = Math.min(...units.map(({ from }) => from), row ?? at + BELOW, at + BELOW);
  return document.blocks
    .slice(Math.max(0, at - ABOVE), to)
    .filter(({ index, words }) => index !== headlineBlock && words <= LINE_WORDS)
    .map(({ text }) => text);
}

const isUpdate = (text: string): boolean =>
  matchKey(text).split(' ').slice(0, 2).some(isUpdateLabel);

/** True where a day or a byline stands between headline and units; that of an update tells nothing. */
export function isSigned(view: PageView): boolean {
  const lines = linesOfSignature(view).filter((text) => !isUpdate(text));
  return lines.some((text) => isBareDate(text) || isDateLine(text)) || hasByline(view);
}

/** Who presents or directs a programme wrote no article: `تقديم: فلانة | إخراج: فلان`. */
const CREW =
  /^(?:(?:إعداد|فكرة) و)?(?:ال)?(?:تقديم|إخراج|تقدمه|يقدمه|presented by|hosted by|présenté par)(?=[\s:])/iu;

/** True where somebody signed between headline and text. */
export function hasByline(view: PageView): boolean {
  const { siteNames } = view.facts;
  return linesOfSignature(view).some(
    (text) => !CREW.test(text) && parseByline(text, siteNames) !== undefined,
  );
}
