import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Job, Worker } from 'bullmq';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { dropLetters, jobLetters } from '../../src/jobs/dead-letters.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import type { JobRecord } from '../../src/record/job-record.ts';
import { keysOf } from '../../src/state/keys.ts';
import { seenLinks } from '../../src/state/seen.ts';
import { type AnswerSite, answerSite, feedOf } from '../answers.ts';
import { startTestRedis, type TestRedis } from '../redis.ts';

let site: AnswerSite;
let redis: TestRedis;

beforeAll(async () => {
  redis = await startTestRedis();
  site = await answerSite('fetch: { via: http }');
  const { answers, origin } = site;
  answers.set('/feed', feedOf(origin, '/gone', '/secret', '/inside'));
  answers.set('/gone', [410, {}, '']);
  answers.set('/secret', [403, {}, '']);
  answers.set('/inside', [302, { location: 'http://169.254.169.254/latest/meta-data' }, '']);
  expect(await site.drain()).toMatchObject({ 'dead-letter': 3 });
});

afterAll(async () => {
  site.close();
  await redis.stop();
});

let all: { id: string; reason: string }[];

async function listed(...filters: string[]): Promise<{ id: string; reason: string }[]> {
  const { stdout } = await site.run('failures', 'list', '--json', ...filters);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

it('prints each on one line with its id, and finds them by source, reason and time', async () => {
  all = await listed();
  const { stdout } = await site.run('failures', 'list');
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  for (const { id, reason } of all)
    expect(lines.filter((line) => line.includes(id) && line.endsWith(reason))).toHaveLength(1);
  const found = await listed('--source', 'one', '--reason', 'forbidden', '--since', '1h');
  expect(found.map(({ reason }) => reason.split(':')[0])).toEqual(['FORBIDDEN']);
  expect(await listed('--since', '2090-01-01')).toEqual([]);
});

it.each(['retry', 'discard'])(
  'does nothing with status 1 where %s names an id that none has',
  async (act) => {
    const [letter] = all;
    const end = await site.run('failures', act, letter?.id ?? '', 'one-unknown');
    expect(end).toMatchObject({ status: 1, stdout: '' });
    expect(end.stderr).toContain('No dead letter one-unknown');
  },
);

it('discards what a filter names, and without id or filter asks for one', async () => {
  expect((await site.run('failures', 'discard')).status).toBe(2);
  const end = await site.run('failures', 'discard', '--reason', 'GONE');
  expect(end).toMatchObject({ status: 0, stdout: '1 discarded\n' });
  expect(await listed()).toHaveLength(2);
});

it('lists none of a source that was removed', async () => {
  rmSync(join(site.folder, 'config/sources/one.yaml'));
  expect(await listed()).toEqual([]);
});

it('takes those of removed sources away, and knows their links no more', async () => {
  const keys = keysOf('t-dropped');
  const queues = openQueues(redis.client, keys);
  const seen = seenLinks(redis.client, keys);
  const url = 'https://almina.test/a';
  for (const source of ['here', 'removed']) await seen.mark(source, [url], 1);
  await failOnce(['here', 'removed'], { url, name: 't-dropped' });
  expect(await dropLetters(queues, seen, (id) => id === 'here')).toBe(1);
  const left = await jobLetters(queues);
  expect(left.map(({ letter }) => letter)).toMatchObject([{ source: 'here', reason: 'NO: no' }]);
  expect(await seen.unseen('removed', [url])).toEqual([url]);
  expect(await seen.unseen('here', [url])).toEqual([]);
  await queues.close();
});

/** Puts a page of each source into the dead-letter list. */
async function failOnce(sources: string[], { url, name }: { url: string; name: string }) {
  const queues = openQueues(redis.client, keysOf(name));
  const connection = redis.client.duplicate();
  const jobs = sources.map((source) => ({
    name: 'page',
    data: { link: { source, url } },
    opts: { jobId: `${source}-1`, attempts: 1 },
  }));
  await queues.pages.addBulk(jobs);
  const fail = (): never => {
    throw new RangeError('NO: no');
  };
  const worker = new Worker('pages', fail, { connection, prefix: keysOf(name).tag });
  await vi.waitUntil(async () => (await queues.pages.getFailedCount()) === sources.length, 300_000);
  await worker.close();
  connection.disconnect();
  await queues.close();
}

it('writes a line and counts where a job took its worker down each time', async () => {
  const keys = keysOf('t-stalled');
  const queues = openQueues(redis.client, keys);
  const shared = { prefix: keys.tag, maxStalledCount: 3, lockDuration: 50, stalledInterval: 50 };
  await queues.pages.add('page', { link: { source: 'one', url: 'https://a.test/' } });
  for (let death = 1; death <= 4; death += 1) {
    const connection = redis.client.duplicate();
    // It takes the job and is heard of no more.
    const worker = new Worker('pages', null, { ...shared, connection, autorun: false });
    await vi.waitUntil(() => worker.getNextJob('dead'), 300_000);
    if (death < 4) {
      await worker.startStalledCheckTimer();
      await vi.waitUntil(async () => (await queues.pages.getWaitingCount()) === 1, 300_000);
    }
    await worker.close(true);
    connection.disconnect();
  }
  const told: JobRecord[] = [];
  const failed: unknown[] = [];
  const connection = redis.client.duplicate();
  const worker = startWorker({
    ...{ queue: 'pages', connection, keys, concurrency: 1, lockMs: 500, stalledEveryMs: 100 },
    work: async () => expect.fail('the job must not be run a fifth time'),
    report: (jobRecord) => told.push(jobRecord),
    place: () => ({ source: 'one' }),
    failed: async (_job, error) => void failed.push(error),
    tell: () => undefined,
  });
  await vi.waitUntil(() => failed.length > 0, 300_000);
  expect(told).toMatchObject([
    { job: 'page', source: 'one', outcome: 'dead-letter', error: { code: 'STALLED' } },
  ]);
  const [letter] = await jobLetters(queues);
  expect(letter?.letter.reason).toMatch(/^STALLED: /u);
  await worker.close();
  connection.disconnect();
  await queues.close();
});

it('blames no job that was in hand beside the one whose worker died each time', async () => {
  const keys = keysOf('t-beside');
  const queues = openQueues(redis.client, keys);
  const link = { source: 'one', url: 'https://a.test/' };
  const jobs = Array.from({ length: 8 }, () => ({ name: 'page', data: { link } }));
  await queues.pages.addBulk(jobs);
  const ends: string[] = [];
  const start = (work: (job: Job) => Promise<JobRecord>) => {
    const connection = redis.client.duplicate();
    const worker = startWorker({
      ...{
        queue: 'pages',
        connection,
        keys,
        work,
        concurrency: 8,
        // A busy machine renews no lock late: those of a dead worker are taken away below.
        lockMs: 120_000,
        stalledEveryMs: 100,
      },
      report: ({ outcome }) => void ends.push(outcome),
      place: () => ({ source: 'one' }),
      failed: async () => undefined,
      tell: () => undefined,
    });
    return async (): Promise<void> => {
      await worker.close(true);
      connection.disconnect();
    };
  };
  const active = (): Promise<number> => queues.pages.getActiveCount();
  for (let death = 1; death <= 4; death += 1) {
    let begun = 0;
    // A worker that dies is heard of no more: what it had in hand never ends.
    const die = start(() => {
      begun += 1;
      return new Promise(() => undefined);
    });
    const inHand = death === 1 ? jobs.length : 1;
    await vi.waitUntil(async () => begun >= inHand && (await active()) === inHand, 300_000);
    await die();
    const locks = await redis.client.keys(`${keys.tag}:pages:*:lock`);
    expect(locks).toHaveLength(inHand);
    await redis.client.del(locks);
  }
  const stop = start(async () => ({ job: 'page', outcome: 'published', ms: 0 }));
  await vi.waitUntil(() => ends.length >= jobs.length, 300_000);
  expect(ends.filter((outcome) => outcome === 'published').length).toBeGreaterThan(6);
  expect(ends.filter((outcome) => outcome !== 'published').length).toBeLessThan(2);
  await stop();
  await queues.close();
});
