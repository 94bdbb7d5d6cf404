import { expect, it } from 'vitest';
import { defineCrawler } from '../../../src/crawler.ts';
import { chooseCrawler } from '../../../src/line/extract/crawler-choice.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';

const page = parseDocument('<html><body class="shatt"><p>نص</p></body></html>', 'https://x.test/a');
const matches = (name: string) => ($: (selector: string) => { length: number }) =>
  $(`body.${name}`).length > 0;

const old = defineCrawler({ name: 'shatt', matches: matches('shatt') });
const redesign = defineCrawler({ name: 'shatt', matches: matches('shatt'), since: '2025-03-01' });
const latest = defineCrawler({ name: 'shatt', matches: matches('shatt'), since: '2026-06-01' });
const other = defineCrawler({ name: 'other', matches: matches('other') });
const broken = defineCrawler({
  name: 'broken',
  matches: () => {
    throw new RangeError('a strange page');
  },
});
const crawlers = [broken, other, redesign, old, latest];

it.each([
  ['the newest version', 'auto', '2026-11-23T10:00:00Z', latest],
  ['the newest where nothing is said of the time', 'auto', undefined, latest],
  ['the version of its time', 'auto', '2026-05-31T10:00:00Z', redesign],
  ['the one before all dated ones', 'auto', '2024-01-01T10:00:00Z', old],
  ['the version of its time, named', 'shatt', '2025-03-02T00:00:00Z', redesign],
  ['the one that is named, unlike as it looks', 'other', undefined, other],
  ['none', 'article', undefined, undefined],
])('%s', (_, crawler, fetchedAt, expected) => {
  const context = { crawlers, source: { crawler }, ...(fetchedAt ? { fetchedAt } : {}) };
  expect(chooseCrawler(page, context)).toBe(expected);
});

it('has none for a page that no crawler knows', () => {
  const strange = parseDocument('<p>نص</p>', 'https://x.test/a');
  expect(chooseCrawler(strange, { crawlers })).toBeUndefined();
});
