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
  const bytes = Buffer.concat(parts);
  const at = bytes.indexOf(MARK);
  if (at < 0) return bytes.toString('utf8');
  const rest = inflateRawSync(bytes.subarray(at + 1), { maxOutputLength: MOST });
  return bytes.toString('utf8', 0, at) + rest.toString('utf8');
}

/** Far over the largest record: a page is read up to 10 MB. */
const MOST = 64_000_000;
