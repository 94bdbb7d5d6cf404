import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AnswerSite, answerSite, articlePage, feedOf } from '../answers.ts';

const HTML: Record<string, string> = { 'content-type': 'text/html' };
const TEXT =
  'أنهت فرق الصيانة في ميناء الزهراء تركيب الرافعات الجديدة، وقال مدير التشغيل إن أول سفينة ترسو على الرصيف الموسع صباح الاثنين المقبل.';

/** A source by the only route it has, and the code its failure is named by. */
const BROKEN: readonly [id: string, feed: string, code: string][] = [
  ['no-name', 'http://no-such-host.invalid/feed', 'DNS'],
  ['refused', 'http://127.0.0.1:1/feed', 'CONNECT'],
  ['forbidden', '/forbidden', 'FORBIDDEN'],
  ['gone', '/gone', 'GONE'],
  ['server', '/server', 'SERVER'],
  ['page', '/page', 'NOT_A_FEED'],
];

/** Pages of a source whose feed is good. */
const REFUSED = ['/1', '/2', '/3', '/4'];

let site: AnswerSite;

beforeAll(async () => {
  site = await answerSite();
  const { answers, origin, folder } = site;
  answers.set('/forbidden', [403, {}, '']);
  answers.set('/server', [500, {}, '']);
  answers.set('/page', [200, HTML, '<html><body><p>قيد الصيانة</p></body></html>']);
  const hosts = [`127.0.0.1:${new URL(origin).port}`, '127.0.0.1:1', 'no-such-host.invalid'];
  writeFileSync(
    join(folder, 'config/marsad.yaml'),
    [
      `redis: { folder: ${folder}/state }`,
      `crawl: { delay: 10ms, totalTime: 60s, contact: 'http://127.0.0.1/', ports: [80, 1], allowHosts: ${JSON.stringify(hosts)} }`,
      'log: { level: warn }',
      `sinks: { file: { jsonLines: { path: ${folder}/out.jsonl } } }`,
    ].join('\n'),
  );
  rmSync(join(folder, 'config/sources/one.yaml'));
  for (const [id, feed] of BROKEN) addSource(id, feed);
});
afterAll(() => site.close());

function addSource(id: string, feed: string): void {
  writeFileSync(
    join(site.folder, `config/sources/${id}.yaml`),
    `name: ${id}\nhomepage: ${site.origin}/\ndiscover: [{ feed: '${new URL(feed, site.origin).href}' }]\nfetch: { via: http }\n`,
  );
}

type States = Record<string, { condition: string; why?: string }>;

async function states(): Promise<States> {
  const { sources } = JSON.parse((await site.run('status', '--json')).stdout);
  return Object.fromEntries(sources.map((one: { id: string }) => [one.id, one]));
}

it('ends with 1, and names every route that failed, in the log at warn and in the summary', async () => {
  for (const path of REFUSED) site.answers.set(path, [403, {}, '']);
  site.answers.set('/good', feedOf(site.origin, ...REFUSED));
  addSource('pages', '/good');
  const { status, stdout, stderr } = await site.run('run', '--drain');
  expect(status).toBe(1);
  const lines = stdout.split('\n');
  const logged = stderr.split('\n').filter((line) => line.startsWith('{'));
  for (const [id, , code] of BROKEN) {
    expect(lines.filter((line) => line.startsWith(`route ${id} `))).toEqual([
      expect.stringContaining(`: ${code}: `),
    ]);
    const found = logged.map((line) => JSON.parse(line)).filter(({ source }) => source === id);
    expect(found).toEqual([
      expect.objectContaining({ job: 'route', level: 'warn', outcome: 'failed' }),
      expect.objectContaining({ job: 'visit', level: 'warn', broken: 1 }),
    ]);
    expect(found[0].error.code).toBe(code);
  }
  expect(lines[0]).toBe('7 visits, 6 routes could not be read');
  expect(lines.filter((line) => line.startsWith('page pages '))).toHaveLength(REFUSED.length);
});

it('shows each of these sources as failing, also the one whose pages are all refused', async () => {
  const all = await states();
  for (const [id, , code] of BROKEN) {
    expect(all[id]).toMatchObject({ condition: 'failing', health: { broken: [{ code }] } });
    expect(all[id]?.why).toContain(code);
  }
  expect(all.pages).toMatchObject({ condition: 'failing' });
  expect(all.pages?.why).toContain('4 of the last 4 pages failed, most by FORBIDDEN');
});

it('is good again once all is mended, and the worst stand first', async () => {
  const { answers, origin } = site;
  const paths = Array.from({ length: 12 }, (_, at) => `/story-${at}`);
  for (const path of paths)
    answers.set(path, articlePage(`خبر الميناء ${path}`, [TEXT + path, TEXT]));
  answers.set('/forbidden', feedOf(origin, '/story-0'));
  answers.set('/good', feedOf(origin, ...paths.slice(1)));
  await site.run('run', '--drain');
  const all = await states();
  expect(all.forbidden).toMatchObject({ condition: 'good', health: { broken: [] } });
  expect(all.pages).toMatchObject({ condition: 'degraded' });
  expect(all.pages).not.toHaveProperty('health.lastError');
  expect(Object.keys(all).at(-1)).toBe('forbidden');
});
