/**
 * Share of the shorter list's words that the longer one has too, 0 to 1; 0 where one is empty.
 * With it a headline is known again in a longer or shorter form of itself.
 */
export function overlap(one: readonly string[], other: readonly string[]): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return 0;
  const words = new Set(long);
  return short.filter((word) => words.has(word)).length / short.length;
}

/** Common words as a share of all words of both, 0 to 1: 1 only for the same set of words. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const words = new Set(one);
  const others = new Set(other);
  const common = [...words].filter((word) => others.has(word)).length;
  const all = words.size + others.size - common;
  return all === 0 ? 0 : common / all;
}

/** Each word with the one behind it: texts of one language share words, and pairs only where they tell the same. */
export function wordPairs(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);
}
