/**
 * The sites of `scale`: 32 hosts of loopback, pages of the replica sites' makes with drawn texts, a feed
 * each that stays as it is. Messages: the port when it listens, then the pages answered so far, as
 * often as the parent sends anything; a number from it is how long each answer waits from now on, ms.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { placeOrigins } from '../../sites/origin.ts';
import { benchSites } from '../others/sites.ts';
import { FEED, hostAt, pagePath } from './hosts.ts';

const [count = ''] = process.argv.slice(2);
const sites = await benchSites(Number(count), 17);
const written = sites.flatMap(({ site, articles }) =>
  articles.map((article) => ({ html: site.page(article, articles), path: article.path })),
);
/** Bodies by host and path, made when they are first asked for. */
const bodies = new Map<string, Buffer>();
let pages = 0;
let waitMs = 0;

/** The page of a number as its host has it: all sites that it names are that host. */
function bodyOf(number: number, host: string): Buffer | undefined {
  const key = `${host}/${number}`;
  const page = written[number];
  if (!page) return undefined;
  const origin = `http://${host}`;
  const origins = new Map(sites.map(({ site }) => [site.id, origin]));
  const body =
    bodies.get(key) ??
    Buffer.from(
      placeOrigins(page.html, origins)
        .replaceAll(encodeURI(page.path), pagePath(number))
        .replaceAll(page.path, pagePath(number)),
    );
  bodies.set(key, body);
  return body;
}

const server = createServer(async (request, response) => {
  const host = request.headers.host ?? '';
  const number = /^\/news\/(\d+)$/u.exec(request.url ?? '')?.[1];
  if (waitMs > 0) await pause(waitMs);
  if (request.url === FEED) {
    if (request.headers['if-none-match'] === '"1"')
      return response.writeHead(304, { etag: '"1"' }).end();
    const body = `<rss version="2.0"><channel><title>نشرة</title></channel></rss>`;
    return response
      .writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' })
      .end(body);
  }
  const body = number === undefined ? undefined : bodyOf(Number(number), host);
  if (!body) return response.writeHead(404).end();
  pages += 1;
  return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
});
server.listen(0, '0.0.0.0', () => {
  const { port } = server.address() as AddressInfo;
  for (let number = 0; number < written.length; number += 1) {
    bodyOf(number, `${hostAt(number)}:${port}`);
  }
  process.send?.(port);
});
process.on('message', (value) => {
  if (typeof value === 'number') waitMs = value;
  process.send?.(pages);
});
