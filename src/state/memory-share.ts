import type { Redis } from 'ioredis';

/** Share of its memory bound that Redis uses, 0 to 1; undefined where it has no bound. */
export async function memoryShare(redis: Redis): Promise<number | undefined> {
  const info = await redis.info('memory');
  const read = (name: string): number => Number(new RegExp(`${name}:(\\d+)`, 'u').exec(info)?.[1]);
  const most = read('maxmemory');
  return most > 0 ? read('used_memory') / most : undefined;
}
