import { expect, it } from 'vitest';
import { countUnlisted, readListing } from '../../../src/line/schedule/unlisted.ts';

const at = (time: string) => `2026-11-23T${time}:00Z`;
const link = (name: string, time?: string) => ({
  url: `https://almina.test/${name}`,
  ...(time ? { published: at(time) } : {}),
});

const feed = [link('c', '12:00'), link('b', '11:40'), link('a', '11:00')];
const since = Date.parse(at('10:30'));

it.each([
  ['what the feed has is listed', [link('b', '11:40')], 0],
  ['between its entries and not in it', [link('x', '11:20')], 1],
  ['older than its last entry and still of this gap', [link('x', '10:45')], 1],
  ['newer than the feed: it may still come', [link('x', '12:05')], 0],
  ['older than the visit before: the stock of a new route', [link('x', '09:00')], 0],
  ['undated: nothing can be told', [link('x')], 0],
  ['several', [link('x', '11:20'), link('y', '11:21'), link('a', '11:00')], 2],
])('%s', (_, fresh, unlisted) => {
  expect(countUnlisted(fresh, readListing(feed), since)).toBe(unlisted);
});

it('tells nothing where the first route was unchanged or gives no dates', () => {
  expect(readListing([])).toBeUndefined();
  expect(readListing([link('a'), link('b')])).toBeUndefined();
  expect(countUnlisted([link('x', '11:20')], undefined, since)).toBe(0);
});

it('tells nothing on the first visit of a source', () => {
  const first = Number.POSITIVE_INFINITY;
  expect(countUnlisted([link('x', '11:20')], readListing(feed), first)).toBe(0);
});
