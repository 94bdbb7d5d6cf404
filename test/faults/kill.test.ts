import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { answerSite, feedOf } from '../answers.ts';
import { dropLocks } from '../locks.ts';
import { startMarsad } from '../marsad.ts';
import { randomFrom } from '../unit/extract/drift/sequences.ts';
import { form } from './form.ts';
import { outputOf } from './output.ts';
import { countsOf } from './results.ts';
import { newsPage } from './short-news.ts';

const { kills, articles, isWhole } = form({
  short: { kills: 2, articles: 30, isWhole: false },
  whole: { kills: 20, articles: 500, isWhole: true },
});

/** Longest time from a request to the kill: a page is read and published within it. */
const LATER_MS = 40;

it('loses nothing and publishes nothing twice when the process is killed in mid-run', async ({
  task,
}) => {
  const site = await answerSite('fetch: { via: http }');
  try {
    const { answers, origin, folder, asked } = site;
    const paths = Array.from({ length: articles }, (_, at) => `/news/${at}`);
    answers.set('/feed', feedOf(origin, ...paths));
    for (const [number, path] of paths.entries()) answers.set(path, newsPage(number));
    const random = randomFrom(kills);
    // After 3 requests it is amid its visit; on average half of its share of the pages is done.
    for (let kill = 0; kill < kills; kill += 1) {
      const before = asked.length;
      const most = 3 + random() * (articles / kills);
      const { child, ended } = startMarsad(['run', '--drain'], { cwd: folder });
      while (asked.length - before < most && child.exitCode === null) await pause(1);
      await pause(random() * LATER_MS);
      child.kill('SIGKILL');
      await ended;
      expect(child.signalCode, `kill ${kill + 1}`).toBe('SIGKILL');
      // In the whole form what it had in hand runs out by itself the first time.
      if (!isWhole || kill > 0) await dropLocks(join(folder, 'state/redis/redis.sock'));
    }
    const end = await site.run('run', '--drain', '--json');
    const keys = outputOf(folder).map(({ id, revision }) => `${id}:${revision}`);
    Object.assign(task.meta, countsOf(keys, articles));
    expect(keys).toHaveLength(articles);
    expect(new Set(keys).size).toBe(articles);
    expect(end).toMatchObject({ status: 0, stderr: '' });
  } finally {
    site.close();
  }
});
