import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMemories } from '../../../src/jobs/memories.ts';
import type { Boilerplate } from '../../../src/line/extract/boilerplate.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

const LEARNT: Boilerplate = { pages: 2, counts: new Map([['1k2j3h', 2]]), learnt: ['abc', 'def'] };

it('keeps what the pages of a site repeat for the next process', async () => {
  const keys = keysOf('t-memories');
  const one = openMemories(redis.client, keys);
  await one.boilerplate.save('mahatta', LEARNT);
  await one.closeMemories();
  expect(await openMemories(redis.client, keys).boilerplate.load('mahatta')).toEqual(LEARNT);
});

it.each<[string, unknown, Boilerplate | undefined]>([
  ['as it stands in Redis', { pages: 2, counts: { '1k2j3h': 2 }, learnt: ['abc', 'def'] }, LEARNT],
  ['not of another form', { pages: 2, hashes: ['1k2j3h'] }, undefined],
])('reads it %s', async (name, stored, expected) => {
  const keys = keysOf(`t-memories-${name.length}`);
  await redis.client.set(keys.boilerplate('mahatta'), JSON.stringify(stored));
  expect(await openMemories(redis.client, keys).boilerplate.load('mahatta')).toEqual(expected);
});
