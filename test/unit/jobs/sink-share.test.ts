import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareOf } from '../../../src/jobs/delivery/sink-share.ts';
import { deliverers } from '../../../src/state/deliverers.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

const ALL = ['file', 'queue', 'stream', 'tables'];

/** How many sinks each has, the most first. */
const countsOf = (living: Readonly<Record<string, readonly string[]>>): number[] => {
  const owners = [...shareOf(new Map(Object.entries(living))).values()];
  return Object.keys(living)
    .map((one) => owners.filter((owner) => owner === one).length)
    .toSorted((a, b) => b - a);
};

describe('the share of deliverers', () => {
  it.each<[string, Record<string, readonly string[]>, number[]]>([
    ['one alone has all', { a: ALL }, [4]],
    ['two have half each', { a: ALL, b: ALL }, [2, 2]],
    ['three of four sinks', { a: ALL, b: ALL, c: ALL }, [2, 1, 1]],
    ['more than there are sinks', { a: ['file'], b: ['file'], c: ['file'] }, [1, 0, 0]],
    ['none without sinks', { a: ALL, b: [] }, [4, 0]],
    ['a sink that is named twice', { a: ['file', 'file'], b: ['queue'] }, [1, 1]],
    ['nobody', {}, []],
  ])('%s', (_what, living, counts) => {
    expect(countsOf(living)).toEqual(counts);
  });

  it('gives no sink to one that has it not, and none is left out', () => {
    const living = new Map([
      ['a', ['file', 'queue', 'stream']],
      ['b', ['stream']],
    ]);
    expect(Object.fromEntries(shareOf(living))).toEqual({ file: 'a', queue: 'a', stream: 'b' });
  });

  it('is the same in whatever order the names come', () => {
    const entries = ['c', 'a', 'b'].map((name) => [name, ALL] as const);
    const turned = entries.toReversed();
    expect(shareOf(new Map(entries))).toEqual(shareOf(new Map(turned)));
  });
});

describe('the deliverers that live', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(() => redis.stop());

  it('are those that report themselves, until they leave or are silent', async () => {
    const keys = keysOf('t-deliverers');
    const all = async () => Object.fromEntries(await deliverers(redis.client, keys).all());
    expect(await all()).toEqual({});
    await deliverers(redis.client, keys).announce('a', ALL);
    await deliverers(redis.client, keys, 20).announce('b', ['file']);
    expect((await all()).a).toEqual(ALL);
    await expect.poll(all, { timeout: 300_000, interval: 10 }).toEqual({ a: ALL });
    await deliverers(redis.client, keys).announce('a', ['queue']);
    expect(await all()).toEqual({ a: ['queue'] });
    await deliverers(redis.client, keys).leave('a');
    expect(await all()).toEqual({});
    expect(await redis.client.keys(keys.of('deliverer*'))).toEqual([]);
  });
});
