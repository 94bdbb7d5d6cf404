import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StateError } from '../../../src/errors.ts';
import { answeredWithin } from '../../../src/state/answer-wait.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

it('gives what Redis answers, also where it is a refusal', async () => {
  expect(await answeredWithin(redis.client.set('a', '1'), 60_000)).toBe('OK');
  await expect(answeredWithin(redis.client.incr('list'), 60_000)).resolves.toBe(1);
  await expect(answeredWithin(redis.client.lpush('a', 'x'), 60_000)).rejects.toThrow('WRONGTYPE');
});

it('waits no longer than it says for an answer that never comes', async () => {
  const never = new Promise<never>(() => undefined);
  await expect(answeredWithin(never, 80)).rejects.toThrow(StateError);
});

it('reads an answer that came while this process stood still for longer', async () => {
  const answer = answeredWithin(redis.client.set('a', '2'), 80);
  // Once it is sent.
  await turn();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  expect(await answer).toBe('OK');
});
