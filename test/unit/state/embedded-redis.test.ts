import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, redisClient } from '../../../src/state/connection.ts';
import { joinEmbeddedRedis } from '../../../src/state/embedded-redis.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-embedded-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answers = async (socket: string): Promise<boolean> => {
  const client = redisClient({ socket }, { retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
};

it('lets eight starts at once share one server, and the last to leave stops it', async () => {
  const members = await Promise.all(Array.from({ length: 8 }, () => joinEmbeddedRedis(folder)));
  const [first, ...others] = members;
  expect(new Set(members.map(({ socket }) => socket)).size).toBe(1);
  await Promise.all(others.map(({ leave }) => leave()));
  expect(await answers(first?.socket ?? '')).toBe(true);
  await first?.leave();
  expect(await answers(first?.socket ?? '')).toBe(false);
});

it('keeps what was written over a stop, and over a crash of the server', async () => {
  const first = await joinEmbeddedRedis(folder);
  const redis = await connectRedis({ socket: first.socket });
  await redis.set('kept', 'نعم');
  redis.disconnect();
  await first.leave();
  const second = await joinEmbeddedRedis(folder);
  const again = await connectRedis({ socket: second.socket });
  expect(await again.get('kept')).toBe('نعم');
  const pid = Number(/process_id:(\d+)/u.exec(await again.info('server'))?.[1]);
  again.disconnect();
  process.kill(pid, 'SIGKILL');
  const third = await joinEmbeddedRedis(folder);
  const last = await connectRedis({ socket: third.socket });
  expect(await last.get('kept')).toBe('نعم');
  last.disconnect();
  await third.leave();
  // It came back to the new server, and would hold it for ever.
  await second.leave();
  expect(await answers(third.socket)).toBe(false);
});

it('leaves no server behind where it is left while the server is started again', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { socket, leave } = await joinEmbeddedRedis(folder);
    const client = await connectRedis({ socket });
    const pid = Number(/process_id:(\d+)/u.exec(await client.info('server'))?.[1]);
    client.disconnect();
    process.kill(pid, 'SIGKILL');
    // Some rounds leave before the loss is seen, some after.
    await pause(20 * round);
    await leave();
    expect(await answers(socket), `round ${round}`).toBe(false);
  }
});

it('says in one sentence what is wrong with a Redis it cannot use', async () => {
  const { socket, leave } = await joinEmbeddedRedis(folder);
  const admin = await connectRedis({ socket });
  await admin.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await expect(connectRedis({ socket })).rejects.toThrow(
    /evicts keys \(maxmemory-policy allkeys-lru\)/u,
  );
  await admin.config('SET', 'maxmemory-policy', 'noeviction');
  admin.disconnect();
  await leave();
  await expect(connectRedis({ url: 'redis://:geheim@127.0.0.1:1/' })).rejects.toThrow(
    /Redis does not answer at redis:\/\/:\*\*\*@127\.0\.0\.1:1/u,
  );
});
