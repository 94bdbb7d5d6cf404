import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openQueues, type Queues } from '../../src/jobs/queues.ts';
import { nextVisits, syncSchedule } from '../../src/jobs/scheduler.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { Source } from '../../src/source.ts';
import { type Keys, keysOf } from '../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../redis.ts';

const HOUR = 3_600_000;

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

const sources = new Map(
  ['almina', 'alwadi', 'annahr'].map((id) => {
    const homepage = `https://${id}.test/`;
    const discover = [{ feed: `${homepage}feed` }];
    return [id, { ...Source.parse({ name: id, homepage, discover }), id }] as const;
  }),
);

async function sync(queues: Queues, everyMs: number, now: () => number): Promise<void> {
  const plans = async (some: readonly unknown[]) => some.map(() => ({ everyMs }));
  await syncSchedule(sources, { visits: queues.visits, plans, now });
}

/** Works through what is due for `ms`. @returns the sources in the order of their visits */
async function visitsWithin(ms: number, keys: Keys): Promise<string[]> {
  const visited: string[] = [];
  const connection = redis.client.duplicate();
  const worker = startWorker({
    ...{ queue: 'visits', connection, keys, concurrency: 4 },
    work: async ({ data }) => {
      visited.push(data.source);
      return { job: 'visit', outcome: 'visited', ms: 0 };
    },
    report: () => undefined,
    place: () => ({}),
    failed: async () => undefined,
    tell: () => undefined,
  });
  await vi.waitUntil(() => visited.length >= sources.size, 300_000);
  await pause(ms);
  await worker.close();
  connection.disconnect();
  return visited;
}

it('visits each source once after a sleep of many intervals', async () => {
  const keys = keysOf('t-sleep');
  const queues = openQueues(redis.client, keys);
  // Due long since: as after a sleep, or where the clock was set on.
  await sync(queues, HOUR, () => Date.now() - 20 * HOUR);
  const visited = await visitsWithin(300, keys);
  expect(visited.toSorted()).toEqual([...sources.keys()].toSorted());
  for (const at of (await nextVisits(queues.visits)).values()) {
    expect(at).toBeGreaterThan(Date.now());
    expect(at).toBeLessThanOrEqual(Date.now() + HOUR);
  }
  await queues.close();
});

it('plans anew where the clock was set back by an hour, and not twice', async () => {
  const keys = keysOf('t-back');
  const queues = openQueues(redis.client, keys);
  const everyMs = HOUR / 6;
  await sync(queues, everyMs, () => Date.now() + HOUR);
  await sync(queues, everyMs, Date.now);
  const next = await nextVisits(queues.visits);
  expect(next.size).toBe(sources.size);
  for (const at of next.values()) expect(at).toBeLessThanOrEqual(Date.now() + everyMs);
  await sync(queues, everyMs, Date.now);
  expect(await nextVisits(queues.visits)).toEqual(next);
  await queues.close();
});
