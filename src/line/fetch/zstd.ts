import { Decompress } from 'fzstd';
import { MalformedError, TooLargeError } from '../../errors.ts';

/** The largest window a decoder of the content coding must offer (RFC 9659, 3): 8 MB. */
const WINDOW_MAX = 8 * 1024 * 1024;

const FRAME_MAGIC = 0xfd2fb528;

/**
 * Decompresses zstd (RFC 8878) up to `most` bytes. What follows the last frame is passed over.
 * @throws TooLargeError over `most`, or a window above 8 MB; MalformedError cut or broken
 */
export function unzstd(bytes: Uint8Array, most: number): Buffer {
  const end = checkWindows(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((chunk) => {
    size += chunk.length;
    if (size > most) throw new TooLargeError(`zstd expands to more than ${most} bytes`);
    // The decoder reuses nothing of a chunk it gave.
    chunks.push(chunk);
  });
  try {
    stream.push(end > 0 ? bytes.subarray(0, end) : bytes, true);
  } catch (error) {
    if (error instanceof TooLargeError) throw error;
    throw new MalformedError('zstd data are cut or broken', { cause: error });
  }
  return Buffer.concat(chunks, size);
}

/**
 * Walks the frames without decoding: the decoder allocates whatever window a frame asks for.
 * @returns where the last frame ends
 */
function checkWindows(bytes: Buffer): number {
  let at = 0;
  while (at + 8 < bytes.length) {
    const magic = bytes.readUInt32LE(at);
    if (magic >>> 4 === 0x184d2a5) {
      at += 8 + bytes.readUInt32LE(at + 4);
    } else if (magic === FRAME_MAGIC) {
      at = skipFrame(bytes, at + 4);
    } else {
      return at;
    }
  }
  return at;
}

function skipFrame(bytes: Buffer, start: number): number {
  const descriptor = bytes[start] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const sizeAt = start + 1 + (isSingle ? 0 : 1) + dictionaryBytes;
  const window = isSingle
    ? contentSize(bytes, sizeAt, sizeBytes)
    : windowSize(bytes[start + 1] ?? 0);
  if (window > WINDOW_MAX) throw new TooLargeError(`zstd asks for a window of ${window} bytes`);
  return skipBlocks(bytes, sizeAt + sizeBytes) + ((descriptor & 4) !== 0 ? 4 : 0);
}

function contentSize(bytes: Buffer, at: number, length: number): number {
  if (at + length > bytes.length) return 0;
  if (length === 8) return Number(bytes.readBigUInt64LE(at));
  return bytes.readUIntLE(at, length) + (length === 2 ? 256 : 0);
}

/** RFC 8878, 3.1.1.1.2. */
function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function skipBlocks(bytes: Buffer, start: number): number {
  let at = start;
  while (at + 3 <= bytes.length) {
    const header = bytes.readUIntLE(at, 3);
    // Of a run-length block (type 1) only the one repeated byte stands in the data.
    at += 3 + (((header >> 1) & 3) === 1 ? 1 : header >> 3);
    if ((header & 1) === 1) break;
  }
  return at;
}
