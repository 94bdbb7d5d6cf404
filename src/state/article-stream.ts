import type { Redis } from 'ioredis';
import { StateError } from '../errors.ts';
import type { Keys } from './keys.ts';

/** One entry of a stream for consumers. */
export interface StreamEntry {
  /** The entry's id in the log, which is its id here too. */
  readonly logId: string;
  readonly key: string;
  /** The record as JSON. */
  readonly record: string;
}

/**
 * Appends entries to a consumers' stream under their ids of the log. Redis refuses an id that is
 * not above the newest one, so an entry that is delivered again is not written again.
 * @throws StateError where Redis refuses for another reason.
 */
export async function appendToStream(
  redis: Redis,
  key: string,
  { entries, keep }: { entries: readonly StreamEntry[]; keep: number },
): Promise<void> {
  const pipeline = redis.pipeline();
  for (const { logId, key: field, record } of entries) {
    pipeline.xadd(key, 'MAXLEN', '~', keep, logId, 'key', field, 'record', record);
  }
  const replies = (await pipeline.exec()) ?? [];
  const fault = replies.find(([error]) => error && !/equal or smaller/u.test(error.message));
  if (fault) throw new StateError(`The stream ${key} refused a record`, { cause: fault[0] });
}

/** The key of a consumers' stream by its name in the settings. */
export const streamKey = (keys: Keys, name: string): string => keys.of('stream', name);
