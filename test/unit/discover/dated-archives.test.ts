import { expect, it } from 'vitest';
import { datedArchives } from '../../../src/line/discover/dated-archives.ts';

const span = (since: string, until: string) => ({
  since: Date.parse(since),
  until: Date.parse(until),
});
const at = (path: string): string => `https://almina.test${path}`;
const winter = span('2023-12-30', '2024-02-02');

it('knows the archives of a site whose articles lie under their dates', () => {
  const urls = ['/ar/2026/11/12/أ', '/ar/2026/11/11/ب', '/ar/2026/10/30/ج', '/about'].map(at);
  const { months, days } = datedArchives(urls, winter);
  expect(months).toEqual([at('/ar/2024/02/'), at('/ar/2024/01/'), at('/ar/2023/12/')]);
  expect(days).toHaveLength(34);
  expect(days.slice(0, 2)).toEqual([at('/ar/2024/02/01/'), at('/ar/2024/01/31/')]);
  expect(days.at(-1)).toBe(at('/ar/2023/12/30/'));
});

it('writes numbers as the site does, and no days where its paths have none', () => {
  const { months, days } = datedArchives([at('/2026/3/a'), at('/2026/11/b')], winter);
  expect(months).toEqual([at('/2024/2/'), at('/2024/1/'), at('/2023/12/')]);
  expect(days).toEqual([]);
});

it('knows none where most paths have no date', () => {
  const urls = ['/news/1', '/2026/11/a', '/news/2'].map(at);
  expect(datedArchives(urls, winter)).toEqual({ months: [], days: [] });
  expect(datedArchives([], winter)).toEqual({ months: [], days: [] });
});

it('goes no further back than ten years of months and one of days', () => {
  const { months, days } = datedArchives([at('/2026/11/12/a')], span('1990-01-01', '2024-02-10'));
  expect(months).toHaveLength(120);
  expect(months.at(-1)).toBe(at('/2014/03/'));
  expect(days).toHaveLength(366);
});
