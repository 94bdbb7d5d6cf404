import { describe, expect, it } from 'vitest';
import { findSiteNames, stripSiteName } from '../../../src/line/extract/site-name.ts';

const NAMES = ['جريدة السهل', 'السهل نت'];

describe('stripSiteName', () => {
  it.each([
    ['حصاد القمح يبدأ - جريدة السهل', 'حصاد القمح يبدأ'],
    ['حصاد القمح يبدأ | جريدة السهل', 'حصاد القمح يبدأ'],
    ['جريدة السهل : حصاد القمح يبدأ', 'حصاد القمح يبدأ'],
    ['حصاد القمح يبدأ – السهل نت | جريدة السهل', 'حصاد القمح يبدأ'],
    ['الوزير: حصاد القمح يبدأ غدا', 'الوزير: حصاد القمح يبدأ غدا'],
    ['عاجل | حصاد القمح يبدأ', 'عاجل | حصاد القمح يبدأ'],
    ['جريدة السهل', 'جريدة السهل'],
  ])('%s', (title, headline) => {
    expect(stripSiteName(title, NAMES)).toBe(headline);
  });
});

describe('findSiteNames', () => {
  const metadata = (title: string) => ({
    meta: new Map(),
    links: new Map(),
    title,
    jsonLd: [],
    states: [],
  });
  const find = (title: string, headings: string[]) =>
    findSiteNames({
      metadata: metadata(title),
      nodes: [],
      headings,
      source: undefined,
      url: 'https://127.0.0.1/1',
    });

  it.each([
    ['حصاد القمح يبدأ - اقتصاد - جريدة السهل', ['حصاد القمح يبدأ'], ['جريدة السهل', 'السهل']],
    ['جريدة السهل: حصاد القمح يبدأ', ['حصاد القمح يبدأ'], ['جريدة السهل', 'السهل']],
    ['حصاد القمح يبدأ | جريدة السهل', ['جريدة السهل', 'حصاد القمح يبدأ'], ['جريدة السهل', 'السهل']],
    [
      'حصاد القمح يبدأ - وكالة السهل الإخبارية',
      ['حصاد القمح يبدأ'],
      ['وكالة السهل الإخبارية', 'السهل الإخبارية', 'وكالة السهل', 'السهل'],
    ],
    ['حصاد القمح يبدأ', ['حصاد القمح يبدأ'], []],
  ])('%s', (title, headings, names) => {
    expect(find(title, headings)).toEqual(names);
  });
});
