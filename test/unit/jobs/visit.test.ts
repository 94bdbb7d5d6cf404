import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { identityOf } from '../../../src/jobs/link-identity.ts';
import { VisitJob } from '../../../src/jobs/queues.ts';
import { visit } from '../../../src/jobs/visit.ts';
import { hostKey } from '../../../src/line/fetch/host-key.ts';
import type { JobRecord } from '../../../src/record/job-record.ts';
import { urlDigest } from '../../../src/state/seen.ts';
import {
  type Answer,
  type BackfillInstallation,
  openBackfillInstallation,
} from './backfill-installation.ts';

let site: BackfillInstallation | undefined;
afterEach(() => site?.close());

const item = (url: string): string => `<item><title>جسر جديد</title><link>${url}</link></item>`;
const feed = (urls: readonly string[]): string =>
  `<rss version="2.0"><channel>${urls.map(item).join('')}</channel></rss>`;
const NUMBERS = [61001, 61002, 61003];

/** A feed with tracking, and a section with clean links to the same articles. */
const answer = (path: string, origin: string): Answer => {
  if (path === '/feed.xml') {
    return feed(
      NUMBERS.map((number) => `${origin}/news/${number}?utm_source=rss&amp;utm_medium=f`),
    );
  }
  if (path !== '/bahr') return undefined;
  const cards = NUMBERS.map(
    (number) => `<h2><a href="/news/${number}">أعلن المرفأ خطة جديدة للسفن رقم ${number}</a></h2>`,
  );
  return `${cards.join('')}<h2><a href="/news/61004">رصيف رابع يفتح أبوابه أمام الصيادين اليوم</a></h2>`;
};

async function visited({ source, deps }: BackfillInstallation): Promise<JobRecord> {
  const job = VisitJob.parse({ source: source.id });
  return visit(job, { source, visit: 'v', deps, save: async () => undefined });
}

describe('a visit', () => {
  it('asks for an article once, under whichever address its routes name it', async () => {
    site = await openBackfillInstallation(
      answer,
      'feed: ORIGIN/feed.xml\n  - section: ORIGIN/bahr',
    );
    expect(await visited(site)).toMatchObject({ met: 7, fresh: 4 });
    const pages = NUMBERS.map((number) => `/news/${number}`);
    expect((await site.queued()).news).toEqual([...pages, '/news/61004']);
    expect(await visited(site)).toMatchObject({ fresh: 0 });
  });

  it('notes the links that it leaves out, each with the reason', async () => {
    site = await openBackfillInstallation(
      (path, origin) =>
        path === '/feed.xml'
          ? feed([`${origin}/news/1`, `${origin}/`, 'ftp://wadi.test/news/2'])
          : answer(path, origin),
      'feed: ORIGIN/feed.xml\n  - section: ORIGIN/bahr',
    );
    const { deps, source, origin } = site;
    const seen = identityOf(`${origin}/news/61001`);
    await deps.seen.mark(source.id, [seen], Date.now());
    await visited(site);
    const reasonOf = async (url: string) => {
      const found = await deps.leftOut.of([source.id, 'other'], urlDigest(identityOf(url)));
      return [...found].map(([id, { reason, visit: by, route }]) => [id, reason, by, route.kind]);
    };
    expect(await reasonOf(`${origin}/news/61001`)).toEqual([
      [source.id, 'met before', 'v', 'section'],
    ]);
    expect(await reasonOf(`${origin}/`)).toEqual([[source.id, 'home', 'v', 'feed']]);
    expect(await reasonOf('ftp://wadi.test/news/2')).toEqual([[source.id, 'scheme', 'v', 'feed']]);
    expect(await reasonOf(`${origin}/news/1`)).toEqual([]);
  });

  it('notes a bounded number of links that it leaves out, the latest', async () => {
    site = await openBackfillInstallation(answer);
    const { deps } = site;
    const about = { at: new Date().toISOString(), visit: 'v' };
    const route = { kind: 'feed' as const, url: 'https://wadi.test/feed' };
    for (const lot of [1, 2, 3]) {
      const links = Array.from({ length: 300 }, (_, at) => `${lot}-${at}`);
      const noted = new Map(
        links.map((digest) => [digest, { reason: 'met before' as const, route, ...about }]),
      );
      await deps.leftOut.note('many', noted);
      // Noted within one millisecond they have no order.
      await pause(2);
    }
    const isKept = async (digest: string) => (await deps.leftOut.of(['many'], digest)).size === 1;
    expect(await isKept('1-0')).toBe(false);
    expect(await isKept('3-0')).toBe(true);
    expect(await isKept('2-299')).toBe(true);
  });

  it('is kept with what each of its documents gave, the newest first', async () => {
    site = await openBackfillInstallation(
      answer,
      'feed: ORIGIN/feed.xml\n  - section: ORIGIN/bahr\n  - section: ORIGIN/gone',
    );
    await visited(site);
    await visited(site);
    const visits = await site.deps.visitLog.of(site.source.id);
    const gave = visits.map(({ routes }) =>
      routes.map(({ kind, outcome, met, fresh, code }) => [kind, outcome, met, fresh, code]),
    );
    expect(gave).toEqual([
      [
        // Without validators, by the same body.
        ['feed', 'unchanged', 0, 0, undefined],
        ['section', 'unchanged', 0, 0, undefined],
        ['section', 'failed', 0, 0, 'GONE'],
      ],
      [
        ['feed', 'read', 3, 3, undefined],
        ['section', 'read', 4, 1, undefined],
        ['section', 'failed', 0, 0, 'GONE'],
      ],
    ]);
  });

  it('says what it had to mend', async () => {
    const cut = (origin: string): string =>
      `<rss><channel>${item(`${origin}/news/1`)}<item><link>${origin}/ne`;
    site = await openBackfillInstallation((path, origin) =>
      path === '/feed.xml' ? cut(origin) : undefined,
    );
    expect(await visited(site)).toMatchObject({ fresh: 1, mended: { cut: 1 } });
  });

  it('is shortened while its host has more waiting than fits before the next, and says so', async () => {
    site = await openBackfillInstallation(
      answer,
      'feed: ORIGIN/feed.xml\n  - section: ORIGIN/bahr',
    );
    const host = hostKey(new URL(site.origin));
    const until = Date.now() + 30 * 86_400_000;
    const backlog = {
      until: async (asked: string) => (asked === host ? until : 0),
      waiting: async () => 900,
    };
    const held = await visited({ ...site, deps: { ...site.deps, backlog } });
    expect(held).toMatchObject({ fresh: 3, reason: expect.stringMatching(/^900 requests wait/u) });
    expect(site.asked).toEqual(['/feed.xml']);
    // With room again the others are asked for, and what they name is found.
    expect(await visited(site)).toMatchObject({ fresh: 1 });
  });

  it('takes up a sitemap that robots.txt has come to name, for links to its own site', async () => {
    const urlset = (...urls: string[]): string =>
      `<urlset>${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;
    site = await openBackfillInstallation((path, origin) => {
      if (path === '/s.xml') return urlset(`${origin}/news/61001`);
      return path === '/new.xml'
        ? urlset(`${origin}/news/61002`, 'https://other.example/news/1')
        : undefined;
    }, 'newsSitemap: ORIGIN/s.xml');
    const { origin, deps } = site;
    const named = (days: number, ...paths: string[]) => ({
      ...deps,
      now: () => new Date(Date.now() + days * 86_400_000),
      sitemapsOf: async () => paths.map((path) => origin + path),
    });
    await visited({ ...site, deps: named(0, '/s.xml', '/old.xml') });
    expect(site.asked).toEqual(['/s.xml']);
    const later = { ...site, deps: named(1, '/s.xml', '/old.xml', '/new.xml') };
    expect(await visited(later)).toMatchObject({ fresh: 1 });
    expect(site.asked).toEqual(['/s.xml', '/s.xml', '/new.xml']);
    expect((await site.queued()).news).toEqual(['/news/61001', '/news/61002']);
    await visited({ ...site, deps: named(2, '/s.xml') });
    expect(site.asked.slice(3)).toEqual(['/s.xml']);
  });
});
