import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Installation, openInstallation } from '../../../src/cli/installation.ts';
import { type RecordLetters, recordLetters } from '../../../src/cli/letters.ts';
import { type Consumer, consume } from '../../../src/consume.ts';
import { openArticleQueue } from '../../../src/jobs/queues.ts';
import { deliveryOf } from '../../deliveries.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

const WAIT = { timeout: 300_000, interval: 20 } as const;

let redis: TestRedis;
let folder: string;
let installation: Installation;
let letters: RecordLetters;
let consumer: Consumer;
const taken: string[] = [];
/** What the consumer cannot take, until it is mended. */
const refused = new Set(['a2', 'a3']);

beforeAll(async () => {
  redis = await startTestRedis();
  folder = mkdtempSync(join(tmpdir(), 'marsad-letters-'));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(
    join(folder, 'marsad.yaml'),
    `redis: { url: "unix:${redis.socket}" }\nlog: { level: silent }\nsinks: { desk: { queue: { queue: desk } } }\n`,
  );
  installation = await openInstallation(folder);
  letters = recordLetters(installation);
  const queue = openArticleQueue(installation.redis, installation.keys, 'desk');
  for (const n of [1, 2, 3, 4]) {
    const { record } = deliveryOf(n);
    // One try: the pauses between ten come to minutes.
    await queue.add(record.change, record, { jobId: `${record.id}-1`, attempts: 1 });
  }
  await queue.close();
  consumer = await consume(
    'desk',
    ({ id }) => {
      if (refused.has(id)) throw new RangeError(`no room for ${id}`);
      taken.push(id);
    },
    { redis: `unix:${redis.socket}` },
  );
});
afterAll(async () => {
  await consumer.close();
  await letters.close();
  await installation.close();
  await redis.stop();
  rmSync(folder, { recursive: true });
});

it('lists what a consumer gave up, with its reason; the others have theirs', async () => {
  const listed = async () =>
    (await letters.list()).map(({ id, sink, source, record, reason }) => ({
      ...{ id, sink, source, record, reason },
    }));
  const about = { sink: 'desk', source: 'almadar' };
  await expect
    .poll(async () => (await listed()).toSorted((a, b) => a.id.localeCompare(b.id)), WAIT)
    .toEqual([
      { id: 'queue:desk:a2-1', ...about, record: 'a2:1', reason: 'no room for a2' },
      { id: 'queue:desk:a3-1', ...about, record: 'a3:1', reason: 'no room for a3' },
    ]);
  await expect.poll(() => taken.toSorted(), WAIT).toEqual(['a1', 'a4']);
});

it('gives a dead letter to the consumer again, or takes it away', async () => {
  refused.clear();
  const [again, gone, unknown] = ['queue:desk:a2-1', 'queue:desk:a3-1', 'queue:desk:a9-1'];
  expect(await letters.retry([again, unknown])).toEqual([again]);
  await expect.poll(() => taken.toSorted(), WAIT).toEqual(['a1', 'a2', 'a4']);
  expect(await letters.discard([gone, unknown])).toEqual([gone]);
  expect(await letters.list()).toEqual([]);
});
