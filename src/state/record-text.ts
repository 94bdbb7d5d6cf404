import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** No JSON has it: what follows it is packed, what stands before it is the head of the record. */
const MARK = 0;

/**
 * The rest of a record's JSON as it is stored: packed, since Arabic in UTF-8 with its evidence takes a
 * third of its length so, and records stay for months. Scripts hand it on as bytes.
 */
export function packRest(rest: string): Buffer {
  return Buffer.concat([Buffer.from([MARK]), deflateRawSync(rest)]);
}

/**
 * The JSON of a stored record, or of its rest alone. What a release before stored plain is read as it is.
 * @throws the library's error where the packed part is damaged
 */
export function recordText(...parts: readonly Buffer[]): string {
  return recordBytes(...parts).toString('utf8');
}

/**
 * The same in UTF-8.
 * @throws the library's error where the packed part is damaged
 */
export function recordBytes(...parts: readonly Buffer[]): Buffer {
  const last = parts.at(-1);
  if (last === undefined) return Buffer.alloc(0);
  const at = last.indexOf(MARK);
  if (at < 0) return Buffer.concat(parts);
  const packed = last.subarray(at + 1);
  const rest = inflateRawSync(packed, {
    maxOutputLength: MOST,
    chunkSize: Math.max(LEAST_CHUNK, packed.length * USUAL_RATIO),
  });
  return Buffer.concat([...parts.slice(0, -1), last.subarray(0, at), rest]);
}

/** The library takes 16 KB for each record otherwise, which keeps the collector of garbage busy. */
const USUAL_RATIO = 4;
const LEAST_CHUNK = 1024;

/** Far over the largest record: a page is read up to 10 MB. */
const MOST = 64_000_000;
