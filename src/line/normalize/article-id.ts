import { createHash } from 'node:crypto';

/** Digits of an id: 80 bits, so that ten million articles share one with a chance of 1 in 10^10. */
const DIGITS = 20;

/** The id of an article: stable over its revisions, made of its source and canonical URL. */
export function articleId(source: string, canonicalUrl: string): string {
  return createHash('sha256').update(`${source}\n${canonicalUrl}`).digest('hex').slice(0, DIGITS);
}
