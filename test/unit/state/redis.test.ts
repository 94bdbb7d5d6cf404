import { expect, it } from 'vitest';
import { startTestRedis } from '../../redis.ts';

it('starts a real Redis, serves, and leaves nothing behind', async () => {
  const redis = await startTestRedis();
  expect(await redis.client.set('k', 'v')).toBe('OK');
  expect(await redis.client.get('k')).toBe('v');
  await redis.stop();
  expect(redis.client.status).toBe('end');
});
