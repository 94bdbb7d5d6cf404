import { afterAll, beforeAll, expect, it } from 'vitest';
import { sketch } from '../../../src/line/dedupe/sketch.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { draftOf } from '../../article.ts';
import { chance } from '../../bench/copies/chance.ts';
import { newText } from '../../bench/copies/newsday.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

const START = Date.parse('2024-03-01T00:00:00Z');
const DAY_MS = 86_400_000;

/** Publishes the text numbered `text` on a day, and says to which story it went. */
function newsroom(name: string) {
  const log = articleLog(redis.client, keysOf(name));
  return async (id: string, text: number, day: number): Promise<string | undefined> => {
    const { headline, body } = newText(chance(text));
    const at = new Date(START + day * DAY_MS).toISOString();
    const draft = draftOf({
      id,
      headline,
      articleBody: body.join('\n\n'),
      url: `http://${id}.test/`,
      source: { ...draftOf().source, id },
      datePublished: at,
      fetch: { ...draftOf().fetch, at },
    });
    return (await log.commit(draft, sketch(draft))).record?.story.id;
  };
}

it.each([
  ['the next day', 1, 'a'],
  ['after the index has moved on to its third partition', 25, 'a'],
  ['on the last day of the window', 30, 'a'],
  ['a day later', 31, 'z'],
  ['after 60 days', 60, 'z'],
])('knows a story %s', async (_case, day, story) => {
  const publish = newsroom(`t-window-${day}`);
  await publish('a', 1, 0);
  // Other news keeps the index moving: a partition is left after ten days.
  for (let other = 2; other < day; other += 3) await publish(`o${other}`, other, other);
  expect(await publish('z', 1, day)).toBe(story);
});

it('keeps a bounded number of partitions, each with a life', async () => {
  const publish = newsroom('t-parts');
  for (let week = 0; week < 20; week++) await publish(`w${week}`, week + 1, week * 7);
  const parts = await redis.client.get(keysOf('t-parts').of('story-parts'));
  expect(parts?.split(' ').length).toBeLessThanOrEqual(6);
});

it('finds a story among thousands, over partitions of growing size', {
  timeout: 300_000,
}, async () => {
  const publish = newsroom('t-many');
  expect(await publish('a', 1, 0)).toBe('a');
  const keys = keysOf('t-many');
  const full = '1:12:1709251200000:18725';
  await redis.client.set(keys.of('story-parts'), full);
  expect(await publish('b', 2, 1)).toBe('b');
  expect(await redis.client.get(keys.of('story-parts'))).toMatch(/^2:14:\d+:1 1:12:/u);
  expect(await publish('c', 1, 1)).toBe('a');
  expect(await publish('d', 2, 1)).toBe('b');
});
