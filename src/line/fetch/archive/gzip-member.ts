import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { GZIP_MAGIC, GZIP_TRAILER_BYTES, gzipHeaderBytes } from '../gzip.ts';
import type { FileWindow } from './file-window.ts';

/** Bytes read at a time. */
const CHUNK_BYTES = 65_536;

/** Why a member cannot be read. */
export interface MemberFault {
  readonly reason: string;
}

/** True where a gzip member may begin. */
export async function isMemberAt(file: FileWindow, offset: number): Promise<boolean> {
  return (await file.at(offset, GZIP_MAGIC.length)).equals(GZIP_MAGIC);
}

/** Where the next member that holds a WARC record begins; undefined where none follows. */
export async function findMember(file: FileWindow, from: number): Promise<number | undefined> {
  for (let at = from; ; at += CHUNK_BYTES - GZIP_MAGIC.length + 1) {
    const bytes = await file.at(at, CHUNK_BYTES);
    for (
      let found = bytes.indexOf(GZIP_MAGIC);
      found >= 0;
      found = bytes.indexOf(GZIP_MAGIC, found + 1)
    ) {
      if (await isRecordAt(file, at + found)) return at + found;
    }
    if (bytes.length < CHUNK_BYTES) return undefined;
  }
}

/** The magic number stands in packed data too, by chance: what follows must read as a record. */
async function isRecordAt(file: FileWindow, offset: number): Promise<boolean> {
  const member = readMember(file, offset);
  const { value, done } = await member.next();
  await member.return({ reason: 'not wanted' });
  return !done && value.subarray(0, 5).toString('latin1') === 'WARC/';
}

/**
 * One member of a gzip file, unpacked piece by piece. Node's own gunzip reads over the border of
 * members, and an archive's offsets are those borders.
 * @returns where the member ends, or why it cannot be read
 */
export async function* readMember(
  file: FileWindow,
  offset: number,
): AsyncGenerator<Buffer, number | MemberFault> {
  const head = gzipHeaderBytes(await file.at(offset, CHUNK_BYTES));
  if (head === undefined) return { reason: 'expected a gzip member (RFC 1952)' };
  const start = offset + head;
  const inflate = createInflateRaw();
  pipeline(Readable.from(chunksFrom(file, start)), inflate, () => undefined);
  let sum = 0;
  let size = 0;
  try {
    for await (const bytes of inflate) {
      sum = crc32(bytes, sum);
      size += bytes.length;
      yield bytes;
    }
  } catch (error) {
    return { reason: `broken gzip member: ${error instanceof Error ? error.message : 'no data'}` };
  }
  const end = start + inflate.bytesWritten;
  const trailer = await file.at(end, GZIP_TRAILER_BYTES);
  if (trailer.length < GZIP_TRAILER_BYTES) return { reason: 'the gzip member is cut off' };
  const isWhole = trailer.readUInt32LE(0) === sum && trailer.readUInt32LE(4) === size % 2 ** 32;
  return isWhole ? end + GZIP_TRAILER_BYTES : { reason: 'the gzip member fails its checksum' };
}

async function* chunksFrom(file: FileWindow, start: number): AsyncGenerator<Buffer> {
  for (let at = start; ; ) {
    const bytes = await file.at(at, CHUNK_BYTES);
    if (bytes.length === 0) return;
    yield bytes;
    at += bytes.length;
  }
}
