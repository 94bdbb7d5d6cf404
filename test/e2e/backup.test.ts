import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/record/article.ts';
import { callMarsadIn } from '../called.ts';
import { type Installation, install } from '../marsad.ts';
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
