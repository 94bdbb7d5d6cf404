import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { callMarsad, type RunningCall, startCall } from '../called.ts';
import { dropLocks } from '../locks.ts';
import { type CommandEnd, startMarsad } from '../marsad.ts';

/** Far over what any step takes, also where the processors are busy: several services start at once. */
const LIMIT_MS = 300_000;

const PARAGRAPH =
  'أعلنت هيئة الموانئ في جزيرة المرجان أن حركة السفن عادت إلى ما كانت عليه بعد أسبوع من العواصف، وقال مديرها إن ' +
  'الأرصفة الثلاثة فتحت صباحا، وإن سفينتين تحملان القمح أفرغتا حمولتهما قبل الظهر من دون تأخير. ';

const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>الجزيرة</title>${items}</channel></rss>`;

const article = (path: string): string =>
  `<!doctype html><html lang="ar"><head><title>خبر ${path}</title></head><body><article><h1>خبر الميناء ${path}</h1>` +
  `<p>${PARAGRAPH}</p><p>${PARAGRAPH} ${path}</p></article></body></html>`;

/** What a site answers, by path; `undefined` is 404. */
type Site = (path: string, origin: string) => string | undefined;

interface Ground {
  readonly origin: string;
  readonly asked: { path: string }[];
  /** Of its private Redis. */
  readonly socket: string;
  /** Starts a command as a process of its own, which can be killed. */
  readonly start: (...args: string[]) => ReturnType<typeof startMarsad>;
  /** Starts the service within this process. */
  readonly serve: () => RunningCall;
  /** Runs a command within this process. */
  readonly run: (...args: string[]) => Promise<CommandEnd>;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface GroundOptions {
  readonly discover: string;
  readonly delay: string;
  /** Of a test that runs beside others. */
  readonly onEnd?: typeof onTestFinished;
}

/** A site on loopback, and an installation that knows it as `jazira`, until the test ends. */
async function layGround(
  site: Site,
  { discover, delay, onEnd = onTestFinished }: GroundOptions,
): Promise<Ground> {
  const asked: { path: string }[] = [];
  const listener: RequestListener = (request, response) => {
    const path = decodeURI(request.url ?? '/');
    asked.push({ path });
    const body = site(path, `http://${request.headers.host}`);
    const type = body?.startsWith('<!doctype') ? 'text/html; charset=utf-8' : 'text/plain';
    if (body === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': body.startsWith('[') ? 'application/json' : type })
        .end(body);
  };
  // A neighbour is another host, with another port, of the same site.
  const servers = [createServer(listener), createServer(listener)];
  const [origin = '', neighbour = ''] = await Promise.all(servers.map(listen));
  const folder = mkdtempSync(join(tmpdir(), 'marsad-backfill-'));
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  writeFileSync(
    join(config, 'marsad.yaml'),
    `redis: { folder: ${folder}/state }\ncrawl: { delay: ${delay}, allowHosts: ['${new URL(origin).host}', '${new URL(neighbour).host}'] }\nconsole: { port: 0 }\nlog: { level: warn }\n`,
  );
  for (const [id, home] of Object.entries({ jazira: origin, jar: neighbour })) {
    writeFileSync(
      join(config, 'sources', `${id}.yaml`),
      `name: الجزيرة\nhomepage: ${home}/\ntimeZone: UTC\nvisit: { every: 24h }\ndiscover:\n  - ${discover.replaceAll('ORIGIN', home)}\n`,
    );
  }
  const running: ReturnType<typeof startMarsad>[] = [];
  const serving: RunningCall[] = [];
  onEnd(async () => {
    // Where the test failed they go on.
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all([...running.map((one) => one.ended), ...serving.map((one) => one.stop())]);
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    origin,
    asked,
    socket: join(folder, 'state/redis/redis.sock'),
    start: (...args) => {
      const one = startMarsad([...args, '--config', config], { cwd: folder });
      running.push(one);
      return one;
    },
    serve: () => {
      const one = startCall('run', '--config', config);
      serving.push(one);
      return one;
    },
    run: (...args) => callMarsad(...args, '--config', config),
  };
}

const times = (asked: Ground['asked'], pattern: RegExp): string[] =>
  asked.map(({ path }) => path).filter((path) => pattern.test(path));

const urlset = (urls: readonly string[]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;

it.concurrent('asks for the sitemaps of the time alone, once, also when the service is killed meanwhile', async ({
  onTestFinished: onEnd,
}) => {
  const months = Array.from(
    { length: 36 },
    (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const site: Site = (path, origin) => {
    if (path === '/robots.txt')
      return `User-agent: *\nAllow: /\nSitemap: ${origin}/sitemap_index.xml\n`;
    if (path === '/feed.xml') return rss('');
    if (path === '/sitemap_index.xml')
      return `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${months.map((month) => `<sitemap><loc>${origin}/sitemap-${month}.xml</loc></sitemap>`).join('')}</sitemapindex>`;
    const month = /^\/sitemap-(\d{4}-\d{2})\.xml$/u.exec(path)?.[1];
    if (month)
      return urlset(
        [1, 2, 3].map((number) => `${origin}/${month.replace('-', '/')}/0${number + 3}/${number}`),
      );
    return /^\/\d{4}\/\d{2}\/\d{2}\/\d$/u.test(path) ? article(path) : undefined;
  };
  const ground = await layGround(site, { discover: 'feed: ORIGIN/feed.xml', delay: '60ms', onEnd });
  const start = await ground.run(
    'visit',
    'jazira',
    '--since',
    '2023-03-01',
    '--until',
    '2023-05-01',
  );
  expect(start).toMatchObject({ status: 0, stderr: '' });
  const first = ground.start('run');
  await vi.waitFor(
    () => expect(times(ground.asked, /sitemap-/u).length).toBeGreaterThan(0),
    LIMIT_MS,
  );
  first.child.kill('SIGKILL');
  await first.ended;
  await dropLocks(ground.socket);
  const second = ground.serve();
  const seen = (): number => new Set(times(ground.asked, /^\/2023|sitemap-/u)).size;
  await vi.waitFor(() => expect(seen()).toBe(6 + 4), LIMIT_MS);
  await second.stop();
  const maps = times(ground.asked, /sitemap-/u);
  // The months beside it hold days that are of it in other zones.
  expect([...new Set(maps)].sort()).toEqual(
    ['02', '03', '04', '05'].map((month) => `/sitemap-2023-${month}.xml`),
  );
  expect(times(ground.asked, /^\/sitemap_index/u)).toHaveLength(1);
  // The request that was on its way is made again.
  expect(maps.length).toBeLessThanOrEqual(5);
  expect([...new Set(times(ground.asked, /^\/20/u))].sort()).toEqual(
    ['03', '04'].flatMap((month) =>
      [1, 2, 3].map((number) => `/2023/${month}/0${number + 3}/${number}`),
    ),
  );
});

it.concurrent('pages through WordPress', async ({ onTestFinished: onEnd }) => {
  const wordpress: Site = (path, origin) => {
    if (path === '/feed.xml') return rss('');
    const url = new URL(path, origin);
    if (url.pathname === '/wp-json/wp/v2/posts') {
      const page = Number(url.searchParams.get('page') ?? 1);
      const count = page === 1 ? 100 : 7;
      return JSON.stringify(
        Array.from({ length: count }, (_, at) => ({
          link: `${origin}/post/${page}-${at}`,
          date_gmt: '2024-05-02T08:00:00',
          title: { rendered: `خبر ${page} ${at}` },
        })),
      );
    }
    return undefined;
  };
  const one = await layGround(wordpress, {
    discover: 'feed: ORIGIN/feed.xml',
    delay: '0s',
    onEnd,
  });
  await one.run(
    'visit',
    'jazira',
    '--since',
    '2024-05-01',
    '--until',
    '2024-06-01',
    '--most',
    '104',
  );
  const running = one.serve();
  await vi.waitFor(() => expect(new Set(times(one.asked, /^\/post/u)).size).toBe(104), LIMIT_MS);
  const stateNow = async () => {
    const { sources } = JSON.parse((await one.run('status', '--json')).stdout);
    return sources.find(({ id }: { id: string }) => id === 'jazira');
  };
  // The last page may be asked for before its link is counted.
  const state = await vi.waitFor(async () => {
    const now = await stateNow();
    expect(now.backfill).toMatchObject({ endedAt: expect.any(String) });
    return now;
  }, LIMIT_MS);
  await running.stop();
  expect(state.backfill).toMatchObject({
    asked: 3,
    failed: 0,
    fresh: 104,
    endedAt: expect.any(String),
  });
  // Old articles are no news of the last day, and the last article is not of now.
  expect(state.lastDay).toBe(0);
  expect(state.health.lastArticle).toBeUndefined();
  expect(times(one.asked, /[?&]page=\d/u).map((path) => /[?&]page=(\d)/u.exec(path)?.[1])).toEqual([
    '1',
    '2',
  ]);
  expect(times(one.asked, /wp-json.*after=2024-05-01T00%3A00%3A00/u)).toHaveLength(2);
});

it.concurrent('turns to archives by month where nothing else is told', async ({
  onTestFinished: onEnd,
}) => {
  const dated: Site = (path, origin) => {
    if (path === '/feed.xml')
      return rss(
        [11, 12]
          .map((day) => `<item><title>خبر</title><link>${origin}/2026/11/${day}/a</link></item>`)
          .join(''),
      );
    const cards = (names: readonly string[], month: string): string =>
      `<!doctype html><html><body><main>${names.map((name) => `<article><h2><a href="/${month}/03/${name}">خبر طويل من أخبار الميناء والجزيرة ${name}</a></h2></article>`).join('')}</main></body></html>`;
    if (path === '/2024/02/') return cards(['x', 'y', 'z'], '2024/02');
    if (path === '/2024/01/') return cards(['u', 'v', 'w'], '2024/01');
    return /^\/20\d\d\/\d\d\/\d\d\/\w$/u.test(path) ? article(path) : undefined;
  };
  const two = await layGround(dated, { discover: 'feed: ORIGIN/feed.xml', delay: '0s', onEnd });
  await two.run('visit', 'jazira', '--since', '2024-01-01', '--until', '2024-03-01');
  const service = two.serve();
  await vi.waitFor(
    () => expect(new Set(times(two.asked, /^\/2024\/0\d\/03/u)).size).toBe(6),
    LIMIT_MS,
  );
  await service.stop();
  expect(times(two.asked, /^\/sitemap/u)).toEqual(['/sitemap.xml']);
});

it.concurrent('lets a run that ends by itself end before the past is fetched', async ({
  onTestFinished: onEnd,
}) => {
  const site: Site = (path, origin) => {
    if (path === '/feed.xml')
      return rss(`<item><title>خبر</title><link>${origin}/news/1</link></item>`);
    if (path === '/sitemap.xml')
      return urlset(Array.from({ length: 300 }, (_, at) => `${origin}/2024/05/03/${at}`));
    return /^\/(?:2024|news)\//u.test(path) ? article(path) : undefined;
  };
  const ground = await layGround(site, {
    discover: 'feed: ORIGIN/feed.xml',
    delay: '500ms',
    onEnd,
  });
  await ground.run('visit', 'jazira', '--since', '2024-05-01', '--until', '2024-06-01');
  const service = ground.serve();
  await vi.waitFor(
    () => expect(times(ground.asked, /^\/2024/u).length).toBeGreaterThan(0),
    LIMIT_MS,
  );
  await service.stop();
  const end = await ground.run('run', '--drain', '--json');
  expect(end.status).toBe(0);
  const { putOff } = JSON.parse(end.stdout);
  expect(putOff).toBeGreaterThan(200);
  expect(times(ground.asked, /^\/news/u)).toHaveLength(2);
});

/**
 * Of some 290 old pages that wait, those that may go before a piece of news: a pause of the host, a page
 * that was under way before, and as many as a busy machine lets by until it has read the feed.
 */
const MOST_BEFORE = 20;

/** Old pages that were asked for between the last look at a feed and a page that it names. */
function oldBetween(asked: Ground['asked'], page: string): number {
  const paths = asked.map(({ path }) => path);
  const to = paths.indexOf(page);
  const from = paths.slice(0, to).lastIndexOf('/feed.xml');
  return paths.slice(from, to).filter((path) => path.startsWith('/2024')).length;
}

it.concurrent('lets news pass hundreds of old pages', async ({ onTestFinished: onEnd }) => {
  // Robots and opt-outs of both hosts are asked for with the first page.
  let news = '<item><title>أول أخبار الميناء</title><link>ORIGIN/first/1</link></item>';
  const site: Site = (path, origin) => {
    if (path === '/robots.txt') return `Sitemap: ${origin}/sitemap.xml\n`;
    if (path === '/feed.xml') return rss(news.replaceAll('ORIGIN', origin));
    if (path === '/sitemap.xml')
      return urlset(Array.from({ length: 300 }, (_, at) => `${origin}/2024/05/03/${at}`));
    return /^\/(?:2024|news|first|jar)\//u.test(path) ? article(path) : undefined;
  };
  const ground = await layGround(site, { discover: 'feed: ORIGIN/feed.xml', delay: '1s', onEnd });
  await ground.run('visit', 'jazira', '--since', '2024-05-01', '--until', '2024-06-01');
  const service = ground.serve();
  await vi.waitFor(() => expect(times(ground.asked, /^\/first/u)).toHaveLength(2), LIMIT_MS);
  await vi.waitFor(
    () => expect(times(ground.asked, /^\/2024/u).length).toBeGreaterThan(2),
    LIMIT_MS,
  );
  news = '<item><title>عاجل من الميناء</title><link>ORIGIN/news/1</link></item>';
  const before = times(ground.asked, /^\/2024/u).length;
  const asking = await ground.run('visit', 'jazira');
  expect(asking.status).toBe(0);
  await vi.waitFor(() => expect(times(ground.asked, /^\/news/u)).toHaveLength(1), LIMIT_MS);
  expect(oldBetween(ground.asked, '/news/1')).toBeLessThan(MOST_BEFORE);
  news = '<item><title>عاجل من الجار</title><link>ORIGIN/jar/1</link></item>';
  const since = ground.asked.length;
  expect((await ground.run('visit', 'jar')).status).toBe(0);
  await vi.waitFor(() => expect(times(ground.asked, /^\/jar/u)).toHaveLength(1), LIMIT_MS);
  // The neighbour waits for its own pause alone.
  expect(oldBetween(ground.asked.slice(since), '/jar/1')).toBeLessThan(MOST_BEFORE);
  const screen = await ground.run('status');
  expect(screen.stdout).toMatch(
    /^jazira +2024-05-01 +2024-06-01 +fetching +1 +0 +300 +300 +[1-9]\d*$/mu,
  );
  await service.stop();
  // The old pages went on before it.
  expect(before).toBeGreaterThan(2);
});

it.each([
  [['visit', 'nobody'], 'No source nobody'],
  [['visit', 'jazira', '--since', 'yesterday'], '--since is a day such as 2024-05-01'],
  [['visit', 'jazira', '--since', '2024-05-01', '--until', '2024-04-01'], 'is not before'],
  [['visit', 'jazira', '--since', '2999-01-01'], 'lies in the future'],
  [['visit', 'jazira', '--until', '2024-01-01'], '--since is not given'],
  [['visit', 'jazira', '--since', '2024-01-01', '--most', '0'], '--most is a number'],
])('refuses %j', async (args, message) => {
  const { run } = await layGround(() => undefined, {
    discover: 'feed: ORIGIN/feed.xml',
    delay: '0s',
  });
  const end = await run(...args);
  expect(end.status).toBe(2);
  expect(end.stderr).toContain(message);
});
