/** Every source of the schedule bench: a feed with two articles of its host, and one with 5,000. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Links of the source that floods: a feed of that length is a broken archive or an attack. */
const FLOOD = 5000;

const ENTRY = (origin: string, name: string): string =>
  `<item><title>خبر ${name} من نشرة المساء</title><link>${origin}/article/${name}</link><guid>${origin}/article/${name}</guid></item>`;

function feed(origin: string, count: number): string {
  const items = Array.from({ length: count }, (_, index) => ENTRY(origin, `${index}`));
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>نشرة</title>${items.join('')}</channel></rss>`;
}

const PARAGRAPH =
  'افتتحت بلدية السروات صباح اليوم مكتبة عامة في الحي الشرقي، تضم اثني عشر ألف كتاب وقاعة للأطفال، وقال رئيس البلدية إن المبنى كان مخزنا مهجورا منذ ربع قرن. ';

const server = createServer((request, response) => {
  const origin = `http://${request.headers.host}`;
  const path = request.url ?? '/';
  if (path === '/feed.xml' || path === '/flood.xml') {
    const body = feed(origin, path === '/feed.xml' ? 2 : FLOOD);
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
  } else if (path.startsWith('/article/')) {
    const body = `<!doctype html><html lang="ar"><head><title>خبر ${path}</title></head><body><article><h1>خبر ${path} من ${origin}</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></article></body></html>`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  } else response.writeHead(404).end();
});

server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));
