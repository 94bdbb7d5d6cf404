import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Redis } from 'ioredis';
import { StateError } from '../errors.ts';
import { type BackupEntry, damaged, readFrames, writeFrames } from './backup-frames.ts';
import type { RedisAddress } from './connection.ts';
import { type Heartbeat, heartbeats } from './heartbeats.ts';
import type { Keys } from './keys.ts';
import { withSnapshot } from './snapshot-copy.ts';

/** Keys asked for in one round. */
const BATCH = 200;

/** A process writes its heartbeat every ten seconds: one that is silent for so long has ended. */
const SILENT_MS = 20_000;

/** What a backup or a restore worked on. */
export interface BackupCount {
  readonly keys: number;
  /** When the backup was made. */
  readonly at: string;
}

/** The state of an installation, and where it is. */
export interface StatePlace {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly address: RedisAddress;
}

/**
 * Writes all keys of an installation to a file, in one step: a run that is cut short leaves no file of
 * that name. All keys are of one moment: where processes of the installation live, they are read from a
 * snapshot.
 * @throws StateError where one lives and Redis gives no snapshot
 */
export async function backUp(
  { redis, keys, address }: StatePlace,
  file: string,
): Promise<BackupCount> {
  if (!(await liveProcess(redis, keys))) return writeState(redis, keys, file);
  // The snapshot is made beside the file, so a folder that cannot be written is reported before anything is copied.
  return withSnapshot(address, file, (copy) => writeState(copy, keys, file));
}

async function writeState(redis: Redis, keys: Keys, file: string): Promise<BackupCount> {
  const at = new Date().toISOString();
  const header = { format: 'marsad-backup', version: 1, tag: keys.tag, at } as const;
  let count = 0;
  const counted = async function* (): AsyncGenerator<BackupEntry> {
    for await (const entry of entriesOf(redis, keys)) {
      if (isInHand(entry, keys)) continue;
      count += 1;
      yield entry;
    }
  };
  const half = `${file}.tmp`;
  try {
    const frames = Readable.from(writeFrames(header, counted()), { objectMode: false });
    await pipeline(frames, createGzip(), createWriteStream(half, { mode: 0o600 }));
    await flush(half);
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  return { keys: count, at };
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Steps whose keys say what a running process has in hand: after a restore they would only be in the way. */
const IN_HAND = ['heartbeats', 'deliverer', 'deliverers', 'sink-lease', 'slot-flight'];

function isInHand({ key }: BackupEntry, { of }: Keys): boolean {
  const name = key.toString('latin1');
  // The lock of a job, as BullMQ names it.
  if (/:(?:visits|pages):.*:lock$/u.test(name)) return true;
  return IN_HAND.some((step) => name === of(step) || name.startsWith(`${of(step)}:`));
}

async function liveProcess(redis: Redis, keys: Keys): Promise<Heartbeat | undefined> {
  const all = await heartbeats(redis, keys).all();
  return all.find(({ process, at }) => Date.now() - at < SILENT_MS && !hasEnded(process));
}

async function refuseLive(redis: Redis, keys: Keys): Promise<void> {
  const live = await liveProcess(redis, keys);
  if (!live) return;
  throw new StateError(`A process of this installation runs (${live.role}, ${live.process})`, {
    hint: 'Stop it first: it would go on with the state it knows. If it has just ended, try again after 20 s.',
  });
}

/** A process of this machine that has ended is recognised at once; `heartbeat-role.ts` makes the names. */
function hasEnded(name: string): boolean {
  const [, host, pid] = /^(.+)-(\d+)$/u.exec(name) ?? [];
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return Number(pid) === process.pid;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

async function* keysIn(redis: Redis, keys: Keys): AsyncGenerator<Buffer[]> {
  // Seen: a scan may give a key twice while the table of keys grows or shrinks.
  const seen = new Set<string>();
  let cursor = '0';
  do {
    const [next, found] = await redis.scanBuffer(cursor, 'MATCH', `${keys.tag}:*`, 'COUNT', BATCH);
    cursor = next.toString();
    const fresh = found.filter((key) => !seen.has(key.toString('latin1')));
    for (const key of fresh) seen.add(key.toString('latin1'));
    if (fresh.length > 0) yield fresh;
  } while (cursor !== '0');
}

async function* entriesOf(redis: Redis, keys: Keys): AsyncGenerator<BackupEntry> {
  for await (const batch of keysIn(redis, keys)) {
    for (const key of batch) {
      const [value, lifeMs] = await Promise.all([redis.dumpBuffer(key), redis.pttl(key)]);
      // It ran out meanwhile.
      if (value === null) continue;
      yield { key, expiresAt: lifeMs > 0 ? Date.now() + lifeMs : 0, value };
    }
  }
}

/**
 * Puts a backup back into an installation that is empty, or instead of all it has. The whole file is
 * checked before the first key is touched.
 * @throws StateError for a backup that is foreign, damaged or of another installation, and for a state
 * that is in use
 */
export async function restore(
  { redis, keys }: { readonly redis: Redis; readonly keys: Keys },
  file: string,
  isForced: boolean,
): Promise<BackupCount> {
  const { tag, at } = await check(file);
  if (tag !== keys.tag) {
    throw new StateError(`The backup is of the installation ${tag}, this one is ${keys.tag}`, {
      hint: 'Give this one the same `name` in marsad.yaml.',
    });
  }
  await refuseLive(redis, keys);
  await clear({ redis, keys }, isForced);
  let count = 0;
  for await (const frame of framesOf(file)) {
    if (!('key' in frame)) continue;
    await putBack(redis, frame);
    count += 1;
  }
  return { keys: count, at };
}

async function check(file: string): Promise<{ readonly tag: string; readonly at: string }> {
  let header: { readonly tag: string; readonly at: string } | undefined;
  for await (const frame of framesOf(file)) if ('tag' in frame) header = frame;
  if (!header) throw damaged('it is empty');
  return header;
}

async function* framesOf(file: string): ReturnType<typeof readFrames> {
  try {
    yield* readFrames(createReadStream(file).pipe(createGunzip()));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) throw damaged('it does not unpack');
    throw error;
  }
}

async function clear(
  { redis, keys }: { readonly redis: Redis; readonly keys: Keys },
  isForced: boolean,
): Promise<void> {
  for await (const batch of keysIn(redis, keys)) {
    if (!isForced) {
      throw new StateError('This installation is not empty', {
        hint: 'Restore into another one, or with --force instead of all that this one has.',
      });
    }
    await redis.unlink(...batch);
  }
}

async function putBack(redis: Redis, { key, expiresAt, value }: BackupEntry): Promise<void> {
  try {
    await redis.call('RESTORE', key, expiresAt, value, 'REPLACE', 'ABSTTL');
  } catch (cause) {
    throw new StateError(`Redis does not take ${key.toString()}: ${String(cause)}`, {
      cause,
      hint: 'Restore into a Redis of the same version or a newer one, with --force.',
    });
  }
}
