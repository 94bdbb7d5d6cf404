/**
 * 32-bit hashes of words and word groups. They are stored and compared with stored ones: a change
 * here makes every text of the last 30 days unknown.
 */

/** FNV-1a's offset basis and prime for 32 bits (draft-eastlake-fnv). */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Hash of a word, an unsigned 32-bit integer: FNV-1a over UTF-16 units, mixed at the end. */
export function wordHash(word: string): number {
  let hash = OFFSET;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), PRIME);
  }
  return mixed(hash);
}

/** The golden ratio's 32-bit fraction: spreads neighbouring values (Knuth, TAOCP 6.4). */
const GOLDEN = 0x9e3779b1;

/** Hash of hashes in their order. */
export function joinedHash(...hashes: readonly number[]): number {
  let hash = OFFSET;
  for (const next of hashes) hash = mixed(Math.imul(hash, GOLDEN) + next);
  return hash;
}

/** The same for three: the hot path of every text, without a list a call. */
export function joinedHash3(a: number, b: number, c: number): number {
  const first = mixed(Math.imul(OFFSET, GOLDEN) + a);
  const second = mixed(Math.imul(first, GOLDEN) + b);
  return mixed(Math.imul(second, GOLDEN) + c);
}

/** MurmurHash3's 32-bit finalizer: every input bit moves every output bit. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
