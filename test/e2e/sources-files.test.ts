import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openSourcesFolder } from './sources-site.ts';

const site = await openSourcesFolder();
const { folder, origin, run } = site;
const { file: source, write: writeSource } = site;

beforeEach(() => site.empty());
afterAll(() => site.close());

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

it('imports the good rows of a spreadsheet in an older encoding, and names the others', async () => {
  const rows = 'name;feed;country\nmadar;https://shiraa.example/feed;eg\nx;y;z\n';
  const name = Buffer.from([0xc7, 0xe1, 0xe3, 0xcf, 0xc7, 0xd1]); // المدار in windows-1256
  const [before = '', behind = ''] = rows.split('madar');
  writeFileSync(
    join(folder, 'list.csv'),
    Buffer.concat([Buffer.from(before), name, Buffer.from(behind)]),
  );
  const end = await run('import', 'list.csv');
  expect(end.stdout).toMatch(/^shiraa {2}المدار {2}https:\/\/shiraa\.example\/feed$/mu);
  expect(end.stdout).toMatch(/^- {2}line 3 {2}skipped: .*found z/mu);
  expect(end.stderr).toMatch(/1 rows of list\.csv have a mistake/u);
  expect(end.status).toBe(1);
  expect(readFileSync(source('shiraa'), 'utf8')).toContain('country: EG\n');
  expect((await run('check')).status).toBe(0);
});
