import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type CatalogueChange, openCatalogue } from '../../src/config/catalogue.ts';
import { readConfig } from '../../src/config/load.ts';

const PLUG_INS = {
  crawlers: [],
  sinks: { queue: z.strictObject({ queue: z.strictObject({}) }) },
};
const good = (id: string): string =>
  `name: المدار\nhomepage: http://127.0.0.1/${id}/\ndiscover: [{ feed: http://127.0.0.1/${id}/feed }]\n`;

let folder: string;
const at = (name: string): string => join(folder, 'sources', name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-folder-'));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(at('good.yaml'), good('good'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each<[string, () => unknown, RegExp]>([
  [
    'a link to nothing',
    () => symlinkSync('nowhere.yaml', at('odd.yaml')),
    /odd\.yaml: a link that leads to nothing/u,
  ],
  [
    'a link to itself',
    () => symlinkSync('odd.yaml', at('odd.yaml')),
    /odd\.yaml: a link that leads to itself/u,
  ],
  [
    'a named pipe',
    () => execFileSync('mkfifo', [at('odd.yaml')]),
    /expected a file, found a named pipe/u,
  ],
  ['a folder', () => mkdirSync(at('odd.yaml')), /expected a file, found a folder/u],
  ['a device', () => symlinkSync('/dev/zero', at('odd.yaml')), /expected a file, found a device/u],
  [
    'a second file of one id',
    () => writeFileSync(at('good.yml'), good('other')),
    /good\.yml: source good has a file already/u,
  ],
  [
    'a cron line that is none',
    () => writeFileSync(at('odd.yaml'), `${good('odd')}visit: { cron: "61 * * * *" }\n`),
    /odd\.yaml:4:\d+: visit\.cron: not a cron line: "61/u,
  ],
  [
    'a day that no month has',
    () => writeFileSync(at('odd.yaml'), `${good('odd')}visit: { cron: "0 0 30 2 *" }\n`),
    /odd\.yaml:4:\d+: visit\.cron: not a cron line/u,
  ],
  [
    'a file in windows-1256',
    () => writeFileSync(at('odd.yaml'), Buffer.from('name: \xc7\xe1\xe3\xcf\xc7\xd1\n', 'latin1')),
    /odd\.yaml: the file is no UTF-8/u,
  ],
  [
    'a file in UTF-16',
    () => writeFileSync(at('odd.yaml'), Buffer.from(`\ufeff${good('odd')}`, 'utf16le')),
    /odd\.yaml: the file is no UTF-8/u,
  ],
  [
    'a name in capitals',
    () => writeFileSync(at('odd.YAML'), good('odd')),
    /odd\.YAML: expected a name that ends in \.yaml or \.yml/u,
  ],
  ['a folder of sources', () => mkdirSync(at('egypt')), /egypt: expected a file, found a folder/u],
  [
    'a file of 2 MB',
    () => writeFileSync(at('odd.yaml'), '#'.repeat(2_000_000)),
    /at most 1000000 bytes, found 2000000/u,
  ],
  [
    'a key that stands twice',
    () => writeFileSync(at('odd.yaml'), `${good('odd')}name: ثان\n`),
    /odd\.yaml:4:1: the key name stands twice/u,
  ],
])('%s is told with its remedy, and stops no other source', (_name, make, message) => {
  make();
  const { sources, faults } = readConfig(folder, PLUG_INS);
  expect([...sources.keys()]).toEqual(['good']);
  expect(faults).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  expect(faults[0]?.hint).toBeTruthy();
});

it('takes files with a byte-order mark and CRLF, and passes over what is no source', () => {
  writeFileSync(at('mark.yaml'), `\ufeff${good('mark').replaceAll('\n', '\r\n')}`);
  writeFileSync(at('README.md'), 'sources of the desk');
  writeFileSync(at('.odd.yaml.swp'), '');
  const { sources, faults } = readConfig(folder, PLUG_INS);
  expect([...sources.keys(), ...faults]).toEqual(['good', 'mark']);
  expect(sources.get('mark')?.name).toBe('المدار');
});

it('names every fault at once, with what was found', () => {
  writeFileSync(join(folder, 'marsad.yaml'), 'crawl: { delay: soon }\nconsole: { port: 70000 }\n');
  writeFileSync(
    at('odd.yaml'),
    `${good('odd')}timeZone: Cairo\ncountry: Egypt\nvisit: { every: 10 }\n`,
  );
  const { settingsFault, faults } = readConfig(folder, PLUG_INS);
  expect(settingsFault?.message).toMatch(
    /crawl\.delay: .*found "soon"[\s\S]*console\.port: .*found 70000/u,
  );
  expect(faults[0]?.message.split('\n')).toEqual([
    expect.stringMatching(/country: .*found "Egypt"/u),
    expect.stringMatching(/timeZone: .*found "Cairo"/u),
    expect.stringMatching(/visit/u),
  ]);
});

it('takes a bounded time for keys without end', () => {
  const keys = Array.from({ length: 30_000 }, (_, key) => `k${key}: 1`).join('\n');
  writeFileSync(at('odd.yaml'), keys);
  writeFileSync(at('long.yaml'), keys.slice(0, 90_000));
  const started = process.cpuUsage();
  const { faults } = readConfig(folder, PLUG_INS);
  const { user } = process.cpuUsage(started);
  expect(faults).toHaveLength(2);
  expect(user / 1_000_000).toBeLessThan(5);
});

it('takes a file written during the start, tells of changed settings, and refuses a real site', async () => {
  const catalogue = openCatalogue(folder, PLUG_INS);
  writeFileSync(at('early.yaml'), good('early'));
  const changes: CatalogueChange[] = [];
  catalogue.watch((change) => changes.push(change));
  await vi.waitUntil(() => changes.some(({ added }) => added.includes('early')), 300_000);
  writeFileSync(join(folder, 'marsad.yaml'), 'crawl: { delay: 9s }\n');
  writeFileSync(at('real.yaml'), good('real').replaceAll('127.0.0.1', 'almadar.example'));
  await vi.waitUntil(() => changes.some(({ settings }) => settings.includes('crawl')), 300_000);
  await vi.waitUntil(() => catalogue.faults().length > 0, 300_000);
  expect(catalogue.faults()[0]?.message).toContain('crawl.contact is not set, and source real');
  expect([...catalogue.sources().keys()]).toEqual(['early', 'good']);
  await catalogue.close();
});
