import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** BullMQ scores a delayed job by its time in ms × 4096 plus a sequence, so that ties keep order. */
const SCORE_UNIT = 4096;

/** When the next delayed job of a queue is due (Unix ms), which BullMQ's own calls do not tell. */
export async function nextDelayed(
  redis: Redis,
  keys: Keys,
  queue: string,
): Promise<number | undefined> {
  const [, score] = await redis.zrange(keys.of(queue, 'delayed'), '0', '0', 'WITHSCORES');
  return score === undefined ? undefined : Number(score) / SCORE_UNIT;
}
