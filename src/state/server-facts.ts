import type { Redis } from 'ioredis';

/** What a Redis says of itself; what it does not tell is absent. */
export interface ServerFacts {
  /** `7.0.15`. */
  readonly version: string;
  readonly isReplica: boolean;
  readonly isCluster: boolean;
  /** `maxmemory-policy`. */
  readonly eviction: string;
  readonly usedBytes: number;
  /** `maxmemory`, or the machine's memory where that is not set. */
  readonly limitBytes?: number;
  readonly hasAppendOnlyFile: boolean;
  /** Whether snapshots are taken; not known where CONFIG is forbidden. */
  readonly hasSnapshots?: boolean;
  /** `appendfsync`, where CONFIG may be asked. */
  readonly fsync?: string;
  /** What the last write to disk ended with, where it was no success. */
  readonly diskFault?: string;
  /** How far the server's clock is ahead of ours, ms. */
  readonly clockAheadMs: number;
}

/** The oldest Redis with the commands the scripts use (ZADD GT, XAUTOCLAIM, EXPIRE NX). */
const OLDEST_MAJOR = 7;

/** True where a version is older than what the scripts need, or is none. */
export function isTooOld(version: string): boolean {
  const major = Number(/^(\d+)\./u.exec(version)?.[1] ?? 0);
  return major < OLDEST_MAJOR;
}

/** Why this Redis can hold no state, and what helps; undefined where it can. */
export function refusedServer({
  version,
  isReplica,
  eviction,
}: Pick<ServerFacts, 'version' | 'isReplica' | 'eviction'>):
  | { readonly found: string; readonly remedy: string }
  | undefined {
  if (isTooOld(version)) {
    return {
      found: `Redis ${OLDEST_MAJOR} or newer is needed, found ${version}`,
      remedy: 'Upgrade Redis.',
    };
  }
  if (isReplica) {
    return { found: 'Redis is a read-only replica', remedy: 'Give the address of the primary.' };
  }
  if (eviction === 'noeviction') return undefined;
  return {
    found: `Redis evicts keys (maxmemory-policy ${eviction}), records would be lost`,
    remedy: 'Set maxmemory-policy noeviction.',
  };
}

/** Asks a connected Redis what it is. */
export async function readServerFacts(redis: Redis): Promise<ServerFacts> {
  const info = await redis.info();
  const askedAt = Date.now();
  const [seconds, micros] = await redis.time();
  const [save, fsync] = await Promise.all([
    configOf(redis, 'save'),
    configOf(redis, 'appendfsync'),
  ]);
  const serverMs = Number(seconds) * 1000 + Number(micros) / 1000;
  return {
    ...factsOf(info),
    ...(save === undefined ? {} : { hasSnapshots: save !== '' }),
    ...(fsync === undefined ? {} : { fsync }),
    clockAheadMs: Math.round(serverMs - (askedAt + Date.now()) / 2),
  };
}

/** Hosted servers forbid CONFIG: its values are then unknown. */
async function configOf(redis: Redis, name: string): Promise<string | undefined> {
  const answer: unknown = await redis.config('GET', name).catch(() => undefined);
  return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : undefined;
}

/** The facts in the text of INFO. */
export function factsOf(info: string): Omit<ServerFacts, 'clockAheadMs'> {
  const of = (name: string): string | undefined =>
    new RegExp(`^${name}:(.*)$`, 'mu').exec(info)?.[1]?.trim();
  const limit = Number(of('maxmemory') ?? 0) || Number(of('total_system_memory') ?? 0);
  const faults = ['aof_last_write_status', 'aof_last_bgrewrite_status', 'rdb_last_bgsave_status'];
  const fault = faults.find((name) => ![undefined, 'ok'].includes(of(name)));
  return {
    version: of('redis_version') ?? '0',
    isReplica: of('role') === 'slave',
    isCluster: of('cluster_enabled') === '1',
    eviction: of('maxmemory_policy') ?? 'noeviction',
    usedBytes: Number(of('used_memory') ?? 0),
    ...(limit > 0 ? { limitBytes: limit } : {}),
    hasAppendOnlyFile: of('aof_enabled') === '1',
    ...(fault ? { diskFault: `${fault} is ${of(fault)}` } : {}),
  };
}

/** Share of its memory bound that Redis uses, 0 to 1; undefined where it has no bound. */
export async function memoryShare(redis: Redis): Promise<number | undefined> {
  const info = await redis.info('memory');
  const read = (name: string): number => Number(new RegExp(`${name}:(\\d+)`, 'u').exec(info)?.[1]);
  const most = read('maxmemory');
  return most > 0 ? read('used_memory') / most : undefined;
}
