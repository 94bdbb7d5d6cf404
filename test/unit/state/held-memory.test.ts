import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HeldMemory, heldMemory } from '../../../src/state/held-memory.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { type SourceMemory, sourceMemory } from '../../../src/state/source-memory.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
let count = 0;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

/** Longer than any test but the one that waits for it. */
const LONG_MS = 60_000;

/** Two processes that learn about the same sources, and what stands in Redis. */
function workers(heldMs = LONG_MS) {
  count += 1;
  const { boilerplate } = keysOf(`t-held-${count}`);
  const open = (): SourceMemory<number> =>
    sourceMemory(redis.client, boilerplate, (value) =>
      typeof value === 'number' ? value : undefined,
    );
  return { one: heldMemory(open(), heldMs), other: heldMemory(open(), heldMs), stored: open() };
}

async function learn(memory: HeldMemory<number>, source = 'a'): Promise<void> {
  await memory.save(source, ((await memory.load(source)) ?? 0) + 1);
}

it('gives what was learnt in the process before it is saved', async () => {
  const { one, stored } = workers();
  await learn(one);
  await learn(one);
  expect(await one.load('a')).toBe(2);
  expect(await stored.load('a')).toBeUndefined();
});

it('saves all sources at the end', async () => {
  const { one, stored } = workers();
  await learn(one, 'a');
  await learn(one, 'b');
  await one.close();
  expect(await stored.loadAll(['a', 'b', 'c'])).toEqual(
    new Map([
      ['a', 1],
      ['b', 1],
    ]),
  );
});

it('goes back after its time, and takes up what another process saved', async () => {
  const { one, other, stored } = workers(50);
  await learn(one);
  await expect.poll(() => stored.load('a')).toBe(1);
  await learn(other);
  await other.close();
  expect(await one.load('a')).toBe(2);
});

it('does not write over another process what it only read', async () => {
  const { one, stored } = workers();
  await one.load('a');
  await stored.save('a', 7);
  await one.close();
  expect(await stored.load('a')).toBe(7);
});

it('asks again after Redis refused', async () => {
  const { stored } = workers();
  let isAway = true;
  const memory = heldMemory<number>(
    {
      ...stored,
      load: async (source) => {
        if (isAway) throw new RangeError('away');
        return stored.load(source);
      },
    },
    LONG_MS,
  );
  await expect(memory.load('a')).rejects.toThrow('away');
  isAway = false;
  await stored.save('a', 3);
  expect(await memory.load('a')).toBe(3);
});
