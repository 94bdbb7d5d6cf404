import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** BullMQ scores a delayed job by its time in ms × 4096 plus a sequence, so that ties keep order. */
const SCORE_UNIT = 4096;

/** Delayed jobs that are looked at in one call. */
const BATCH = 500;

/** Which delayed jobs count. */
export interface DueWish {
  /** Jobs of this priority are passed over. */
  readonly but: number;
  /** Unix ms; jobs that are due later need not be told apart. */
  readonly before: number;
}

/**
 * When the next delayed job of a queue is due (Unix ms), which BullMQ's own calls do not tell;
 * where none is due before `before`, some time after it, or undefined where none is left.
 */
export async function nextDelayed(
  { redis, keys }: { redis: Redis; keys: Keys },
  queue: string,
  { but, before }: DueWish,
): Promise<number | undefined> {
  const key = keys.of(queue, 'delayed');
  for (let from = 0; ; from += BATCH) {
    const last = String(from + BATCH - 1);
    const found = await redis.zrange(key, String(from), last, 'WITHSCORES');
    if (found.length === 0) return undefined;
    const jobs = found.flatMap((id, at) =>
      at % 2 === 0 ? [{ id, due: Number(found[at + 1]) / SCORE_UNIT }] : [],
    );
    const pipeline = redis.pipeline();
    for (const { id } of jobs) pipeline.hget(keys.of(queue, id), 'priority');
    const priorities = ((await pipeline.exec()) ?? []).map(([, priority]) => Number(priority));
    const next = jobs.find(({ due }, at) => due > before || priorities[at] !== but);
    if (next) return next.due;
  }
}

/** When a delayed job of a queue is due (Unix ms); undefined where it is not delayed. */
export async function dueAt(
  { redis, keys }: { redis: Redis; keys: Keys },
  queue: string,
  id: string,
): Promise<number | undefined> {
  const score = await redis.zscore(keys.of(queue, 'delayed'), id);
  return score === null ? undefined : Number(score) / SCORE_UNIT;
}
