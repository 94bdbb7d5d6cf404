import { keyTokens, matchKey } from '../../../src/arabic/key.ts';
import { joinedHash, wordHash } from '../../../src/line/dedupe/hash.ts';
import { shingles } from '../../../src/line/dedupe/shingles.ts';
import type { StoryItem } from '../../../src/line/dedupe/story-index.ts';

/** A way to tell stories: each text in order gets the story it joins, or its own. */
export type Method = (items: readonly StoryItem[]) => string[];

const wordsOf = (item: StoryItem): number[] => keyTokens(matchKey(item.articleBody)).map(wordHash);

/** Joins a text to the story of the first candidate that `agrees`, by shared bucket names. */
function byBuckets<T>(
  items: readonly StoryItem[],
  method: {
    readonly sign: (item: StoryItem) => T;
    readonly buckets: (sign: T) => string[];
    readonly agrees: (a: T, b: T) => boolean;
  },
): string[] {
  const buckets = new Map<string, number[]>();
  const signs = items.map(method.sign);
  const stories: string[] = [];
  items.forEach((item, index) => {
    const sign = signs[index];
    if (sign === undefined) return;
    const names = method.buckets(sign);
    const candidates = [...new Set(names.flatMap((name) => buckets.get(name) ?? []))];
    const found = candidates.find((other) => {
      const theirs = signs[other];
      return theirs !== undefined && method.agrees(sign, theirs);
    });
    stories.push(found === undefined ? item.id : (stories[found] ?? item.id));
    for (const name of names) buckets.set(name, [...(buckets.get(name) ?? []), index]);
  });
  return stories;
}

/** SimHash-64 over words, at most 3 bits apart (Manku, Jain, Das Sarma 2007). */
export const simHash: Method = (items) =>
  byBuckets(items, {
    sign: (item) => simHashOf(wordsOf(item)),
    // Four blocks of 16 bits: two hashes 3 bits apart agree in at least one.
    buckets: (bits) =>
      [0, 1, 2, 3].map((block) => `${block}:${bits.slice(block * 16, block * 16 + 16)}`),
    agrees: (a, b) => [...a].filter((bit, index) => bit !== b[index]).length <= 3,
  });

function simHashOf(words: readonly number[]): string {
  const sums = new Array<number>(64).fill(0);
  for (const word of words) {
    const halves = [word, joinedHash(word)];
    sums.forEach((sum, bit) => {
      sums[bit] = sum + (((halves[bit >> 5] ?? 0) >>> (bit & 31)) & 1 ? 1 : -1);
    });
  }
  return sums.map((sum) => (sum > 0 ? '1' : '0')).join('');
}

const PERMUTATIONS = 128;

/** MinHash: 128 permutations in 32 bands of 4 over 3-word shingles, Jaccard from 0.5 on. */
export const minHash: Method = (items) =>
  byBuckets(items, {
    sign: (item) => minima(shingles(wordsOf(item))),
    buckets: (sign) =>
      Array.from({ length: 32 }, (_, band) => `${band}:${sign.slice(band * 4, band * 4 + 4)}`),
    agrees: (a, b) => a.filter((value, index) => value === b[index]).length >= PERMUTATIONS / 2,
  });

function minima(hashes: readonly number[]): number[] {
  return Array.from({ length: PERMUTATIONS }, (_, seed) => {
    const factor = joinedHash(seed) | 1;
    let least = 0xffffffff;
    for (const hash of hashes) {
      const value = Math.imul(hash ^ (hash >>> 15), factor) >>> 0;
      if (value < least) least = value;
    }
    return least;
  });
}
