import { crc32, deflateSync } from 'node:zlib';
import type { LoadedSite } from './catalogue.ts';
import type { SiteAnswer } from './site.ts';

/** What a site answers, by decoded path with its query. */
export type Routes = ReadonlyMap<string, SiteAnswer | (() => SiteAnswer)>;

/** All routes of a site: its pages, its pictures, and its own routes, which win over both. */
export function readRoutes({ site, articles }: LoadedSite): Routes {
  const routes = new Map<string, SiteAnswer | (() => SiteAnswer)>();
  for (const article of articles) {
    routes.set(article.path, () => ({ body: site.page(article, articles) }));
    if (article.image) routes.set(article.image.path, PICTURE);
  }
  for (const [path, answer] of Object.entries(site.routes(articles))) routes.set(path, answer);
  return routes;
}

/** The answer to a request target: by path and query, else by path, else nothing. */
export function findAnswer(routes: Routes, target: string): SiteAnswer | undefined {
  const query = target.indexOf('?');
  const found =
    routes.get(decodePath(target)) ??
    routes.get(decodePath(query < 0 ? target : target.slice(0, query)));
  return typeof found === 'function' ? found() : found;
}

/** A request target with its percent-encoding undone; left as it is where it is broken. */
export function decodePath(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** One grey pixel: PNG signature, IHDR (1 × 1, 8 bit, grey), IDAT, IEND (PNG, 5.3 and 11.2). */
const PICTURE: SiteAnswer = {
  headers: { 'content-type': 'image/png' },
  body: Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 0x80]))),
    chunk('IEND', Buffer.alloc(0)),
  ]),
};
