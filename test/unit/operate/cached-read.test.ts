import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { StateError } from '../../../src/errors.ts';
import { cachedRead } from '../../../src/operate/cached-read.ts';
import { within } from '../../../src/operate/deadline.ts';

it('reads once for all who ask at a time, and anew later', async () => {
  let reads = 0;
  const read = cachedRead(async () => ++reads, 40);
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  await pause(60);
  expect(await read()).toBe(2);
});

it('reads anew what was changed meanwhile', async () => {
  let reads = 0;
  const read = cachedRead(async () => ++reads, 10_000);
  expect(await read()).toBe(1);
  read.forget();
  expect([await read(), await read()]).toEqual([2, 2]);
});

it('does not keep a failure', async () => {
  let reads = 0;
  const read = cachedRead(async () => {
    reads += 1;
    if (reads === 1) throw new StateError('away');
    return reads;
  }, 10_000);
  await expect(read()).rejects.toThrow('away');
  expect(await read()).toBe(2);
});

it('waits so long and no longer', async () => {
  await expect(within(20, new Promise(() => undefined))).rejects.toThrow(StateError);
  expect(await within(1000, Promise.resolve('here'))).toBe('here');
});
