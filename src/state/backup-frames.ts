import { createHash } from 'node:crypto';
import { z } from 'zod';
import { StateError } from '../errors.ts';

/** What opens a backup: whose state it is. */
export const BackupHeader = z.strictObject({
  format: z.literal('marsad-backup'),
  version: z.literal(1),
  /** The hash tag of the installation's keys. */
  tag: z.string(),
  at: z.iso.datetime(),
});
/** What opens a backup. */
export type BackupHeader = z.infer<typeof BackupHeader>;

/** One key as `DUMP` gives it. */
export interface BackupEntry {
  readonly key: Buffer;
  /** Unix ms at which it expires; 0 for never. */
  readonly expiresAt: number;
  readonly value: Buffer;
}

/** Length of the header's JSON, then of each key and value: four bytes, as RFC 1014 has them. */
const LENGTH = 4;
const TIME = 8;
const DIGEST = 32;

/** Redis keeps no larger value. */
const LARGEST = 512 * 1024 * 1024;

/**
 * A backup as bytes: the header, an entry a key, then an entry without a key that holds the SHA-256 of
 * all before it. A file that ends without it was cut short.
 */
export async function* writeFrames(
  header: BackupHeader,
  entries: AsyncIterable<BackupEntry>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (bytes: Buffer): Buffer => {
    hash.update(bytes);
    return bytes;
  };
  yield hashed(withLength(Buffer.from(JSON.stringify(header))));
  for await (const { key, expiresAt, value } of entries) {
    const time = Buffer.alloc(TIME);
    time.writeBigUInt64BE(BigInt(expiresAt));
    yield hashed(Buffer.concat([withLength(key), time, withLength(value)]));
  }
  yield Buffer.concat([withLength(Buffer.alloc(0)), hash.digest()]);
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/**
 * Reads a backup. The last entry comes only once the checksum was found right.
 * @throws StateError for what is foreign, cut short or damaged
 */
export async function* readFrames(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<BackupHeader | BackupEntry> {
  const hash = createHash('sha256');
  const take = reader(chunks);
  const hashed = async (count: number): Promise<Buffer> => {
    const bytes = await take(count);
    hash.update(bytes);
    return bytes;
  };
  const sized = async (): Promise<Buffer> => hashed(lengthOf(await hashed(LENGTH)));
  yield headerOf(await sized());
  for (;;) {
    const length = await take(LENGTH);
    if (lengthOf(length) === 0) break;
    hash.update(length);
    const key = await hashed(lengthOf(length));
    const expiresAt = Number((await hashed(TIME)).readBigUInt64BE());
    yield { key, expiresAt, value: await sized() };
  }
  const digest = await take(DIGEST);
  if (!digest.equals(hash.digest())) throw damaged('its checksum is wrong');
}

function lengthOf(bytes: Buffer): number {
  const length = bytes.readUInt32BE();
  if (length > LARGEST) throw damaged('it names a length that no value has');
  return length;
}

function headerOf(bytes: Buffer): BackupHeader {
  try {
    return BackupHeader.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new StateError('This is no backup that this release reads', {
      cause,
      hint: 'Name a file that `marsad backup` wrote.',
    });
  }
}

/** Gives the next so many bytes. */
function reader(chunks: AsyncIterable<Buffer>): (count: number) => Promise<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  let have: Buffer[] = [];
  let length = 0;
  return async (count) => {
    while (length < count) {
      const { value, done } = await source.next();
      if (done) throw damaged('it ends in the middle');
      have.push(value);
      length += value.length;
    }
    const all = have.length === 1 && have[0] ? have[0] : Buffer.concat(have);
    have = [all.subarray(count)];
    length -= count;
    return all.subarray(0, count);
  };
}

/** A backup that is not whole. */
export const damaged = (what: string): StateError =>
  new StateError(`The backup is not whole: ${what}`, { hint: 'Take another copy of it.' });
