import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysOf } from '../../../src/state/keys.ts';
import { processMetrics } from '../../../src/state/process-metrics.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

it('keeps what each process counts, small, and for a minute', async () => {
  const keys = keysOf('t-metrics');
  const kept = processMetrics(redis.client, keys);
  const series = JSON.stringify(
    Array.from({ length: 5000 }, (_, at) => ({ labels: { job: 'page', source: `s-${at}` } })),
  );
  await kept.put('one-1', series);
  await kept.put('other-2', '[]');
  expect(await kept.of(['one-1', 'gone-3', 'other-2'])).toEqual(
    new Map([
      ['one-1', series],
      ['other-2', '[]'],
    ]),
  );
  expect(await kept.of([])).toEqual(new Map());
  expect(await redis.client.strlen(keys.of('metrics', 'one-1'))).toBeLessThan(series.length / 8);
  expect(await redis.client.pttl(keys.of('metrics', 'one-1'))).toBeGreaterThan(50_000);
});
