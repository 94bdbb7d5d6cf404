import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sketch } from '../../../src/line/dedupe/sketch.ts';
import { StoryIndex, type StoryItem } from '../../../src/line/dedupe/story-index.ts';
import type { ArticleDraft } from '../../../src/record/article.ts';
import type { Story } from '../../../src/record/story.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { draftOf } from '../../article.ts';
import { chance } from '../../bench/copies/chance.ts';
import { newsday } from '../../bench/copies/newsday.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
let runs = 0;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

/** The stories that the atomic step gives to the texts, in order. */
async function inRedis(name: string, items: readonly StoryItem[]): Promise<Story[]> {
  const log = articleLog(redis.client, keysOf(name));
  const stories: Story[] = [];
  for (const item of items) {
    const draft = draftOf({
      id: item.id,
      url: `http://news.test/${item.id}`,
      headline: item.headline,
      articleBody: item.articleBody,
      datePublished: item.datePublished,
      source: { ...draftOf().source, id: item.id, name: nameOf(item) },
      ...(item.credit ? { credit: [{ name: 'الشاطئ', kind: 'newspaper' }] } : {}),
    });
    const { record } = await log.commit(draft, sketch(draft));
    if (record) stories.push(record.story);
  }
  return stories;
}

const nameOf = ({ source }: StoryItem): string =>
  typeof source === 'string' ? source : (source?.name ?? 'صحيفة');

it('decides in Redis as it does in memory, for any newsday', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const set = newsday(chance(seed), { stories: 12, templates: 9, hard: 2 });
      const agencies = ['وكالة أنباء الساحل', 'صحيفة الشاطئ', 'موقع الميناء'];
      const items = set.map(({ item }, index) => ({
        ...item,
        source: agencies[index % 3],
        ...(index % 4 === 0 ? { credit: [{ name: 'الشاطئ' }] } : {}),
      }));
      const index = new StoryIndex();
      const inMemory = items.map((item) => index.add(item));
      expect(new Set(inMemory.map(({ role }) => role)).size).toBeGreaterThan(2);
      expect(await inRedis(`t-parity-${runs++}`, items)).toEqual(inMemory);
    }),
    { numRuns: 5 },
  );
});

it('names the agency that two newsrooms credit until its own text is there', async () => {
  const [first] = newsday(chance(31), { stories: 1, templates: 0, hard: 0 });
  if (!first) throw new RangeError('one text');
  const agency = 'وكالة أنباء الساحل';
  const log = articleLog(redis.client, keysOf('t-agency'));
  const commit = async (id: string, minute: number, change: Partial<ArticleDraft>) => {
    const draft = draftOf({
      ...{ id, url: `http://news.test/${id}` },
      headline: first.item.headline,
      articleBody: first.item.articleBody,
      datePublished: `2024-03-05T10:${minute}:00Z`,
      source: { ...draftOf().source, id, name: `صحيفة ${id}` },
      ...change,
    });
    return (await log.commit(draft, sketch(draft))).record?.story;
  };
  const credit = [{ name: agency, kind: 'agency' as const }];
  expect(await commit('a', 10, { credit })).toMatchObject({ role: 'original', agency });
  expect(await commit('b', 20, {})).toMatchObject({ role: 'copy', of: 'a', agency });
  const own = { source: { ...draftOf().source, id: 'c', name: agency } };
  expect(await commit('c', 30, own)).toEqual({
    id: 'a',
    role: 'original',
    of: null,
    similarity: 1,
  });
});
