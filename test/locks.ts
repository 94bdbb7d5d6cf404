import { redisClient } from '../src/state/connection.ts';

/**
 * What says that a process has something in hand: the locks of its jobs (`src/jobs/worker.ts`), and the
 * slots of hosts on which its requests are on their way (`src/state/host-slots.ts`).
 */
const IN_HAND = ['{marsad}:*:lock', '{marsad}:slot-flight:*'];

/**
 * Removes what the only process had in hand when it was killed. It would run out by itself: a lock after
 * fifteen seconds, a slot after the longest time of a request. Its Redis goes on.
 */
export async function dropLocks(socket: string): Promise<void> {
  const redis = redisClient({ socket });
  redis.on('error', () => undefined);
  for (const pattern of IN_HAND) {
    const found = await redis.keys(pattern);
    if (found.length > 0) await redis.del(found);
  }
  redis.disconnect();
}
