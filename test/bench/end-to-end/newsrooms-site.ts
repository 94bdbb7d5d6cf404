import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chance } from '../copies/chance.ts';
import { newText } from '../copies/newsday.ts';

/** What happened to an article, on one clock, ms. */
export interface Course {
  /** It stands in the site's feed from now on. */
  readonly appeared: number;
  /** A visit was given the feed that lists it. */
  listed?: number;
  /** Its page was asked for. */
  asked?: number;
  /** A consumer had the record in hand. */
  held?: number;
}

/** Newsrooms that publish while they are watched: each a host of its own on loopback. */
export interface Newsrooms {
  readonly origins: readonly string[];
  /** By URL. */
  readonly courses: ReadonlyMap<string, Course>;
  /** Puts an article into one newsroom's feed. */
  readonly publish: (room: number) => void;
  readonly close: () => Promise<void>;
}

/** What a feed lists: as most do. */
const FEED_ENTRIES = 20;

interface Article {
  readonly url: string;
  readonly headline: string;
  readonly body: readonly string[];
  readonly at: Date;
}

/** Serves them; each request is answered at once, a feed that did not change with 304. */
export async function serveNewsrooms(count: number, seed: number): Promise<Newsrooms> {
  const draw = chance(seed);
  const rooms: Article[][] = Array.from({ length: count }, () => []);
  const courses = new Map<string, Course>();
  const pages = new Map<string, Article>();
  const origins: string[] = [];
  const server = createServer((request, response) => {
    const host = `http://${request.headers.host}`;
    const room = rooms[origins.indexOf(host)] ?? [];
    const url = `${host}${request.url}`;
    const article = pages.get(url);
    const send = (type: string, body: string, headers: Record<string, string> = {}): void => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body);
    };
    if (article) {
      note(courses.get(url), 'asked');
      return send('text/html', pageOf(article));
    }
    if (request.url !== '/feed.xml') return void response.writeHead(404).end();
    const etag = `"${room.length}"`;
    if (request.headers['if-none-match'] === etag)
      return void response.writeHead(304, { etag }).end();
    const listed = room.slice(-FEED_ENTRIES).reverse();
    for (const one of listed) note(courses.get(one.url), 'listed');
    return send('application/rss+xml', feedOf(host, listed), { etag });
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  for (let room = 0; room < count; room += 1) origins.push(`http://127.0.1.${room + 1}:${port}`);
  return {
    origins,
    courses,
    publish: (room) => {
      const { headline, body } = newText(draw);
      const url = `${origins[room]}/news/${pages.size + 1}`;
      const article = { url, headline, body, at: new Date() };
      pages.set(url, article);
      courses.set(url, { appeared: performance.now() });
      rooms[room]?.push(article);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The first time counts. */
function note(course: Course | undefined, step: 'listed' | 'asked'): void {
  if (course) course[step] ??= performance.now();
}

function feedOf(host: string, articles: readonly Article[]): string {
  const items = articles.map(
    ({ url, headline, at }) =>
      `<item><title>${headline}</title><link>${url}</link><guid>${url}</guid><pubDate>${at.toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>نشرة</title><link>${host}/</link>${items.join('')}</channel></rss>`;
}

function pageOf({ url, headline, body, at }: Article): string {
  const text = body.map((part) => `<p>${part}</p>`).join('\n');
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${headline}</title>
<link rel="canonical" href="${url}"><meta property="og:type" content="article"><meta property="article:published_time" content="${at.toISOString()}"></head>
<body><header><nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav></header>
<article><h1>${headline}</h1>${text}</article><footer>جميع الحقوق محفوظة</footer></body></html>`;
}
