import { promisify } from 'node:util';
import { brotliDecompress, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { MalformedError, type MarsadError, TooLargeError } from '../../errors.ts';
import { isGzip, ungzip } from './gzip.ts';
import type { FetchLimits } from './limits.ts';
import { unzstd } from './zstd.ts';

type Decoder = (bytes: Buffer, most: number) => Promise<Buffer> | Buffer;

type ZlibDecoder = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;

const inflateAsync: ZlibDecoder = promisify(inflate);
const inflateRawAsync: ZlibDecoder = promisify(inflateRaw);
const unbrotliAsync: ZlibDecoder = promisify(brotliDecompress);

const bounded =
  (decoder: ZlibDecoder): Decoder =>
  (bytes, most) =>
    decoder(bytes, { maxOutputLength: most });

/** Content codings by their names (RFC 9110, 8.4.1; IANA HTTP Content Coding Registry). */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>(
  Object.entries({
    gzip: ungzip,
    'x-gzip': ungzip,
    br: bounded(unbrotliAsync),
    zstd: unzstd,
    // Some servers send "deflate" without the zlib header that RFC 9110, 8.4.1.2 asks for.
    deflate: (bytes: Buffer, most: number) =>
      bounded(hasZlibHeader(bytes) ? inflateAsync : inflateRawAsync)(bytes, most),
  }),
);

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
 * A coding that no client knows (`none`, `utf-8`, `aws-chunked`) is passed over, as browsers do
 * (Fetch Standard, "handle content codings").
 * @throws TooLargeError over the size or the ratio; MalformedError cut or broken, or bytes of a coding
 * that is not known
 */
export async function unpack(body: PackedBody, limits: FetchLimits): Promise<Buffer> {
  const codings = codingsOf(body.encoding);
  if (codings.length > MOST_CODINGS) throw malformed(body, `${codings.length} codings`);
  const unknown = codings.find((coding) => !DECODERS.has(coding));
  let bytes = body.bytes;
  const most = mostBytes(bytes.length, limits);
  // The codings stand in the order in which they were applied.
  for (const coding of codings.reverse()) {
    if (bytes.length > 0) bytes = await undo(coding, { ...body, bytes }, most);
  }
  if (isGzip(bytes)) return undo('gzip', { ...body, bytes }, most);
  if (unknown === undefined || isPlain(bytes)) return bytes;
  throw malformed(body, `unknown coding “${unknown.slice(0, 40)}”`);
}

function codingsOf(encoding: string | undefined): string[] {
  const codings = (encoding ?? '').split(',').map((coding) => coding.trim().toLowerCase());
  return codings.filter((coding) => coding !== '' && coding !== 'identity');
}

function mostBytes(size: number, { bodyBytes, decompressRatio }: FetchLimits): number {
  return Math.min(bodyBytes, Math.max(RATIO_FREE_BYTES, size * decompressRatio));
}

async function undo(coding: string, body: PackedBody, most: number): Promise<Buffer> {
  const decoder = DECODERS.get(coding);
  if (!decoder) return body.bytes;
  try {
    return await decoder(body.bytes, most);
  } catch (error) {
    // Not packed at all, though the header says so.
    if (!isTooLarge(error) && isPlain(body.bytes)) return body.bytes;
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

/** RFC 1950, 2.2: method 8, and the two bytes together a multiple of 31. */
function hasZlibHeader(bytes: Buffer): boolean {
  const [cmf = 0, flags = 0] = bytes;
  return (cmf & 15) === 8 && ((cmf << 8) | flags) % 31 === 0;
}

/** Of packed bytes one in nine is a control character that no text has: two dozen show it. */
const PLAIN_SAMPLE_BYTES = 256;

/** True for a text in any encoding: markup, JSON, a robots.txt. */
function isPlain(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, PLAIN_SAMPLE_BYTES);
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/u.test(sample.toString('latin1', 0, 2));
  return isUtf16 || sample.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
