import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import type { ArticleRecord } from '../../src/record/article.ts';
import { records } from '../../src/state/records.ts';
import { type AnswerSite, answerSite, articlePage } from '../answers.ts';
import { startMarsad } from '../marsad.ts';

const WELL = [
  'أعلنت إدارة المياه في بلدة تل الغدير أن البئر الجديدة بدأت الضخ صباح الأحد بعد تجارب دامت أسبوعين.',
  'وأوضح المهندس المشرف أن البئر تعطي ستين مترا مكعبا في الساعة، وهو ما يكفي الحي الشمالي كله.',
];
const SCHOOL = [
  'عادت الدراسة إلى مدرسة الوادي الابتدائية بعد ترميم سقفها الذي تضرر في عاصفة الشتاء الماضي.',
  'وقالت مديرة المدرسة إن مئتي تلميذ تابعوا دروسهم في قاعة البلدية طوال فترة الأشغال.',
];
/** The feed tells what the pages do not: a replay must know it too. */
const feedWithCategories = (
  origin: string,
): string => `<rss version="2.0"><channel><title>الوادي</title>
<item><title>بئر جديدة في تل الغدير</title><link>${origin}/well</link><category>محليات</category></item>
<item><title>المدرسة تفتح أبوابها</title><link>${origin}/school</link><category>تعليم</category></item>
</channel></rss>`;

let live: AnswerSite;
let other: AnswerSite;
let archives: string[];
beforeAll(async () => {
  live = await answerSite();
  const file = join(live.folder, 'config/marsad.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}archive: { folder: ${live.folder}/archive }\n`);
  const feed = feedWithCategories(live.origin);
  live.answers.set('/feed', [200, { 'content-type': 'application/rss+xml' }, feed]);
  live.answers.set('/well', articlePage('بئر جديدة في تل الغدير', WELL));
  live.answers.set('/school', articlePage('المدرسة تفتح أبوابها', SCHOOL));
  await live.drain();
  await keepOpen(live);
  archives = readdirSync(join(live.folder, 'archive')).map((name) =>
    join(live.folder, 'archive', name),
  );
  other = await answerSite();
  writeFileSync(
    join(other.folder, 'config/sources/one.yaml'),
    readFileSync(join(live.folder, 'config/sources/one.yaml')),
  );
  await keepOpen(other);
});
afterAll(async () => {
  for (const installation of open.values()) await installation.close();
  live.close();
  other.close();
});

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

async function replay(site: AnswerSite, ...args: string[]) {
  const end = await site.run('replay', '--json', ...args);
  return { ...end, lines: linesOf(end.stdout) };
}

/** Open all the time, so that no command has to start the private Redis. */
const open = new Map<AnswerSite, Installation>();

async function keepOpen(site: AnswerSite): Promise<void> {
  open.set(site, await openInstallation(join(site.folder, 'config')));
}

/** Every revision that the log has, in its order. */
async function storedIn(site: AnswerSite): Promise<ArticleRecord[]> {
  const { redis, keys } = open.get(site) ?? expect.fail('not opened');
  const stored = records(redis, keys);
  const found = (await stored.newest(100)).map(({ id, revision }) => stored.at(id, revision));
  return (await Promise.all(found)).filter((record) => record !== undefined);
}

const byUrl = (a: ArticleRecord, b: ArticleRecord): number => a.url.localeCompare(b.url);

it('changes nothing where the rules are the same, and asks nobody', async () => {
  const asked = live.asked.length;
  const { lines, status } = await replay(live, ...archives);
  expect(status).toBe(0);
  expect(lines.slice(0, -1).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  expect(lines.at(-1)).toMatchObject({ summary: { unchanged: 2, faults: 0 } });
  expect(live.asked).toHaveLength(asked);
  expect(await storedIn(live)).toHaveLength(2);
});

/** Ends a process that opens a connection to any host: a socket file is Redis, a port a network. */
const NO_NETWORK = `--import=data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    if (!JSON.stringify(args).includes('"path":')) process.exit(99);
    return connect.apply(this, args);
  };`)}`;

it('opens no connection, where a crawl would', async () => {
  const offline = (...args: string[]) =>
    startMarsad(args, { cwd: live.folder, env: { NODE_OPTIONS: NO_NETWORK } }).ended;
  expect(await offline('replay', ...archives)).toMatchObject({ status: 0, stderr: '' });
  expect(await offline('crawl', 'one')).toMatchObject({ status: 99 });
});

it('names in each record the place of its answer', async () => {
  for (const { fetch } of await storedIn(live)) {
    expect(archives.map((path) => path.split('/').at(-1))).toContain(fetch.archive?.split(':')[0]);
  }
});

it('publishes what a visit would have published where nothing is known', async () => {
  const asked = live.asked.length;
  const { lines } = await replay(other, join(live.folder, 'archive'));
  expect(lines.at(-1)).toMatchObject({ summary: { published: 2 } });
  const [before, after] = [(await storedIn(live)).sort(byUrl), (await storedIn(other)).sort(byUrl)];
  // The stories are of each installation's own log; all else is as it was.
  expect(after).toEqual(before);
  const again = await replay(other, join(live.folder, 'archive'));
  expect(again.lines.at(-1)).toMatchObject({ summary: { unchanged: 2 } });
  expect(live.asked).toHaveLength(asked);
  expect(other.asked).toEqual([]);
});

it('publishes a revision where new rules read a field otherwise, once', async () => {
  const file = join(live.folder, 'config/sources/one.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}article: { remove: ['p:last-child'] }\n`);
  const dry = await replay(live, '--dry-run', ...archives);
  expect(dry.lines[0]).toMatchObject({ outcome: 'updated', revision: 2, changed: ['articleBody'] });
  expect(await storedIn(live)).toHaveLength(2);
  const wet = await replay(live, ...archives);
  expect(wet.lines.at(-1)).toMatchObject({ summary: { updated: 2 } });
  const again = await replay(live, ...archives);
  expect(again.lines.at(-1)).toMatchObject({ summary: { unchanged: 2 } });
  const [, , third] = await storedIn(live);
  expect(third).toMatchObject({ revision: 2, change: 'updated', changed: ['articleBody'] });
});

it('says where an archive is broken, reads the rest and ends with status 1', async () => {
  const [path = ''] = archives;
  const whole = readFileSync(path);
  const [place = ''] = (await storedIn(live)).map(({ fetch }) => fetch.archive ?? '');
  const offset = Number(place.split(':')[1]);
  const broken = Buffer.from(whole);
  broken.fill(0, offset + 200, offset + 260);
  mkdirSync(join(other.folder, 'broken'));
  const file = join(other.folder, 'broken/a.warc.gz');
  writeFileSync(file, Buffer.concat([broken, whole.subarray(0, 90)]));
  const end = await replay(other, file);
  expect(end.status).toBe(1);
  expect(end.stderr).toContain(`${file}:${offset}: `);
  expect(end.stderr).toContain('2 places of the archives are broken');
  expect(end.lines.at(-1)).toMatchObject({ summary: { unchanged: 1, faults: 2 } });
});

/** A record by another writer, version 1.0, its body in chunks and packed. */
function foreign(origin: string, html: string): Buffer {
  const body = gzipSync(html);
  const chunked = Buffer.concat([
    Buffer.from(`${body.length.toString(16)}\r\n`),
    body,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
  const http =
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n';
  const fields = [
    'WARC/1.0',
    'WARC-Type: response',
    'WARC-Record-ID: <urn:test:1>',
    'WARC-Date: 2026-11-01T09:10:11Z',
    `WARC-Target-URI: <${origin}/bridge>`,
    'Content-Type: application/http;msgtype=response',
    `Content-Length: ${http.length + chunked.length}`,
  ];
  return Buffer.concat([
    Buffer.from(`${fields.join('\r\n')}\r\n\r\n${http}`),
    chunked,
    Buffer.from('\r\n\r\n'),
  ]);
}

it("reads another writer's archive, with the day of its record", async () => {
  const [, , html] = articlePage('جسر خشبي فوق وادي السمر', WELL);
  const file = join(other.folder, 'foreign.warc');
  writeFileSync(file, foreign(live.origin, html));
  const { lines } = await replay(other, file, '--source', 'one');
  expect(lines[0]).toMatchObject({
    outcome: 'published',
    source: 'one',
    headline: 'جسر خشبي فوق وادي السمر',
    place: 'foreign.warc:0',
  });
  const stored = await storedIn(other);
  expect(stored.find(({ url }) => url.endsWith('/bridge'))).toMatchObject({
    dateFirstSeen: '2026-11-01T09:10:11.000Z',
    rights: { robots: 'unknown' },
    fetch: { at: '2026-11-01T09:10:11.000Z', archive: 'foreign.warc:0', visit: 'replay' },
  });
  const again = await replay(other, file);
  expect(again.lines[0]).toMatchObject({ outcome: 'unchanged' });
  expect(live.asked).not.toContain('/bridge');
});

it.each([
  [['nowhere.warc'], /No file or folder nowhere\.warc/u],
  [['http://news.test/a.warc'], /is no file: a replay asks no site/u],
  [['config/marsad.yaml', '--source', 'nobody'], /No source nobody/u],
])('%j is a wrong use', async (args, message) => {
  const end = await live.run('replay', ...args);
  expect(end).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
});
