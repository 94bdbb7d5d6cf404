import { expect, it } from 'vitest';
import { hasNextPosts, postsAddress } from '../../../src/line/discover/posts-page.ts';

it('pages through the posts of an API by their dates', () => {
  const span = { since: Date.parse('2024-04-01'), until: Date.parse('2024-06-01') };
  const api = 'https://almina.test/wp-json/wp/v2/posts?_embed=1&page=9';
  expect(Object.fromEntries(new URL(postsAddress(api, span, 2)).searchParams)).toEqual({
    _embed: '1',
    after: '2024-04-01T00:00:00.000Z',
    before: '2024-06-01T00:00:00.000Z',
    per_page: '100',
    orderby: 'date',
    page: '2',
  });
});

it.each([
  ['the first of three', { page: 1, count: 100, totalPages: '3' }, true],
  ['the last of three', { page: 3, count: 100, totalPages: '3' }, false],
  ['fewer than 100, as some sites allow', { page: 1, count: 20, totalPages: '3' }, true],
  ['an empty one, whatever is stated', { page: 2, count: 0, totalPages: '300' }, false],
  ['a full one, nothing stated', { page: 1, count: 100 }, true],
  ['one that is not full, nothing stated', { page: 1, count: 99 }, false],
  ['a number that is none', { page: 1, count: 100, totalPages: 'many' }, true],
])('%s', (_, answer, expected) => {
  expect(hasNextPosts(answer)).toBe(expected);
});
