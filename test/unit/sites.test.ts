import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Source } from '../../src/source.ts';
import { type LoadedSite, listSites, loadSites } from '../sites/catalogue.ts';
import { readBlocks } from '../sites/markup.ts';
import { type ServedSites, serveSites } from '../sites/server.ts';

const ids = await listSites();
const loaded = new Map<string, LoadedSite>();
for (const one of await loadSites()) loaded.set(one.site.id, one);
const withFeed = ids.filter((id) => !loaded.get(id)?.site.pagesOnly);

let served: ServedSites;
let folder: string;

beforeAll(async () => {
  served = await serveSites();
  folder = await mkdtemp(join(tmpdir(), 'marsad-sites-'));
});

afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

function siteOf(id: string): LoadedSite {
  const found = loaded.get(id);
  if (!found) throw new TypeError(`no site ${id}`);
  return found;
}

async function ask(id: string, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, served.origins.get(id)), { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const charset = siteOf(id).site.charset ?? 'utf-8';
  return { response, text: iconv.decode(bytes, charset) };
}

/** Text of markup or of a state in JSON as a reader sees it, spaces apart. */
function visible(markup: string): string {
  return markup
    .replaceAll('\\u003c', '<')
    .replaceAll('\\"', '"')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp);/gu, (_whole, name: string) => {
      return { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }[name] ?? '';
    })
    .replace(/\s+/gu, ' ');
}

describe('the catalogue', () => {
  it('has sites', () => {
    expect(ids.length).toBeGreaterThan(1);
  });

  it('tells each text once, but for stories of several sites', () => {
    const bodies = [...loaded.values()].flatMap(({ site, articles }) =>
      articles
        .filter((article) => !article.story)
        .map((article) => [article.body, site.id + article.path] as const),
    );
    const first = new Map<string, string>();
    const twice = bodies.filter(
      ([body, at]) => (first.get(body) ?? first.set(body, at).get(body)) !== at,
    );
    expect(twice).toEqual([]);
  });

  it('has an earliest original for each story', () => {
    const told = [...loaded.values()]
      .flatMap(({ articles }) => articles)
      .filter((one) => one.story);
    const stories = new Set(told.map((one) => one.story?.id));
    expect(stories.size).toBeGreaterThan(0);
    for (const id of stories) {
      const parts = told
        .filter((one) => one.story?.id === id)
        .sort((a, b) => (a.datePublished ?? '').localeCompare(b.datePublished ?? ''));
      const roles = parts.map((one) => one.story?.role);
      expect([id, roles[0]]).toEqual([id, 'original']);
      expect(roles.filter((role) => role === 'original')).toHaveLength(1);
    }
  });

  it.each(ids)('%s: paths are unique and instants within its time', (id) => {
    const { articles } = siteOf(id);
    expect(new Set(articles.map((one) => one.path)).size).toBe(articles.length);
    expect(articles.length).toBeGreaterThan(1);
    for (const { datePublished, dateModified } of articles) {
      for (const instant of [datePublished, dateModified]) {
        if (instant === undefined) continue;
        // What is only a set of pages may be as old as its make; a feed is of this year.
        const oldest = siteOf(id).site.pagesOnly ? '2008' : '2026-03-01';
        expect(instant > oldest && instant < '2026-11-30', instant).toBe(true);
      }
    }
  });
});

/**
 * What no gold text may hold: tatweel that stretches a word (before a digit it is spelling: بـ8),
 * markup, entities, line ends or spaces out of place.
 */
const UNCLEAN =
  /\u0640+(?=[\u0621-\u063f\u0641-\u064a])|<[a-z/]|&[a-z]+;|\r|\n{3}|[^\n]\n[^\n]|^\s|\s$| {2}| \n|\n /u;

describe('pages', () => {
  it.each(ids)('%s: every article answers 200 with its origin in place', async (id) => {
    for (const { path } of siteOf(id).articles) {
      const { response, text } = await ask(id, path);
      expect([path, response.status]).toEqual([path, 200]);
      // Scripts ask for it by name: `typeof x != 'undefined'`.
      const unfilled = /(?<!["'])undefined|NaN/u.exec(text)?.[0];
      expect([path, text.includes(`//${id}.test`), unfilled]).toEqual([path, false, undefined]);
    }
  });

  it.each(ids)('%s: pictures answer', async (id) => {
    for (const { image } of siteOf(id).articles) {
      if (!image) continue;
      const { response } = await ask(id, image.path);
      expect([image.path, response.status]).toEqual([image.path, 200]);
      expect(response.headers.get('content-type')).toBe('image/png');
    }
  });

  it.each(ids)('%s: its charset can write its pages', (id) => {
    const { site, articles } = siteOf(id);
    const charset = site.charset ?? 'utf-8';
    for (const article of articles) {
      const page = site.page(article, articles);
      expect(iconv.decode(iconv.encode(page, charset), charset)).toBe(page);
    }
  });

  it('a path that is not there is a page in Arabic with status 404', async () => {
    const { response, text } = await ask('almarsa', '/لا-شيء/');
    expect(response.status).toBe(404);
    expect(text).toContain('الصفحة غير موجودة');
  });
});

/** Addresses in a feed, news sitemap or list. */
function linksOf(id: string, text: string): string[] {
  const origin = served.origins.get(id) ?? '';
  const found = [...text.matchAll(/(?:<link>|<loc>|"url": ?"|href=")([^<"]+)/gu)];
  const paths = new Set(siteOf(id).articles.map((one) => new URL(one.path, origin).href));
  const absolute = found.map(
    ([, link = '']) => new URL(link.replaceAll('&amp;', '&').replaceAll('\\/', '/'), origin).href,
  );
  return [...new Set(absolute)].filter((link) => paths.has(link));
}

describe('sites with a source file', () => {
  it.each(withFeed)('%s: the source file is valid and names the origin', async (id) => {
    await served.writeSources(folder);
    const text = await readFile(join(folder, 'sources', `${id}.yaml`), 'utf8');
    expect(text).not.toContain('.test');
    const source = Source.parse(parse(text));
    expect(new URL(source.homepage).origin).toBe(served.origins.get(id));
  });

  it.each(withFeed)('%s: its routes list every article but those kept out', async (id) => {
    const { articles, source = '' } = siteOf(id);
    const { discover } = Source.parse(
      parse(source.replaceAll(`https://${id}.test`, served.origins.get(id) ?? '')),
    );
    const listed = new Set<string>();
    for (const route of discover) {
      const address = Object.values(route)[0];
      const { pathname, search } = new URL(String(address));
      const { response, text } = await ask(id, pathname + search);
      expect([pathname, response.status]).toEqual([pathname, 200]);
      for (const link of linksOf(id, text)) listed.add(link);
    }
    const wanted = articles.filter((one) => one.inFeed !== false);
    const missing = wanted.filter(
      (one) => !listed.has(new URL(one.path, served.origins.get(id)).href),
    );
    expect(missing.map((one) => one.path)).toEqual([]);
  });

  it.each(withFeed)('%s: has a home page and robots.txt', async (id) => {
    for (const path of ['/', '/robots.txt']) {
      const { response } = await ask(id, path);
      expect([path, response.status]).toEqual([path, 200]);
    }
  });

  it('a feed that did not change answers 304, by tag and by date', async () => {
    const { response } = await ask('almarsa', '/feed/');
    const etag = response.headers.get('etag') ?? '';
    const modified = response.headers.get('last-modified') ?? '';
    const byTag = await ask('almarsa', '/feed/', { 'if-none-match': etag });
    const byDate = await ask('almarsa', '/feed/', { 'if-modified-since': modified });
    const other = await ask('almarsa', '/feed/', { 'if-none-match': '"other"' });
    expect([byTag, byDate, other].map((one) => one.response.status)).toEqual([304, 304, 200]);
    expect(served.requests.filter((one) => one.status === 304)).toHaveLength(2);
  });
});

/** Sites whose pages hold the text in a script: nothing of it is in the markup. */
const DRAWN = new Set(['manara-js']);

describe('gold', () => {
  it.each(ids)('%s: its sub-heads are short', (id) => {
    const heads = siteOf(id)
      .articles.flatMap(readBlocks)
      .filter((block) => block.kind === 'heading');
    expect(heads.filter(({ text }) => text.length > 80 || text.endsWith('.'))).toEqual([]);
  });

  it.each(ids)('%s: is clean and told in sentences', (id) => {
    for (const { path, headline, body } of siteOf(id).articles) {
      expect([path, UNCLEAN.exec(headline)?.[0], UNCLEAN.exec(body)?.[0]]).toEqual([
        path,
        undefined,
        undefined,
      ]);
      expect(body.split(/\s+/u).length, path).toBeGreaterThan(15);
    }
  });

  it.each(ids.filter((id) => !DRAWN.has(id)))('%s: stands on its page', async (id) => {
    for (const { path, headline, body } of siteOf(id).articles) {
      const { text } = await ask(id, path);
      const plain = visible(text);
      const parts = [headline, ...body.split('\n\n')];
      // An element's end in mid-sentence is no space: `<a>الأدوية</a>،`.
      const solid = plain.replace(/\s+/gu, '');
      const absent = parts.filter((part) => !solid.includes(part.replace(/\s+/gu, '')));
      expect([path, absent]).toEqual([path, []]);
    }
  });
});
