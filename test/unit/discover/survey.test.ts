import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  candidatesOf,
  chooseRoutes,
  compareRoutes,
  readHome,
  writeSourceFile,
} from '../../../src/line/discover/survey.ts';
import type { Link } from '../../../src/record/link.ts';
import { Source } from '../../../src/source.ts';

const url = 'https://akhbar.example.eg/';
const now = new Date('2026-11-23T12:00:00Z');
const comparison = { now, identityOf: (address: string) => address };

const home = `<html lang="ar" dir="rtl"><head><title>الميناء | أخبار البحر</title>
  <meta name="generator" content="WordPress 6.8"><link rel="https://api.w.org/" href="/wp-json/">
  <link rel="alternate" type="application/rss+xml" title="الميناء" href="/feed/">
  <link rel="alternate" type="application/rss+xml" title="التعليقات" href="/comments/feed/">
  <link rel="alternate" hreflang="en" href="/en/"></head>
  <nav><a href="/">الرئيسية</a><a href="/category/sea">بحر</a><a href="/category/trade/">تجارة</a>
  <a href="/2026/11/long-story-of-the-day">قصة اليوم الطويلة جدا عن الميناء</a><a href="/contact">اتصل بنا</a>
  <a href="https://other.test/x">شريك</a></nav></html>`;

const link = (path: string, hoursAgo: number, content?: string): Link => ({
  url: new URL(path, url).href,
  source: 'almina',
  route: { kind: 'feed', url },
  firstSeen: now.toISOString(),
  visit: 'v',
  published: new Date(now.getTime() - hoursAgo * 3_600_000).toISOString(),
  ...(content ? { content } : {}),
});

describe('a home page', () => {
  it('tells name, language, place, system and routes', () => {
    expect(readHome(home, { url })).toEqual({
      url,
      name: 'الميناء',
      language: 'ar',
      place: { country: 'EG', timeZone: 'Africa/Cairo', from: 'host .eg' },
      generator: 'WordPress 6.8',
      wordpress: `${url}wp-json/wp/v2/posts`,
      feeds: [{ name: 'الميناء', url: `${url}feed/` }],
      sections: [
        { name: 'بحر', url: `${url}category/sea` },
        { name: 'تجارة', url: `${url}category/trade/` },
      ],
      isWordPress: true,
    });
  });

  it.each([
    ['https://akhbar.test/', 'ar_SA', 'SA'],
    ['https://akhbar.test/', 'ar', undefined],
    ['https://akhbar.ma/', 'ar_SA', 'MA'],
  ])('%s in the locale %s is in %s', (address, locale, country) => {
    const page = `<meta property="og:locale" content="${locale}">`;
    expect(readHome(page, { url: address }).place?.country).toBe(country);
  });
});

describe('the country of a newsroom', () => {
  const address = (country: string): string =>
    `<script type="application/ld+json">{"address": {"addressCountry": "${country}"}}</script>`;
  it.each([
    [address('QA'), 'QA', 'address in QA'],
    [address('qa') + address('QA'), 'QA', 'address in QA'],
    ['<meta name="geo.region" content="YE-AD">', 'YE', 'address in YE'],
    [`${address('KW')}<meta property="og:locale" content="ar_SA">`, 'KW', 'address in KW'],
    [address('QA') + address('KW'), undefined, undefined],
    [address('GB'), undefined, undefined],
    ['<meta property="og:locale" content="ar_AR">', undefined, undefined],
    ['<meta property="og:locale" content="constructor">', undefined, undefined],
  ])('by %s is %s', (page, country, from) => {
    const { place } = readHome(page, { url: 'https://akhbar.test/' });
    expect([place?.country, place?.from]).toEqual([country, from]);
  });
});

describe('routes to try', () => {
  it('are those the site names', () => {
    const routes = candidatesOf(readHome(home, { url }), [`${url}sitemap.xml`, `${url}news.xml`]);
    const named = routes.filter(({ isNamed }) => isNamed);
    expect(named.map(({ route }) => route)).toEqual([
      { feed: `${url}feed/` },
      { newsSitemap: `${url}news.xml` },
      { wordpress: `${url}wp-json/wp/v2/posts` },
      { section: url },
      { section: `${url}category/sea` },
      { section: `${url}category/trade/` },
    ]);
  });

  it('are the usual places where it names none', () => {
    const routes = candidatesOf(readHome('<p>أهلا</p>', { url }), []);
    expect(routes.filter(({ isNamed }) => isNamed)).toEqual([
      { route: { section: url }, isNamed: true },
    ]);
    const usual = routes.map(({ route }) => route);
    expect(usual).toContainEqual({ feed: `${url}feed/` });
    for (const index of ['sitemap_index.xml', 'sitemap.xml', 'wp-sitemap.xml']) {
      expect(usual).toContainEqual({ newsSitemap: url + index });
    }
  });
});

describe('routes compared', () => {
  const feed = {
    route: { feed: `${url}feed/` },
    links: [link('/1', 1, '<p>نص</p>'), link('/2', 5, '<p>نص</p>')],
  };
  const sitemap = {
    route: { newsSitemap: `${url}news.xml` },
    links: [link('/1/', 1), link('/2', 5), link('/3', 6), link('/4', 7), link('/old', 90)],
  };
  const section = { route: { section: `${url}sea` }, links: [link('/1', 1)] };

  it('are ranked by what they hold of the last two days', () => {
    const [best, second] = compareRoutes([section, feed, sitemap], comparison);
    expect(best).toEqual({
      route: sitemap.route,
      links: 5,
      completeness: 1,
      newestAgeMin: 60,
      hasDates: true,
      hasFullText: false,
    });
    expect([second?.completeness, second?.hasFullText]).toEqual([0.5, true]);
  });

  it('are chosen while they add something', () => {
    expect(chooseRoutes([feed, section], comparison)).toEqual([feed.route]);
    const more = { route: section.route, links: [link('/9', 2)] };
    expect(chooseRoutes([feed, more], comparison)).toEqual([feed.route, more.route]);
  });

  it('gives a feed before a section that holds the same, whatever hour they state', () => {
    const shifted = { route: feed.route, links: [link('/1', 4), link('/2', 8)] };
    const same = { route: section.route, links: [link('/1', 1), link('/2', 5)] };
    expect(chooseRoutes([same, shifted], comparison)).toEqual([feed.route]);
  });

  it('gives a fresh section before a feed that nobody fills any more', () => {
    const stale = { route: feed.route, links: [link('/1', 900), link('/2', 950)] };
    expect(chooseRoutes([stale, section], comparison)).toEqual([section.route]);
  });

  it('gives one route where nothing is new, and every section where nothing is dated', () => {
    const stale = { route: feed.route, links: [link('/1', 900)] };
    const older = { route: section.route, links: [link('/0', 990)] };
    expect(chooseRoutes([older, stale], comparison)).toEqual([feed.route]);
    const bare = ['/sea', '/trade'].map((path) => {
      const { published: _, ...undated } = link(`${path}/1`, 0);
      return { route: { section: url + path }, links: [undated] };
    });
    expect(chooseRoutes(bare, comparison)).toHaveLength(2);
  });

  it('make a source file that is valid and says what it rests on', () => {
    const reports = compareRoutes([feed], comparison);
    const text = writeSourceFile({
      home: readHome(home, { url }),
      routes: [feed.route],
      reports,
      day: '2026-11-23',
    });
    expect(Source.safeParse(parse(text)).success).toBe(true);
    expect(text).toContain('# 2 links, 100 % of the last two days, newest 60 min old, full text');
  });

  it('cannot be made to write other keys', () => {
    const evil = readHome('<title>أ"\nenabled: false</title>', { url });
    const text = writeSourceFile({
      home: evil,
      routes: [feed.route],
      reports: [],
      day: '2026-11-23',
    });
    expect(parse(text)).toMatchObject({ name: 'أ" enabled: false', enabled: true });
  });
});
