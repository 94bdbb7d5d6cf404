import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysOf } from '../../../src/state/keys.ts';
import { openWriteGate } from '../../../src/state/write-gate.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

it('starts a real Redis, serves, and leaves nothing behind', async () => {
  const other = await startTestRedis();
  expect(await other.client.set('k', 'v')).toBe('OK');
  expect(await other.client.get('k')).toBe('v');
  await other.stop();
  expect(other.client.status).toBe('end');
});

it('sends the commands of one turn in one write, each answered and in order', async () => {
  const { client } = redis;
  await client.ping();
  const replies = Promise.all([
    client.rpush('list', 'a'),
    client.pipeline().rpush('list', 'b').exec(),
    client.rpush('list', 'c'),
    client.lrange('list', 0, -1),
  ]);
  expect(client.stream.writableCorked).toBe(1);
  expect((await replies)[3]).toEqual(['a', 'b', 'c']);
  expect(client.stream.writableCorked).toBe(0);
});

it('answers what was asked in the turn in which it is closed, and after a lost connection', async () => {
  const client = redis.client.duplicate();
  const last = client.set('last', '1');
  const end = client.quit();
  expect([await last, await end]).toEqual(['OK', 'OK']);
  redis.client.stream.destroy();
  expect(await redis.client.get('last')).toBe('1');
});

it.each<[string, Error, string | undefined]>([
  ['is out of memory', new Error("OOM command not allowed when used memory > 'maxmemory'."), 'OOM'],
  ['is away', new Error('connect ECONNREFUSED 127.0.0.1:6379'), 'away'],
  ['refuses one command alone', new Error('ERR wrong number of arguments'), undefined],
])('lets nothing begin that could not be kept while Redis %s', (_, error, told) => {
  const gate = openWriteGate(redis.client, keysOf('t-gate'), 3_600_000);
  gate.check();
  gate.note(error);
  if (told === undefined) expect(gate.check).not.toThrow();
  else
    expect(gate.check).toThrow(expect.objectContaining({ message: expect.stringContaining(told) }));
  gate.close();
});
