import { matchKey } from '../../arabic/key.ts';
import { isBareDate } from './bare-date.ts';
import { isMonth } from './month-name.ts';

/** A title of the page's metadata: its words, and their key. */
interface TitleText {
  readonly text: string;
  readonly key: string;
}

/** Flags that systems print in or behind a headline's element. */
const FLAG =
  /\s+(?:مميزة?|جديد|عاجل|حصري|خاص|محدث|مباشر|فيديو|صور|featured|new|hot|video|live)\s*!?$/iu;

/** The heading's text without a flag behind it, where the metadata have it without. */
export function withoutFlag(text: string, titles: readonly TitleText[]): string {
  const bare = text.replace(FLAG, '');
  if (bare === text) return text;
  const keys = new Set(titles.map(({ key }) => key));
  return keys.has(matchKey(bare)) && !keys.has(matchKey(text)) ? bare : text;
}

/** Shortest headline that a title tells within a heading, in words. */
const HEAD_WORDS = 3;

/** A heading's text without the line that opens it in an element of its own, where a title has it without. */
export function withoutOpening(
  { text, opening }: { readonly text: string; readonly opening?: string },
  titles: readonly TitleText[],
): string {
  if (opening === undefined || !text.startsWith(opening)) return text;
  const rest = text.slice(opening.length).trim();
  const keys = new Set(titles.map(({ key }) => key));
  return keys.has(matchKey(rest)) && !keys.has(matchKey(text)) ? rest : text;
}

/** A heading's text without the counter and the date behind it, where a title ends before them. */
export function withoutTail(text: string, titles: readonly TitleText[]): string {
  const heads = titles.flatMap(({ text: title }) => [title, title.split(/\s[-–—|]\s/)[0] ?? '']);
  const head = heads.find(
    (one) =>
      text.length > one.length &&
      text.startsWith(one) &&
      one.split(' ').length >= HEAD_WORDS &&
      isTail(text.slice(one.length)),
  );
  return head?.trim() ?? text;
}

/** A counter, or a day with its year, behind a headline in its element. */
const COUNTER = /^\s*(?:عدد )?(?:المشاهدات|القراءات|الزيارات|views)(?:\s|:)/iu;
const YEAR = /(?:19|20|١٩|٢٠)[\d٠-٩]{2}/;

const isTail = (tail: string): boolean =>
  COUNTER.test(tail) || (YEAR.test(tail) && (isBareDate(tail) || isMonthOfYear(tail)));

/** `/ Dec 2025`, `| نوفمبر 2026`. */
function isMonthOfYear(tail: string): boolean {
  const [, month = ''] =
    /^[\s/|·•–—-]+(\p{L}{3,10})\.?\s(?:19|20|١٩|٢٠)[\d٠-٩]{2}$/u.exec(tail) ?? [];
  return isMonth(month) || LATIN_MONTH.test(month);
}

const LATIN_MONTH =
  /^(?:jan|f[eé][bv]|m[aä]r|a[pv]r|ma[iy]|ju[ni]|jul|ao[uû]|aug|sep|o[ck]t|nov|d[eé][cz])/iu;

/** Two lines of one headline as the title writes them, which has a mark where the line breaks. */
export function withBreak(text: string, titles: readonly TitleText[]): string {
  const key = matchKey(text);
  const same = titles.find((title) => title.key === key);
  return same && BREAK.test(same.text) && !BREAK.test(text) ? same.text : text;
}

/** Marks that stand between the two halves of a headline. */
const BREAK = /\s?[:：–—-]\s/u;
