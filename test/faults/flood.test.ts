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

/**
 * Pages of the flood, one each 200 ms, that may be asked for while an article of the other source comes:
 * its feed is looked at each second. Counted and not timed, since a busy machine is slow with both.
 */
const PAGES_BETWEEN = 100;

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
  const published = new Set<string>();
  const installation = await openInstallation(join(flooded.folder, 'config'));
  const service = await startService(installation, {
    roles: ['schedule', 'crawl'],
    watch: ({ outcome, url = '' }) => {
      if (outcome === 'published') published.add(url);
    },
  });
  let number = 0;
  const pagesOfFlood = (): number =>
    flooded.asked.filter((path) => path.startsWith('/flood/')).length;
  /** Publishes articles one after another; the pages of the flood from the feed of each to the log. */
  const waits = async (): Promise<number[]> => {
    const pages: number[] = [];
    for (let at = 0; at < articles; at += 1) {
      number += 1;
      const path = `/steady/${number}`;
      steady.answers.set(path, newsPage(number));
      steady.answers.set('/feed', feedOf(steady.origin, path));
      const from = pagesOfFlood();
      await vi.waitUntil(() => published.has(`${steady.origin}${path}`), 300_000);
      pages.push(pagesOfFlood() - from);
    }
    return pages;
  };
  try {
    await waits();
    const links = Array.from({ length: FLOOD }, (_, at) => `/flood/${at}`);
    for (const [at, path] of links.slice(0, 500).entries()) {
      flooded.answers.set(path, newsPage(10_000 + at));
    }
    flooded.answers.set('/feed', feedOf(flooded.origin, ...links));
    await vi.waitUntil(() => pagesOfFlood() > 0, 300_000);
    const during = await waits();
    const waiting = await service.runtime.queues.pages.getJobCountByTypes(
      ...(['waiting', 'prioritized', 'delayed'] as const),
    );
    expect(waiting).toBeGreaterThan(FLOOD / 2);
    expect(Math.max(...during)).toBeLessThan(PAGES_BETWEEN);
  } finally {
    await service.stop();
    await installation.close();
    flooded.close();
    steady.close();
  }
});

function settingsOf(folder: string, hosts: readonly string[]): string {
  return [
    `redis: { folder: ${folder}/state }`,
    `crawl: { delay: 10ms, allowHosts: ${JSON.stringify(hosts)} }`,
    'log: { level: silent }',
    '',
  ].join('\n');
}
