import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { redisClient } from '../../src/state/connection.ts';
import { countsOf } from '../faults/results.ts';
import { install } from '../marsad.ts';
import { loadSites } from '../sites/catalogue.ts';

const SITES = ['wakalat-khalij', 'almarsa'];

/** After how many requests of the run its private Redis is killed. */
const KILLED_AFTER = [4, 9];

it('goes on where its private Redis is killed in mid-run, and loses nothing', async ({ task }) => {
  const installation = await install(SITES);
  try {
    const { child, ended } = installation.start('run', '--drain', '--json');
    for (const most of KILLED_AFTER) {
      while (installation.served.requests.length < most && child.exitCode === null) {
        await pause(2);
      }
      await killRedis(installation.folder);
    }
    const end = await ended;
    const wanted = (await loadSites(SITES)).flatMap(({ articles }) =>
      articles.filter(({ inFeed }) => inFeed !== false),
    );
    const keys = installation.published().map(({ id, revision }) => `${id}:${revision}`);
    Object.assign(task.meta, countsOf(keys, wanted.length));
    expect(keys.length).toBe(wanted.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(end.status).toBe(0);
    expect(end.stderr).toContain('redis-lost');
  } finally {
    await installation.close();
  }
});

/** Ends the server by its own pid, as a machine does that runs out of memory. */
async function killRedis(folder: string): Promise<void> {
  const client = redisClient({ socket: join(folder, 'state', 'redis', 'redis.sock') });
  client.on('error', () => undefined);
  const pid = Number(/process_id:(\d+)/u.exec(await client.info('server'))?.[1]);
  client.disconnect();
  process.kill(pid, 'SIGKILL');
}
