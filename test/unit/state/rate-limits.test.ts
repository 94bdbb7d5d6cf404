import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysOf } from '../../../src/state/keys.ts';
import { rateLimit } from '../../../src/state/rate-limits.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

it('counts each taker apart, over all processes, and ends by itself', async () => {
  const keys = keysOf('t-rate');
  const bound = { name: 'api', points: 3, seconds: 60 };
  const [one, two] = [rateLimit(redis.client, keys, bound), rateLimit(redis.client, keys, bound)];
  expect(await one.take('desk')).toEqual({ left: 2 });
  expect(await two.take('desk')).toEqual({ left: 1 });
  expect(await one.take('desk')).toEqual({ left: 0 });
  expect(await two.take('desk')).toEqual({ waitMs: expect.any(Number) });
  expect(await two.take('archive')).toEqual({ left: 2 });
  const names = await redis.client.keys('*');
  expect(names.filter((name) => !name.startsWith('{t-rate}:rate:api:'))).toEqual([]);
  const lives = await Promise.all(names.map((name) => redis.client.pttl(name)));
  expect(lives.every((ms) => ms > 0 && ms <= 60_000)).toBe(true);
});
