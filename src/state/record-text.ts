import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { RecordUnreadableError } from '../errors.ts';

/**
 * Marks that no JSON holds: the packed rest follows a mark, the head of the record stands before it. An
 * earlier release wrote the first mark; after the second follow checksum and length of the packed bytes.
 */
const PACKED = 0;
const SUMMED = 1;

/** After the mark: CRC-32 and length in bytes, both little-endian. */
const SUM_AT = 1;
const LENGTH_AT = 5;
const SUMMED_AT = 9;

/**
 * The rest of a record's JSON as it is stored: packed, since Arabic in UTF-8 with its evidence takes a
 * third of its length so, and records stay for months. Scripts hand it on as bytes. By the checksum a reader
 * knows that the text is the one that was written, without parsing it.
 */
export function packRest(rest: string): Buffer {
  const bytes = Buffer.from(rest);
  const packed = Buffer.allocUnsafe(SUMMED_AT);
  packed[0] = SUMMED;
  packed.writeUInt32LE(crc32(bytes), SUM_AT);
  packed.writeUInt32LE(bytes.length, LENGTH_AT);
  return Buffer.concat([packed, deflateRawSync(bytes)]);
}

/** A stored record unpacked. */
export interface UnpackedRecord {
  /** The JSON in UTF-8. */
  readonly bytes: Buffer;
  /** Where what was packed begins, if it is what was written; undefined where nothing tells that. */
  readonly restAt: number | undefined;
}

/**
 * The JSON of a stored record, or of its rest alone. What a release before stored plain is read as it is.
 * @throws RecordUnreadableError where the checksum is another; the library's error where the packing is damaged
 */
export function recordText(...parts: readonly Buffer[]): string {
  return unpackRecord(...parts).bytes.toString('utf8');
}

/**
 * The same in UTF-8.
 * @throws RecordUnreadableError where the checksum is another; the library's error where the packing is damaged
 */
export function unpackRecord(...parts: readonly Buffer[]): UnpackedRecord {
  const last = parts.at(-1);
  if (last === undefined) return { bytes: Buffer.alloc(0), restAt: undefined };
  // JSON has no control characters, so the first byte that is one is the mark.
  const at = last.findIndex((byte) => byte <= SUMMED);
  if (at < 0) return { bytes: Buffer.concat(parts), restAt: undefined };
  const heads = [...parts.slice(0, -1), last.subarray(0, at)];
  const stored = last.subarray(at);
  if (stored[0] === PACKED) {
    const packed = stored.subarray(1);
    const rest = inflated(packed, Math.max(LEAST_CHUNK, packed.length * USUAL_RATIO));
    return { bytes: Buffer.concat([...heads, rest]), restAt: undefined };
  }
  const bytes = Buffer.concat([...heads, summedRest(stored)]);
  return { bytes, restAt: heads.reduce((sum, head) => sum + head.length, 0) };
}

function summedRest(stored: Buffer): Buffer {
  if (stored.length < SUMMED_AT) throw new RecordUnreadableError('record: broken packing (cut)');
  const length = Math.min(stored.readUInt32LE(LENGTH_AT), MOST);
  // A chunk that is full makes the library take another one.
  const rest = inflated(stored.subarray(SUMMED_AT), Math.max(LEAST_CHUNK, length + 1));
  if (rest.length !== length || crc32(rest) !== stored.readUInt32LE(SUM_AT)) {
    throw new RecordUnreadableError('record: broken packing (its checksum is another)');
  }
  return rest;
}

const inflated = (packed: Buffer, chunkSize: number): Buffer =>
  inflateRawSync(packed, { maxOutputLength: MOST, chunkSize });

/** By default the library allocates 16 KB for each record, which keeps the garbage collector busy. */
const USUAL_RATIO = 4;
const LEAST_CHUNK = 1024;

/** Far over the largest record: a page is read up to 10 MB. */
const MOST = 64_000_000;
