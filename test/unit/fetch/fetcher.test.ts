import { afterAll, beforeAll, expect, it } from 'vitest';
import * as errors from '../../../src/errors.ts';
import { createFetcher, type Fetcher } from '../../../src/line/fetch/fetcher.ts';
import { answer, type Loopback, serve, status } from './loopback.ts';

const PAGE = '<!doctype html><title>افتتاح جسر جديد</title><p>افتتح الوزير جسراً في المدينة.</p>';

let site: Loopback;
let fetcher: Fetcher;

beforeAll(async () => {
  site = await serve({
    '/page': answer(PAGE, { etag: '"v1"', 'set-cookie': 'a=b' }),
    '/moved': status(301, { location: '/there' }),
    '/there': status(302, { location: '/page' }),
    '/unchanged': status(304, { etag: '"v1"' }),
    ...Object.fromEntries(
      [400, 401, 403, 404, 408, 410, 429, 451, 500, 503].map((code) => [`/${code}`, status(code)]),
    ),
  });
  fetcher = createFetcher({
    userAgent: 'Marsad/test (+https://marsad.example)',
    allowHosts: ['127.0.0.1'],
  });
});

afterAll(async () => {
  await fetcher.close();
  await site.close();
});

it.each(['page', 'feed'] as const)('asks for a %s and decodes it', async (kind) => {
  const page = await fetcher.fetch({ url: `${site.origin}/page`, kind });
  expect(page).toMatchObject({
    url: `${site.origin}/page`,
    status: 200,
    text: PAGE,
    charset: 'utf-8',
    charsetFrom: 'header',
    via: 'http',
    bytes: Buffer.byteLength(PAGE),
    redirects: [],
  });
});

it('follows redirects and tells them', async () => {
  const page = await fetcher.fetch({ url: `${site.origin}/moved`, kind: 'page' });
  expect(page.requestedUrl).toBe(`${site.origin}/moved`);
  expect(page.url).toBe(`${site.origin}/page`);
  expect(page.redirects).toEqual([
    { url: `${site.origin}/there`, permanent: true },
    { url: `${site.origin}/page`, permanent: false },
  ]);
});

it('sends who asks, what a source adds, validators, and never a cookie', async () => {
  await fetcher.fetch({ url: `${site.origin}/page`, kind: 'page' });
  const source = { id: 's', headers: { 'X-Key': 'k', Cookie: 'no', Host: 'evil.example' } };
  const validators = { etag: '"v1"', lastModified: 'Mon, 02 Nov 2026 08:00:00 GMT' };
  const page = await fetcher.fetch({
    url: `${site.origin}/unchanged`,
    kind: 'feed',
    source,
    validators,
  });
  expect(page).toMatchObject({ status: 304, text: '' });
  const sent = site.asked.at(-1)?.headers;
  expect(sent).toMatchObject({
    'user-agent': 'Marsad/test (+https://marsad.example)',
    'x-key': 'k',
    'if-none-match': '"v1"',
    'if-modified-since': 'Mon, 02 Nov 2026 08:00:00 GMT',
  });
  expect(sent).not.toHaveProperty('cookie');
  expect(sent?.host).toBe(new URL(site.origin).host);
});

it('keeps what a source adds from other hosts behind a redirect', async () => {
  const other = await serve({ '*': answer(PAGE) });
  const first = await serve({
    '/away': status(302, { location: `${other.origin}/x` }),
    '/here': status(302, { location: '/away' }),
  });
  const source = { id: 's', headers: { 'X-Key': 'k' } };
  await fetcher.fetch({ url: `${first.origin}/here`, kind: 'feed', source });
  expect(first.asked.map(({ headers }) => headers['x-key'])).toEqual(['k', 'k']);
  expect(other.asked.map(({ headers }) => headers['x-key'])).toEqual([undefined]);
  await Promise.all([first.close(), other.close()]);
});

it.each([
  [400, errors.RefusedError],
  [401, errors.ForbiddenError],
  [403, errors.ForbiddenError],
  [404, errors.GoneError],
  [408, errors.TimeoutError],
  [410, errors.GoneError],
  [429, errors.RateLimitedError],
  [451, errors.ForbiddenError],
  [500, errors.ServerError],
  [503, errors.RateLimitedError],
])('status %i is %o', async (code, expected) => {
  const asked = fetcher.fetch({ url: `${site.origin}/${code}`, kind: 'page' });
  await expect(asked).rejects.toBeInstanceOf(expected);
});

it('asks for many pages at once, the same one also', async () => {
  const urls = Array.from({ length: 60 }, () => `${site.origin}/page`);
  const pages = await Promise.all(urls.map((url) => fetcher.fetch({ url, kind: 'page' })));
  expect(pages.every(({ text }) => text === PAGE)).toBe(true);
});

it('asks once more where a kept connection was closed under the request', async () => {
  const met = new Set<unknown>();
  let closed = 0;
  const closing = await serve({
    '*': ({ socket }, response) => {
      // A request on a connection that the server has just given up.
      const isKept = met.has(socket) && closed === 0;
      met.add(socket);
      if (isKept) {
        closed += 1;
        socket.destroy();
      } else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    },
  });
  for (let turn = 0; turn < 10 && closed === 0; turn += 1) {
    const page = await fetcher.fetch({ url: `${closing.origin}/page`, kind: 'page' });
    expect(page.status).toBe(200);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(closed).toBe(1);
  await closing.close();
});

it('gives requests in hand back when it closes, and those that come after', async () => {
  let onAsked: () => void = () => undefined;
  const inHand = new Promise<void>((resolve) => {
    onAsked = resolve;
  });
  const slow = await serve({ '*': () => onAsked() });
  const own = createFetcher({ userAgent: 'Marsad/test', allowHosts: ['127.0.0.1'] });
  const request = { url: `${slow.origin}/x`, kind: 'page' } as const;
  const asked = own.fetch(request);
  const expected = expect(asked).rejects.toBeInstanceOf(errors.StateError);
  await inHand;
  await own.close();
  await expected;
  await expect(own.fetch(request)).rejects.toBeInstanceOf(errors.StateError);
  await slow.close();
});
