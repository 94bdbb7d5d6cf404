/** The site of the unchanged bench: one feed, 304 to who has its validator. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Requests so far, by what they were answered. */
export interface Counts {
  readonly whole: number;
  readonly notModified: number;
  readonly others: number;
}

const counts = { whole: 0, notModified: 0, others: 0 };
const items = Array.from(
  { length: 20 },
  (_, i) => `<item><title>خبر ${i}</title><link>http://localhost/${i}</link></item>`,
);
const body = `<rss version="2.0"><channel><title>نشرة</title>${items.join('')}</channel></rss>`;
const server = createServer((request, response) => {
  if (request.url !== '/feed.xml') {
    counts.others += 1;
    response.writeHead(404).end();
  } else if (request.headers['if-none-match'] === '"1"') {
    counts.notModified += 1;
    response.writeHead(304, { etag: '"1"' }).end();
  } else {
    counts.whole += 1;
    response.writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' }).end(body);
  }
});
process.on('message', () => process.send?.(counts));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
