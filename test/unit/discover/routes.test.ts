import { describe, expect, it } from 'vitest';
import {
  firstTask,
  kindOf,
  ROUTE_KINDS,
  Route,
  type RouteKind,
  routes,
  urlOf,
} from '../../../src/line/discover/routes/index.ts';
import { candidatesOf } from '../../../src/line/discover/survey.ts';
import type { Page } from '../../../src/record/fetched-page.ts';

const site = 'https://almina.example/';
const article = `${site}2026/11/28/jisr-jadid-fawq-alwadi`;

/** One document of each kind that names one article, and where the kind finds the next one. */
const DOCUMENTS: { readonly [K in RouteKind]: { text: string; next?: string } } = {
  feed: { text: `<rss><channel><item><link>${article}</link></item></channel></rss>` },
  newsSitemap: { text: `<urlset><url><loc>${article}</loc></url></urlset>` },
  wordpress: { text: JSON.stringify([{ link: article, title: { rendered: 'جسر جديد' } }]) },
  section: {
    text: `<a class="story" href="${article}">جسر جديد فوق الوادي</a><a rel="next" href="/p/2">2</a>`,
    next: `${site}p/2`,
  },
};

const pageOf = (url: string, text: string): Page => ({
  ...{ url, requestedUrl: url, redirects: [], status: 200, headers: {}, text },
  ...{ charset: 'utf-8', charsetFrom: 'default', bytes: text.length, ms: 1 },
  ...{ at: '2026-11-28T12:00:00.000Z', via: 'http' },
});

describe.each(ROUTE_KINDS)('a route of the kind %s', (kind) => {
  const url = `${site}${kind}`;
  const route = Route.parse({ [kind]: url, ...(kind === 'section' ? { links: '.story' } : {}) });

  it('is known by its key in a source’s file', () => {
    expect([kindOf(route), urlOf(route)]).toEqual([kind, url]);
    expect(Route.safeParse({ [kind]: 'ftp://almina.example/' }).success).toBe(false);
  });

  it('begins a visit with its own address and reads what stands there', async () => {
    const task = firstTask(route);
    expect(task).toMatchObject({ kind, url });
    const { text } = DOCUMENTS[kind];
    const { entries } = await routes[kind].read(pageOf(url, text), { task });
    expect(entries.map((entry) => entry.url)).toEqual([article]);
  });

  it('goes on with the next document where a backfill asks for older ones', async () => {
    const span = { since: Date.UTC(2020, 0), until: Date.UTC(2027, 0) };
    const task = routes[kind].past.begin(firstTask(route), span);
    const { text, next } = DOCUMENTS[kind];
    const { further } = await routes[kind].read(pageOf(url, text), { task });
    expect(further.map((document) => document.url)).toEqual(next ? [next] : []);
  });

  it('is tried in a survey where a site has it', () => {
    const home = {
      ...{ url: site, feeds: [{ name: '', url }], wordpress: url, isWordPress: true },
      sections: [{ name: 'بحر', url }],
    };
    const candidates = candidatesOf(home, [url]);
    expect(candidates).toContainEqual({ route: { [kind]: url }, isNamed: true });
  });
});

describe('a listing whose rules find nothing', () => {
  const cards = [1, 2, 3].map(
    (number) =>
      `<h2><a href="/2026/11/${number}">أعلن مرفأ المدينة خطة جديدة رقم ${number}</a></h2>`,
  );
  const page = pageOf(`${site}news`, cards.join(''));
  const crawler = { name: 'old-theme', discover: '.old a' };
  it.each([
    ['the selector of a file', { links: '.old a' }, undefined, 1],
    ['the selector of a crawler', {}, crawler, 1],
    ['the code of a crawler', {}, { ...crawler, discover: () => [] }, 1],
    ['no rule', {}, undefined, 0],
    ['a selector that finds them', { links: 'h2 a' }, undefined, 0],
    ['a crawler that knows articles alone', {}, { name: 'old-theme' }, 0],
  ])('is read by its cards, and says so: %s', async (_, rules, family, count) => {
    const task = { url: page.url, further: 0, ...rules };
    const { entries, mended } = await routes.section.read(page, { task, crawler: family });
    expect(entries).toHaveLength(3);
    expect(mended?.['no-match'] ?? 0).toBe(count);
  });
});
