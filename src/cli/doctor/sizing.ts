/**
 * What a kept article takes in Redis, in bytes. On replica sites the record took 6.6 KB and its
 * identities, earlier revisions and place in its story 1 KB; texts of real sites are longer.
 */
export const ARTICLE_BYTES = 10_000;

/** Articles a day of a source in the mean: an agency brings 300, a specialist two. */
export const ARTICLES_A_DAY = 60;

/** Records are kept for so many days after their last change (docs/state.md). */
export const DAYS_KEPT = 400;

/** What is there without any article: queues, rules of sites, what is learnt of a source. */
const BASE_BYTES = 50_000_000;
const SOURCE_BYTES = 600_000;

/** Bytes that Redis holds for so many sources after so many days. */
export function stateBytes(sources: number, days: number): number {
  const kept = Math.min(days, DAYS_KEPT);
  return BASE_BYTES + sources * (SOURCE_BYTES + ARTICLES_A_DAY * kept * ARTICLE_BYTES);
}

/** A size as people read it: `1.5 GB`. */
export function sizeText(bytes: number): string {
  const [unit, divisor] = bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  const amount = bytes / Number(divisor);
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}
