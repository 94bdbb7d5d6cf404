import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MarsadError } from '../../../src/errors.ts';
import { createFetcher, type Fetcher } from '../../../src/line/fetch/fetcher.ts';
import type { Page } from '../../../src/record/fetched-page.ts';
import { answer, type Loopback, serve } from './loopback.ts';
import {
  LOGIN,
  serveHttpProxy,
  serveSilence,
  serveSocksProxy,
  type TestProxy,
} from './proxy-server.ts';

const BODY = 'أعلن مركز الأرصاد أن الأمطار تصل إلى الساحل مساء الخميس.';

let site: Loopback;
let secure: Server;
let http: TestProxy;
let socks: TestProxy;
let silent: TestProxy;
let fetcher: Fetcher;
let port: number;
let securePort: number;

beforeAll(async () => {
  site = await serve({ '*': answer(`<article>${BODY}</article>`) });
  port = Number(new URL(site.origin).port);
  const pem = readFileSync(new URL('../../faults/expired.pem', import.meta.url));
  secure = createServer({ key: pem, cert: pem });
  await new Promise<void>((ready) => secure.listen(0, '127.0.0.1', ready));
  securePort = (secure.address() as AddressInfo).port;
  [http, socks, silent] = await Promise.all([serveHttpProxy(), serveSocksProxy(), serveSilence()]);
  const login = `${LOGIN.user}:${encodeURIComponent(LOGIN.password)}`;
  process.env.TEST_HTTP_PROXY = `http://${login}@${http.host}`;
  process.env.TEST_SOCKS_PROXY = `socks5://${login}@${socks.host}`;
  process.env.TEST_WRONG_HTTP = `http://amin:other-9922@${http.host}`;
  process.env.TEST_WRONG_SOCKS = `socks5://amin:other-9922@${socks.host}`;
  process.env.TEST_NO_PROXY = 'http://amin:other-9922@127.0.0.1:1';
  process.env.TEST_SILENT_PROXY = `socks5://amin:other-9922@${silent.host}`;
  process.env.TEST_BAD_PROXY = 'ftp://amin:other-9922@127.0.0.1:1';
  fetcher = createFetcher({
    userAgent: 'Marsad/test',
    ports: [port, securePort],
    // A proxy that says nothing is waited for so long; all else has what a busy machine takes.
    limits: { firstByteMs: 4000, totalMs: 240_000 },
  });
});
afterAll(async () => {
  await fetcher.close();
  secure.closeAllConnections();
  await new Promise((done) => secure.close(done));
  await Promise.all([site, http, socks, silent].map((one) => one.close()));
});

const ask = (variable: string, more = {}): Promise<Page> =>
  fetcher.fetch({
    url: `http://news.test:${port}/rain`,
    kind: 'page',
    source: { id: 'x', proxy: `env:${variable}` },
    ...more,
  });

describe.each(['http', 'browser'] as const)('by %s', (via) => {
  it.each([
    ['an HTTP proxy', 'TEST_HTTP_PROXY', () => http, 'GET http://news.test:'],
    ['a SOCKS5 proxy', 'TEST_SOCKS_PROXY', () => socks, 'SOCKS news.test:'],
  ])('goes through %s, which resolves the name', async (_name, variable, proxy, asked) => {
    const page = await ask(variable, { via });
    expect(page.text).toContain(BODY);
    expect(proxy().asked.at(-1)).toMatch(new RegExp(`^${asked}${port}`, 'u'));
    // The login is for the proxy alone.
    expect(site.asked.at(-1)?.headers).not.toHaveProperty('proxy-authorization');
  });

  it.each([
    ['a wrong login of an HTTP proxy', 'TEST_WRONG_HTTP', 'PROXY'],
    ['a wrong login of a SOCKS5 proxy', 'TEST_WRONG_SOCKS', 'PROXY'],
    ['a proxy that is not there', 'TEST_NO_PROXY', 'PROXY'],
    ['a proxy that says nothing', 'TEST_SILENT_PROXY', 'PROXY'],
    ['a proxy of an unknown kind', 'TEST_BAD_PROXY', 'CONFIG'],
    ['a variable that is not set', 'TEST_UNSET_PROXY', 'CONFIG'],
  ])('%s is an error of its own, without the login', async (_name, variable, code) => {
    const error = await ask(variable, { via }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MarsadError);
    expect(error).toMatchObject({ code });
    const told =
      JSON.stringify(error) + String(error) + (error instanceof Error ? error.stack : '');
    expect(told).not.toMatch(/other-9922|amin/u);
  });

  it('refuses a private address before the proxy hears of it', async () => {
    const before = http.asked.length;
    const asked = ask('TEST_HTTP_PROXY', { via, url: `http://127.0.0.1:${port}/rain` });
    await expect(asked).rejects.toMatchObject({ code: 'BLOCKED_ADDRESS' });
    expect(http.asked).toHaveLength(before);
  });
});

it.each([
  ['TEST_HTTP_PROXY', () => http, 'CONNECT'],
  ['TEST_SOCKS_PROXY', () => socks, 'SOCKS'],
])('%s: TLS is with the site, not with the proxy', async (variable, proxy, word) => {
  const asked = ask(variable, { url: `https://news.test:${securePort}/` });
  // The certificate of the test's site has expired: it was the site's own that was looked at.
  await expect(asked).rejects.toMatchObject({ code: 'TLS' });
  expect(proxy().asked.at(-1)).toBe(`${word} news.test:${securePort}`);
});
