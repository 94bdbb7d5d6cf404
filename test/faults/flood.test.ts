import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openInstallation } from '../../src/cli/installation.ts';
import { startService } from '../../src/cli/service.ts';
import { answerSite, feedOf } from '../answers.ts';
import { form } from './form.ts';
import { newsPage } from './short-news.ts';

/** The flood is as large in both forms: it costs an entry of the queue a link. */
const FLOOD = 5000;

const articles = form({ short: 4, whole: 20 });

/** What a busy machine may add to the slowest article: far less than the flood would take. */
const SPARE_MS = 3000;

it('leaves the delay of other sources alone while 5,000 new links of one source wait', async () => {
  const flooded = await answerSite('visit: { every: 1s }\nfetch: { via: http, delay: 200ms }');
  const steady = await answerSite();
  const { host } = new URL(steady.origin);
  const settings = join(flooded.folder, 'config/marsad.yaml');
  // The other site is a source of the same installation.
  const other = `name: الضفة\nhomepage: ${steady.origin}/\ndiscover: [{ feed: ${steady.origin}/feed }]\n`;
  writeFileSync(
    join(flooded.folder, 'config/sources/other.yaml'),
    `${other}visit: { every: 1s }\nfetch: { via: http }\n`,
  );
  writeFileSync(settings, settingsOf(flooded.folder, [new URL(flooded.origin).host, host]));
  flooded.answers.set('/feed', feedOf(flooded.origin));
  steady.answers.set('/feed', feedOf(steady.origin));
  const published = new Map<string, number>();
  const installation = await openInstallation(join(flooded.folder, 'config'));
  const service = await startService(installation, {
    roles: ['schedule', 'crawl'],
    watch: ({ outcome, url = '' }) => {
      if (outcome === 'published') published.set(url, performance.now());
    },
  });
  let number = 0;
  /** Publishes articles one after another; the time of each from its feed to the log. */
  const delays = async (): Promise<number[]> => {
    const times: number[] = [];
    for (let at = 0; at < articles; at += 1) {
      number += 1;
      const path = `/steady/${number}`;
      steady.answers.set(path, newsPage(number));
      steady.answers.set('/feed', feedOf(steady.origin, path));
      const from = performance.now();
      await vi.waitUntil(() => published.has(`${steady.origin}${path}`), 120_000);
      times.push((published.get(`${steady.origin}${path}`) ?? 0) - from);
    }
    return times;
  };
  try {
    const before = await delays();
    const links = Array.from({ length: FLOOD }, (_, at) => `/flood/${at}`);
    for (const [at, path] of links.slice(0, 500).entries()) {
      flooded.answers.set(path, newsPage(10_000 + at));
    }
    flooded.answers.set('/feed', feedOf(flooded.origin, ...links));
    await vi.waitUntil(() => flooded.asked.some((path) => path.startsWith('/flood/')), 120_000);
    const during = await delays();
    const waiting = await service.runtime.queues.pages.getJobCountByTypes(
      ...(['waiting', 'prioritized', 'delayed'] as const),
    );
    expect(waiting).toBeGreaterThan(FLOOD / 2);
    expect(Math.max(...during)).toBeLessThan(Math.max(...before) + SPARE_MS);
  } finally {
    await service.stop();
    await installation.close();
    flooded.close();
    steady.close();
  }
}, 300_000);

function settingsOf(folder: string, hosts: readonly string[]): string {
  return [
    `redis: { folder: ${folder}/state }`,
    `crawl: { delay: 10ms, allowHosts: ${JSON.stringify(hosts)} }`,
    'log: { level: silent }',
    '',
  ].join('\n');
}
