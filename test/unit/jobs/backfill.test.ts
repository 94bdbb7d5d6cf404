import { afterEach, describe, expect, it } from 'vitest';
import { backfill } from '../../../src/jobs/backfill.ts';
import { BackfillJob } from '../../../src/jobs/queues.ts';
import { sketch } from '../../../src/line/dedupe/sketch.ts';
import { draftOf } from '../../article.ts';
import {
  type Answer,
  type BackfillInstallation,
  openBackfillInstallation,
} from './backfill-installation.ts';

const installations: BackfillInstallation[] = [];
const open = async (
  ...args: Parameters<typeof openBackfillInstallation>
): Promise<BackfillInstallation> => {
  const installation = await openBackfillInstallation(...args);
  installations.push(installation);
  return installation;
};
afterEach(async () => {
  for (const installation of installations.splice(0)) await installation.close();
});

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const index = (urls: readonly string[]): string =>
  `<sitemapindex ${NAMESPACE}>${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`;
const urlset = (urls: readonly string[], changed?: string): string => {
  const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
  return `<urlset ${NAMESPACE}>${urls.map((url) => `<url><loc>${url}</loc>${lastmod}</url>`).join('')}</urlset>`;
};
const rss = (items: string): string =>
  `<rss version="2.0"><channel><title>الربوة</title>${items}</channel></rss>`;
const count = (length: number): number[] => Array.from({ length }, (_, at) => at + 1);
const cards = (urls: readonly string[], next?: string): string =>
  `<html><body><main>${urls.map((url) => `<article><h2><a href="${url}">خبر من أخبار الربوة وأسواقها في هذا اليوم ${url.length}</a></h2></article>`).join('')}${next ? `<a rel="next" href="${next}">التالي</a>` : ''}</main></body></html>`;

describe('sitemaps', () => {
  const days = count(1200).map((back) =>
    new Date(Date.UTC(2026, 10, 23) - back * 86_400_000).toISOString().slice(0, 10),
  );
  const site = (path: string, origin: string): Answer => {
    // It names one of its sitemaps beside the index, as many sites do.
    if (path === '/robots.txt')
      return `Sitemap: ${origin}/index.xml\nSitemap: ${origin}/map-2024-05-02.xml\n`;
    if (path === '/index.xml') return index(days.map((day) => `${origin}/map-${day}.xml`));
    const day = /^\/map-([\d-]+)\.xml$/u.exec(path)?.[1];
    return day && urlset([1, 2].map((number) => `${origin}/${day.replaceAll('-', '/')}/${number}`));
  };

  it('asks of an index of years for the days of the time alone, and for each once', async () => {
    const installation = await open(site);
    const span = { since: Date.parse('2024-05-01'), until: Date.parse('2024-05-04') };
    const end = await installation.fill({ span });
    const asked = ['30', '01', '02', '03', '04'].map((day) =>
      day === '30' ? '04-30' : `05-${day}`,
    );
    expect(installation.asked.toSorted()).toEqual(
      ['/index.xml', ...asked.map((day) => `/map-2024-${day}.xml`)].toSorted(),
    );
    expect(end).toMatchObject({ asked: 6, failed: 0, met: 10, fresh: 10, todo: [] });
    const { news, past } = await installation.queued();
    expect([news.length, past.length]).toEqual([0, 10]);
    expect(past).toContain('/2024/05/02/1');
  });

  it('goes on where it died, and asks only for the document in hand again', async () => {
    const installation = await open(site);
    const saved = await installation.fillUntil(/map-2024-05-1[05]/u, {});
    expect(saved.todo?.length).toBeGreaterThan(5);
    await installation.fill(saved);
    const repeated = installation.asked.filter(
      (path, at) => installation.asked.indexOf(path) !== at,
    );
    expect(repeated).toEqual([expect.stringMatching(/^\/map-2024-05-1[05]\.xml$/u)]);
    expect((await installation.queued()).past).toHaveLength(66);
  });

  it('takes no more than asked for, and a second call what the first left', async () => {
    const installation = await open((path, origin) =>
      path === '/sitemap.xml'
        ? urlset(count(1300).map((number) => `${origin}/2024/05/03/${number}`))
        : undefined,
    );
    expect(await installation.fill({ most: 700 })).toMatchObject({ fresh: 700 });
    expect(await installation.fill({ most: 500 })).toMatchObject({ fresh: 500 });
    expect(await installation.fill({ most: 500 })).toMatchObject({ fresh: 100 });
    expect((await installation.queued()).past).toHaveLength(1300);
  });

  it('asks again for a sitemap that was down, and counts one that stays so', async () => {
    let tries = 0;
    const installation = await open((path, origin) => {
      if (path === '/robots.txt')
        return `Sitemap: ${origin}/a.xml\nSitemap: ${origin}/b.xml\nSitemap: ${origin}/gone.xml\n`;
      if (path === '/a.xml') {
        tries += 1;
        return tries === 1 ? 502 : urlset([`${origin}/2024/05/03/1`]);
      }
      return path === '/b.xml' ? 502 : undefined;
    });
    expect(await installation.fill({})).toMatchObject({ fresh: 1, failed: 1 });
    expect(installation.asked).toEqual([
      '/a.xml',
      '/b.xml',
      '/gone.xml',
      '/a.xml',
      '/b.xml',
      '/b.xml',
    ]);
  });

  it('ends with a site that names sitemaps without end', async () => {
    let number = 0;
    const installation = await open((path, origin) => {
      if (path === '/robots.txt') return `Sitemap: ${origin}/0.xml\n`;
      number += 1;
      return index(count(30).map((at) => `${origin}/${number}-${at}.xml`));
    });
    const end = await installation.fill({ asked: 4900 });
    expect(end.asked).toBeLessThanOrEqual(5000);
    expect(end.todo?.length).toBeLessThan(100);
  });
});

it('sends what is news as news, and leaves what is known alone', async () => {
  const now = new Date().toISOString();
  const installation = await open((path, origin) => {
    if (path === '/feed.xml') return rss(`<item><link>${origin}/known</link></item>`);
    if (path === '/robots.txt') return `Sitemap: ${origin}/a.xml\nSitemap: ${origin}/b.xml\n`;
    if (path === '/a.xml') return urlset([`${origin}/known`, `${origin}/old`], '2026-01-03');
    return path === '/b.xml' ? urlset([`${origin}/young`], now) : undefined;
  });
  await installation.visit();
  await installation.fill({ span: { since: Date.parse('2026-01-01'), until: Date.now() } });
  expect(await installation.queued()).toEqual({ news: ['/known', '/young'], past: ['/old'] });
});

it('asks for no page of a published article, nor of another site', async () => {
  const installation = await open((path, origin) =>
    path === '/sitemap.xml'
      ? urlset([
          `${origin}/2024/05/03/1`,
          `${origin}/2024/05/03/2`,
          'https://other.test/2024/05/03/3',
        ])
      : undefined,
  );
  const draft = draftOf({
    source: { ...draftOf().source, id: 'rabwa' },
    url: `${installation.origin}/canonical`,
    otherUrls: [`${installation.origin}/2024/05/03/1`],
  });
  await installation.deps.log.commit(draft, sketch(draft));
  expect(await installation.fill({})).toMatchObject({ met: 2, fresh: 1 });
  expect((await installation.queued()).past).toEqual(['/2024/05/03/2']);
});

it('lets other visits go first after some documents, also where a host has no pause', async () => {
  const installation = await open((path, origin) => {
    if (path === '/robots.txt')
      return count(45)
        .map((number) => `Sitemap: ${origin}/${number}.xml\n`)
        .join('');
    return urlset([]);
  });
  let saved = BackfillJob.parse({
    source: 'rabwa',
    span: { since: 0, until: 1 },
    most: 9,
    startedAt: 0,
  });
  const save = async (progress: BackfillJob): Promise<void> => {
    saved = progress;
  };
  const { source, deps } = installation;
  await expect(backfill(saved, { source, visit: 'past', deps, save })).rejects.toThrow('go first');
  expect(saved).toMatchObject({ asked: 20, stage: 'indexes' });
});

it('learns nothing of the rhythm of a source', async () => {
  const installation = await open((path, origin) => {
    if (path === '/feed.xml') return rss(`<item><link>${origin}/one</link></item>`);
    return path === '/sitemap.xml'
      ? urlset(count(50).map((number) => `${origin}/2024/05/03/${number}`))
      : undefined;
  });
  await installation.visit();
  const { history, health } = installation.deps;
  const before = [await history.load('rabwa'), (await health.of(['rabwa'])).get('rabwa')];
  expect(await installation.fill({})).toMatchObject({ fresh: 50 });
  expect([await history.load('rabwa'), (await health.of(['rabwa'])).get('rabwa')]).toEqual(before);
});

describe('WordPress', () => {
  const posts = (origin: string, from: number): string =>
    JSON.stringify(
      count(100).map((at) => ({
        link: `${origin}/post-${from + at}`,
        date_gmt: '2024-05-02T08:00:00',
        content: { rendered: 'نص '.repeat(500) },
      })),
    );
  const site = (path: string, origin: string): Answer => {
    const url = new URL(path, origin);
    if (url.pathname !== '/wp-json/wp/v2/posts') return undefined;
    const page = Number(url.searchParams.get('page'));
    return { body: posts(origin, page * 1000), headers: { 'x-wp-totalpages': '3' } };
  };
  const pages = (asked: readonly string[]): string[] =>
    asked.filter((path) => path.startsWith('/wp-json'));

  it.each(['wordpress: ORIGIN/wp-json/wp/v2/posts', 'feed: ORIGIN/feed.xml'])(
    'asks for the stated pages of the time and no more: %s',
    async (discover) => {
      const installation = await open(site, discover);
      const end = await installation.fill({});
      expect(end).toMatchObject({
        fresh: 300,
        failed: 0,
        stage: expect.stringMatching(/indexes|api/u),
      });
      expect(pages(installation.asked).map((path) => path.replace(/^.*&page=/u, ''))).toEqual([
        '1',
        '2',
        '3',
      ]);
      expect(pages(installation.asked)[0]).toContain(
        'after=2024-05-01T00%3A00%3A00.000Z&before=2024-06-01',
      );
      // Hundreds of texts that wait for days would fill Redis.
      const [job] = await installation.deps.queues.pages.getJobs(['prioritized'], 0, 0);
      expect(JSON.stringify(job?.data).length).toBeLessThan(600);
    },
  );
});

describe('archives by date', () => {
  const feed = (origin: string): string =>
    rss(
      count(3)
        .map((day) => `<item><link>${origin}/2026/11/0${day}/x</link></item>`)
        .join(''),
    );
  const three = (folder: string): string[] =>
    ['a', 'b', 'c'].map((name) => `/2024/05/${folder}/${name}-خبر`);

  it('turns their pages, and asks for days where no month is kept', async () => {
    const installation = await open((path, origin) => {
      if (path === '/feed.xml') return feed(origin);
      if (path === '/2024/05/09/') return cards(three('09'), '/2024/05/09/page/2/');
      if (path === '/2024/05/09/page/2/') return cards(three('09').map((url) => `${url}-2`));
      return undefined;
    });
    const span = { since: Date.parse('2024-05-08'), until: Date.parse('2024-05-11') };
    expect(await installation.fill({ span })).toMatchObject({ fresh: 6, failed: 0, stage: 'days' });
    expect(installation.asked.slice(-5)).toEqual([
      '/2024/05/',
      '/2024/05/10/',
      '/2024/05/09/',
      '/2024/05/08/',
      '/2024/05/09/page/2/',
    ]);
  });

  it('asks for no days where months are kept, and leaves off after a year without any', async () => {
    const installation = await open((path, origin) => {
      if (path === '/feed.xml') return feed(origin);
      return path === '/2024/05/' ? cards(three('09')) : undefined;
    });
    const span = { since: Date.parse('2014-01-01'), until: Date.parse('2024-06-01') };
    expect(await installation.fill({ span })).toMatchObject({ fresh: 3, stage: 'months' });
    expect(installation.asked.filter((path) => path.startsWith('/20'))).toHaveLength(13);
  });

  it('turns a section until it is older than the time', async () => {
    const installation = await open((path) => {
      const page = Number(/^\/news\?page=(\d+)$/u.exec(path)?.[1] ?? 0);
      if (page === 0) return undefined;
      const month = String(10 - page).padStart(2, '0');
      const urls = count(3).map((day) => `/2024/${month}/1${day}/خبر`);
      return cards(urls, `/news?page=${page + 1}`);
    }, 'section: ORIGIN/news?page=1');
    expect(await installation.fill({})).toMatchObject({ fresh: 3 });
    const turned = installation.asked.filter((path) => path.startsWith('/news'));
    // From September back to May, and April, which is before it.
    expect(turned).toEqual(count(6).map((page) => `/news?page=${page}`));
  });
});
