import { expect, it } from 'vitest';
import { judge } from '../../../src/operate/condition.ts';
import { sourceOf } from './sample.ts';

const now = new Date('2026-03-05T12:00:00Z');

it.each<[Record<string, number>, string | undefined]>([
  [{}, undefined],
  [{ 'article.body: .x': 4 }, undefined],
  [{ 'article.body: .x': 20 }, 'selector article.body: .x matched nothing on the last 20 pages'],
  [{ 'article.datePublished: time': 5 }, 'selector article.datePublished: time matched nothing'],
  [{ 'article.author: .by': 19 }, undefined],
  [{ 'article.author: .by': 20 }, 'selector article.author: .by matched nothing'],
  [{ 'links: .card a': 2 }, undefined],
  [{ 'links: .card a': 3 }, 'selector links: .card a matched nothing on the last 3 pages'],
  [
    { 'links: .card a': 3, 'article.headline: h1': 9 },
    'selector article.headline: h1 matched nothing on the last 9 pages',
  ],
])('judges a source whose selectors find nothing, %j', (unmatched, why) => {
  const judged = judge(sourceOf({}, { lastGood: '2026-03-05T11:58:00.000Z', unmatched }), now);
  expect(judged.condition).toBe(why === undefined ? 'good' : 'degraded');
  expect(judged.why ?? '').toContain(why ?? '');
});
