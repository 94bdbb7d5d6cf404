import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findAiTxtRule } from '../../../src/line/fetch/ai-txt.ts';
import { createFetcher, type Fetcher } from '../../../src/line/fetch/fetcher.ts';
import { politeFetch } from '../../../src/line/fetch/politeness.ts';
import { findTdmRule, parseTdmRep } from '../../../src/line/fetch/tdmrep.ts';
import type { Page } from '../../../src/record/fetched-page.ts';
import { Source } from '../../../src/source.ts';
import { redisHostSlots } from '../../../src/state/host-slots.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { redisRobotsStore } from '../../../src/state/robots-store.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';
import { answer, type Handler, type Loopback, serve, status } from './loopback.ts';

const AGENT = 'Marsad/test (+https://marsad.example)';

describe('tdmrep.json', () => {
  const rule = (location: string, value: unknown = 1) => ({ location, 'tdm-reservation': value });
  it.each([
    ['the whole site', [rule('/')], '/news/1', '/'],
    ['a folder', [rule('/news/')], '/news/1', '/news/'],
    ['another folder', [rule('/sport/')], '/news/1', undefined],
    ['a pattern', [rule('/*/opinion/')], '/2026/opinion/3', '/*/opinion/'],
    ['an end', [rule('/news$')], '/news/1', undefined],
    ['Arabic in the rule', [rule('/أخبار/')], '/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1', '/أخبار/'],
    ['the first that matches holds', [rule('/news/', 0), rule('/')], '/news/1', undefined],
    ['a value as text', [rule('/', '1')], '/news/1', '/'],
    ['a value that is none', [rule('/', 7)], '/news/1', undefined],
    ['a rule without a place', [{ 'tdm-reservation': 1 }], '/news/1', undefined],
    ['no list', { location: '/', 'tdm-reservation': 1 }, '/news/1', undefined],
  ])('%s', (_name, file, path, location) => {
    const found = findTdmRule(parseTdmRep(JSON.stringify(file)) ?? [], path);
    expect(found?.isReserved ? found.location : undefined).toBe(location);
  });

  it.each(['', '<!doctype html><p>لا توجد صفحة</p>', '[', 'null', '\ufeff[]'])(
    '%j holds no rules',
    (text) => {
      expect(parseTdmRep(text)).toEqual([]);
    },
  );

  it('is not known where it breaks off', () => {
    expect(parseTdmRep('[{"location": "/news/", "tdm-reser')).toBeUndefined();
  });
});

describe('ai.txt', () => {
  it.each([
    ['everything', 'User-Agent: *\nDisallow: /', 'Disallow: /'],
    ['texts by their ending', 'User-Agent: *\nDisallow: *.txt\nAllow: *.jpg', 'Disallow: *.txt'],
    ['pages by their ending', 'User-Agent: *\nDisallow: /*.html$', 'Disallow: /*.html$'],
    ['pictures only', 'User-Agent: *\nDisallow: *.jpg\nDisallow: *.png', undefined],
    ['a folder that the page is in', 'User-Agent: *\nDisallow: /news/', 'Disallow: /news/'],
    ['a folder that it is not in', 'User-Agent: *\nDisallow: /shop/', undefined],
    ['another robot', 'User-Agent: OtherBot\nDisallow: /', undefined],
    ['us by name', 'User-Agent: marsad\nDisallow: /\n\nUser-agent: *\nAllow: /', 'Disallow: /'],
    ['us allowed', 'User-Agent: marsad\nAllow: /\n\nUser-agent: *\nDisallow: /', undefined],
    ['a page in its place', '<!doctype html><p>الصفحة غير موجودة</p>', undefined],
    ['nothing', '', undefined],
  ])('%s', (_name, text, line) => {
    expect(findAiTxtRule(text, AGENT, 'https://news.test/news/1')?.line).toBe(line);
  });
});

let redis: TestRedis;
let fetcher: Fetcher;
const open: Loopback[] = [];
let count = 0;
beforeAll(async () => {
  redis = await startTestRedis();
  fetcher = createFetcher({ userAgent: AGENT, allowHosts: ['127.0.0.1'] });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});
afterAll(async () => {
  await fetcher.close();
  await redis.stop();
});

const TDM = '/.well-known/tdmrep.json';
const RESERVED = answer('[{"location":"/news/","tdm-reservation":1}]');
const HOUR_MS = 3_600_000;

async function askSite(paths: Record<string, Handler>, rights: Partial<Source['rights']> = {}) {
  const site = await serve({ '*': answer('<p>نشرة المساء</p>'), ...paths });
  open.push(site);
  count += 1;
  const keys = keysOf(`t-files-${count}`);
  const slots = redisHostSlots(redis.client, keys);
  const robots = redisRobotsStore(redis.client, keys);
  const feed = 'https://nashra.example/feed';
  const file = {
    name: 'النشرة',
    homepage: 'https://nashra.example/',
    discover: [{ feed }],
    rights,
  };
  const source = { id: 'nashra', ...Source.parse(file) };
  let at = Date.now();
  const ask = politeFetch(
    fetcher,
    { slots, robots },
    { userAgent: AGENT, delayMs: 0, now: () => at },
  );
  return {
    asked: () => site.asked.map(({ path }) => path),
    ask: (path: string, kind: 'page' | 'feed' = 'page'): Promise<Page> =>
      ask({ url: site.origin + path, kind }, source),
    sleep: (ms: number) => {
      at += ms;
    },
  };
}

const missing = { [TDM]: status(404), '/ai.txt': status(404) };

describe('asking for them', () => {
  it('asks before the first page, once a day, and not for a feed', async () => {
    const { ask, asked, sleep } = await askSite({ ...missing, '/robots.txt': status(404) });
    await ask('/feed', 'feed');
    expect(asked()).toEqual(['/robots.txt', '/feed']);
    await Promise.all([ask('/a'), ask('/b')]);
    sleep(2 * HOUR_MS);
    await ask('/c');
    expect(asked().filter((path) => path === TDM)).toHaveLength(1);
    expect(asked().filter((path) => path === '/ai.txt')).toHaveLength(1);
    sleep(23 * HOUR_MS);
    await ask('/d');
    expect(asked().filter((path) => path === TDM)).toHaveLength(2);
  });

  it('does not ask for the page that is reserved', async () => {
    const { ask, asked } = await askSite({ [TDM]: RESERVED, '/ai.txt': status(404) });
    await expect(ask('/news/1')).rejects.toMatchObject({
      code: 'OPT_OUT',
      context: { line: 'tdmrep.json: /news/ tdm-reservation 1' },
    });
    expect(asked()).not.toContain('/news/1');
    await expect(ask('/sport/1')).resolves.toMatchObject({ status: 200, optOut: undefined });
  });

  it('tells the line where the source does not obey', async () => {
    const paths = { [TDM]: status(404), '/ai.txt': answer('User-Agent: *\nDisallow: /') };
    const { ask } = await askSite(paths, { respectAiOptOut: false });
    const { optOut } = await ask('/news/1');
    expect(optOut).toEqual({ line: 'ai.txt: Disallow: /', binding: true });
  });

  it('asks for none where the source does not want it, nor against robots.txt', async () => {
    const none = await askSite({ ...missing }, { askOptOutFiles: false });
    await none.ask('/a');
    expect(none.asked()).toEqual(['/robots.txt', '/a']);
    const rules = 'User-agent: *\nDisallow: /ai.txt\nDisallow: /.well-known/';
    const shut = await askSite({ [TDM]: RESERVED, '/robots.txt': answer(rules) });
    await shut.ask('/news/1');
    expect(shut.asked()).toEqual(['/robots.txt', '/news/1']);
  });

  it('keeps what it knew where the site fails, and forgets what the site took away', async () => {
    let tdm: Handler = RESERVED;
    const changing: Handler = (request, response) => tdm(request, response);
    const { ask, sleep } = await askSite({ [TDM]: changing, '/ai.txt': status(404) });
    await expect(ask('/news/1')).rejects.toMatchObject({ code: 'OPT_OUT' });
    tdm = status(500);
    sleep(25 * HOUR_MS);
    await expect(ask('/news/1')).rejects.toMatchObject({ code: 'OPT_OUT' });
    tdm = status(404);
    sleep(25 * HOUR_MS);
    await expect(ask('/news/1')).resolves.toMatchObject({ status: 200 });
  });

  const CUT = answer(gzipSync('User-agent: *'.repeat(90)).subarray(0, 30), {
    'content-encoding': 'gzip',
  });
  const HALF = answer('[{"location":"/news/","tdm-reser');
  const FORBIDS = answer('User-Agent: *\nDisallow: /news/');

  it.each([
    [TDM, 'a cut gzip', CUT, RESERVED],
    [TDM, 'half a file', HALF, RESERVED],
    ['/ai.txt', 'a cut gzip', CUT, FORBIDS],
  ])(
    'asks for no page while %s is %s, and keeps what it said before',
    async (path, _, broken, good) => {
      let handler = broken;
      const changing: Handler = (request, response) => handler(request, response);
      const { ask, asked, sleep } = await askSite({ ...missing, [path]: changing });
      await expect(ask('/news/1')).rejects.toMatchObject({ code: 'RULES_UNKNOWN' });
      await expect(ask('/news/1')).rejects.toMatchObject({ code: 'RULES_UNKNOWN' });
      expect(asked().filter((one) => one === path)).toHaveLength(1);
      handler = good;
      sleep(HOUR_MS);
      await expect(ask('/news/1')).rejects.toMatchObject({ code: 'OPT_OUT' });
      handler = broken;
      for (let day = 0; day < 2; day += 1) {
        sleep(25 * HOUR_MS);
        await expect(ask('/news/1')).rejects.toMatchObject({ code: 'OPT_OUT' });
      }
      expect(asked()).not.toContain('/news/1');
    },
  );
});
