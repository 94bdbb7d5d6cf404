import type { Element } from 'domhandler';
import { matchKey } from '../../arabic/key.ts';
import { countAround } from './main-element.ts';
import type { PageView } from './page-view.ts';
import type { Block } from './region.ts';

/** Longest line of an answer with its share, in words: `نعم، بعد تأهيل الطريق 21% (371 صوتا)`. */
const ANSWER_WORDS = 14;

/** Shares of one poll are 100 together, less what rounding takes. */
const ALL = 100;
const ROUNDING = 3;

/** Polls from which a page is an archive of them. */
const LEAST_POLLS = 3;

const SHARE =
  /(?<![\p{Nd}.,٫])(\p{Nd}{1,3}(?:[.,٫]\p{Nd}{1,2})?)\s?[%٪]|[%٪]\s?(\p{Nd}{1,3}(?:[.,٫]\p{Nd}{1,2})?)/gu;

const NUMBERS = '٠١٢٣٤٥٦٧٨٩';

function sharesIn({ text, words }: Block): readonly number[] {
  if (words > ANSWER_WORDS) return [];
  return [...text.matchAll(SHARE)].map(([, before, after]) =>
    Number(
      (before ?? after ?? '')
        .replace(/[٠-٩]/g, (digit) => String(NUMBERS.indexOf(digit)))
        .replace(/[,٫]/, '.'),
    ),
  );
}

/** How many times shares in lines of their own add up to all. */
export function countPolls(span: readonly Block[]): number {
  let polls = 0;
  let sum = 0;
  let answers = 0;
  for (const share of span.flatMap(sharesIn)) {
    sum += share;
    answers += 1;
    if (answers > 1 && Math.abs(sum - ALL) <= ROUNDING) polls += 1;
    if (sum >= ALL - ROUNDING) [sum, answers] = [0, 0];
  }
  return polls;
}

/** True where one poll follows another. */
export const listsPolls = (span: readonly Block[]): boolean => countPolls(span) >= LEAST_POLLS;

/** Longest text around a poll, in words, without its answers. */
const AROUND_WORDS = 60;

/** How a poll speaks of itself and to whom it asks, by key. */
const VOTE =
  /(?:^| )(?:شارك(?:وا|نا)? (?:ب\p{L}+|في الاستطلاع|في التصويت)|صوت(?:وا)? (?:الان|معنا)|(?:ال)?تصويت|عدد (?:ال)?(?:اصوات|مصوتين|مشاركين)|مجموع (?:ال)?(?:اصوات|مشاركين)|هذا الاستطلاع|استطلاع (?:ال)?(?:راي|قراء|موقع)|عينه علميه|النتايج لا تمثل|vote now|total votes|votez|sondage)(?: |$)/u;

/** True for a question with the answers to choose from, or with their shares, and little beside. */
export function isOnePoll(view: PageView): boolean {
  const { headline, span, kept } = view;
  if (!/[؟?]["»”]?\s*$/u.test(headline) && !/^هل /.test(matchKey(headline))) return false;
  const beside = kept.filter((block) => sharesIn(block).length === 0 && block.kind !== 'cell');
  if (beside.reduce((sum, { words }) => sum + words, 0) > AROUND_WORDS) return false;
  if (countAround(view, isChoice) >= LEAST_CHOICES) return true;
  return countPolls(span) > 0 && span.some(({ text }) => VOTE.test(matchKey(text)));
}

/** Answers from which a reader chooses one. */
const LEAST_CHOICES = 2;

const isChoice = ({ name, attribs }: Element): boolean =>
  name === 'input' && attribs.type?.toLowerCase() === 'radio';
