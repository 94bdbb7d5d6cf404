/**
 * Serves the sites of `others`, each on a port of its own, every answer made before the first request:
 * what is measured is who asks. Messages: `{ origins }` when all listen, then `{ pages }`, the pages
 * of articles asked for so far, as often as the parent sends anything.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';
import { findType } from '../../sites/answer.ts';
import type { LoadedSite } from '../../sites/catalogue.ts';
import { placeAnswer } from '../../sites/origin.ts';
import { decodePath, findAnswer, type Routes, readRoutes } from '../../sites/routes.ts';
import { benchSites } from './sites.ts';

interface Made {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

const [count = '', seed = ''] = process.argv.slice(2);
const sites = await benchSites(Number(count), Number(seed));
const origins = new Map<string, string>();
let pages = 0;

/** Crawl-delay is left out: no contender waits between two requests here. */
const withoutDelay = (text: string): string => text.replace(/^Crawl-delay:.*\n/gmu, '');

function make(routes: Routes, { site }: LoadedSite, target: string): Made {
  const found = findAnswer(routes, target) ?? { status: 404, body: 'not found' };
  const { status = 200, headers = {}, body } = placeAnswer(found, origins);
  const charset = site.charset ?? 'utf-8';
  const text = typeof body === 'string' ? iconv.encode(withoutDelay(body), charset) : body;
  const type = { 'content-type': findType(found, charset), 'content-length': String(text.length) };
  return { status, headers: { ...type, ...headers }, body: text };
}

/** Pages by their targets, made when the site's origin is known. */
const made = new Map<string, Map<string, Made>>();

for (const one of sites) {
  const routes = readRoutes(one);
  const answers = new Map<string, Made>();
  const articles = new Set(one.articles.map(({ path }) => path));
  made.set(one.site.id, answers);
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    const key = decodePath(target);
    if (articles.has(key)) pages += 1;
    const answer = answers.get(key) ?? make(routes, one, target);
    answers.set(key, answer);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origins.set(one.site.id, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}
for (const one of sites) {
  const routes = readRoutes(one);
  for (const { path } of one.articles) made.get(one.site.id)?.set(path, make(routes, one, path));
}
process.on('message', () => process.send?.({ pages }));
process.send?.({ origins: Object.fromEntries(origins) });
