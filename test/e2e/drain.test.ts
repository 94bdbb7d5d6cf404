import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from '../../src/cli/installation.ts';
import { connectRedis } from '../../src/state/connection.ts';
import { joinEmbeddedRedis } from '../../src/state/embedded-redis.ts';
import { logReader } from '../../src/state/log-reader.ts';
import { sinkBook } from '../../src/state/sink-book.ts';
import { type Installation, install } from '../marsad.ts';
import { loadSites } from '../sites/catalogue.ts';
import { documentedKeys } from '../state-table.ts';

/** Sites of different makes, with the agency whose text others carry. */
/** Unix ms: gold is told in UTC, records in their source's zone. */
const instantOf = (text = ''): number => Date.parse(text);

const SITES = ['wakalat-khalij', 'almarsa', 'sawt-annil', 'jarida-qadima', 'manara-js'];

/** A sink that was failing when it was taken out of the settings: no run is to wait for it, or to name it. */
async function leaveFailingSink({ folder }: Installation): Promise<void> {
  const { redis, keys, close } = await openInstallation(join(folder, 'config'));
  await logReader(redis, keys).open('removed');
  const failure = { error: 'SINK: refused', failures: 9, retryAt: Date.now() + 60_000 };
  await sinkBook(redis, keys).fails('removed', new Date(Date.now() - 3_600_000), failure);
  await close();
}

describe('a run that ends by itself', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await install(SITES);
  });
  afterAll(() => installation.close());

  it('publishes every article of every source once, with copies marked', async () => {
    const end = await installation.run('run', '--drain', '--json');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    const sites = await loadSites(SITES);
    const wanted = sites.flatMap(({ site, articles }) =>
      articles
        .filter(({ inFeed }) => inFeed !== false)
        .map(({ headline }) => `${site.id}: ${headline}`),
    );
    const records = installation.published();
    expect(records.map(({ source, headline }) => `${source.id}: ${headline}`).sort()).toEqual(
      wanted.sort(),
    );
    expect(records.every(({ revision, change }) => revision === 1 && change === 'published')).toBe(
      true,
    );
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(JSON.parse(end.stdout)).toMatchObject({ published: wanted.length, stopped: false });
  });

  it('is what health asks for where a crontab runs the service, and no role of a service', async () => {
    const { stdout, status } = await installation.run('status');
    expect(stdout).toMatch(/a run that ends by itself was here \d+ ?s ago/u);
    expect(stdout).not.toMatch(/role (?:schedule|crawl|deliver)/u);
    expect(status).toBe(0);
  });

  it('tells which records tell one story, under whatever headline and in whatever order', async () => {
    const stories = new Map<string, Set<string>>();
    for (const { site, articles } of await loadSites(SITES)) {
      for (const { headline, story } of articles) {
        const record = installation
          .records()
          .findLast((one) => one.source.id === site.id && one.headline === headline);
        if (!story || !record) continue;
        stories.set(story.id, (stories.get(story.id) ?? new Set()).add(record.story.id));
      }
    }
    const ids = [...stories.values()].flatMap((found) => [...found]);
    expect([...stories.entries()].filter(([, found]) => found.size !== 1)).toEqual([]);
    expect(new Set(ids).size).toBe(stories.size);
    // Which of a story's texts is first depends on the order in which the pages come.
    const records = [...new Map(installation.records().map((one) => [one.id, one])).values()];
    const marked = records.filter(({ story }) => story.role !== 'original');
    expect(marked.length).toBeGreaterThan(0);
    for (const { story } of marked) {
      expect(records.find(({ id }) => id === story.of)?.story.id).toBe(story.id);
    }
  });

  it('gives each record the fields that its newsroom wrote', async () => {
    const records = installation.records();
    for (const { site, articles } of await loadSites(SITES)) {
      for (const article of articles.filter(({ inFeed }) => inFeed !== false)) {
        const record = records.find(
          (one) => one.source.id === site.id && one.headline === article.headline,
        );
        expect(record).toMatchObject({
          articleBody: article.body.trim(),
          ...(article.credit ? { credit: article.credit } : {}),
          ...(article.dateline ? { dateline: article.dateline } : {}),
        });
        if (article.datePublished)
          expect(instantOf(record?.datePublished)).toBe(instantOf(article.datePublished));
        expect(record?.author?.map(({ name }) => name)).toEqual(article.author);
      }
    }
  });

  it('lists the members of a story with their times and differences', async () => {
    const copy = installation.records().find(({ story }) => story.of !== null);
    const { stdout, status } = await installation.run('records', 'story', copy?.id ?? '', '--diff');
    expect(status).toBe(0);
    expect(stdout).toContain(`"id":"${copy?.id}"`);
    expect(stdout).toContain(`"id":"${copy?.story.id}"`);
    expect(stdout).toMatch(/headline: .*\{\+/u);
  });

  it('publishes nothing a second time, and asks feeds by what changed', async () => {
    const before = installation.records().length;
    const asked = installation.served.requests.length;
    const end = await installation.run('run', '--drain', '--json');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    expect(installation.records()).toHaveLength(before);
    const requests = installation.served.requests.slice(asked);
    const conditional = requests.filter(({ headers }) => headers['if-none-match'] !== undefined);
    expect(conditional.length).toBeGreaterThan(0);
    expect(conditional.every(({ status }) => status === 304)).toBe(true);
    expect(requests).toHaveLength(conditional.length);
  });

  it('names a sink that no setting names, and does not fail for it', async () => {
    await leaveFailingSink(installation);
    const end = await installation.run('run', '--drain', '--json');
    expect(end.status).toBe(0);
    expect(JSON.parse(end.stderr)).toMatchObject({ event: 'sink-unnamed', sink: 'removed' });
    expect(await installation.run('sinks', 'forget', 'removed')).toMatchObject({ status: 0 });
  });

  it('leaves no key in Redis that the table of keys does not bound', async () => {
    const { socket, leave } = await joinEmbeddedRedis(join(installation.folder, 'state'));
    const redis = await connectRedis({ socket });
    const keys = await redis.keys('*');
    redis.disconnect();
    await leave();
    const documented = documentedKeys();
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => !documented.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('names a source file that is broken in log and summary, in status and list, and ends with 1', async () => {
    const file = join(installation.folder, 'config', 'sources', 'broken.yaml');
    writeFileSync(file, 'nmae: المدار\n');
    const end = await installation.run('run', '--drain');
    expect(end.status).toBe(1);
    expect(end.stdout).toMatch(/broken file .*broken\.yaml:1:1: /u);
    const [logged, ...rest] = end.stderr.trim().split('\n');
    expect(JSON.parse(logged ?? '')).toMatchObject({ level: 'warn', event: 'source-fault' });
    expect(rest.join('\n')).toContain('broken files of the configuration: 1');
    const status = await installation.run('status');
    expect(status.status).toBe(1);
    expect(status.stdout).not.toContain('Marsad works.\n');
    expect(status.stdout).toMatch(/broken\.yaml:1:1: /u);
    // The run had every role, and is a crontab's all the same.
    expect(status.stdout).toMatch(/^ok {3}runs: a run that ends by itself was here/mu);
    const list = await installation.run('sources', 'list', '--state', 'broken');
    expect(list.stdout).toMatch(/^broken\tbroken\t.*broken\.yaml:1:1: /u);
    expect(list.stdout.trim().split('\n')).toHaveLength(1);
    rmSync(file);
  });
});
