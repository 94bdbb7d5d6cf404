import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleSinkPorts } from '../../src/jobs/sink-ports.ts';
import { sinkKinds } from '../../src/line/deliver/index.ts';
import type { Delivery, Sink, SinkPorts } from '../../src/line/deliver/sink.ts';
import { ArticleRecord } from '../../src/record/article.ts';
import { keysOf } from '../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../redis.ts';

/** A delivery of an invented record. */
const delivery = (n: number, revision = 1): Delivery => {
  const record = ArticleRecord.parse({
    schemaVersion: 1,
    id: `a${n}`,
    revision,
    change: revision === 1 ? 'published' : 'updated',
    source: { id: 'almadar', name: 'المدار', homepage: 'https://almadar.test/' },
    url: `https://almadar.test/${n}`,
    otherUrls: [],
    headline: `افتتاح جسر الوادي رقم ${n} «بعد تأخير»`,
    articleBody: 'افتتح وزير الأشغال اليوم الجسر.\n\nوقال إن العمل استمر عامين.',
    wordCount: 9,
    dateFirstSeen: '2026-11-01T08:00:00Z',
    story: { id: `a${n}`, role: 'original', of: null, similarity: 1 },
    rights: { robots: 'allowed', aiOptOut: false, paywalled: false, robotsLine: null },
    evidence: {},
    fetch: { visit: 'v', at: '2026-11-01T08:00:00Z', via: 'http', status: 200, bytes: 1, ms: 1 },
  });
  return { logId: `${1000 + n}-${revision}`, key: `a${n}:${revision}`, record };
};

let redis: TestRedis;
let folder: string;
let run = 0;
let keys = keysOf('t-sinks');
let ports: SinkPorts & { close: () => Promise<void> };
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-sink-'));
  keys = keysOf(`t-sinks-${run++}`);
  ports = articleSinkPorts(redis.client, keys);
  return async () => {
    await ports.close();
    rmSync(folder, { recursive: true });
  };
});

/** What a consumer finds in each kind of sink: the keys of its records, in order. */
const contents: Record<string, () => Promise<ArticleRecord[]>> = {
  queue: async () => {
    const { Queue } = await import('bullmq');
    const queue = new Queue('articles', { connection: redis.client, prefix: keys.tag });
    const jobs = await queue.getJobs(['waiting'], 0, -1, true);
    await queue.close();
    return jobs.map(({ data }) => ArticleRecord.parse(data));
  },
  stream: async () => {
    const entries = await redis.client.xrange(keys.of('stream', 'articles'), '-', '+');
    return entries.map(([, fields]) =>
      ArticleRecord.parse(JSON.parse(fields[fields.indexOf('record') + 1] ?? '')),
    );
  },
  jsonLines: async () =>
    readFileSync(join(folder, 'out.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ArticleRecord.parse(JSON.parse(line))),
};

const settingsOf = (name: string): unknown =>
  name === 'jsonLines' ? { path: join(folder, 'out.jsonl') } : {};
const keysIn = async (name: string): Promise<string[]> =>
  ((await contents[name]?.()) ?? []).map(({ id, revision }) => `${id}:${revision}`);

describe.each(sinkKinds.map((kind) => [kind.name, kind] as const))('the sink %s', (name, kind) => {
  const open = (): Promise<Sink> => kind.open(settingsOf(name), ports);

  it('has a label, settings with defaults for all, and an exam here', () => {
    expect(kind.label.length).toBeGreaterThan(10);
    expect(kind.settings.safeParse({}).success).toBe(true);
    expect(kind.settings.safeParse({ unknown: 1 }).success).toBe(false);
    expect(contents[name]).toBeDefined();
  });

  it('holds every record whole and in order', async () => {
    const sink = await open();
    await sink.deliver([delivery(1), delivery(2)]);
    await sink.deliver([delivery(3)]);
    await sink.close();
    expect(await contents[name]?.()).toEqual([1, 2, 3].map((n) => delivery(n).record));
  });

  it('holds a record once, however often it is delivered, over a restart too', async () => {
    const sink = await open();
    await sink.deliver([delivery(1), delivery(2)]);
    await sink.deliver([delivery(1), delivery(2)]);
    await sink.close();
    const again = await open();
    await again.deliver([delivery(1), delivery(2), delivery(3)]);
    await again.close();
    expect(await keysIn(name)).toEqual(['a1:1', 'a2:1', 'a3:1']);
  });

  it('holds each revision of an article', async () => {
    const sink = await open();
    await sink.deliver([delivery(1), delivery(1, 2)]);
    await sink.close();
    expect(await keysIn(name)).toEqual(['a1:1', 'a1:2']);
  });
});

it('takes away a line that a crash cut off, so that the next one is whole', async () => {
  const kind = sinkKinds.find(({ name }) => name === 'jsonLines');
  const sink = await kind?.open(settingsOf('jsonLines'), ports);
  await sink?.deliver([delivery(1)]);
  await sink?.close();
  appendFileSync(join(folder, 'out.jsonl'), '{"id":"a2","revi');
  const again = await kind?.open(settingsOf('jsonLines'), ports);
  await again?.deliver([delivery(2)]);
  await again?.close();
  expect(await keysIn('jsonLines')).toEqual(['a1:1', 'a2:1']);
});
