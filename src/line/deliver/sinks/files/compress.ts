import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

/** How a file of lines is packed. */
export type Compression = 'none' | 'gzip' | 'zstd';

/** What follows `.jsonl` in the name of a packed file. */
export const SUFFIXES: Readonly<Record<Compression, string>> = {
  none: '',
  gzip: '.gz',
  zstd: '.zst',
};

/** True where this Node packs zstd (22.15 and newer). */
export const hasZstd = (): boolean => typeof Reflect.get(zlib, 'createZstdCompress') === 'function';

/** Packs a file into another and flushes it to the disk. @throws what the disk throws */
export async function packFile(from: string, to: string, compression: Compression): Promise<void> {
  await pipeline(createReadStream(from), packer(compression), createWriteStream(to));
  const file = await open(to, 'r+');
  await file.datasync();
  await file.close();
}

function packer(compression: Compression): Transform {
  if (compression === 'none') return new PassThrough();
  if (compression === 'gzip') return zlib.createGzip();
  const create: unknown = Reflect.get(zlib, 'createZstdCompress');
  return typeof create === 'function' ? create() : new PassThrough();
}
