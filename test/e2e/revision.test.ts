import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openInstallation } from '../../src/cli/installation.ts';
import { crawlNow } from '../../src/jobs/crawl-now.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { ArticleRecord } from '../../src/record/article.ts';
import { seenLinks } from '../../src/state/seen.ts';
import { type AnswerSite, answerSite, articlePage, feedOf } from '../answers.ts';

const LEAD =
  'ارتفع عدد المصابين في حريق سوق الأقمشة القديم إلى سبعة عشر شخصا، وقالت مديرية الصحة إن حالتين منها حرجتان.';
const MORE =
  'وبدأت فرق الإطفاء رفع الأنقاض من الممر الشرقي، على أن يفتح الشارع المجاور أمام السيارات مساء الثلاثاء المقبل.';

let site: AnswerSite;
beforeAll(async () => {
  site = await answerSite('revisit: [1s]');
  site.answers.set('/feed', feedOf(site.origin, '/fire'));
});
afterAll(() => site.close());

const records = (): ArticleRecord[] =>
  readFileSync(join(site.folder, 'out.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ArticleRecord.parse(JSON.parse(line)));

it('publishes a correction as the next revision, and shows what it changed', async () => {
  site.answers.set('/fire', articlePage('17 مصابا في حريق سوق الأقمشة', [LEAD, MORE]));
  expect(await site.drain()).toMatchObject({ published: 1 });
  await pause(1100);
  const corrected = [LEAD.replace('سبعة عشر', 'تسعة عشر'), MORE];
  site.answers.set('/fire', articlePage('19 مصابا في حريق سوق الأقمشة', corrected));
  expect(await site.drain()).toMatchObject({ updated: 1 });
  const [first, second] = records();
  expect(second).toMatchObject({
    id: first?.id,
    revision: 2,
    change: 'updated',
    changed: ['headline', 'articleBody'],
  });
  const { stdout } = await site.run('records', 'get', first?.id ?? '', '--diff');
  expect(stdout).toContain('revision 1 → 2');
  expect(stdout).toContain('[-سبعة-]');
  expect(stdout).toContain('{+تسعة+}');
});

it.each([['get'], ['story']])(
  'says of an id that records %s does not find where to look',
  async (name) => {
    const { stderr, status } = await site.run('records', name, 'nowhere');
    expect(status).toBe(1);
    expect(stderr).toContain('retention.records');
    expect(stderr).toContain('marsad records search');
  },
);

it('shows stored records by their id, with the revisions before', async () => {
  const id = records()[0]?.id ?? '';
  const { stdout } = await site.run('records', 'get', id, '--revisions');
  const revisions = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).revision);
  expect(revisions).toEqual([2, 1]);
  const found = await site.run('records', 'search', 'الأقمشة حريق', '--only', 'sources=one');
  expect([found.stdout, found.stderr]).toEqual([
    expect.stringContaining(id),
    expect.stringMatching(/^1 records, of \d+ entries looked through; all of the log\n$/u),
  ]);
  const slip = await site.run('records', 'search', 'حريق', '--only', 'sources=won');
  expect(slip).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/no source won/u),
  });
  const tail = await site.run('records', 'tail', '--json', '-n', '1');
  expect(JSON.parse(tail.stdout)).toMatchObject({ id, revision: 2 });
  const status = await site.run('status');
  expect(status.stdout).toContain('one');
});

it('visits a source for a look, without publishing and though nothing changed', async () => {
  const before = records().length;
  const { stdout, status } = await site.run('crawl', 'one');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ headline: '19 مصابا في حريق سوق الأقمشة' });
  expect(records()).toHaveLength(before);
  const page = await site.run('crawl', `${site.origin}/fire`);
  expect(JSON.parse(page.stdout)).toMatchObject({ url: `${site.origin}/fire` });
  const none = await site.run('crawl', 'nobody');
  expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining('No source nobody') });
});

const FOUND =
  'عُثر في الميناء القديم على مرساة حجرية يقدّر عمرها بألفي عام، ونُقلت إلى متحف المدينة للترميم.';

it('withdraws an article whose page is gone, at a recheck and when it is asked for by hand', async () => {
  site.answers.set('/feed', feedOf(site.origin, '/fire', '/anchor'));
  site.answers.set(
    '/anchor',
    articlePage('العثور على مرساة حجرية في الميناء القديم', [FOUND, MORE]),
  );
  expect(await site.drain()).toMatchObject({ published: 1 });
  for (const path of ['/fire', '/anchor']) site.answers.set(path, [410, {}, '']);
  site.answers.set('/feed', feedOf(site.origin));
  const installation = await openInstallation(join(site.folder, 'config'));
  const { redis, keys } = installation;
  const queues = openQueues(redis, keys);
  const now = () => new Date();
  const deps = { queues, seen: seenLinks(redis, keys), now };
  await crawlNow(`${site.origin}/fire?utm_source=mail`, { id: 'one' }, deps);
  await queues.close();
  await pause(1100);
  expect(await site.drain()).toMatchObject({ withdrawn: 2 });
  await installation.close();
  const gone = records().filter(({ change }) => change === 'withdrawn');
  expect(gone.map(({ url }) => url).sort()).toEqual([
    `${site.origin}/anchor`,
    `${site.origin}/fire`,
  ]);
});
