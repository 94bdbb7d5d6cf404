import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputsOf, readBytes } from '../../../src/cli/inputs.ts';
import { configOption, jsonOption, zoneOption } from '../../../src/cli/options.ts';
import { refuseOverwrite, sourceFile, writeSource } from '../../../src/cli/sources/source-file.ts';
import { userAgent } from '../../../src/cli/user-agent.ts';
import { version } from '../../../src/cli/version.ts';
import { countOf, MOST_PAGES } from '../../../src/cli/visit/count.ts';
import { Settings } from '../../../src/config/settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-arguments-'));
  for (const file of ['pages/a.html', 'pages/deep/b.htm', 'pages/note.txt', 'pages/.hidden.html']) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), 'x');
  }
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'sources', 'old.yml'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('options', () => {
  const read = (...args: string[]) =>
    new Command()
      .exitOverride()
      .addOption(configOption())
      .addOption(jsonOption())
      .addOption(zoneOption())
      .parse(args, { from: 'user' })
      .opts();

  it.each<[readonly string[], object]>([
    [['--config', 'etc'], { config: 'etc' }],
    [['--json'], { json: true }],
    [['--zone', 'Africa/Cairo'], { zone: 'Africa/Cairo' }],
    [['--zone', 'UTC'], { zone: 'UTC' }],
  ])('are read: %j', (args, expected) => {
    expect(read(...args)).toMatchObject(expected);
  });

  it.each(['Cairo', 'Africa/Nowhere', ''])('of an invented zone are refused: %j', (zone) => {
    expect(() => read('--zone', zone)).toThrow('--zone is an IANA time zone');
  });
});

describe('inputs', () => {
  const names = (...given: string[]) =>
    inputsOf(
      given.map((name) => join(folder, name)),
      ['.html', '.htm'],
    ).map(({ file }) => relative(folder, file));

  it.each<[string, string, readonly string[]]>([
    ['a file, whatever its name', 'pages/note.txt', ['pages/note.txt']],
    ['a folder and its folders, by ending', 'pages', ['pages/a.html', 'pages/deep/b.htm']],
    ['every file of a folder where none has such an ending', 'sources', ['sources/old.yml']],
  ])('are %s', (_what, given, files) => {
    expect(names(given)).toEqual(files);
  });

  it('are addresses where they begin as one', () => {
    expect(inputsOf(['HTTPS://almarsa.example/1'], [])).toEqual([
      { file: 'HTTPS://almarsa.example/1', isUrl: true },
    ]);
  });

  it('are refused where nothing is there', () => {
    expect(() => names('pages/none.html')).toThrow('No file or folder');
  });

  it('are read to their bound', async () => {
    expect((await readBytes(join(folder, 'pages/a.html'))).toString()).toBe('x');
  });
});

describe('--most', () => {
  it.each([
    ['1', 1],
    ['100000', 100_000],
    [String(MOST_PAGES), MOST_PAGES],
  ])('%s', (text, count) => {
    expect(countOf(text)).toBe(count);
  });

  it.each(['0', '100001', '-1', '1e3', '1.5', 'all', '', '0x10', '٣'])('is not %j', (text) => {
    expect(() => countOf(text)).toThrow('--most is a number of pages from 1 to 100000');
  });
});

describe('the file of a source', () => {
  const GOOD =
    'name: المرسى\nhomepage: https://almarsa.example/\ndiscover:\n  - feed: https://almarsa.example/feed\n';
  const at = (id: string): string => relative(folder, sourceFile(folder, id));

  it.each([
    ['almarsa', 'sources/almarsa.yaml'],
    ['al-marsa-2', 'sources/al-marsa-2.yaml'],
    // It is there under that name already.
    ['old', 'sources/old.yml'],
  ])('of %s', (id, file) => {
    expect(at(id)).toBe(file);
  });

  it.each(['', '-a', 'Almarsa', 'a/b', '../a', 'a.b', 'المرسى', 'a'.repeat(61)])(
    'is none of %j',
    (id) => {
      expect(() => at(id)).toThrow('An id is up to 60 lower-case letters, digits and hyphens');
    },
  );

  it('is written whole, and not over another', () => {
    const file = sourceFile(folder, 'written');
    refuseOverwrite(file);
    writeSource(file, GOOD);
    expect(() => refuseOverwrite(file)).toThrow(/is there already/u);
  });

  it('is not written where it is no source', () => {
    const file = sourceFile(folder, 'broken');
    expect(() => writeSource(file, 'name: x\n')).toThrow('homepage');
    refuseOverwrite(file);
  });
});

const stated: { version: string } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
);

it.each([
  [{}, `Marsad/${stated.version}`],
  [
    { crawl: { contact: 'desk@almarsa.example' } },
    `Marsad/${stated.version} (+desk@almarsa.example)`,
  ],
])('a site is told who asks: %j', (settings, agent) => {
  expect(version).toBe(stated.version);
  expect(userAgent(Settings.parse(settings))).toBe(agent);
});
