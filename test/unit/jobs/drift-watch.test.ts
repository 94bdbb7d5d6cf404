import { afterAll, beforeAll, expect, it } from 'vitest';
import { watchDrift } from '../../../src/jobs/drift-watch.ts';
import { type Memories, openMemories } from '../../../src/jobs/memories.ts';
import type { PageObservation } from '../../../src/line/extract/drift/observation.ts';
import { pagesOf } from '../../../src/line/extract/drift/sign.ts';
import { healthBook } from '../../../src/state/health.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
let memories: Memories;

beforeAll(async () => {
  redis = await startTestRedis();
  memories = openMemories(redis.client, keysOf('t-drift'));
});
afterAll(async () => {
  await memories.closeMemories();
  await redis.stop();
});

const observationOf = (page: number): PageObservation => ({
  address: `page-${page}`,
  isArticle: true,
  words: 200 + page,
  leftOut: 0,
  fields: ['headline', 'datePublished'],
  places: { headline: 'h1', articleBody: 'source' },
  paragraphs: [],
  confidence: 0.9,
});

it.each([1, 2, 8, 40])('counts every page of %i that end at the same time', async (count) => {
  const source = `source-${count}`;
  const health = healthBook(redis.client, keysOf('t-drift'));
  const deps = { ...memories, health, tellDrift: () => undefined, now: () => new Date() };
  await Promise.all(
    Array.from({ length: count }, (_, page) => watchDrift(source, observationOf(page), deps)),
  );
  const { past = {}, recent = [] } = (await memories.profile.load(source)) ?? {};
  const before = past.article === undefined ? 0 : pagesOf(past.article);
  expect(recent.length + before).toBe(count);
});
