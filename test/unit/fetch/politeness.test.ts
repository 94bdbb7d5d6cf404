import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import * as errors from '../../../src/errors.ts';
import { fateOf } from '../../../src/jobs/fate.ts';
import { createFetcher, type Fetcher } from '../../../src/line/fetch/fetcher.ts';
import { type PoliteFetch, politeFetch } from '../../../src/line/fetch/politeness.ts';
import type { Page } from '../../../src/record/fetched-page.ts';
import { Source } from '../../../src/source.ts';
import { redisHostSlots } from '../../../src/state/host-slots.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { redisRobotsStore } from '../../../src/state/robots-store.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';
import { answer, type Handler, type Loopback, serve, status } from './loopback.ts';

const AGENT = 'Marsad/test (+https://marsad.example)';
const DELAY_MS = 150;
const NANOSECONDS_PER_MS = 1e6;

const page = answer('<title>نشرة</title>');

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

async function site(paths: Record<string, Handler>): Promise<Loopback> {
  const served = await serve(paths);
  open.push(served);
  return served;
}

function fresh(delayMs = DELAY_MS, now: () => number = Date.now): PoliteFetch {
  count += 1;
  const keys = keysOf(`t-politeness-${count}`);
  const slots = redisHostSlots(redis.client, keys);
  const robots = redisRobotsStore(redis.client, keys);
  return politeFetch(fetcher, { slots, robots }, { userAgent: AGENT, delayMs, now });
}

const source = {
  id: 'akhbar',
  ...Source.parse({
    name: 'أخبار الساحل',
    homepage: 'https://akhbar.example/',
    discover: [{ feed: 'https://akhbar.example/feed' }],
    // opt-out-files.test.ts is about those.
    rights: { askOptOutFiles: false },
  }),
};

/** Comes again when told to, as the queue does. */
async function insist(fetch: PoliteFetch, url: string): Promise<Page> {
  for (;;) {
    try {
      return await fetch({ url, kind: 'page' }, source);
    } catch (error) {
      if (!(error instanceof errors.HostBusyError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAt - Date.now() + 1));
    }
  }
}

it('keeps the pause between all requests to a host, robots.txt among them', async () => {
  const served = await site({ '*': page, '/robots.txt': answer('User-agent: *\nAllow: /') });
  const fetch = fresh();
  const lateness = monitorEventLoopDelay({ resolution: 5 });
  lateness.enable();
  const paths = ['/a', '/b', '/c', '/d'];
  await Promise.all(paths.map((path) => insist(fetch, served.origin + path)));
  expect(served.asked.map(({ path }) => path).sort()).toEqual([...paths, '/robots.txt'].sort());
  const pauses = served.asked.slice(1).map(({ at }, index) => at - (served.asked[index]?.at ?? 0));
  lateness.disable();
  // A request may have gone out as late as this process was, and the next one in time.
  const late = lateness.max / NANOSECONDS_PER_MS;
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(DELAY_MS - 10 - late);
});

it('says when to come again and asks nothing before', async () => {
  const served = await site({ '*': page });
  const fetch = fresh(60_000);
  await expect(fetch({ url: `${served.origin}/a`, kind: 'page' }, source)).rejects.toMatchObject({
    code: 'HOST_BUSY',
  });
  expect(served.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
});

it('refuses what robots.txt disallows, with the line', async () => {
  const served = await site({
    '*': page,
    '/robots.txt': answer('User-agent: marsad\nDisallow: /secret'),
  });
  const fetch = fresh(0);
  const refused = fetch({ url: `${served.origin}/secret/1`, kind: 'page' }, source);
  await expect(refused).rejects.toBeInstanceOf(errors.RobotsDisallowedError);
  await expect(refused).rejects.toThrow(/line 2.*Disallow: \/secret/u);
  expect(served.asked).toHaveLength(1);
});

it.each([
  ['absent', status(404)],
  ['forbidden', status(403)],
  ['HTML', answer('<!doctype html><title>الصفحة غير موجودة</title>')],
  ['a redirect without end', status(302, { location: '/robots.txt' })],
])('asks freely where robots.txt is %s', async (_, handler) => {
  const served = await site({ '*': page, '/robots.txt': handler });
  const got = await fresh(0)({ url: `${served.origin}/a`, kind: 'page' }, source);
  expect(got.status).toBe(200);
});

const FORBIDS = 'User-agent: *\nDisallow: /no\n';
const PACKED = gzipSync(FORBIDS.repeat(40));

/** What a server may answer with status 200 in which no rules can be read. */
const UNREADABLE: readonly (readonly [string, Handler])[] = [
  ['a cut gzip', answer(PACKED.subarray(0, 40), { 'content-encoding': 'gzip' })],
  ['bytes of an unknown coding', answer(PACKED.subarray(2), { 'content-encoding': 'exi' })],
  [
    'more than may be unpacked',
    answer(gzipSync('# \n'.repeat(9e6)), { 'content-encoding': 'gzip' }),
  ],
  [
    'a challenge',
    answer('<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x">'),
  ],
];

it.each(UNREADABLE)(
  'asks nothing where robots.txt is %s, and says when again',
  async (_, broken) => {
    let handler = broken;
    const served = await site({
      '*': page,
      '/robots.txt': (request, response) => handler(request, response),
    });
    let now = Date.now();
    const fetch = fresh(0, () => now);
    const asked = (path: string) => fetch({ url: served.origin + path, kind: 'page' }, source);
    for (let turn = 0; turn < 2; turn += 1) {
      const error = await asked('/a').catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(errors.RulesUnknownError);
      expect(fateOf(error, 1, now)).toEqual({ kind: 'later', at: now + 600_000 });
    }
    now += 3 * 86_400_000;
    await expect(asked('/a')).rejects.toBeInstanceOf(errors.RulesUnknownError);
    expect(served.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/robots.txt']);
    handler = answer(FORBIDS);
    now += 11 * 60_000;
    expect((await asked('/a')).status).toBe(200);
  },
);

it.each(UNREADABLE)('keeps the last rules where robots.txt becomes %s', async (_, broken) => {
  let handler = answer(FORBIDS);
  const served = await site({
    '*': page,
    '/robots.txt': (request, response) => handler(request, response),
  });
  let now = Date.now();
  const fetch = fresh(0, () => now);
  const asked = (path: string) => fetch({ url: served.origin + path, kind: 'page' }, source);
  expect((await asked('/a')).status).toBe(200);
  handler = broken;
  for (let day = 0; day < 3; day += 1) {
    now += 25 * 3_600_000;
    expect((await asked('/a')).status).toBe(200);
    await expect(asked('/no')).rejects.toBeInstanceOf(errors.RobotsDisallowedError);
  }
});

it.each([
  ['the agent that the source names', { userAgent: 'Rasid/1.0 (+https://op.example/)' }],
  ['one in its header fields', { headers: { 'User-Agent': 'Rasid/1.0' } }],
  ['one behind a browser’s', { userAgent: 'Mozilla/5.0 (compatible; Rasid/1.0)' }],
])('judges %s, which is the one that is sent', async (_, agent) => {
  const served = await site({
    '*': page,
    '/robots.txt': answer('User-agent: Rasid\nDisallow: /\n\nUser-agent: *\nAllow: /'),
  });
  const rasid = { ...source, fetch: { ...source.fetch, ...agent } };
  const refused = fresh(0)({ url: `${served.origin}/a`, kind: 'page' }, rasid);
  await expect(refused).rejects.toBeInstanceOf(errors.RobotsDisallowedError);
  expect(served.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
  expect((await fresh(0)({ url: `${served.origin}/a`, kind: 'page' }, source)).status).toBe(200);
});

it('asks nothing for a day where robots.txt answers 5xx, then as it was', async () => {
  let isDown = true;
  const served = await site({
    '*': page,
    '/robots.txt': (request, response) =>
      (isDown ? status(500) : answer('User-agent: *\nDisallow: /no'))(request, response),
  });
  let now = Date.now();
  const fetch = fresh(0, () => now);
  const asked = (path: string) => fetch({ url: served.origin + path, kind: 'page' }, source);
  await expect(asked('/a')).rejects.toBeInstanceOf(errors.ServerError);
  await expect(asked('/a')).rejects.toBeInstanceOf(errors.ThrottledError);
  expect(served.asked).toHaveLength(1);
  isDown = false;
  now += 11 * 60_000;
  expect((await asked('/a')).status).toBe(200);
  isDown = true;
  now += 25 * 3_600_000;
  await expect(asked('/a')).rejects.toBeInstanceOf(errors.ServerError);
  now += 25 * 3_600_000;
  expect((await asked('/a')).status).toBe(200);
  await expect(asked('/no')).rejects.toBeInstanceOf(errors.RobotsDisallowedError);
});

it('asks for robots.txt once a day over all pages', async () => {
  const served = await site({ '*': page });
  const fetch = fresh(0);
  for (const path of ['/a', '/b', '/c']) {
    await fetch({ url: served.origin + path, kind: 'page' }, source);
  }
  expect(served.asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
});

it('holds a redirect against the rules and the pause of where it leads', async () => {
  const other = await site({ '*': page, '/robots.txt': answer('User-agent: *\nDisallow: /b') });
  const served = await site({
    '/a': status(302, { location: `${other.origin}/a` }),
    '/b': status(302, { location: `${other.origin}/b` }),
  });
  const fetch = fresh(0);
  expect((await fetch({ url: `${served.origin}/a`, kind: 'page' }, source)).url).toBe(
    `${other.origin}/a`,
  );
  const refused = fetch({ url: `${served.origin}/b`, kind: 'page' }, source);
  await expect(refused).rejects.toBeInstanceOf(errors.RobotsDisallowedError);
  expect(other.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a']);
});

it.each([
  ['429 in seconds', status(429, { 'retry-after': '7' }), 7000, 8000],
  ['503 as a date', 'date', 3_590_000, 3_610_000],
  ['503, absurd', status(503, { 'retry-after': '316800' }), 86_399_000, 86_401_000],
  ['429 without', status(429), 59_000, 301_000],
])('obeys %s for the whole host', async (_, handler, least, most) => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  const served = await site({
    '*': page,
    '/x': typeof handler === 'string' ? status(503, { 'retry-after': date }) : handler,
  });
  const fetch = fresh(0);
  const asked = fetch({ url: `${served.origin}/x`, kind: 'page' }, source);
  await expect(asked).rejects.toBeInstanceOf(errors.RateLimitedError);
  const next = fetch({ url: `${served.origin}/a`, kind: 'page' }, source).catch((error) => error);
  const busy = await next;
  expect(busy).toBeInstanceOf(errors.HostBusyError);
  expect(busy.retryAt - Date.now()).toBeGreaterThan(least - 1000);
  expect(busy.retryAt - Date.now()).toBeLessThan(most);
  expect(served.asked.filter(({ path }) => path === '/a')).toHaveLength(0);
});

it('obeys Crawl-delay, up to two minutes', async () => {
  const slow = await site({
    '*': page,
    '/robots.txt': answer('User-agent: *\nCrawl-delay: 86400'),
  });
  const asked = fresh(1)({ url: `${slow.origin}/a`, kind: 'page' }, source);
  const busy = await asked.catch((error) => error);
  expect(slow.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
  expect(busy.retryAt - Date.now()).toBeGreaterThan(119_000);
  expect(busy.retryAt - Date.now()).toBeLessThanOrEqual(120_001);
});

it('leaves a host alone after five failures, and other hosts not', async () => {
  const down = await site({ '/robots.txt': status(404), '*': status(500) });
  const up = await site({ '*': page });
  const fetch = fresh(0);
  for (let failure = 0; failure < 5; failure += 1) {
    const asked = fetch({ url: `${down.origin}/${failure}`, kind: 'page' }, source);
    await expect(asked).rejects.toBeInstanceOf(errors.ServerError);
  }
  const busy = await fetch({ url: `${down.origin}/x`, kind: 'page' }, source).catch(
    (error) => error,
  );
  expect(busy).toBeInstanceOf(errors.HostBusyError);
  expect(busy.retryAt - Date.now()).toBeGreaterThan(25_000);
  expect(down.asked).toHaveLength(6);
  expect((await fetch({ url: `${up.origin}/a`, kind: 'page' }, source)).status).toBe(200);
});

it.each([
  ['noai', { 'x-robots-tag': 'noai' }],
  ['a reservation', { 'tdm-reservation': '1' }],
])('obeys %s where the source says so, and tells it where not', async (_, headers) => {
  const served = await site({ '*': answer('<p>خبر</p>', headers as Record<string, string>) });
  const fetch = fresh(0);
  const request = { url: `${served.origin}/a`, kind: 'page' } as const;
  await expect(fetch(request, source)).rejects.toBeInstanceOf(errors.OptOutError);
  const careless = { ...source, rights: { ...source.rights, respectAiOptOut: false } };
  expect((await fetch(request, careless)).optOut).toMatchObject({ binding: true });
});

it.each([
  ['javascript:alert(1)', errors.BlockedAddressError],
  ['data:text/html,x', errors.BlockedAddressError],
  ['http://10.0.0.1/', errors.BlockedAddressError],
  ['خبر عاجل', errors.MalformedError],
])('refuses %s like the fetcher does', async (url, expected) => {
  await expect(fresh(0)({ url, kind: 'page' }, source)).rejects.toBeInstanceOf(expected);
});
