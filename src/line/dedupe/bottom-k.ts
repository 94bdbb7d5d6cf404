/**
 * A bottom-k sample: the k smallest of a set's hashes (Broder's MinHash in one pass). It is a fair
 * sample of the set, and two sets sample the same members, so that samples can be compared.
 */

/** The distinct values, smallest first, `size` at most. */
export function smallest(hashes: readonly number[], size: number): Uint32Array {
  const sorted = new Uint32Array(hashes).sort();
  let count = 0;
  for (const hash of sorted) {
    if (count === 0 || hash !== sorted[count - 1]) sorted[count++] = hash;
    if (count === size) break;
  }
  return sorted.subarray(0, count);
}

/** Unsigned integers as big-endian bytes of one width (1 to 4), one after the other. */
export function packed(values: ArrayLike<number>, width: number): Uint8Array {
  const bytes = new Uint8Array(values.length * width);
  for (let index = 0; index < values.length; index++) {
    let rest = values[index] ?? 0;
    for (let place = (index + 1) * width - 1; place >= index * width; place--) {
      bytes[place] = rest;
      rest >>>= 8;
    }
  }
  return bytes;
}

/** The integer of `width` bytes at `offset`. */
export function unpacked(bytes: Uint8Array, offset: number, width: number): number {
  let value = 0;
  for (let place = 0; place < width; place++) value = value * 256 + (bytes[offset + place] ?? 0);
  return value;
}
