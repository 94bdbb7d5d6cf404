import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callMarsad } from '../called.ts';
import { type CommandEnd, startMarsad } from '../marsad.ts';

const ARTICLE = `<!doctype html><html lang="ar-JO"><head><title>سوق العسل يعود إلى عين السروة</title></head><body>
<h1>سوق العسل يعود إلى عين السروة</h1><time datetime="2026-10-05T07:30:00+03:00">5 تشرين الأول</time>
<p>عاد سوق العسل إلى ساحة بلدة عين السروة بعد انقطاع دام ثلاثة مواسم، وعرض فيه أربعون نحالا ما جنوه من سفوح الجبل.</p>
<p>وقال رئيس جمعية النحالين إن محصول هذا العام بلغ اثني عشر طنا، أي ضعف ما كان عليه في الموسم الذي سبق الجفاف.</p>
<p>ويستمر السوق حتى مساء الجمعة، وتخصص البلدية حافلات مجانية من المدينة إلى الساحة كل نصف ساعة.</p></body></html>`;

const HOME = `<!doctype html><html lang="ar"><head><title>الرئيسية - عين السروة</title>
<meta property="og:locale" content="ar_JO"><link rel="alternate" type="application/rss+xml" href="/live"></head><body></body></html>`;

const FEED = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>عين السروة</title>
<atom:link rel="hub" href="https://hub.test/"/><atom:link rel="self" href="https://sarwa.test/live"/>
<item><title>سوق العسل يعود إلى عين السروة</title><link>/honey</link><pubDate>Mon, 05 Oct 2026 04:30:00 GMT</pubDate></item>
</channel></rss>`;

/** What an outlet of the catalogue gives that publishes in another language than its entry says. */
const FOREIGN_FEED = `<rss version="2.0"><channel><title>Ain Sarwa Daily</title>
<item><title>Honey market returns to Ain Sarwa</title><link>/honey-en</link><pubDate>Mon, 05 Oct 2026 04:30:00 GMT</pubDate></item>
</channel></rss>`;
const FOREIGN_ARTICLE = `<!doctype html><html lang="en"><head><title>Honey market returns to Ain Sarwa</title></head><body>
<h1>Honey market returns to Ain Sarwa</h1><time datetime="2026-10-05T07:30:00+03:00">5 October</time>
<p>The honey market is back on the square of Ain Sarwa after three seasons, and forty beekeepers showed what they had gathered on the slopes.</p>
<p>The head of their association said that this year's harvest came to twelve tonnes, twice as much as in the season before the drought.</p>
<p>The market stays open until Friday evening, and the town runs free buses to the square every half hour.</p></body></html>`;

/** A home page that names more than anybody asks for, and feeds that never say the same twice. */
const NUMBERS = Array.from({ length: 200 }, (_, number) => number);
const BUSY = `<!doctype html><html><head>${NUMBERS.map(
  (number) => `<link rel="alternate" type="application/rss+xml" href="/many/${number}">`,
).join('')}</head><body><nav>${NUMBERS.map(
  (number) => `<a href="/part-${number}/">قسم ${number}</a>`,
).join('')}</nav></body></html>`;

const manyFeed = (path: string): string =>
  `<rss version="2.0"><channel><title>كثير</title>${NUMBERS.map(
    (number) => `<item><title>خبر</title><link>${path}/story/${number}</link></item>`,
  ).join('')}</channel></rss>`;

interface Answer {
  type: string;
  status?: number;
  body: string;
  headers?: Record<string, string>;
}

/** What the site of these tests answers, by path. */
const ANSWERS: Record<string, Answer> = {
  '/busy': { type: 'text/html; charset=utf-8', body: BUSY },
  '/home': { type: 'text/html; charset=utf-8', body: HOME },
  '/reserved': {
    type: 'text/html; charset=utf-8',
    body: HOME,
    headers: { 'tdm-reservation': '1' },
  },
  '/live': { type: 'application/rss+xml', body: FEED },
  '/english': { type: 'application/rss+xml', body: FOREIGN_FEED },
  '/honey-en': { type: 'text/html; charset=utf-8', body: FOREIGN_ARTICLE },
  '/pdf': { type: 'application/pdf', body: '%PDF-1.7' },
  '/rss': { type: 'application/rss+xml', body: '<rss version="2.0"><channel/></rss>' },
  '/empty': { type: 'text/html', body: '<p>نعود قريبا</p>' },
  '/wall': { type: 'text/html', status: 403, body: 'no' },
  '/secret/': { type: 'text/html', body: '<p>سر</p>' },
  '/honey': { type: 'text/html; charset=utf-8', body: ARTICLE },
  '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /secret/\n' },
};

const NOTHING: Answer = { type: 'text/html', status: 404, body: '' };

/** A site on loopback, and a folder of configuration that may ask it. */
export interface SourcesFolder {
  readonly folder: string;
  readonly origin: string;
  /** Requests that the site got so far. */
  readonly asked: () => number;
  /** Runs `marsad ARGS…` in the folder, within this process. */
  readonly call: (...args: string[]) => Promise<CommandEnd>;
  /** Runs `marsad sources ARGS…` likewise. */
  readonly run: (...args: string[]) => Promise<CommandEnd>;
  /** Runs `marsad sources ARGS…` as a process of its own. */
  readonly runApart: (...args: string[]) => Promise<CommandEnd>;
  /** The file of a source. */
  readonly file: (id: string) => string;
  /** Writes a source whose feed is the path of its id. */
  readonly write: (id: string, more?: string) => void;
  /** Takes all sources away. */
  readonly empty: () => void;
  readonly close: () => void;
}

/** Settings that allow one port of loopback. */
export const settingsFor = (folder: string, port: number): string =>
  [
    `redis: { folder: ${folder}/state }`,
    `crawl: { delay: 10ms, totalTime: 60s, allowHosts: ["127.0.0.1:${port}"] }`,
    'log: { level: silent }',
  ].join('\n');

/** Listens on any free port of loopback; gives the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** Opens the site and the folder. */
export async function openSourcesFolder(): Promise<SourcesFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-sources-'));
  const sources = join(folder, 'config/sources');
  let asked = 0;
  const answer: RequestListener = ({ url = '' }, response) => {
    asked += 1;
    const many = /^\/many\/\d+$/u.test(url) ? { type: 'text/xml', body: manyFeed(url) } : NOTHING;
    const { type, status = 200, body, headers } = ANSWERS[url] ?? many;
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };
  const server = createServer(answer);
  const port = await listen(server);
  const origin = `http://127.0.0.1:${port}`;
  mkdirSync(sources, { recursive: true });
  writeFileSync(join(folder, 'config/marsad.yaml'), settingsFor(folder, port));
  const file = (id: string): string => join(sources, `${id}.yaml`);
  const before = process.cwd();
  const call = (...args: string[]): Promise<CommandEnd> => {
    process.chdir(folder);
    return callMarsad(...args);
  };
  return {
    folder,
    origin,
    file,
    asked: () => asked,
    call,
    run: (...args) => call('sources', ...args),
    runApart: (...args) => startMarsad(['sources', ...args], { cwd: folder }).ended,
    write: (id, more = '') =>
      writeFileSync(
        file(id),
        `name: المدار # كما يكتب\nhomepage: ${origin}/\ndiscover:\n  - feed: ${origin}/${id}\n${more}`,
      ),
    empty: () => {
      rmSync(sources, { recursive: true });
      mkdirSync(sources);
    },
    close: () => {
      process.chdir(before);
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}
