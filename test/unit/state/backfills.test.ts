import { afterAll, beforeAll, expect, it } from 'vitest';
import { backfills } from '../../../src/state/backfills.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

const facts = {
  ...{ since: '2024-05-01T00:00:00.000Z', until: '2024-06-01T00:00:00.000Z', most: 100 },
  ...{ startedAt: '2026-11-23T10:00:00.000Z', asked: 3, failed: 0, documentsLeft: 2 },
  ...{ met: 9, fresh: 8 },
};

it('counts each page once, whoever tells of it twice', async () => {
  const book = backfills(redis.client, keysOf('t-past'));
  await book.note('rabwa', facts);
  for (let twice = 0; twice < 2; twice += 1) {
    await book.addPages('rabwa', ['https://rabwa.test/1', 'https://rabwa.test/2']);
  }
  await book.addPages('rabwa', []);
  await book.addPages('other', ['https://other.test/1']);
  for (let twice = 0; twice < 2; twice += 1) await book.endPage('rabwa', 'https://rabwa.test/1');
  expect(await book.of(['nobody', 'rabwa', 'other'])).toEqual(
    new Map([['rabwa', { ...facts, left: 1 }]]),
  );
});

it('shows nothing where another release has left another form', async () => {
  const keys = keysOf('t-past-old');
  await redis.client.set(keys.of('backfill', 'rabwa'), '{"from":1}');
  expect(await backfills(redis.client, keys).of(['rabwa'])).toEqual(new Map());
});

it('leaves no key without an end', async () => {
  const book = backfills(redis.client, keysOf('t-past-life'));
  await book.note('rabwa', facts);
  await book.addPages('rabwa', ['https://rabwa.test/1']);
  const keys = await redis.client.keys('{t-past-life}*');
  const lives = await Promise.all(keys.map((key) => redis.client.pttl(key)));
  expect(keys).toHaveLength(2);
  expect(lives.every((life) => life > 0)).toBe(true);
});
