import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { redisClient } from '../../src/state/connection.ts';
import { answerSite, articlePage, feedOf } from '../answers.ts';
import { startCall } from '../called.ts';
import { form } from './form.ts';
import { requestsOnceQuiet } from './no-requests.ts';
import { countsOf } from './results.ts';

const PAGES = form({ short: 30, whole: 100 });
const TEXT =
  'قال رئيس لجنة السدود إن منسوب بحيرة الوادي ارتفع مترين منذ مطلع الشهر، وإن البوابات ستفتح تدريجيا قبل موسم الري.';

/** How long nothing is asked while Redis refuses: a page is asked for each 150 ms otherwise. */
const REFUSED_MS = form({ short: 3000, whole: 60_000 });

it('pauses while Redis refuses writes: one line a change, no request, nothing lost', async ({
  task,
}) => {
  const site = await answerSite('fetch: { via: http, delay: 150ms }');
  const { answers, origin, folder, asked } = site;
  const paths = Array.from({ length: PAGES }, (_, at) => `/dam-${at}`);
  for (const path of paths) {
    answers.set(path, articlePage(`منسوب البحيرة ${path}`, [TEXT + path, TEXT]));
  }
  answers.set('/feed', feedOf(origin, ...paths));
  const out = join(folder, 'out.jsonl');
  // Texts this alike are one story: what only says so is no article of its own.
  const records = (): string[] =>
    (existsSync(out) ? readFileSync(out, 'utf8').split('\n') : []).filter(
      (line) => line !== '' && !line.includes('"change":"merged"'),
    );
  const config = join(folder, 'config');
  const service = startCall('run', '--roles', 'schedule,crawl,deliver', '--config', config);
  try {
    await vi.waitUntil(() => records().length > 2, 300_000);
    const redis = redisClient({ socket: join(folder, 'state/redis/redis.sock') });
    await redis.config('SET', 'maxmemory', '1');
    await vi.waitUntil(() => service.stderr().includes('redis-refuses'), 300_000);
    expect(await requestsOnceQuiet(asked, REFUSED_MS)).toBeLessThan(PAGES);
    await redis.config('SET', 'maxmemory', '0');
    await vi.waitUntil(() => records().length >= PAGES, 300_000);
    redis.disconnect();
    const { status, stderr } = await service.stop();
    expect(status).toBe(0);
    const lines = stderr.split('\n').filter(Boolean);
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([]);
    const events = lines.map((line) => JSON.parse(line).event);
    expect(events.filter((event) => event === 'redis-refuses')).toHaveLength(1);
    expect(lines.length).toBeLessThan(20);
    const ids = records().map((line) => JSON.parse(line).id);
    Object.assign(task.meta, countsOf(ids, PAGES));
    expect(new Set(ids).size).toBe(PAGES);
    expect(ids).toHaveLength(PAGES);
  } finally {
    await service.stop();
    site.close();
  }
});
