import { promisify } from 'node:util';
import { crc32, gunzip, inflateRaw } from 'node:zlib';
import { MalformedError } from '../../errors.ts';

/** RFC 1952, 2.3.1: magic number and the only method. */
export const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 8]);

/** CRC-32 and length behind the data of a member (RFC 1952, 2.3.1). */
export const GZIP_TRAILER_BYTES = 8;

/** True where a gzip member begins. */
export function isGzip(bytes: Buffer): boolean {
  return bytes.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);
}

/** Bits of the flags field: which optional parts follow (RFC 1952, 2.3.1). */
const FHCRC = 2;
const FEXTRA = 4;
const FNAME = 8;
const FCOMMENT = 16;

/** Length of a member's header; undefined where the bytes are no header. */
export function gzipHeaderBytes(bytes: Buffer): number | undefined {
  if (!isGzip(bytes) || bytes.length < 10) return undefined;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & FEXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [FNAME, FCOMMENT]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return undefined;
    at = zero + 1;
  }
  return flags & FHCRC ? at + 2 : at;
}

const gunzipAsync: (bytes: Buffer, options: object) => Promise<Buffer> = promisify(gunzip);

/**
 * Unpacks gzip (RFC 1952), all members one after the other, up to `most` bytes. What follows the last
 * member is no part of the data and is passed over, as clients of HTTP do: Node's own refuses it.
 * @throws MalformedError cut or broken; RangeError of zlib over `most`
 */
export async function ungzip(bytes: Buffer, most: number): Promise<Buffer> {
  try {
    return await gunzipAsync(bytes, { maxOutputLength: most });
  } catch (error) {
    if (!isDataError(error)) throw error;
    return unpackMembers(bytes, most);
  }
}

const isDataError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_(?:DATA|BUF)_ERROR$/u.test(String(error.code));

async function unpackMembers(bytes: Buffer, most: number): Promise<Buffer> {
  const unpacked: Buffer[] = [];
  let left = most;
  for (let rest = bytes; unpacked.length === 0 || isGzip(rest); ) {
    const member = await unpackMember(rest, left);
    unpacked.push(member.data);
    left = Math.max(1, left - member.data.length);
    rest = rest.subarray(member.end);
  }
  return Buffer.concat(unpacked);
}

interface Member {
  readonly data: Buffer;
  /** Bytes of the member, header and trailer included. */
  readonly end: number;
}

async function unpackMember(bytes: Buffer, most: number): Promise<Member> {
  const start = gzipHeaderBytes(bytes);
  if (start === undefined) throw new MalformedError('no gzip member');
  const { data, taken } = await inflateMember(bytes.subarray(start), most);
  const trailer = bytes.subarray(start + taken);
  const isWhole =
    trailer.length >= GZIP_TRAILER_BYTES &&
    trailer.readUInt32LE(0) === crc32(data) &&
    trailer.readUInt32LE(4) === data.length;
  if (!isWhole) throw new MalformedError('a gzip member fails its checksum');
  return { data, end: start + taken + GZIP_TRAILER_BYTES };
}

/** With `info`, zlib also tells how many of the bytes belong to the data. */
function inflateMember(bytes: Buffer, most: number): Promise<{ data: Buffer; taken: number }> {
  return new Promise((resolve, reject) => {
    const options = { maxOutputLength: most, info: true };
    inflateRaw(bytes, options, (error, result: unknown) => {
      if (error) reject(error);
      else {
        const { buffer, engine } = result as { buffer: Buffer; engine: { bytesWritten: number } };
        resolve({ data: buffer, taken: engine.bytesWritten });
      }
    });
  });
}
