import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import * as errors from '../../src/errors.ts';
import type { Resolve } from '../../src/line/fetch/connector.ts';
import { createFetcher, type Fetcher } from '../../src/line/fetch/fetcher.ts';
import { answer, type Loopback, serve, status } from '../unit/fetch/loopback.ts';

/** Stands for a service of the local network that must never be reached. */
let inner: Loopback;
let site: Loopback;
let port: number;
const fetchers: Fetcher[] = [];

beforeAll(async () => {
  inner = await serve({ '*': answer('secret') });
  port = Number(new URL(inner.origin).port);
  const to = (location: string) => status(302, { location });
  site = await serve({
    '/page': answer('<p>خبر</p>'),
    '/private': to(inner.origin),
    '/metadata': to('http://169.254.169.254/latest/'),
    '/mapped': to(`http://[::ffff:127.0.0.1]:${port}/`),
    '/number': to(`http://2130706433:${port}/`),
    '/hex': to(`http://0x7f.1:${port}/`),
    '/file': to('file:///etc/passwd'),
    '/script': to('javascript:alert(1)'),
    '/data': to('data:text/html,x'),
    '/login-url': to('http://user:secret@akhbar.example/'),
    '/name': to(`http://inner.example:${port}/`),
    '/loop': to('/loop-back'),
    '/loop-back': to('/loop'),
    '/nowhere': status(302),
    '/gate': to('/wp-login.php?redirect_to=/page'),
    '/long': to(`/${'a'.repeat(10_000)}`),
    ...Object.fromEntries(
      Array.from({ length: 31 }, (_, hop) => [
        `/hop${hop}`,
        to(hop === 30 ? '/page' : `/hop${hop + 1}`),
      ]),
    ),
  });
});
afterEach(async () => {
  await Promise.all(fetchers.splice(0).map((one) => one.close()));
  expect(inner.asked).toHaveLength(0);
});
afterAll(async () => {
  await Promise.all([inner.close(), site.close()]);
});

/** A fetcher that may ask the site only, with names resolved as a hostile DNS server would. */
function fetcherWith(resolve?: Resolve): Fetcher {
  const fetcher = createFetcher({
    userAgent: 'Marsad/test',
    allowHosts: [new URL(site.origin).host],
    ports: [80, 443, port],
    ...(resolve ? { resolve } : {}),
  });
  fetchers.push(fetcher);
  return fetcher;
}

const failure = (fetcher: Fetcher, url: string): Promise<unknown> =>
  fetcher.fetch({ url, kind: 'feed' }).catch((error: unknown) => error);

it.each([
  '/private',
  '/metadata',
  '/mapped',
  '/number',
  '/hex',
  '/file',
  '/script',
  '/data',
  '/login-url',
])('refuses a redirect: %s', async (path) => {
  expect(await failure(fetcherWith(), site.origin + path)).toBeInstanceOf(
    errors.BlockedAddressError,
  );
});

it.each([
  ['10.0.0.1', 4],
  ['127.0.0.1', 4],
  ['169.254.169.254', 4],
  ['::1', 6],
  ['::ffff:127.0.0.1', 6],
  ['fd00::1', 6],
])('refuses a name that resolves to %s, also behind a redirect', async (address, family) => {
  const resolve: Resolve = (_, done) => done(null, [{ address, family }]);
  const fetcher = fetcherWith(resolve);
  const direct = await failure(fetcher, `http://inner.example:${port}/`);
  expect(direct).toBeInstanceOf(errors.BlockedAddressError);
  expect(String(direct)).toContain(address);
  expect(await failure(fetcher, `${site.origin}/name`)).toBeInstanceOf(errors.BlockedAddressError);
});

it('refuses a name of which one address is private', async () => {
  const resolve: Resolve = (_, done) =>
    done(null, [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
  const error = await failure(fetcherWith(resolve), `http://inner.example:${port}/`);
  expect(error).toBeInstanceOf(errors.BlockedAddressError);
});

it('judges the very answer it connects by, so that rebinding gains nothing', async () => {
  let asked = 0;
  const resolve: Resolve = (_, done) => {
    asked += 1;
    // Public at first (an address that is never routed would do as well), then private.
    done(null, [{ address: asked === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 }]);
  };
  const fetcher = createFetcher({
    userAgent: 'Marsad/test',
    ports: [port],
    resolve,
    // The first is waited for where a network drops it; the second is refused at once.
    limits: { firstByteMs: 3000, totalMs: 60_000 },
  });
  fetchers.push(fetcher);
  const url = `http://inner.example:${port}/`;
  // The first connection goes where the first answer said, and to nobody here.
  expect(await failure(fetcher, url)).toBeInstanceOf(errors.UnreachableError);
  expect(await failure(fetcher, url)).toBeInstanceOf(errors.BlockedAddressError);
});

it.each([
  ['a loop', '/loop', errors.RedirectError],
  ['30 hops', '/hop0', errors.RedirectError],
  ['no target', '/nowhere', errors.RedirectError],
  ['a login form', '/gate', errors.ForbiddenError],
  ['a URL too long', '/long', errors.TooLargeError],
])('ends on a redirect with %s', async (_, path, expected) => {
  expect(await failure(fetcherWith(), site.origin + path)).toBeInstanceOf(expected);
});

it('follows ten hops', async () => {
  const page = await fetcherWith().fetch({ url: `${site.origin}/hop21`, kind: 'feed' });
  expect(page.redirects).toHaveLength(10);
  expect(page.url).toBe(`${site.origin}/page`);
});
