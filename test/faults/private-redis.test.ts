import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { redisClient } from '../../src/state/connection.ts';
import { joinEmbeddedRedis } from '../../src/state/embedded-redis.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-private-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Older than any holder leaves its lock untouched. */
const LONG_AGO = new Date(Date.now() - 60_000);

it.each([
  ['an empty lock', ''],
  ['a lock whose process id lives again', String(process.pid)],
  ['a lock of another machine', '1 another-host'],
])('%s that nobody holds does not block the start', async (_name, text) => {
  const lock = join(folder, 'redis/start.lock');
  mkdirSync(dirname(lock), { recursive: true });
  writeFileSync(lock, text);
  utimesSync(lock, LONG_AGO, LONG_AGO);
  const { leave } = await joinEmbeddedRedis(folder);
  await leave();
});

it('waits for a lock that is held, and takes it when its holder is gone', async () => {
  const lock = join(folder, 'redis/start.lock');
  mkdirSync(dirname(lock), { recursive: true });
  // Before the lock is written: it is from then on that it grows old.
  const started = performance.now();
  writeFileSync(lock, '');
  const { leave } = await joinEmbeddedRedis(folder);
  expect(performance.now() - started).toBeGreaterThan(5000);
  await leave();
});

it('puts the socket of a long path into a folder of its own that nobody else can enter', async () => {
  const deep = join(folder, 'a'.repeat(120));
  const first = await joinEmbeddedRedis(deep);
  const second = await joinEmbeddedRedis(deep);
  expect(second.socket).toBe(first.socket);
  const found = lstatSync(dirname(first.socket));
  expect([found.isDirectory(), found.uid, found.mode & 0o777]).toEqual([
    true,
    process.getuid?.(),
    0o700,
  ]);
  await second.leave();
  await first.leave();
  // Squatted by another user meanwhile: its own folder is not believed any more.
  if (process.getuid?.() === 0) {
    chownSync(dirname(first.socket), 12_345, 12_345);
    const third = await joinEmbeddedRedis(deep);
    expect(dirname(third.socket)).not.toBe(dirname(first.socket));
    await third.leave();
    rmSync(dirname(third.socket), { recursive: true });
  }
  rmSync(dirname(first.socket), { recursive: true });
});

it('stops with the last that leaves, also where several leave at once right after the start', async () => {
  for (let round = 0; round < 5; round += 1) {
    const home = join(folder, `round-${round}`);
    const joined = await Promise.all([1, 2, 3].map(() => joinEmbeddedRedis(home)));
    await Promise.all(joined.map(({ leave }) => leave()));
    const client = redisClient({ socket: joined[0]?.socket ?? '' }, { retryStrategy: () => null });
    client.on('error', () => undefined);
    await expect(client.connect()).rejects.toThrow();
  }
});

it('closes its folder to others, and refuses one that is not its own', async () => {
  mkdirSync(join(folder, 'redis'));
  chmodSync(join(folder, 'redis'), 0o777);
  await (await joinEmbeddedRedis(folder)).leave();
  expect(lstatSync(join(folder, 'redis')).mode & 0o777).toBe(0o700);
  if (process.getuid?.() !== 0) return;
  chownSync(join(folder, 'redis'), 12_345, 12_345);
  await expect(joinEmbeddedRedis(folder)).rejects.toThrow('belongs to another user');
});
