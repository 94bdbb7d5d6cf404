import { Queue } from 'bullmq';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysOf } from '../../../src/state/keys.ts';
import { nextDelayed } from '../../../src/state/queue-due.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

const PAST = 20;
const MINUTE_MS = 60_000;

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

/** Minutes until the next page that counts, of pages delayed by minutes. */
async function next(name: string, pages: { delay: number; priority?: number }[]) {
  const keys = keysOf(name);
  const queue = new Queue('pages', { connection: redis.client, prefix: keys.tag });
  const jobs = pages.map(({ delay, ...opts }) => ({
    name: 'page',
    data: {},
    opts: { ...opts, delay: delay * MINUTE_MS },
  }));
  await queue.addBulk(jobs);
  const now = Date.now();
  const wish = { but: PAST, before: now + 2.5 * MINUTE_MS };
  const due = await nextDelayed({ redis: redis.client, keys }, 'pages', wish);
  await queue.close();
  return due === undefined ? undefined : Math.round((due - now) / MINUTE_MS);
}

const past = (count: number, delay: number) => Array(count).fill({ delay, priority: PAST });

it.each([
  ['nothing is delayed', [], undefined],
  ['the nearest', [{ delay: 2 }, { delay: 1 }], 1],
  ['a second look counts', [{ delay: 1, priority: 10 }], 1],
  ['the past does not', [...past(3, 1), { delay: 2 }], 2],
  ['behind many of the past', [...past(1200, 1), { delay: 2 }], 2],
  ['nothing but the past, and all near', past(700, 1), undefined],
  ['what is due later is not told apart', [...past(1, 1), ...past(1, 5), { delay: 9 }], 5],
])('%s', async (name, pages, minutes) => {
  expect(await next(`t-due-${name.replaceAll(/\W/gu, '-')}`, pages)).toBe(minutes);
});
