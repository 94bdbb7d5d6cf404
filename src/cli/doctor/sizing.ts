/**
 * What a kept article takes in Redis, in bytes, with its revisions, its place in its story, its addresses
 * and its entry in the log (`npm run bench -- size`; docs/operator.md has the parts).
 */
const ARTICLE_BYTES = 5100;

/** Articles a day of a source in the mean, as docs/operator.md counts: an agency brings 300, a specialist two. */
const ARTICLES_A_DAY = 27;

/** What is there without any article: queues, rules of sites, what is learnt of a source. */
const BASE_BYTES = 50_000_000;
const SOURCE_BYTES = 600_000;

/** Bytes that Redis holds for so many sources whose records are kept for so many days. */
export function stateBytes(sources: number, days: number): number {
  return BASE_BYTES + sources * (SOURCE_BYTES + ARTICLES_A_DAY * days * ARTICLE_BYTES);
}

/** A size as people read it: `1.5 GB`. */
export function sizeText(bytes: number): string {
  const [unit, divisor] = bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  const amount = bytes / Number(divisor);
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}
