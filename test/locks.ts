import { redisClient } from '../src/state/connection.ts';

/**
 * Takes away the locks of the jobs that a process had in hand when it was killed, as they would run out by
 * themselves 15 s later (`src/jobs/worker.ts`); its Redis goes on.
 */
export async function dropLocks(socket: string): Promise<void> {
  const redis = redisClient({ socket });
  redis.on('error', () => undefined);
  const locks = await redis.keys('{marsad}:*:lock');
  if (locks.length > 0) await redis.del(locks);
  redis.disconnect();
}
