import { createHash } from 'node:crypto';

/**
 * Digest of texts that are compared for equality: 64 bits as base64url. Among 10 million texts two
 * different ones agree by chance once in 370,000 such sets (birthday bound n²/2⁶⁵).
 */
export function digest(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  // A unit separator (U+001F) keeps ["ab", "c"] and ["a", "bc"] apart.
  for (const text of texts) hash.update(text).update('\u001F');
  return hash.digest().subarray(0, 8).toString('base64url');
}
