import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { HostBusyError } from '../../../src/errors.ts';
import type { QueueError } from '../../../src/jobs/queue-errors.ts';
import { openQueues } from '../../../src/jobs/queues.ts';
import { startWorker } from '../../../src/jobs/worker.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

/** Renewed at half of it: a busy machine is late by less. */
const LOCK_MS = 4000;

let redis: TestRedis;
/** What was printed raw. */
const lines: string[] = [];
const printed = vi
  .spyOn(console, 'error')
  .mockImplementation((...words) => void lines.push(String(words)));
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(async () => {
  printed.mockRestore();
  await redis.stop();
});

/**
 * A worker whose jobs do `work`, all at a time, and what it told while they went through it so many
 * times.
 */
async function workThrough(
  work: (id: string) => Promise<void>,
  jobs: number,
  { times = jobs, lockMs = LOCK_MS }: { times?: number; lockMs?: number } = {},
) {
  const keys = keysOf(`t-${Math.random().toString(36).slice(2)}`);
  const queueErrors: QueueError[] = [];
  const done: string[] = [];
  const queues = openQueues(redis.client, keys);
  const connection = redis.client.duplicate();
  const worker = startWorker({
    ...{ queue: 'pages', connection, keys, concurrency: jobs, lockMs, stalledEveryMs: lockMs },
    work: async ({ id = '' }) => {
      await work(`${keys.tag}:pages:${id}`);
      done.push(id);
      return { job: 'page', outcome: 'skipped', ms: 0 };
    },
    report: () => undefined,
    place: () => ({}),
    failed: async () => undefined,
    tell: (queueError) => queueErrors.push(queueError),
  });
  const ids = Array.from({ length: jobs }, (_, index) => `job-${index}`);
  await queues.pages.addBulk(ids.map((jobId) => ({ name: 'page', data: {}, opts: { jobId } })));
  await vi.waitFor(() => expect(done.length).toBeGreaterThanOrEqual(times), 300_000);
  expect(new Set(done).size).toBe(jobs);
  await pause(lockMs);
  await worker.close();
  await queues.close();
  connection.disconnect();
  return { queueErrors, done };
}

it.concurrent('tells nothing and loses nothing when jobs are given back while their lock is renewed', async () => {
  const firstSeen = new Map<string, number>();
  const { queueErrors, done } = await workThrough(async (key) => {
    if (firstSeen.has(key)) return;
    firstSeen.set(key, Date.now());
    // Spread over the turn in which locks are renewed.
    await pause(LOCK_MS * (0.4 + Math.random() * 0.3));
    throw new HostBusyError('busy', Date.now() + 100);
  }, 200);
  expect(queueErrors).toEqual([]);
  expect(lines).toEqual([]);
  expect(done).toHaveLength(200);
});

it.concurrent('tells of a lock that is lost in mid-job, and prints nothing raw', async () => {
  const { queueErrors } = await workThrough(async (key) => {
    await redis.client.del(`${key}:lock`);
    await pause(LOCK_MS);
  }, 1);
  expect(queueErrors[0]).toMatchObject({ event: 'lock-lost', detail: { jobs: ['job-0'] } });
  expect(lines).toEqual([]);
});

it.concurrent.each([1, 20])(
  'tells of a process that stood still as of locks that are lost, once a job: %i jobs',
  async (jobs) => {
    const lockMs = 400;
    let stillFor = 2 * lockMs;
    const { queueErrors, done } = await workThrough(
      async () => {
        await pause(10);
        // Nothing else runs meanwhile: no lock is renewed.
        const end = performance.now() + stillFor;
        stillFor = 0;
        while (performance.now() < end);
      },
      jobs,
      { times: jobs + 1, lockMs },
    );
    const lost = queueErrors.flatMap(({ detail }) => detail.jobs ?? []);
    expect(queueErrors.map(({ event }) => event)).not.toContain('queue-failed');
    expect(lost).toContain('job-0');
    // Each as often as it was run once more.
    expect(done.length).toBeLessThanOrEqual(jobs + lost.length);
    expect(queueErrors[0]?.detail.hint).toContain('nothing is lost');
    expect(lines).toEqual([]);
  },
);
