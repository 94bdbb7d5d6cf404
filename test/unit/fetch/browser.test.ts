import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as errors from '../../../src/errors.ts';
import { createFetcher, type Fetcher } from '../../../src/line/fetch/fetcher.ts';
import type { Page } from '../../../src/record/fetched-page.ts';
import { answer, type Loopback, serve, status } from './loopback.ts';

/** Stands for a service of the local network that no page may reach. */
let inner: Loopback;
let site: Loopback;
let fetcher: Fetcher;
let upgrades: Server;
let upgraded = 0;

const BODY = 'اجتمع المجلس البلدي مساء أمس وأقر خطة تشجير الشوارع.';

beforeAll(async () => {
  inner = await serve({ '*': answer('secret', { 'access-control-allow-origin': '*' }) });
  upgrades = createServer().on('upgrade', (_, socket) => {
    upgraded += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => upgrades.listen(0, '127.0.0.1', resolve));
  const socketPort = (upgrades.address() as AddressInfo).port;
  site = await serve({
    '/written': answer(
      `<!doctype html><title>x</title><article></article><img src="/photo.png">
       <script>document.querySelector('article').textContent = '${BODY}'</script>`,
    ),
    '/attack': answer(
      `<!doctype html><article>${BODY}</article>
       <iframe src="${inner.origin}/frame"></iframe><script src="${inner.origin}/script"></script>
       <link rel="stylesheet" href="${inner.origin}/style"><img src="${inner.origin}/image">
       <object data="${inner.origin}/object"></object><embed src="${inner.origin}/embed">
       <video src="${inner.origin}/video" autoplay></video>
       <form id="f" action="${inner.origin}/form" method="post" target="w"></form><iframe name="w"></iframe>
       <script>
         new WebSocket('ws://127.0.0.1:${socketPort}/');
         new EventSource('${inner.origin}/events');
         document.getElementById('f').submit();
         new Worker(URL.createObjectURL(new Blob(["fetch('${inner.origin}/worker')"])));
         const link = document.createElement('link');
         link.rel = 'prefetch'; link.href = '${inner.origin}/prefetch'; document.head.append(link);
         navigator.sendBeacon('${inner.origin}/beacon', 'x');
         const told = (path) => fetch(path).then((r) => r.text()).catch(() => 'refused')
           .then((text) => document.body.append(' [' + path + ': ' + text + ']'));
         told('${inner.origin}/fetch'); told('/to-inner'); told('http://[::1]:1/');
       </script>`,
    ),
    '/script.js': answer('', { 'content-type': 'text/javascript' }),
    '/heavy': answer(
      `<!doctype html><style>@font-face { font-family: f; src: url(/heavy/font.woff2) }
       article { font-family: f; background: url(/heavy/back.png) }</style>
       <article>${BODY}</article><img src="/heavy/photo.jpg"><video src="/heavy/film.mp4" autoplay></video>
       <audio src="/heavy/sound.mp3" autoplay></audio><script src="/script.js"></script>
       <script src="https://www.google-analytics.com/analytics.js"></script>`,
    ),
    '/to-inner': status(302, { location: `${inner.origin}/redirected` }),
    '/moved': status(301, { location: '/written' }),
    '/gone': status(410),
    '/cookie': (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'seen=1; path=/' });
      response.end(`<p>${request.headers.cookie ?? 'none'}</p>`);
    },
  });
  fetcher = createFetcher({
    userAgent: 'Marsad/test (+https://marsad.example)',
    allowHosts: [new URL(site.origin).host],
    // Far over what the start of a browser and a page take on a busy machine.
    limits: { totalMs: 240_000 },
  });
});

afterAll(async () => {
  await fetcher.close();
  upgrades.closeAllConnections();
  await Promise.all([inner.close(), site.close(), new Promise((done) => upgrades.close(done))]);
});

// The browser has two tabs: its pages are asked for side by side.

const ask = (path: string, more = {}): Promise<Page> =>
  fetcher.fetch({ url: site.origin + path, kind: 'page', via: 'browser', ...more });

it.concurrent('gives the page as its scripts wrote it, without its images, under our name', async () => {
  const source = { id: 'x', headers: { 'x-key': 'k' } };
  const page = await ask('/written', { source });
  expect(page).toMatchObject({ status: 200, via: 'browser', url: `${site.origin}/written` });
  expect(page.text).toContain(BODY);
  const paths = site.asked.map(({ path }) => path);
  expect(paths).not.toContain('/photo.png');
  expect(site.asked.find(({ path }) => path === '/written')?.headers).toMatchObject({
    'user-agent': 'Marsad/test (+https://marsad.example)',
    'x-key': 'k',
  });
});

it.concurrent('lets no script of the page reach a private address', async () => {
  const page = await ask('/attack');
  expect(page.text).toContain(BODY);
  expect(page.text).not.toContain('secret');
  expect(inner.asked).toEqual([]);
  expect(upgraded).toBe(0);
});

it.concurrent('loads no pictures, fonts, films or counters of visitors', async () => {
  const page = await ask('/heavy');
  expect(page.text).toContain(BODY);
  const paths = site.asked.map(({ path }) => path);
  expect(paths).toContain('/script.js');
  expect(paths.filter((path) => path.startsWith('/heavy/'))).toEqual([]);
});

it.concurrent('refuses a redirect to a private address', async () => {
  await expect(ask('/to-inner')).rejects.toBeInstanceOf(errors.BlockedAddressError);
  expect(inner.asked).toEqual([]);
});

it.concurrent.each([
  'http://10.0.0.1/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'http://localhost/',
])('refuses %s before a browser sees it', async (url) => {
  const asked = fetcher.fetch({ url, kind: 'page', via: 'browser' });
  await expect(asked).rejects.toBeInstanceOf(errors.BlockedAddressError);
});

it.concurrent('tells redirects and statuses as HTTP does', async () => {
  const page = await ask('/moved');
  expect(page.redirects).toEqual([{ url: `${site.origin}/written`, permanent: true }]);
  await expect(ask('/gone')).rejects.toBeInstanceOf(errors.GoneError);
});

it.concurrent('keeps no cookie from one page to the next', async () => {
  expect((await ask('/cookie')).text).toContain('none');
  expect((await ask('/cookie')).text).toContain('none');
});
