import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { MalformedError, type MarsadError, TooLargeError } from '../../errors.ts';
import type { FetchLimits } from './limits.ts';
import { unzstd } from './zstd.ts';

type Decoder = (bytes: Buffer, most: number) => Promise<Buffer> | Buffer;

type ZlibDecoder = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;

const gunzipAsync: ZlibDecoder = promisify(gunzip);
const inflateAsync: ZlibDecoder = promisify(inflate);
const inflateRawAsync: ZlibDecoder = promisify(inflateRaw);
const unbrotliAsync: ZlibDecoder = promisify(brotliDecompress);

const bounded =
  (decoder: ZlibDecoder): Decoder =>
  (bytes, most) =>
    decoder(bytes, { maxOutputLength: most });

/** Content codings by their names (RFC 9110, 8.4.1; IANA HTTP Content Coding Registry). */
const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: bounded(gunzipAsync),
  'x-gzip': bounded(gunzipAsync),
  br: bounded(unbrotliAsync),
  zstd: unzstd,
  // Some servers send "deflate" without the zlib header that RFC 9110, 8.4.1.2 asks for.
  deflate: (bytes, most) =>
    bounded(hasZlibHeader(bytes) ? inflateAsync : inflateRawAsync)(bytes, most),
};

/** What the client says it takes. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/** Codings one upon the other; two occur (a packed file, packed again by the server). */
const MOST_CODINGS = 3;

/** Below that, a small body with a high ratio is no danger and quite usual. */
const RATIO_FREE_BYTES = 1_000_000;

/** A body before decompression. */
export interface PackedBody {
  readonly bytes: Buffer;
  /** The `Content-Encoding` field. */
  readonly encoding: string | undefined;
  readonly url: string;
}

/**
 * Undoes the content codings, never making more than the limits allow. A file that is gzip in
 * itself (`sitemap.xml.gz`) is unpacked too.
 * @throws TooLargeError over the size or the ratio; MalformedError cut, broken or an unknown coding
 */
export async function unpack(body: PackedBody, limits: FetchLimits): Promise<Buffer> {
  const codings = codingsOf(body.encoding);
  if (codings.length > MOST_CODINGS) throw malformed(body, `${codings.length} codings`);
  let bytes = body.bytes;
  const most = mostBytes(bytes.length, limits);
  // The codings stand in the order in which they were applied.
  for (const coding of codings.reverse()) {
    if (bytes.length > 0) bytes = await undo(coding, { ...body, bytes }, most);
  }
  return isGzip(bytes) ? undo('gzip', { ...body, bytes }, most) : bytes;
}

function codingsOf(encoding: string | undefined): string[] {
  const codings = (encoding ?? '').split(',').map((coding) => coding.trim().toLowerCase());
  return codings.filter((coding) => coding !== '' && coding !== 'identity');
}

function mostBytes(size: number, { bodyBytes, decompressRatio }: FetchLimits): number {
  return Math.min(bodyBytes, Math.max(RATIO_FREE_BYTES, size * decompressRatio));
}

async function undo(coding: string, body: PackedBody, most: number): Promise<Buffer> {
  const decoder = DECODERS[coding];
  if (!decoder) throw malformed(body, `unknown coding “${coding.slice(0, 40)}”`);
  try {
    return await decoder(body.bytes, most);
  } catch (error) {
    // Not packed at all, though the header says so: a page is text, and reads as text.
    if (!isTooLarge(error) && looksLikeText(body.bytes)) return body.bytes;
    throw isTooLarge(error) ? bomb(body, most) : malformed(body, `broken ${coding}`, error);
  }
}

function isTooLarge(error: unknown): boolean {
  if (error instanceof TooLargeError) return true;
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function bomb({ bytes, url }: PackedBody, most: number): TooLargeError {
  return new TooLargeError(`${bytes.length} bytes of ${url} expand to more than ${most}`, {
    context: { url, bytes: bytes.length, allowed: most },
  });
}

function malformed({ url }: PackedBody, found: string, cause?: unknown): MarsadError {
  return new MalformedError(`Body of ${url} cannot be unpacked: ${found}`, {
    context: { url },
    cause,
  });
}

/** RFC 1952, 2.3.1: magic number and the only method. */
function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** RFC 1950, 2.2: method 8, and the two bytes together a multiple of 31. */
function hasZlibHeader(bytes: Buffer): boolean {
  const [cmf = 0, flags = 0] = bytes;
  return (cmf & 15) === 8 && ((cmf << 8) | flags) % 31 === 0;
}

function looksLikeText(bytes: Buffer): boolean {
  return /^(?:\xef\xbb\xbf)?\s*[<{[]/u.test(bytes.subarray(0, 64).toString('latin1'));
}
