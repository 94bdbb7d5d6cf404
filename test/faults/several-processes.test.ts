import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { answerSite, feedOf } from '../answers.ts';
import { startMarsad } from '../marsad.ts';
import { form } from './form.ts';
import { outputOf } from './output.ts';
import { countsOf } from './results.ts';
import { newsPage } from './short-news.ts';

const SOURCES = 12;
const PAGES_EACH = 5;

/** Two processes of every role, and workers beside them: eight that crawl in the whole form. */
const workers = form({ short: 0, whole: 6 });

it('makes each visit and each page once among several schedulers, consoles and workers', async ({
  task,
}) => {
  const site = await answerSite('enabled: false');
  const { answers, origin, folder, asked } = site;
  const settings = join(folder, 'config/marsad.yaml');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}console: { port: 0 }\n`);
  const sources = Array.from({ length: SOURCES }, (_, at) => `source-${at}`);
  const pages = sources.flatMap((source, at) => {
    const paths = Array.from({ length: PAGES_EACH }, (_one, page) => `/${source}/${page}`);
    for (const [page, path] of paths.entries()) answers.set(path, newsPage(at * PAGES_EACH + page));
    answers.set(`/${source}/feed`, feedOf(origin, ...paths));
    writeFileSync(
      join(folder, `config/sources/${source}.yaml`),
      `name: ${source}\nhomepage: ${origin}/\ndiscover: [{ feed: ${origin}/${source}/feed }]\n` +
        'visit: { every: 1h }\nfetch: { via: http }\n',
    );
    return paths;
  });
  const all = ['schedule,crawl,deliver,console', 'schedule,crawl,deliver,console'];
  const roles = [...all, ...Array.from({ length: workers }, () => 'crawl')];
  const processes = roles.map((list) => startMarsad(['run', '--roles', list], { cwd: folder }));
  try {
    await vi.waitUntil(() => outputOf(folder).length >= pages.length, 300_000);
    for (const { child } of processes) child.kill('SIGTERM');
    for (const { ended } of processes) expect(await ended).toMatchObject({ status: 0, stderr: '' });
    const times = (path: string): number => asked.filter((one) => one === path).length;
    const routes = sources.map((source) => `/${source}/feed`);
    expect([...routes, ...pages].filter((path) => times(path) !== 1)).toEqual([]);
    const keys = outputOf(folder).map(({ id, revision }) => `${id}:${revision}`);
    Object.assign(task.meta, countsOf(keys, pages.length));
    expect(keys).toHaveLength(pages.length);
    expect(new Set(keys).size).toBe(pages.length);
  } finally {
    for (const { child } of processes) child.kill('SIGKILL');
    site.close();
  }
});
