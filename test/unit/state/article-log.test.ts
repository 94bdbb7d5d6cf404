import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sketch } from '../../../src/line/dedupe/sketch.ts';
import type { ArticleLog } from '../../../src/line/publish/publish.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { type Keys, keysOf } from '../../../src/state/keys.ts';
import { records } from '../../../src/state/records.ts';
import { draftOf, plainSketch } from '../../article.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
let keys: Keys;
let log: ArticleLog;
let count = 0;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(() => {
  count += 1;
  keys = keysOf(`t-log-${count}`);
  log = articleLog(redis.client, keys);
});

/** The same log in another process: within one, commits that share index entries take turns. */
const another = (): ArticleLog => articleLog(redis.client, keys);

const seenAt = (minute: number) => ({
  fetch: { ...draftOf().fetch, at: `2024-03-05T11:${String(minute).padStart(2, '0')}:00Z` },
});
const changes = async (): Promise<string[]> => {
  const entries = await records(redis.client, keys).tail('0', 100);
  return entries.map(({ id, revision, change }) => `${id}:${revision} ${change}`);
};

describe('commit', () => {
  it('publishes a new article with its decision in front of it', async () => {
    const published = await log.commit(draftOf(), plainSketch());
    expect(published).toMatchObject({ outcome: 'published', id: 'a1', revision: 1 });
    const story = { id: 'a1', role: 'original', of: null, similarity: 1 };
    expect(published.record).toEqual({ ...draftOf(), revision: 1, change: 'published', story });
    expect(await records(redis.client, keys).get('a1')).toEqual(published.record);
    expect(await changes()).toEqual(['a1:1 published']);
  });

  it('takes the same draft twice and logs it once', async () => {
    await log.commit(draftOf(), plainSketch());
    const again = await log.commit(draftOf(), plainSketch());
    expect(again).toEqual({ outcome: 'unchanged', id: 'a1', revision: 1 });
    expect(await changes()).toEqual(['a1:1 published']);
  });

  it('lets one of twenty simultaneous commits publish', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => another().commit(draftOf(), plainSketch())),
    );
    expect(all.filter(({ outcome }) => outcome === 'published')).toHaveLength(1);
    expect(await changes()).toEqual(['a1:1 published']);
  });

  it.each([
    ['a changed field', { headline: 'h2', articleBody: 'b1' }, ['headline']],
    ['a field that came', { headline: 'h1', articleBody: 'b1', author: 'w1' }, ['author']],
    ['a field that went', { headline: 'h1' }, ['articleBody']],
    ['two of them', { headline: 'h2', articleBody: 'b2' }, ['headline', 'articleBody']],
  ])('makes a revision of %s', async (_case, fields, changed) => {
    await log.commit(draftOf(), plainSketch());
    const next = await log.commit(draftOf(seenAt(1)), plainSketch({ fields }));
    expect(next).toMatchObject({ outcome: 'updated', revision: 2 });
    expect(next.record).toMatchObject({ revision: 2, change: 'updated', changed });
    expect(await changes()).toEqual(['a1:1 published', 'a1:2 updated']);
  });

  it('keeps what another view of the page lacks, in the record too', async () => {
    const full = draftOf({ description: 'مكتبة على البحر', keywords: ['مكتبة'] });
    await log.commit(full, sketch(full));
    const amp = draftOf({ ...seenAt(1) });
    expect((await log.commit(amp, sketch(amp, 'http://news.test/amp/1'))).outcome).toBe(
      'unchanged',
    );
    const corrected = draftOf({ ...seenAt(2), headline: 'البلدية تغلق المكتبة' });
    const next = await log.commit(corrected, sketch(corrected, 'http://news.test/amp/1'));
    expect(next.record).toMatchObject({ changed: ['headline'], description: 'مكتبة على البحر' });
    expect(next.record?.changes?.map(({ kind }) => kind)).toEqual(['headline']);
    const bare = { ...full, description: undefined, ...seenAt(3), headline: corrected.headline };
    expect((await log.commit(bare, sketch(bare))).changed).toEqual(['description']);
  });

  it('keeps earlier revisions, newest first', async () => {
    for (const [minute, headline] of ['أول', 'ثان', 'ثالث'].entries()) {
      const draft = draftOf({ headline, ...seenAt(minute) });
      await log.commit(draft, plainSketch({ fields: { headline } }));
    }
    const kept = await records(redis.client, keys).revisions('a1');
    expect(kept.map(({ revision, headline }) => [revision, headline])).toEqual([
      [3, 'ثالث'],
      [2, 'ثان'],
      [1, 'أول'],
    ]);
    expect((await records(redis.client, keys).at('a1', 2))?.headline).toBe('ثان');
  });

  it('does not let an older observation undo a newer one', async () => {
    await log.commit(draftOf(seenAt(5)), plainSketch({ fields: { headline: 'new' } }));
    const late = await log.commit(draftOf(seenAt(1)), plainSketch({ fields: { headline: 'old' } }));
    expect(late.outcome).toBe('unchanged');
  });

  it('states a correction note', async () => {
    const correction = 'تصحيح: ورد "خطأ" في اسم الوزير';
    const published = await log.commit(draftOf(), plainSketch({ correction }));
    expect(published.record?.correction).toBe(correction);
  });

  it('carries any text through the splice unharmed', async () => {
    const headline = 'سطر "مقتبس" \\ وشرطة / و\u2028 و{"id":"x"}';
    const published = await log.commit(draftOf({ id: 'a"/1', headline }), plainSketch());
    expect(published.record).toMatchObject({ id: 'a"/1', headline });
  });
});

describe('stories', () => {
  const body =
    'أطلقت بلدية الميناء حملة لتنظيف الشاطئ الشمالي بمشاركة تلاميذ المدارس وجمعيات الحي، وقال رئيسها نبيل العطار إن الحملة تستمر أسبوعين وتشمل زراعة أشجار النخيل على الكورنيش وترميم المقاعد الخشبية القديمة. وخصص المجلس مبلغا لشراء حاويات جديدة، ودعا السكان إلى الإبلاغ عن أماكن تراكم النفايات عبر خط هاتفي مفتوح طوال اليوم، على أن تعرض النتائج في جلسة علنية قبل نهاية الموسم الصيفي.';
  const at = (id: string) =>
    draftOf({
      id,
      articleBody: body,
      url: `http://${id}.test/1`,
      source: { ...draftOf().source, id },
    });
  const commit = (id: string) => log.commit(at(id), sketch(at(id)));
  const commitElsewhere = (id: string) => another().commit(at(id), sketch(at(id)));

  it('agrees on the one original when two newsrooms publish at once', async () => {
    const all = await Promise.all(['x', 'y', 'z'].map(commitElsewhere));
    const stories = all.map(({ record }) => record?.story);
    const [original] = stories.filter((story) => story?.role === 'original');
    expect(stories.filter((story) => story?.role === 'copy')).toHaveLength(2);
    expect(new Set(stories.map((story) => story?.id))).toEqual(new Set([original?.id]));
  });

  it('lists the members of a story in the order they were met', async () => {
    for (const id of ['x', 'y', 'z']) await commit(id);
    const members = await records(redis.client, keys).story('x');
    expect(members.map(({ id, story }) => [id, story.of])).toEqual([
      ['x', null],
      ['y', 'x'],
      ['z', 'x'],
    ]);
  });

  it('keeps the story of an article over its revisions', async () => {
    await commit('x');
    await commit('y');
    const changed = { ...at('y'), ...seenAt(30), headline: 'عنوان جديد كل الجدة' };
    const { record } = await log.commit(changed, sketch(changed));
    expect(record).toMatchObject({
      revision: 2,
      changed: ['headline'],
      story: { id: 'x', of: 'x' },
    });
  });

  it('tells earlier records when a later one shows that their stories are one', async () => {
    const [lead = '', rest = ''] = body.split('. ');
    const made = (id: string, articleBody: string, hour: number) => {
      const draft = { ...at(id), articleBody, datePublished: `2024-03-05T0${hour}:00:00Z` };
      return log.commit(draft, sketch(draft));
    };
    const own =
      'يقف عشرات المتطوعين منذ الفجر عند الصخور وفي أيديهم قفازات وأكياس سوداء، ويتنافس الأولاد في جمع القوارير.';
    const [first, second] = [await made('x', `${own} ${rest}`, 8), await made('y', lead, 9)];
    expect([first, second].map(({ record }) => record?.story.id)).toEqual(['x', 'y']);
    expect((await made('z', body, 7)).record?.story).toMatchObject({ id: 'x', role: 'original' });
    expect(await changes()).toEqual([
      'x:1 published',
      'y:1 published',
      'z:1 published',
      'x:2 merged',
      'y:2 merged',
    ]);
    const members = await records(redis.client, keys).story('x');
    expect(members.map(({ id, change, story }) => [id, change, story.of])).toEqual([
      ['x', 'merged', 'z'],
      ['y', 'merged', 'z'],
      ['z', 'published', null],
    ]);
  });

  it('agrees on one story whatever comes between reading and writing', async () => {
    const ids = Array.from({ length: 24 }, (_, at) => `n${at}`);
    await Promise.all(ids.map(commitElsewhere));
    const members = await records(redis.client, keys).story(
      (await records(redis.client, keys).get('n0'))?.story.id ?? '',
    );
    expect(members.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(new Set(members.map(({ story }) => story.id)).size).toBe(1);
    expect(members.filter(({ story }) => story.role === 'original')).toHaveLength(1);
  });

  it('decides once about each of many copies that one process has in hand', async () => {
    const scripts = async (): Promise<number> => {
      const stats = await redis.client.info('commandstats');
      return Number(/cmdstat_evalsha:calls=(\d+)/u.exec(stats)?.[1] ?? 0);
    };
    await commit('first');
    const before = await scripts();
    await Promise.all(Array.from({ length: 24 }, (_, index) => commit(`c${index}`)));
    expect((await scripts()) - before).toBe(2 * 24);
  });

  it('gives each key of a story a bounded life', async () => {
    for (const id of ['x', 'y']) await commit(id);
    const all = await redis.client.keys(`${keys.of('story')}*`);
    const lives = await Promise.all(all.map((key) => redis.client.ttl(key)));
    expect(all.length).toBeGreaterThan(10);
    expect(lives.filter((seconds) => seconds <= 0)).toEqual([]);
  });
});

describe('identity', () => {
  it.each([
    ['its canonical address', { url: 'http://news.test/article/1' }],
    ['an address of its own', { otherUrls: ['http://news.test/article/1'] }],
  ])('knows an article by %s under another id', async (_case, change) => {
    await log.commit(draftOf(), plainSketch());
    const other = draftOf({ id: 'a2', url: 'http://news.test/amp/1', ...change });
    expect(await log.commit(other, plainSketch())).toMatchObject({
      outcome: 'unchanged',
      id: 'a1',
    });
  });

  it('knows the same text of the same source under another address', async () => {
    await log.commit(draftOf(), plainSketch({ content: 'same' }));
    const other = draftOf({ id: 'a2', url: 'http://news.test/slug-2' });
    const again = await log.commit(other, plainSketch({ content: 'same' }));
    expect(again).toMatchObject({ outcome: 'unchanged', id: 'a1' });
  });

  it('does not take two articles for one whose pages name the same address as theirs', async () => {
    await log.commit(draftOf(), plainSketch());
    const other = draftOf({ id: 'a2', url: 'http://news.test/2', otherUrls: [draftOf().url] });
    const fields = { headline: 'h2', articleBody: 'b2', datePublished: 'd2' };
    const second = await log.commit(other, plainSketch({ fields }));
    expect(second).toMatchObject({ outcome: 'published', id: 'a2' });
    const moved = draftOf({ id: 'a3', url: 'http://news.test/3', otherUrls: [draftOf().url] });
    const edited = plainSketch({ fields: { headline: 'h3', articleBody: 'b1' } });
    expect(await log.commit(moved, edited)).toMatchObject({ outcome: 'updated', id: 'a1' });
  });

  it('leaves the same address of another source its own', async () => {
    await log.commit(draftOf(), plainSketch());
    const source = { ...draftOf().source, id: 'other' };
    const other = await log.commit(draftOf({ id: 'b1', source }), plainSketch());
    expect(other).toMatchObject({ outcome: 'published', id: 'b1' });
  });

  it('gives each alias and record a bounded life', async () => {
    await log.commit(draftOf({ otherUrls: ['http://m.news.test/1'] }), plainSketch());
    const all = (await redis.client.keys(`${keys.tag}:*`)).filter((key) => key !== keys.log);
    const lives = await Promise.all(all.map((key) => redis.client.ttl(key)));
    expect(all.length).toBeGreaterThan(2);
    expect(lives.filter((seconds) => seconds <= 0)).toEqual([]);
  });
});

describe('withdraw', () => {
  const NOON = Date.parse('2024-03-05T12:00:00Z');
  const HOUR = 3_600_000;

  it('takes a 410 at its word', async () => {
    await log.commit(draftOf(), plainSketch());
    const gone = await log.withdraw('a1', { status: 410, atMs: NOON });
    expect(gone).toMatchObject({ outcome: 'withdrawn', revision: 2 });
    expect(gone.record).toEqual({ ...gone.record, ...draftOf(), change: 'withdrawn' });
    expect(await changes()).toEqual(['a1:1 published', 'a1:2 withdrawn']);
  });

  it.each([
    ['at once', 0, 'unchanged'],
    ['after an hour', HOUR, 'unchanged'],
    ['after six hours', 6 * HOUR, 'withdrawn'],
  ])('takes a second 404 %s as %s', async (_case, pause, outcome) => {
    await log.commit(draftOf(), plainSketch());
    expect((await log.withdraw('a1', { status: 404, atMs: NOON })).outcome).toBe('unchanged');
    const second = await log.withdraw('a1', { status: 404, atMs: NOON + pause });
    expect(second.outcome).toBe(outcome);
  });

  it('forgets a 404 when the page is back', async () => {
    await log.commit(draftOf(), plainSketch());
    await log.withdraw('a1', { status: 404, atMs: NOON });
    await log.commit(draftOf(seenAt(59)), plainSketch());
    const later = await log.withdraw('a1', { status: 404, atMs: NOON + 7 * HOUR });
    expect(later.outcome).toBe('unchanged');
  });

  it('withdraws once, and publishes anew what comes back', async () => {
    await log.commit(draftOf(), plainSketch());
    await log.withdraw('a1', { status: 410, atMs: NOON });
    expect((await log.withdraw('a1', { status: 410, atMs: NOON + HOUR })).outcome).toBe(
      'unchanged',
    );
    const fetch = { ...draftOf().fetch, at: '2024-03-05T14:00:00Z' };
    const back = await log.commit(draftOf({ fetch }), plainSketch());
    expect(back).toMatchObject({ outcome: 'updated', revision: 3 });
    expect(back.record?.changed).toEqual([]);
  });

  it('knows nothing of an article that was never published', async () => {
    const gone = await log.withdraw('never', { status: 410, atMs: NOON });
    expect(gone).toEqual({ outcome: 'unchanged', id: 'never', revision: 0 });
  });
});
