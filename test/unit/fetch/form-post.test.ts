import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BlockedAddressError,
  ForbiddenError,
  RateLimitedError,
  RedirectError,
  ServerError,
  TimeoutError,
} from '../../../src/errors.ts';
import { createFetcher, type Fetcher } from '../../../src/line/fetch/fetcher.ts';
import { formPoster } from '../../../src/line/fetch/form-post.ts';
import { DEFAULT_LIMITS } from '../../../src/line/fetch/limits.ts';
import { type Loopback, serve, status } from './loopback.ts';

/** What came in: method, content type and body. */
const posted: string[] = [];

function take(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const type = request.headers['content-type'] ?? '';
    posted.push(`${request.method} ${type} ${Buffer.concat(chunks).toString()}`);
    response.writeHead(202).end();
  });
}

let hub: Loopback;
let other: Loopback;
let fetcher: Fetcher;
beforeEach(async () => {
  posted.length = 0;
  other = await serve({ '/': take });
  hub = await serve({
    '/': take,
    '/307': status(307, { location: '/' }),
    '/308': status(308, { location: '/307' }),
    '/301': status(301, { location: '/' }),
    '/302': status(302, { location: '/' }),
    '/303': status(303, { location: '/' }),
    '/nowhere': status(307),
    '/round': status(307, { location: '/round' }),
    '/private': status(307, { location: `${other.origin}/` }),
    '/metadata': status(307, { location: 'http://169.254.169.254/' }),
    '/file': status(308, { location: 'file:///etc/passwd' }),
    '/no': status(403),
    '/busy': status(429, { 'retry-after': '60' }),
    '/down': status(502),
    '/silent': () => undefined,
    '/endless': (_, response) => {
      response.writeHead(202);
      const flood = setInterval(() => response.write('x'.repeat(50_000)), 1);
      response.on('close', () => clearInterval(flood));
    },
  });
  fetcher = createFetcher({
    userAgent: 'Marsad/test',
    allowHosts: [new URL(hub.origin).host],
    // Far over what an answer takes, also where a busy machine is late with it.
    limits: { totalMs: 60_000, firstByteMs: 60_000 },
  });
});
afterEach(async () => {
  await fetcher.close();
  await Promise.all([hub.close(), other.close()]);
});

const FORM = { 'hub.mode': 'subscribe', 'hub.topic': 'https://site.test/خبر?a=1&b=2' };
const SENT =
  'POST application/x-www-form-urlencoded hub.mode=subscribe&hub.topic=https%3A%2F%2Fsite.test%2F%D8%AE%D8%A8%D8%B1%3Fa%3D1%26b%3D2';
const post = (path: string): Promise<void> =>
  fetcher.post({ url: `${hub.origin}${path}`, form: FORM });

describe('a form', () => {
  it.each(['/', '/307', '/308'])('comes whole over %s', async (path) => {
    await post(path);
    expect(posted).toEqual([SENT]);
    expect(hub.asked.at(-1)?.headers['user-agent']).toBe('Marsad/test');
  });

  it('fails where no answer comes', async () => {
    const limits = { totalMs: 1500, firstByteMs: 500 };
    const { host } = new URL(hub.origin);
    const hasty = createFetcher({ userAgent: 'Marsad/test', allowHosts: [host], limits });
    const sent = hasty.post({ url: `${hub.origin}/silent`, form: FORM });
    await expect(sent).rejects.toBeInstanceOf(TimeoutError);
    await hasty.close();
  });

  it('is sent though the answer has no end', async () => {
    await expect(post('/endless')).resolves.toBeUndefined();
  });

  it.each([
    // RFC 9110, 15.4: the others would make a GET of it.
    ['/301', RedirectError],
    ['/302', RedirectError],
    ['/303', RedirectError],
    ['/nowhere', RedirectError],
    ['/round', RedirectError],
    ['/private', BlockedAddressError],
    ['/metadata', BlockedAddressError],
    ['/file', BlockedAddressError],
    ['/no', ForbiddenError],
    ['/busy', RateLimitedError],
    ['/down', ServerError],
  ])('to %s fails as what it is', async (path, Class) => {
    await expect(post(path)).rejects.toBeInstanceOf(Class);
    expect(posted).toEqual([]);
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://localhost/',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://user:password@hub.test/',
    'http://hub.test:22/',
    'ftp://hub.test/',
  ])('is not sent to %s', async (url) => {
    await expect(fetcher.post({ url, form: FORM })).rejects.toBeInstanceOf(BlockedAddressError);
  });

  it('is not led from https to http, where its secret would be seen', async () => {
    const pem = readFileSync(new URL('../../faults/expired.pem', import.meta.url));
    const server = createServer(
      { key: pem, cert: pem },
      status(307, { location: `${hub.origin}/` }),
    );
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    // Any certificate will do here: what counts is where the answer leads.
    const any = { rejectUnauthorized: false };
    const agent = new Agent({ connect: any });
    const destroy = () => agent.destroy();
    const way = { dispatcher: agent, connect: buildConnector(any), destroy };
    const ask = formPoster({
      identity: { userAgent: 'Marsad/test' },
      limits: DEFAULT_LIMITS,
      policy: { isAllowed: () => true, ports: [], urlLength: 2048 },
      pools: { through: () => way, close: destroy },
    });
    await expect(ask({ url, form: FORM })).rejects.toThrow('from https to http');
    expect(posted).toEqual([]);
    await destroy();
    server.close();
  });
});
