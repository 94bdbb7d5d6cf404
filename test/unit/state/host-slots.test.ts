import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HostSlots } from '../../../src/line/fetch/host-slots.ts';
import { redisHostSlots } from '../../../src/state/host-slots.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

const HOST = 'akhbar.example';

let redis: TestRedis;
let count = 0;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

function fresh(): HostSlots {
  count += 1;
  return redisHostSlots(redis.client, keysOf(`t-slots-${count}`));
}

const wish = (token: string, more = {}) => ({
  token,
  delayMs: 300,
  concurrency: 1,
  leaseMs: 5000,
  ...more,
});

const done = (token: string, more = {}) => ({
  token,
  ms: 5,
  outcome: 'answered' as const,
  ...more,
});

const until = (time: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, time - Date.now() + 1)));

it('lets the first go and promises each other a slot of its own', async () => {
  const slots = fresh();
  const now = Date.now();
  expect(await slots.reserve(HOST, wish('a'))).toBe(0);
  const b = (await slots.reserve(HOST, wish('b'))) - now;
  const c = (await slots.reserve(HOST, wish('c'))) - now;
  // A promise is told by the clock of the caller, which is as late as the answer was.
  const late = Date.now() - now + 1;
  expect(b).toBeGreaterThanOrEqual(300);
  expect(Math.abs(c - b - 300)).toBeLessThanOrEqual(late);
});

it('keeps the place of who comes again', async () => {
  const slots = fresh();
  await slots.reserve(HOST, wish('a'));
  await slots.report(HOST, done('a'));
  const asked = Date.now();
  const b = await slots.reserve(HOST, wish('b'));
  const c = await slots.reserve(HOST, wish('c'));
  const again = await slots.reserve(HOST, wish('b'));
  expect(Math.abs(again - b)).toBeLessThanOrEqual(Date.now() - asked + 1);
  await until(b);
  expect(await slots.reserve(HOST, wish('d'))).toBeGreaterThan(c);
  expect(await slots.reserve(HOST, wish('b'))).toBe(0);
});

it('lets one request at a time go, however long it takes', async () => {
  const slots = fresh();
  await slots.reserve(HOST, wish('a', { delayMs: 20 }));
  await until(Date.now() + 60);
  const asked = Date.now();
  expect(await slots.reserve(HOST, wish('b', { delayMs: 20 }))).toBeGreaterThan(asked);
  await slots.report(HOST, done('a', { ms: 60 }));
  await until(Date.now() + 60);
  expect(await slots.reserve(HOST, wish('b', { delayMs: 20 }))).toBe(0);
});

it('lets as many go at a time as the source says', async () => {
  const slots = fresh();
  const two = { delayMs: 1, concurrency: 2 };
  expect(await slots.reserve(HOST, wish('a', two))).toBe(0);
  await until(Date.now() + 5);
  expect(await slots.reserve(HOST, wish('b', two))).toBe(0);
  await until(Date.now() + 5);
  expect(await slots.reserve(HOST, wish('c', two))).not.toBe(0);
});

it('forgets a request that never reports', async () => {
  const slots = fresh();
  await slots.reserve(HOST, wish('a', { delayMs: 10, leaseMs: 50 }));
  await until(Date.now() + 80);
  expect(await slots.reserve(HOST, wish('b', { delayMs: 10 }))).toBe(0);
});

it('obeys the host’s order to be quiet', async () => {
  const slots = fresh();
  const begun = Date.now();
  const retryAt = begun + 3_600_000;
  await slots.reserve(HOST, wish('a'));
  await slots.report(HOST, done('a', { outcome: 'throttled', retryAt }));
  const b = await slots.reserve(HOST, wish('b'));
  // As late as the answer was, and the report before: each is told by the clock at which it arrives. Six
  // readings of two clocks are cut to whole milliseconds, three against three: less than 3 ms together.
  expect(Math.abs(b - retryAt)).toBeLessThanOrEqual(Date.now() - begun + 2);
});

it('slows down with the host', async () => {
  const slots = fresh();
  await slots.reserve(HOST, wish('a', { delayMs: 10 }));
  await slots.report(HOST, done('a', { ms: 2000 }));
  const wait = (await slots.reserve(HOST, wish('b', { delayMs: 10 }))) - Date.now();
  expect(wait).toBeGreaterThan(1500);
});

it('asks hosts of one’s own without any pause', async () => {
  const slots = fresh();
  const own = { delayMs: 0 };
  for (const token of ['a', 'b', 'c']) {
    expect(await slots.reserve(HOST, wish(token, own))).toBe(0);
  }
});

it('opens a breaker after five failures, for this host alone, and one probe closes it', async () => {
  const slots = fresh();
  for (const token of ['a', 'b', 'c', 'd', 'e']) {
    expect(await slots.reserve(HOST, wish(token, { delayMs: 0 }))).toBe(0);
    await slots.report(HOST, done(token, { outcome: 'failed' }));
  }
  const wait = (await slots.reserve(HOST, wish('f', { delayMs: 0 }))) - Date.now();
  expect(wait).toBeGreaterThan(29_000);
  expect(await slots.reserve('other.example', wish('f'))).toBe(0);
  // The time until the probe is cut short, as if 30 s had gone by.
  const key = keysOf(`t-slots-${count}`).slot(HOST);
  await redis.client.hset(key, 'open', Date.now() - 1);
  expect(await slots.reserve(HOST, wish('f', { delayMs: 0 }))).toBe(0);
  expect(await slots.reserve(HOST, wish('g', { delayMs: 0 }))).not.toBe(0);
  await slots.report(HOST, done('f'));
  expect(await slots.reserve(HOST, wish('g', { delayMs: 0 }))).toBe(0);
});

it('leaves no key without an end', async () => {
  const slots = fresh();
  await slots.reserve(HOST, wish('a'));
  await slots.reserve(HOST, wish('b'));
  await slots.report(HOST, done('a'));
  const keys = await redis.client.keys(`{t-slots-${count}}*`);
  const lives = await Promise.all(keys.map((key) => redis.client.pttl(key)));
  expect(keys.length).toBeGreaterThan(0);
  expect(lives.every((life) => life > 0)).toBe(true);
});

it('lets who yields go while nobody else waits', async () => {
  const slots = fresh();
  expect(await slots.reserve(HOST, wish('old', { yields: true }))).toBe(0);
});

it('promises those that yield slots of their own, and lets a newcomer pass them all', async () => {
  const slots = fresh();
  const now = Date.now();
  await slots.reserve(HOST, wish('first'));
  await slots.report(HOST, done('first'));
  const old = [];
  for (let index = 0; index < 50; index += 1) {
    old.push((await slots.reserve(HOST, wish(`old-${index}`, { yields: true }))) - now);
  }
  expect(old.at(-1)).toBeGreaterThan(49 * 300);
  const news = await slots.reserve(HOST, wish('news'));
  expect(news - now).toBeLessThan(400);
  // Its time comes with that of the news, and it waits a slot more.
  await until(news);
  expect((await slots.reserve(HOST, wish('old-0', { yields: true }))) - now).toBeGreaterThan(550);
  expect(await slots.reserve(HOST, wish('news'))).toBe(0);
});
