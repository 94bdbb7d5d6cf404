import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ArticleRecord } from '../../src/record/article.ts';
import { answerSite, feedOf } from '../answers.ts';
import { callMarsadIn } from '../called.ts';
import { outputOf } from '../faults/output.ts';
import { newsPage } from '../faults/short-news.ts';
import { type Installation, install, startMarsad } from '../marsad.ts';
import { loadSites } from '../sites/catalogue.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await install(['almarsa', 'madina-blog']);
});
afterAll(() => installation.close());

it('goes on elsewhere from a backup, without loss or doubling', async () => {
  const { folder, config, run } = installation;
  const late = join(config, 'sources/madina-blog.yaml');
  const held = readFileSync(late);
  rmSync(late);
  expect((await run('run', '--drain')).status).toBe(0);
  const first = installation.records();
  const file = join(folder, 'state.backup');
  expect(await run('backup', file)).toMatchObject({ status: 0, stderr: '' });

  // Another machine: the same configuration, a state of its own, the copied file of the sink.
  const other = join(folder, 'other');
  mkdirSync(other);
  cpSync(config, join(other, 'config'), { recursive: true });
  writeFileSync(join(other, 'config/sources/madina-blog.yaml'), held);
  const settings = readFileSync(join(config, 'marsad.yaml'), 'utf8').replaceAll(folder, other);
  writeFileSync(join(other, 'config/marsad.yaml'), settings);
  cpSync(join(folder, 'articles.jsonl'), join(other, 'articles.jsonl'));
  const elsewhere = (...args: string[]) =>
    callMarsadIn({ cwd: other }, ...args, '--config', join(other, 'config'));

  expect(await elsewhere('restore', file)).toMatchObject({ status: 0, stderr: '' });
  expect(await elsewhere('restore', file)).toMatchObject({ status: 2, stdout: '' });
  expect((await elsewhere('run', '--drain')).status).toBe(0);
  const lines = readFileSync(join(other, 'articles.jsonl'), 'utf8').split('\n').slice(0, -1);
  const records = lines.map((line) => ArticleRecord.parse(JSON.parse(line)));
  const keysOf = (all: readonly ArticleRecord[]) =>
    all.map(({ id, revision }) => `${id}:${revision}`);
  expect(keysOf(records).slice(0, first.length)).toEqual(keysOf(first));
  expect(new Set(keysOf(records)).size).toBe(records.length);
  const wanted = (await loadSites(['almarsa', 'madina-blog'])).flatMap(({ site, articles }) =>
    articles
      .filter(({ inFeed }) => inFeed !== false)
      .map(({ headline }) => `${site.id}: ${headline}`),
  );
  const published = records.filter(({ change }) => change === 'published');
  expect(published.map(({ source, headline }) => `${source.id}: ${headline}`).sort()).toEqual(
    wanted.sort(),
  );
  const known = await elsewhere('records', 'get', first[0]?.id ?? '');
  expect(known.stdout).toContain(first[0]?.headline);
});

it('goes on elsewhere from a backup of a service amid its work, and loses nothing', async () => {
  const articles = 40;
  const site = await answerSite('fetch: { via: http, delay: 50ms }');
  const { answers, origin, folder } = site;
  const paths = Array.from({ length: articles }, (_, at) => `/news/${at}`);
  answers.set('/feed', feedOf(origin, ...paths));
  for (const [number, path] of paths.entries()) answers.set(path, newsPage(number));
  const service = startMarsad(['run', '--roles', 'schedule,crawl,deliver'], { cwd: folder });
  try {
    await vi.waitUntil(() => outputOf(folder).length > 3, 300_000);
    const file = join(folder, 'live.backup');
    expect(await site.run('backup', file)).toMatchObject({ status: 0, stderr: '' });
    // The files of sinks are copied behind it.
    const other = join(folder, 'other');
    cpSync(join(folder, 'config'), join(other, 'config'), { recursive: true });
    const settings = join(other, 'config/marsad.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replaceAll(folder, other));
    cpSync(join(folder, 'out.jsonl'), join(other, 'out.jsonl'));
    const copied = outputOf(other).length;
    service.child.kill('SIGTERM');
    expect((await service.ended).status).toBe(0);

    const elsewhere = (...args: string[]) => callMarsadIn({ cwd: other }, ...args);
    expect(await elsewhere('restore', file)).toMatchObject({ status: 0, stderr: '' });
    expect(await elsewhere('run', '--drain')).toMatchObject({ status: 0, stderr: '' });
    const keys = outputOf(other).map(({ id, revision }) => `${id}:${revision}`);
    expect(new Set(keys).size).toBe(articles);
    // What the sink got between the backup and the copy comes once more, under its key.
    expect(keys.slice(copied)).toEqual([...new Set(keys.slice(copied))]);
    const log = await elsewhere('records', 'export', '--format', 'jsonl');
    const lines = log.stdout.split('\n').filter(Boolean);
    const first = lines.map((line) => ArticleRecord.parse(JSON.parse(line)));
    expect(first.filter(({ change }) => change === 'published')).toHaveLength(articles);
  } finally {
    service.child.kill('SIGKILL');
    site.close();
  }
});
