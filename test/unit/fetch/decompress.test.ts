import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { MalformedError, TooLargeError } from '../../../src/errors.ts';
import { unpack } from '../../../src/line/fetch/decompress.ts';
import { DEFAULT_LIMITS } from '../../../src/line/fetch/limits.ts';

const TEXT = Buffer.from('<p>وصلت سفينة الحبوب إلى الميناء</p>'.repeat(50));

const undo = (bytes: Buffer, encoding?: string): Promise<Buffer> =>
  unpack({ bytes, encoding, url: 'https://akhbar.example/' }, DEFAULT_LIMITS);

/** A zstd frame of raw and run-length blocks, written by hand (RFC 8878, 3.1.1). */
function zstd(content: Buffer, { window = 0x48, runs = 0, runBytes = 131_072 } = {}): Buffer {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, window]);
  const block = (type: number, size: number, last: boolean): Buffer => {
    const bytes = Buffer.alloc(3);
    bytes.writeUIntLE((size << 3) | (type << 1) | (last ? 1 : 0), 0, 3);
    return bytes;
  };
  const run = Buffer.concat([block(1, runBytes, false), Buffer.from('a')]);
  return Buffer.concat([
    header,
    ...Array.from({ length: runs }, () => run),
    block(0, content.length, true),
    content,
  ]);
}

function withFlippedByte(bytes: Buffer, at: number): Buffer {
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) ^ 0xff;
  return bytes;
}

it.each([
  ['identity', TEXT, undefined],
  ['identity, said', TEXT, 'identity'],
  ['gzip', gzipSync(TEXT), 'gzip'],
  ['x-gzip, in capitals', gzipSync(TEXT), 'X-GZip'],
  ['deflate', deflateSync(TEXT), 'deflate'],
  ['deflate without its header', deflateRawSync(TEXT), 'deflate'],
  ['brotli', brotliCompressSync(TEXT), 'br'],
  ['zstd', zstd(TEXT), 'zstd'],
  [
    'zstd in two frames',
    Buffer.concat([zstd(TEXT.subarray(0, 99)), zstd(TEXT.subarray(99))]),
    'zstd',
  ],
  ['two codings', gzipSync(brotliCompressSync(TEXT)), 'br, gzip'],
  ['a packed file', gzipSync(TEXT), undefined],
  ['a packed file, packed again', gzipSync(gzipSync(TEXT)), 'gzip'],
  ['text that only claims to be packed', TEXT, 'gzip'],
  ['text that claims to be brotli', TEXT, 'br'],
  ['a coding that nobody knows', TEXT, 'none'],
  ['the charset in its place', TEXT, 'utf-8'],
  ['a word that every object knows', TEXT, 'constructor'],
  ['what a cloud store leaves there', TEXT, 'aws-chunked'],
  ['an unknown coding upon a known one', gzipSync(TEXT), 'gzip, binary'],
  ['gzip with a line end behind it', Buffer.concat([gzipSync(TEXT), Buffer.from('\r\n')]), 'gzip'],
  ['gzip with zeros behind it', Buffer.concat([gzipSync(TEXT), Buffer.alloc(512)]), 'gzip'],
  [
    'gzip in two members, and a comment behind them',
    Buffer.concat([
      gzipSync(TEXT.subarray(0, 99)),
      gzipSync(TEXT.subarray(99)),
      Buffer.from('<!-- cached -->'),
    ]),
    'gzip',
  ],
  ['a packed file with bytes behind it', Buffer.concat([gzipSync(TEXT), Buffer.from('x')]), ''],
  [
    'deflate with bytes behind it',
    Buffer.concat([deflateSync(TEXT), Buffer.from('\n')]),
    'deflate',
  ],
  [
    'brotli with bytes behind it',
    Buffer.concat([brotliCompressSync(TEXT), Buffer.from('\n')]),
    'br',
  ],
  ['zstd with bytes behind it', Buffer.concat([zstd(TEXT), Buffer.from('\r\n')]), 'zstd'],
])('unpacks %s', async (_, bytes, encoding) => {
  expect(await undo(bytes, encoding)).toEqual(TEXT);
});

it('takes an empty body with a coding (304, HEAD)', async () => {
  expect(await undo(Buffer.alloc(0), 'gzip')).toHaveLength(0);
});

const ZEROS = Buffer.alloc(60_000_000);

it.each([
  ['gzip', gzipSync(ZEROS), 'gzip'],
  ['gzip in gzip', gzipSync(gzipSync(ZEROS)), 'gzip'],
  ['deflate', deflateSync(ZEROS), 'deflate'],
  ['brotli', brotliCompressSync(ZEROS), 'br'],
  ['zstd', zstd(TEXT, { runs: 2500 }), 'zstd'],
  ['a zstd window of 2 GB', zstd(TEXT, { window: 0xa8 }), 'zstd'],
  [
    'a zstd window of 2 GB in the second frame',
    Buffer.concat([zstd(TEXT), zstd(TEXT, { window: 0xa8 })]),
    'zstd',
  ],
])('refuses a bomb: %s', async (_, bytes, encoding) => {
  const before = process.memoryUsage().arrayBuffers;
  await expect(undo(bytes, encoding)).rejects.toBeInstanceOf(TooLargeError);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
});

it.each([
  ['a cut gzip', gzipSync(TEXT).subarray(0, 60), 'gzip'],
  ['a broken gzip', Buffer.from('1f8b0800ffff', 'hex'), 'gzip'],
  ['a cut brotli', brotliCompressSync(TEXT).subarray(0, 40), 'br'],
  ['a cut zstd', zstd(TEXT).subarray(0, 200), 'zstd'],
  ['no zstd at all', Buffer.from('\u0001\u0002 nothing of the kind'), 'zstd'],
  ['bytes of an unknown coding', Buffer.from('1f9d90746865726500', 'hex'), 'compress'],
  ['a gzip that fails its checksum', withFlippedByte(gzipSync(TEXT), -6), 'gzip'],
  [
    'a second gzip member that is cut',
    Buffer.concat([gzipSync(TEXT), gzipSync(TEXT).subarray(0, 60)]),
    'gzip',
  ],
  ['too many codings', TEXT, 'gzip, gzip, gzip, gzip'],
])('names %s', async (_, bytes, encoding) => {
  await expect(undo(bytes, encoding)).rejects.toBeInstanceOf(MalformedError);
});
