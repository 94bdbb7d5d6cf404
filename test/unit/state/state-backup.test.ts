import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RedisAddress, redisClient } from '../../../src/state/connection.ts';
import { heartbeats } from '../../../src/state/heartbeats.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { backUp, restore } from '../../../src/state/state-backup.ts';
import { freePort } from '../../ports.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let from: TestRedis;
let to: TestRedis;
let folder: string;
let file: string;
const keys = keysOf('marsad');

beforeAll(async () => {
  [from, to] = await Promise.all([startTestRedis(), startTestRedis()]);
  folder = mkdtempSync(join(tmpdir(), 'marsad-backup-'));
  file = join(folder, 'state.backup');
  const { client } = from;
  await client.set(keys.of('text'), 'سطر من النص');
  await client.set(keys.of('bytes'), Buffer.from([0, 255, 10, 13, 0]));
  await client.set(keys.of('short'), 'يزول', 'PX', 3_600_000);
  await client.hset(keys.article('a1'), { head: '{"id":"a1",', rest: '"x":1}' });
  await client.rpush(keys.revisions('a1'), 'one', 'two');
  await client.zadd(keys.of('times'), 1, 'one', 2, 'two');
  await client.xadd(keys.log, '*', 'id', 'a1');
  for (let at = 0; at < 1000; at += 1) await client.set(keys.of('many', String(at)), String(at));
  await client.set('another:key', 'not of this installation');
  await backUp({ redis: client, keys, address: { socket: from.socket } }, file);
});
afterAll(async () => {
  await Promise.all([from.stop(), to.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

it('brings every key back, with its life, and nothing of others', async () => {
  const redis = to.client;
  await redis.set('another:key', 'stays');
  expect((await restore({ redis, keys }, file, false)).keys).toBe(1007);
  expect(await redis.get(keys.of('text'))).toBe('سطر من النص');
  expect(await redis.getBuffer(keys.of('bytes'))).toEqual(Buffer.from([0, 255, 10, 13, 0]));
  const life = await redis.pttl(keys.of('short'));
  expect(life).toBeGreaterThan(3_000_000);
  expect(life).toBeLessThanOrEqual(3_600_000);
  expect(await redis.hgetall(keys.article('a1'))).toEqual({ head: '{"id":"a1",', rest: '"x":1}' });
  expect(await redis.xrange(keys.log, '-', '+')).toEqual(
    await from.client.xrange(keys.log, '-', '+'),
  );
  expect(await redis.get('another:key')).toBe('stays');
});

it('refuses a state that is not empty, and takes its place with force', async () => {
  const redis = to.client;
  await redis.set(keys.of('newer'), 'x');
  await expect(restore({ redis, keys }, file, false)).rejects.toThrow(/not empty/u);
  expect(await redis.get(keys.of('newer'))).toBe('x');
  await restore({ redis, keys }, file, true);
  expect(await redis.exists(keys.of('newer'))).toBe(0);
});

const edit = (name: string, change: (bytes: Buffer) => Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(file)));
  return path;
};
const flipped = (packed: Buffer): Buffer => {
  const bytes = gunzipSync(packed);
  const at = bytes.length - 60;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return gzipSync(bytes);
};

it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length - 400), /not whole/u],
  ['cut to half', (bytes) => bytes.subarray(0, bytes.length / 2), /not whole/u],
  [
    'cut between two keys, packed anew',
    (bytes) => gzipSync(gunzipSync(bytes).subarray(0, -36)),
    /not whole: it ends/u,
  ],
  ['one bit is another', flipped, /not whole: its checksum/u],
  ['empty', () => Buffer.alloc(0), /not whole/u],
  ['a text', () => Buffer.from('name: المرسى\n'), /not whole/u],
  ['a packed text', () => gzipSync('{"format":"x"}'.repeat(40)), /not whole|no backup/u],
  [
    'a record of JSON',
    () => gzipSync(Buffer.concat([Buffer.from([0, 0, 0, 2]), Buffer.from('{}')])),
    /no backup/u,
  ],
])('refuses a file that is %s, and leaves the state as it is', async (name, change, reason) => {
  const redis = to.client;
  await redis.set(keys.of('stays'), 'x');
  await expect(restore({ redis, keys }, edit(`${name}.bak`, change), true)).rejects.toThrow(reason);
  expect(await redis.get(keys.of('stays'))).toBe('x');
});

it('refuses the state of another installation by its name', async () => {
  const other = { redis: to.client, keys: keysOf('other') };
  await expect(restore(other, file, true)).rejects.toThrow(/of the installation \{marsad\}/u);
});

it('is not put back while a process of the installation lives', async () => {
  const redis = from.client;
  await heartbeats(redis, keys).beat(['crawl'], 'another-machine-17', Date.now());
  await expect(restore({ redis, keys }, file, true)).rejects.toThrow(/another-machine-17/u);
  await redis.del(keys.of('heartbeats'));
});

describe('while a process of the installation lives', () => {
  const beat = () =>
    heartbeats(from.client, keys).beat(['crawl'], 'another-machine-17', Date.now());
  afterEach(() => from.client.del(keys.of('heartbeats')));

  it('is of one moment, without what the process has in hand', async () => {
    const redis = from.client;
    await beat();
    await redis.set(keys.of('pages', 'job-1', 'lock'), 'token', 'PX', 60_000);
    await redis.set(keys.of('sink-lease', 'file'), 'another-machine-17', 'PX', 15_000);
    // Two keys with the same number, which grows all the while.
    let [number, isOver] = [0, false];
    const writing = (async () => {
      for (; !isOver; number += 1)
        await redis.mset(keys.of('a-first'), number, keys.of('z-last'), number);
    })();
    const live = join(folder, 'live.backup');
    await backUp({ redis, keys, address: { socket: from.socket } }, live);
    const before = number;
    await vi.waitUntil(() => number > before, 300_000);
    isOver = true;
    await writing;
    const back = { redis: to.client, keys };
    await restore(back, live, true);
    const [first, last] = await to.client.mget(keys.of('a-first'), keys.of('z-last'));
    expect(Number(first)).toBeGreaterThan(0);
    expect(last).toBe(first);
    expect(await to.client.exists(keys.of('many', '999'))).toBe(1);
    expect(await to.client.pttl(keys.of('short'))).toBeGreaterThan(3_000_000);
    const inHand = [['heartbeats'], ['pages', 'job-1', 'lock'], ['sink-lease', 'file']] as const;
    const kept = inHand.map(([step, ...rest]) => keys.of(step, ...rest));
    expect(await to.client.exists(...kept)).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is taken of a database behind a password, by socket and by port', async () => {
    const port = await freePort();
    const other = await startTestRedis(['--port', String(port), '--bind', '127.0.0.1']);
    await other.client.config('SET', 'requirepass', 'open-sesame');
    const login = { password: 'open-sesame' };
    const client = redisClient({ socket: other.socket, login, db: 3 });
    await client.connect();
    await client.set(keys.of('behind'), 'x');
    for (const address of [
      { socket: other.socket, login, db: 3 },
      { url: `redis://:open-sesame@127.0.0.1:${port}/3` },
    ]) {
      await heartbeats(client, keys).beat(['crawl'], 'another-machine-17', Date.now());
      const place = { redis: client, keys, address };
      expect(await backUp(place, join(folder, 'behind'))).toMatchObject({ keys: 1 });
    }
    client.disconnect();
    await other.stop();
  });

  it.each<[string, RedisAddress, RegExp]>([
    ['nobody listens', { socket: '/nonexistent/redis.sock' }, /gives no snapshot .*No such file/u],
    [
      'it is a cluster',
      { url: 'redis://127.0.0.1:1/', topology: { cluster: { hosts: [], key: 'probe' } } },
      /of several servers/iu,
    ],
  ])('is refused, and leaves no file, where %s', async (_why, address, reason) => {
    await beat();
    const asked = backUp({ redis: from.client, keys, address }, join(folder, 'refused'));
    await expect(asked).rejects.toThrow(reason);
    expect(readdirSync(folder).filter((name) => /refused|^\./u.test(name))).toEqual([]);
  });
});

it('leaves no file where it cannot be written', async () => {
  const missing = join(folder, 'no-folder/state.backup');
  const place = { redis: from.client, keys, address: { socket: from.socket } };
  await expect(backUp(place, missing)).rejects.toThrow(/ENOENT/u);
  await heartbeats(from.client, keys).beat(['crawl'], 'another-machine-17', Date.now());
  await expect(backUp(place, missing)).rejects.toThrow(/ENOENT/u);
});
