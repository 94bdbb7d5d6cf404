import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
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

interface Answer {
  type: string;
  status?: number;
  body: string;
  headers?: Record<string, string>;
}

/** What the site of these tests answers, by path. */
const ANSWERS: Record<string, Answer> = {
  '/home': { type: 'text/html; charset=utf-8', body: HOME },
  '/reserved': {
    type: 'text/html; charset=utf-8',
    body: HOME,
    headers: { 'tdm-reservation': '1' },
  },
  '/live': { type: 'application/rss+xml', body: FEED },
  '/pdf': { type: 'application/pdf', body: '%PDF-1.7' },
  '/rss': { type: 'application/rss+xml', body: '<rss version="2.0"><channel/></rss>' },
  '/empty': { type: 'text/html', body: '<p>نعود قريبا</p>' },
  '/wall': { type: 'text/html', status: 403, body: 'no' },
  '/secret/': { type: 'text/html', body: '<p>سر</p>' },
  '/honey': { type: 'text/html; charset=utf-8', body: ARTICLE },
  '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /secret/\n' },
};

const NOTHING: Answer = { type: 'text/html', status: 404, body: '' };

const answer: RequestListener = (request, response) => {
  const { type, status = 200, body, headers } = ANSWERS[request.url ?? ''] ?? NOTHING;
  response.writeHead(status, { 'content-type': type, ...headers }).end(body);
};

let folder: string;
let server: Server;
let origin: string;

const text = (port: string | number, more = ''): string =>
  [
    `redis: { folder: ${folder}/state }`,
    `crawl: { delay: 10ms, totalTime: 2s, allowHosts: ["127.0.0.1:${port}"] }`,
    'log: { level: silent }',
    more,
  ].join('\n');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-sources-'));
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  origin = `http://127.0.0.1:${port}`;
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  writeFileSync(join(folder, 'config/marsad.yaml'), text(port));
});
beforeEach(() => {
  rmSync(join(folder, 'config/sources'), { recursive: true });
  mkdirSync(join(folder, 'config/sources'));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]): Promise<CommandEnd> =>
  startMarsad(['sources', ...args], { cwd: folder }).ended;

const source = (id: string): string => join(folder, 'config/sources', `${id}.yaml`);

const writeSource = (id: string, more = ''): void =>
  writeFileSync(
    source(id),
    `name: المدار # كما يكتب\nhomepage: ${origin}/\ndiscover:\n  - feed: ${origin}/${id}\n${more}`,
  );

describe('adding a site that cannot be', () => {
  it.each([
    ['no URL', ['almadar'], 2, /Expected the http\(s\) URL of a home page, found almadar/u],
    ['another scheme', ['ftp://almadar.test/'], 2, /Expected the http\(s\) URL/u],
    ['a bad id', ['https://almadar.test/', '--id', 'Al Madar'], 2, /An id is up to 60/u],
    ['a real site without a contact', ['https://almadar.test/'], 2, /crawl\.contact is not set/u],
    ['a private address', ['http://127.0.0.1:81/'], 1, /port 81 is not in crawl\.ports/u],
    ['a private address on a web port', ['http://127.0.0.1/'], 1, /the address is private/u],
    ['a login in the URL', ['http://me:secret@127.0.0.1/'], 1, /a login stands in the URL/u],
  ])('%s', async (_name, args, status, message) => {
    const end = await run('add', ...args);
    expect(end.stderr).toMatch(message);
    expect(end.stderr).not.toContain('secret');
    expect(end.status).toBe(status);
  });

  it.each([
    ['no HTML', '/pdf', /Expected the HTML of a home page at .*, found application\/pdf/u],
    ['a feed', '/rss', /found application\/rss\+xml/u],
    ['a page without articles', '/empty', /No route to articles was found/u],
    ['a page that is refused', '/wall', /Status 403/u],
    ['a page that is gone', '/gone', /Status 404/u],
    ['a page that robots.txt closes', '/secret/', /robots\.txt line 2 disallows/u],
  ])('%s', async (_name, path, message) => {
    const end = await run('add', origin + path, '--id', 'madar');
    expect(end.stderr).toMatch(message);
    expect(end.status).toBe(1);
    expect(() => readFileSync(source('madar'))).toThrow('ENOENT');
  });

  it('a host that is down', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await new Promise((resolve) => closed.close(resolve));
    mkdirSync(join(folder, 'down'), { recursive: true });
    writeFileSync(join(folder, 'down/marsad.yaml'), text(port));
    const end = await run('add', `http://127.0.0.1:${port}/`, '--config', 'down');
    expect(end.stderr).toMatch(/ECONNREFUSED|refused/u);
    expect(end.status).toBe(1);
  });

  it('a file that is there already, without asking the site', async () => {
    writeSource('madar');
    const before = readFileSync(source('madar'), 'utf8');
    const end = await run('add', `${origin}/`, '--id', 'madar');
    expect(end.stderr).toMatch(/madar\.yaml is there already\n {2}Overwrite it with --force/u);
    expect(end.status).toBe(2);
    expect(readFileSync(source('madar'), 'utf8')).toBe(before);
  });
});

describe('adding a site', () => {
  it('prints the file with --dry-run, with what was found and what was not', async () => {
    const end = await run('add', `${origin}/home`, '--id', 'sarwa', '--dry-run');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    expect(end.stdout).toContain('# The feed names a hub that pushes it: https://hub.test/\n');
    expect(end.stdout).toContain('# 1 of 1 pages read are articles, 1 state a date.\n');
    expect(parse(end.stdout)).toEqual({
      name: 'عين السروة',
      homepage: `${origin}/home`,
      country: 'JO',
      timeZone: 'Asia/Amman',
      discover: [{ feed: `${origin}/live` }],
      visit: { every: 'auto' },
      revisit: ['1h', '6h', '24h'],
      enabled: true,
    });
    expect(existsSync(source('sarwa'))).toBe(false);
  });

  it('overwrites with --force, and leaves no half file', async () => {
    writeSource('sarwa', 'tags: [harvest]\n');
    const end = await run('add', `${origin}/home`, '--id', 'sarwa', '--force');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    expect(end.stdout).toMatch(
      /^\* feed .*\/live: 200, 1 links, newest 2026-10-05T04:30:00\.000Z/mu,
    );
    expect(end.stdout).toMatch(/\/honey: سوق العسل يعود إلى عين السروة \(.*datePublished 0\.\d/u);
    expect(end.stdout).toMatch(/Written: .*sarwa\.yaml/u);
    expect(readdirSync(join(folder, 'config/sources'))).toEqual(['sarwa.yaml']);
    expect(readFileSync(source('sarwa'), 'utf8')).not.toContain('harvest');
  });

  it('refuses a route that another source reads', async () => {
    writeSource('live');
    const end = await run('add', `${origin}/home`, '--id', 'sarwa');
    expect(end.stderr).toMatch(/\/live is already read by source live\n {2}.*--id live --force/u);
    expect(end.status).toBe(2);
  });

  it('reads no article where the site reserves the use of its texts', async () => {
    const end = await run('add', `${origin}/reserved`, '--id', 'sarwa', '--json');
    expect(JSON.parse(end.stdout)).toMatchObject({
      pages: [],
      notes: expect.arrayContaining([
        expect.stringMatching(/reserves AI use \(tdm-reservation: 1\)/u),
      ]),
    });
    expect(existsSync(source('sarwa'))).toBe(true);
  });
});

describe('trying a source', () => {
  it('shows what would be found, with the trust in each field', async () => {
    writeSource('live');
    const end = await run('test', 'live', '--json');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    const [route, page] = end.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(route).toMatchObject({ kind: 'feed', status: 200, links: 1, hub: 'https://hub.test/' });
    expect(page).toMatchObject({
      url: `${origin}/honey`,
      headline: 'سوق العسل يعود إلى عين السروة',
      datePublished: '2026-10-05T04:30:00Z',
      fields: { headline: expect.any(Number), articleBody: expect.any(Number) },
    });
  });

  it('that is not there is a wrong use', async () => {
    const end = await run('test', 'nobody');
    expect(end).toMatchObject({ status: 2, stdout: '' });
    expect(end.stderr).toMatch(/No source nobody/u);
  });

  it('whose route is broken says so and ends with status 1', async () => {
    writeSource('gone');
    const end = await run('test', 'gone', '--json');
    expect(JSON.parse(end.stdout)).toMatchObject({
      kind: 'feed',
      status: 404,
      links: 0,
      error: { code: 'GONE' },
    });
    expect(end.stderr).toMatch(
      /Source gone: 1 of 1 routes are broken, 0 of 0 pages gave an article/u,
    );
    expect(end.status).toBe(1);
  });
});

describe('switching a source', () => {
  it('changes the one line, back and forth', async () => {
    writeSource('madar', 'enabled: true # حتى العيد\n');
    const before = readFileSync(source('madar'), 'utf8');
    expect(await run('disable', 'madar')).toEqual({
      status: 0,
      stdout: 'madar is now disabled\n',
      stderr: '',
    });
    expect(readFileSync(source('madar'), 'utf8')).toBe(
      before.replace('enabled: true', 'enabled: false'),
    );
    expect((await run('disable', 'madar')).stdout).toBe('madar was already disabled\n');
    expect((await run('enable', 'madar')).stdout).toBe('madar is now enabled\n');
    expect(readFileSync(source('madar'), 'utf8')).toBe(before);
  });

  it.each([
    ['one that is not there', 'nobody', /No source nobody/u],
    ['a path', '../marsad', /An id is up to 60/u],
    ['one whose file is broken', 'broken', /broken\.yaml:1:1: /u],
  ])('refuses %s', async (_name, id, message) => {
    writeFileSync(source('broken'), 'nmae: x\n');
    const end = await run('disable', id);
    expect(end.stderr).toMatch(message);
    expect(end.status).toBe(2);
  });
});

describe('importing a list', () => {
  const outline = (feed: string, name: string): string =>
    `<outline text="${name}" xmlUrl="${feed}"/>`;
  const list = (body: string): string =>
    `<opml version="2.0"><head/><body><outline text="ساحل">${body}</outline></body></opml>`;

  it('writes a file a feed, skips what is there, and asks nobody', async () => {
    writeSource('madar');
    const feeds = [
      outline(`${origin}/madar`, 'المدار'),
      outline('https://shiraa.com.eg/feed/', 'الشراع &quot;الأول&quot;'),
      outline('https://www.shiraa.com.eg/sea/feed/', 'بحر # الشراع'),
      outline('https://shiraa.com.eg/feed/', 'الشراع مرة أخرى'),
      outline('file:///etc/hosts', 'ملف'),
    ];
    writeFileSync(join(folder, 'list.opml'), list(feeds.join('')));
    const end = await run('import', 'list.opml', '--json');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    const outcomes = end.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(outcomes).toMatchObject([
      { skipped: 'source madar reads it' },
      { id: 'shiraa' },
      { id: 'shiraa-2' },
      { skipped: 'source shiraa reads it' },
      { name: 'ملف', skipped: 'no http(s) address: file:///etc/hosts' },
    ]);
    const { stdout } = await run('list', '--json');
    const written = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(written).toMatchObject([
      { id: 'madar' },
      {
        id: 'shiraa-2',
        name: 'بحر # الشراع',
        discover: [{ feed: 'https://www.shiraa.com.eg/sea/feed/' }],
      },
      {
        id: 'shiraa',
        name: 'الشراع "الأول"',
        country: 'EG',
        timeZone: 'Africa/Cairo',
        tags: ['ساحل'],
      },
    ]);
  });

  it('writes nothing with --dry-run', async () => {
    writeFileSync(join(folder, 'list.opml'), list(outline('https://shiraa.test/feed/', 'الشراع')));
    const end = await run('import', 'list.opml', '--dry-run');
    expect(end.stdout).toMatch(/1 sources would be written, 0 entries skipped/u);
    expect((await run('list')).stdout).toBe('');
  });

  it.each([
    ['no file', 'nowhere.opml', undefined, 2, /No file nowhere\.opml/u],
    ['a folder', 'config', undefined, 2, /config is no file/u],
    ['no XML', 'x.opml', 'صحف', 1, /Expected OPML with a body/u],
    ['20 MB', 'x.opml', list(' '.repeat(20_000_000)), 1, /at most 4000000 are read/u],
    ['entities', 'x.opml', `<!DOCTYPE o [<!ENTITY a "a">]>${list('&a;')}`, 1, /declares entities/u],
  ])('refuses %s', async (_name, file, body, status, message) => {
    if (body !== undefined) writeFileSync(join(folder, file), body);
    const end = await run('import', file);
    expect(end.stderr).toMatch(message);
    expect(end.status).toBe(status);
  });

  it('says where a file cannot be written', async () => {
    writeFileSync(join(folder, 'list.opml'), list(outline('https://shiraa.test/feed/', 'الشراع')));
    // As good as a closed folder, which a superuser may write to all the same.
    mkdirSync(`${source('shiraa')}.tmp`);
    const end = await run('import', 'list.opml');
    expect(end.stderr).toMatch(/shiraa\.yaml cannot be written \(EISDIR\)/u);
    expect(end.status).toBe(2);
  });
});
