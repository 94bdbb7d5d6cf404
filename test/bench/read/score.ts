import { matchKey } from '../../../src/arabic/key.ts';
import { dayOf } from '../../../src/line/schedule/missed.ts';
import { frequencies } from '../../../src/record/frequency.ts';
import type { Answer } from './answer.ts';
import type { GoldPage } from './gold.ts';

/** What became of a field: a wrong value is worse than none. */
export type Verdict = 'right' | 'absent' | 'wrong';

/** How an answer compares with the gold; a field is undefined where there is no gold for it. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly headline: Verdict | undefined;
  readonly author: Verdict | undefined;
  readonly published: Verdict | undefined;
}

/** Compares an answer with the gold: bodies as multisets of words, names and titles as keys. */
export function scoreOf(answer: Answer, gold: GoldPage): Score {
  const { headline, authors, otherAuthors = [], published } = gold;
  const given = answer.authors?.join(' ');
  const isNamed = [authors, ...otherAuthors].some((names) => isSame(given, names?.join(' ')));
  return {
    ...compareWords(wordsOf(answer.body), wordsOf(gold.body ?? ''), wordsOf(gold.optional ?? '')),
    headline:
      headline === undefined
        ? undefined
        : verdictOf(answer.headline, isSame(answer.headline, headline)),
    author: authors && verdictOf(given, isNamed),
    published:
      published === undefined
        ? undefined
        : verdictOf(answer.published, isSameTime(answer.published, published, gold.zone)),
  };
}

const verdictOf = (given: string | undefined, isRight: boolean): Verdict => {
  if (isRight) return 'right';
  return given ? 'wrong' : 'absent';
};

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function compareWords(
  given: readonly string[],
  gold: readonly string[],
  optional: readonly string[],
) {
  const left = frequencies(gold);
  const free = frequencies(optional);
  let [common, spared] = [0, 0];
  for (const word of given) {
    if (take(left, word)) common += 1;
    else if (take(free, word)) spared += 1;
  }
  const counted = given.length - spared;
  const precision = counted > 0 ? common / counted : 0;
  const recall = gold.length > 0 ? common / gold.length : 0;
  const f1 = common > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

function take(counts: Map<string, number>, word: string): boolean {
  const count = counts.get(word) ?? 0;
  counts.set(word, count - 1);
  return count > 0;
}

function isSame(given = '', gold = ''): boolean {
  return matchKey(given) === matchKey(gold);
}

/** The same minute, or the same day of the site's calendar where the gold has no time. */
function isSameTime(given: string | undefined, gold: string | null, zone: string): boolean {
  if (!given || gold === null) return (given ?? '') === (gold ?? '');
  if (gold.includes('T') || gold.includes(':')) {
    return Math.abs(Date.parse(given) - Date.parse(gold)) < 60_000;
  }
  return !Number.isNaN(Date.parse(given)) && dayOf(new Date(given), zone) === gold;
}
