import { expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { chooseDates } from '../../../src/line/normalize/article-dates.ts';
import { NEWSROOMS } from './newsrooms.ts';
import { HEADLINE, PARAGRAPHS } from './page-makes.ts';

const NOW = new Date('2026-12-01T00:00:00Z');
const solid = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

it.each(Object.entries(NEWSROOMS))('%s: text, headline, names and day', (name, newsroom) => {
  const document = parseDocument(newsroom.html, `https://${name}.test/economy/a-1`);
  const reading = readArticle(document, { crawlers });
  if (reading.kind !== 'article') throw new RangeError(`${reading.kind}: ${reading.reason}`);
  expect(reading.headline?.value).toBe(HEADLINE);
  const wanted = [...PARAGRAPHS, ...(newsroom.own ?? [])];
  const body = reading.articleBody?.value ?? [];
  expect(body.map(solid).toSorted()).toEqual(wanted.map(solid).toSorted());
  expect(reading.author?.value ?? []).toEqual(newsroom.author ?? []);
  expect(reading.credit?.value.map((credit) => credit.name) ?? []).toEqual(newsroom.credit ?? []);
  const { published } = chooseDates(reading.dates, { now: NOW, zone: 'UTC', distrustZone: false });
  expect(published?.value.instant.toISOString().slice(0, 10)).toBe(newsroom.day);
});
