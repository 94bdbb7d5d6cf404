import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysOf } from '../../../src/state/keys.ts';
import { sinkStates } from '../../../src/state/sink-states.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

const ENTRIES = 10;
const BOUND = 100;

/** A log of ten entries with a group that was set behind the one of that number. */
async function fillBehind(place: number): Promise<number | undefined> {
  const keys = keysOf(`t-fill-${place}`);
  for (let at = 1; at <= ENTRIES; at += 1) {
    await redis.client.xadd(keys.log, `${at}-0`, 'event', 'e');
  }
  await redis.client.xgroup('CREATE', keys.log, 'file', `${place}-0`);
  const states = await sinkStates(redis.client, keys, { names: ['file'], logRecords: BOUND });
  return states[0]?.fill;
}

it.each([
  [0, 0.1],
  [ENTRIES, 0],
])('counts what a sink behind entry %i has to get: %f', async (place, share) => {
  expect(await fillBehind(place)).toBe(share);
});

it('counts no more than the log holds where Redis does not count', async () => {
  // A restored or moved sink stands amid the log: it is not full for that.
  expect(await fillBehind(4)).toBe(ENTRIES / BOUND);
});
