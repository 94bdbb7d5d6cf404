import { matchKey } from '../../../src/arabic/key.ts';
import type { Answer } from './answer.ts';
import type { GoldPage } from './gold.ts';

/** How an answer compares with the gold; a field is undefined where there is no gold for it. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly headline: boolean | undefined;
  readonly author: boolean | undefined;
  readonly published: boolean | undefined;
}

/** Compares an answer with the gold: bodies as multisets of words, names and titles as keys. */
export function scoreOf(answer: Answer, gold: GoldPage): Score {
  return {
    ...compareWords(wordsOf(answer.body), wordsOf(gold.body ?? '')),
    headline: gold.headline === undefined ? undefined : isSame(answer.headline, gold.headline),
    author:
      gold.authors === undefined
        ? undefined
        : isSame(answer.authors?.join(' '), gold.authors.join(' ')),
    published:
      gold.published === undefined ? undefined : isSameTime(answer.published, gold.published),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function compareWords(given: readonly string[], gold: readonly string[]) {
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  const precision = given.length > 0 ? common / given.length : 0;
  const recall = gold.length > 0 ? common / gold.length : 0;
  const f1 = common > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

function isSame(given = '', gold = ''): boolean {
  return matchKey(given) === matchKey(gold);
}

/** The same minute, or the same day where the gold has no time. */
function isSameTime(given: string | undefined, gold: string): boolean {
  if (!given) return false;
  if (!gold.includes('T') && !gold.includes(':')) return given.startsWith(gold);
  return Math.abs(Date.parse(given) - Date.parse(gold)) < 60_000;
}
