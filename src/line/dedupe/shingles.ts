import { joinedHash, joinedHash3 } from './hash.ts';

/**
 * Words a shingle: two texts that share three words in a row mostly share the sentence, and one
 * changed word costs three shingles only (Broder 1997; measured on news with 3 against 2 and 4).
 */
const SHINGLE_WORDS = 3;

/** The hashes of all runs of three words; a shorter text is one run. Repeated runs repeat. */
export function shingles(words: readonly number[]): number[] {
  if (words.length === 0) return [];
  if (words.length < SHINGLE_WORDS) return [joinedHash(...words)];
  const hashes: number[] = [];
  for (let index = 0; index + SHINGLE_WORDS <= words.length; index++) {
    hashes.push(joinedHash3(words[index] ?? 0, words[index + 1] ?? 0, words[index + 2] ?? 0));
  }
  return hashes;
}
