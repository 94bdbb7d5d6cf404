import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseOpml } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvHeader, csvRows } from '../../../src/cli/csv-rows.ts';
import { readOpml } from '../../../src/line/discover/opml.ts';
import { ArticleRecord } from '../../../src/record/article.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { healthBook } from '../../../src/state/health.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { draftOf, plainSketch } from '../../article.ts';
import { callMarsad } from '../../called.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let folder: string;
let redis: TestRedis;
/** The day in UTC on which the records are made; near midnight they come on the next one. */
const TODAY = new Date(Date.now() + 60_000).toISOString().slice(0, 10);

/** Line feeds alone, and beside what must be quoted anyway. */
const BODIES = ['سطر\n\nوآخر', 'سطر\n\n"اثنان", 1', 'سطر'];
const FORMULA = '=HYPERLINK("http://evil.test";"خبر")';

beforeAll(async () => {
  redis = await startTestRedis();
  folder = mkdtempSync(join(tmpdir(), 'marsad-export-'));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(
    join(folder, 'marsad.yaml'),
    `redis: { url: "unix:${redis.socket}" }\nsinks: { all: { stream: {} } }\n`,
  );
  const lines = (name: string, routes: string): string =>
    `name: ${JSON.stringify(name)}\nhomepage: https://almina.test/\ntags: [وطني, "a&b"]\ndiscover:\n${routes}`;
  writeFileSync(
    join(folder, 'sources/almina.yaml'),
    lines(
      '=1+1 <الميناء> & "x"',
      '  - feed: https://almina.test/feed?a=1&b=2\n  - feed: https://almina.test/2\narticle: { body: .x }\n',
    ),
  );
  writeFileSync(
    join(folder, 'sources/bare.yaml'),
    lines('بلا تغذية', '  - section: https://bare.test/news/\n'),
  );
  const log = articleLog(redis.client, keysOf());
  for (const [n, headline] of [FORMULA, 'خبر عادي', '@SUM(1)'].entries()) {
    const draft = draftOf({
      id: `x${n}`,
      url: `https://almina.test/${n}`,
      headline,
      articleBody: BODIES[n] ?? '',
      datePublished: `2024-03-0${n + 1}T23:30:00+02:00`,
    });
    await log.commit(draft, plainSketch({ fields: { headline, articleBody: String(n) } }));
  }
});
afterAll(async () => {
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The rows of a CSV text, by its first line. */
const rowsOf = (text: string): Record<string, string>[] =>
  parse<Record<string, string>>(text, { columns: true, bom: true });

const run = (...args: string[]) => callMarsad(...args, '--config', folder);

describe('the sources', () => {
  it('as OPML are read by others and by us, and what has no feed is named', async () => {
    const { status, stdout, stderr } = await run('sources', 'export', '--opml');
    expect(status).toBe(0);
    const feeds = ['https://almina.test/feed?a=1&b=2', 'https://almina.test/2'];
    const { body } = parseOpml(stdout);
    expect(body?.outlines?.map(({ xmlUrl, text }) => [xmlUrl, text])).toEqual(
      feeds.map((feed) => [feed, '=1+1 <الميناء> & "x"']),
    );
    expect(readOpml(stdout).feeds.map(({ feed }) => feed)).toEqual(feeds);
    expect(stderr).toContain('bare');
  });

  it('as CSV run no formula', async () => {
    const { stdout } = await run('sources', 'export', '--csv');
    expect(stdout.startsWith('\ufeffid,name,')).toBe(true);
    const rows = rowsOf(stdout);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      id: 'almina',
      name: `'=1+1 <الميناء> & "x"`,
      tags: 'وطني; a&b',
    });
  });

  it.each([[[]], [['--csv', '--opml']]])('are exported in one form: %j', async (options) => {
    const { status, stderr } = await run('sources', 'export', ...options);
    expect(status).toBe(2);
    expect(stderr).toContain('--opml');
  });
});

describe('the list of sources', () => {
  const listed = async (...args: string[]): Promise<string[][]> => {
    const { status, stdout } = await run('sources', 'list', ...args);
    expect(status).toBe(0);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'));
  };

  it('says which has a selector that never matched, where that is asked for', async () => {
    const book = healthBook(redis.client, keysOf());
    const at = new Date().toISOString();
    await Promise.all(
      ['almina', 'bare'].map((id) => book.note(id, { lastVisit: at, lastGood: at })),
    );
    for (let page = 0; page < 40; page += 1)
      await book.match('almina', { 'article.body: .x': false });
    expect((await listed()).map((cells) => cells.length)).toEqual([5, 5]);
    const rows = (await listed('--health')).map(([id, , , , , condition, why]) => [
      id,
      condition,
      why,
    ]);
    const reason = 'selector article.body: .x matched nothing on the last 40 pages';
    expect(rows).toEqual([
      ['almina', 'degraded', reason],
      ['bare', 'good', ''],
    ]);
    expect((await listed('--state', 'degraded')).map(([id]) => id)).toEqual(['almina']);
  });
});

describe('the records', () => {
  it('as CSV are all there with their lines, and run no formula', async () => {
    const { status, stdout } = await run('records', 'export', '--csv');
    expect(status).toBe(0);
    const rows = rowsOf(stdout);
    expect(rows.map(({ headline }) => headline)).toEqual([`'${FORMULA}`, 'خبر عادي', `'@SUM(1)`]);
    expect(rows[1]).toMatchObject({ id: 'x1', revision: '1' });
    expect(rows.map(({ text }) => text)).toEqual(BODIES);
  });

  it.each<[string, string[], number]>([
    ['of a source that has none', ['--only', 'sources=nobody'], 0],
    ['up to a time before', ['--to', '2020-01-01'], 0],
    ['up to the day on which they came', ['--to', TODAY], 3],
    ['from a time before', ['--from', '2020-01-01', '--only', 'changes=published'], 3],
    [
      'published on two days',
      ['--published-from', '2024-03-02', '--published-to', '2024-03-04'],
      2,
    ],
    ['published before a time', ['--published-to', '2024-03-02T21:30:00Z'], 1],
  ])('%s', async (_what, options, count) => {
    const { stdout } = await run('records', 'export', '--csv', ...options);
    expect(rowsOf(stdout)).toHaveLength(count);
  });
});

describe('a replay', () => {
  it.each([
    ['of the future', ['--from', '2099-01-01']],
    ['that ends before it begins', ['--from', '2024-01-02', '--to', '2024-01-01']],
    ['of what the sink has not got yet', ['--from', '0']],
  ])('%s is refused', async (_what, options) => {
    const { status, stderr } = await run('records', 'replay', '--sink', 'all', ...options);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Nothing lies between')]);
  });

  it('that runs is told beside its sink', async () => {
    const given = await run('records', 'replay', '--sink', 'all', '--from', '0', '--to', TODAY);
    expect(given.status).toBe(0);
    const { stdout } = await run('sinks', 'list');
    expect(stdout).toMatch(/^all .*, replays: 0 sent again, at 0 of \d+$/mu);
  });
});

it('a command that full Redis refuses says so in a sentence', async () => {
  await redis.client.config('SET', 'maxmemory', '1');
  const { status, stderr } = await run(
    'records',
    'replay',
    '--sink',
    'all',
    '--from',
    '0',
    '--to',
    TODAY,
  );
  await redis.client.config('SET', 'maxmemory', '0');
  expect(stderr).toMatch(/^marsad: Redis takes no writes: .*OOM/u);
  expect([status, stderr.split('\n').length]).toEqual([2, 3]);
});

describe('the records as JSON Lines', () => {
  it('are all there whole, to the byte', async () => {
    const { status, stdout } = await run('records', 'export', '--format', 'jsonl');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines.pop()).toBe('');
    const records = lines.map((line) => ArticleRecord.parse(JSON.parse(line)));
    expect(records.map(({ headline }) => headline)).toEqual([FORMULA, 'خبر عادي', '@SUM(1)']);
    expect(records[1]?.articleBody).toBe('سطر\n\n"اثنان", 1');
  });

  it.each<[string, string[], string]>([
    ['no form', [], 'Name the format: --format csv, --format jsonl'],
    ['two forms', ['--csv', '--format', 'jsonl'], 'exclude each other'],
    ['a form that is none', ['--format', 'xml'], 'Allowed choices are csv, jsonl'],
    [
      'a day that is none',
      ['--csv', '--published-from', '2024-02-31'],
      '--published-from is a day',
    ],
    ['a source that is none', ['--csv', '--only', 'sources=alminaa'], 'Did you mean almina?'],
  ])('are not exported by %s', async (_what, options, told) => {
    const { status, stdout, stderr } = await run('records', 'export', ...options);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
  });
});

it.each<[string[], string[]]>([
  [[], ['x2', 'x1', 'x0']],
  [['--published-from', '2024-03-02', '--published-to', '2024-03-03'], ['x1']],
  [['--only', 'changes=published', '-n', '1', '--published-to', '2024-03-03'], ['x1']],
])('the records are listed, the newest first: %j', async (options, ids) => {
  const { status, stdout } = await run('records', 'list', '--json', ...options);
  expect(status).toBe(0);
  const found = stdout.split('\n').filter(Boolean);
  expect(found.map((line) => JSON.parse(line).id)).toEqual(ids);
});

describe('a cell', () => {
  it.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'])(
    '%j is text to a spreadsheet',
    (value) => {
      const [row] = rowsOf(csvHeader(['a']) + csvRows([{ a: value }]));
      expect(Object.values(row ?? {})).toEqual([`'${value}`]);
    },
  );
});
