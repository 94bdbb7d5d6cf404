import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCatalogue } from '../../../src/config/catalogue.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { sinkSettings } from '../../../src/line/deliver/index.ts';

const PLUG_INS = {
  crawlers: ['jannah'],
  sinks: {
    queue: z.strictObject({
      queue: z.strictObject({ queue: z.string().optional() }),
      only: z.strictObject({ sources: z.array(z.string()).optional() }).optional(),
    }),
  },
};
const GOOD =
  'name: المدار\nhomepage: https://almadar.test/\ndiscover:\n  - feed: https://almadar.test/feed/\n';

let folder: string;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-config-'));
  mkdirSync(join(folder, 'sources'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a source file', () => {
  it('is read with every default filled in', () => {
    write('sources/almadar.yaml', GOOD);
    const source = loadConfig(folder, PLUG_INS).sources.get('almadar');
    expect(source).toMatchObject({
      id: 'almadar',
      crawler: 'auto',
      visit: { every: 'auto' },
      fetch: { via: 'auto', concurrency: 1 },
      dates: { distrustZone: false },
      enabled: true,
    });
  });

  it.each([
    ['unknown key', `${GOOD}sectoin: x\n`, /almadar\.yaml:5:1: unknown key sectoin/],
    [
      'key one letter off',
      `${GOOD}crawlr: jannah\n`,
      /:5:1: unknown key crawlr, did you mean crawler\?/,
    ],
    [
      'unknown nested key',
      `${GOOD}fetch:\n  dely: 5s\n`,
      /:6:3: fetch: unknown key dely, did you mean delay/,
    ],
    [
      'wrong type',
      GOOD.replace('name: المدار', 'name: [1]'),
      /:1:7: name: expected text, not a list/,
    ],
    [
      'missing key',
      'name: المدار\n',
      /:1:1: homepage is missing: expected text\n.*discover is missing/,
    ],
    ['a key without a value', GOOD.replace('المدار', ''), /:1:7: name is missing: expected text$/],
    ['text in the place of keys', 'المدار\n', /:1:1: expected keys and values, not text/],
    ['an empty text', GOOD.replace('المدار', '""'), /:1:7: name: is empty/],
    ['no yes or no', `${GOOD}enabled: maybe\n`, /enabled: expected true or false, not text/],
    [
      'a word of none allowed',
      `${GOOD}fetch: { via: curl }\n`,
      /allowed: http, browser, auto, found "curl"/,
    ],
    [
      'a number over its bound',
      `${GOOD}fetch: { concurrency: 99 }\n`,
      /expected at most 8, found 99/,
    ],
    [
      'a part of a number',
      `${GOOD}fetch: { concurrency: 0.5 }\n`,
      /expected a whole number, found 0.5/,
    ],
    [
      'no URL',
      GOOD.replace('https://almadar.test/\n', 'almadar\n'),
      /:2:11: homepage: expected a whole http/,
    ],
    [
      'a duration of no unit',
      `${GOOD}visit: { every: 3 }\n`,
      /visit: every: expected text, not a number/,
    ],
    [
      'a quote that nothing closes',
      `"${GOOD}`,
      /:5:1: no " closes the text that begins in line 1, column 1$/,
    ],
    ['an alias without its anchor', `${GOOD}tags: [*p]\n`, /aliases .* are not taken/],
    ['an alias', `${GOOD}tags: [&p one, *p]\n`, /aliases .* are not taken/],
    ['lists in lists', `${GOOD}tags:\n  ${'- '.repeat(20_000)}a\n`, /nested too deeply/],
    ['brackets in brackets', `${GOOD}tags: ${'['.repeat(20_000)}\n`, /nested too deeply/],
    ['brackets, and once more', `${GOOD}tags: ${'['.repeat(20_001)}\n`, /nested too deeply/],
    ['maps in maps', `${GOOD}article: ${'{ a: '.repeat(10_000)}\n`, /nested too deeply/],
    ['keys in keys', `${GOOD}tags:\n  ${'? '.repeat(20_000)}a\n`, /nested too deeply/],
    [
      'lists in lists, some a line',
      `${GOOD}tags:\n${Array.from({ length: 9 }, (_, at) => `  ${' '.repeat(16 * at)}${'- '.repeat(8)}\n`).join('')}`,
      /nested too deeply/,
    ],
    ['a name that every object has', `${GOOD}constructor: x\n`, /:5:1: unknown key constructor/],
    ['no route', GOOD.replace(/discover:[\s\S]*/u, 'discover: []\n'), /:3:11: discover/],
    [
      'unknown route',
      GOOD.replace('- feed:', '- fed:'),
      /:4:5: discover.0: unknown key fed, did you mean feed\?/,
    ],
    [
      'bad duration',
      `${GOOD}visit: { every: 10 minutes }\n`,
      /:5:17: visit.every: a duration such as/,
    ],
    ['bad zone', `${GOOD}timeZone: Cairo\n`, /:5:11: timeZone: an IANA time zone/],
    [
      'unknown crawler',
      `${GOOD}crawler: drupal\n`,
      /:5:10: crawler: no crawler "drupal"; allowed: auto, article, jannah/,
    ],
    ['bad selector', `${GOOD}article:\n  body: ".x["\n`, /:6:9: article.body: not a CSS selector/],
    [
      'a selector of no standard',
      `${GOOD}article:\n  body: "p:first"\n`,
      /:6:9: article.body: not a CSS selector/,
    ],
    ['broken YAML', `${GOOD}tags: [a\n`, /almadar\.yaml:\d+:\d+/],
    ['an alias bomb', 'a: &a [x]\nb: *a\n', /almadar/],
    [
      'not http',
      GOOD.replace('https://almadar.test/feed/', 'file:///etc/passwd'),
      /:4:11: discover.0/,
    ],
  ])('with %s is refused with file, line and remedy', (_name, text, message) => {
    write('sources/almadar.yaml', text);
    write('sources/good.yaml', GOOD);
    const { sources, faults } = loadConfig(folder, PLUG_INS);
    expect([...sources.keys()]).toEqual(['good']);
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(message)]);
  });

  it('is refused where another source reads the same feed', () => {
    write('sources/a.yaml', GOOD);
    write('sources/b.yaml', GOOD);
    const { sources, faults } = loadConfig(folder, PLUG_INS);
    expect([...sources.keys()]).toEqual(['a']);
    expect(faults[0]?.message).toContain('already read by source a');
  });

  it('is refused, and not the older file, where it came later, both files named', () => {
    write('sources/a-new.yaml', GOOD);
    write('sources/z-old.yaml', GOOD);
    utimesSync(join(folder, 'sources/z-old.yaml'), 1_700_000_000, 1_700_000_000);
    const { sources, faults } = loadConfig(folder, PLUG_INS);
    expect([...sources.keys()]).toEqual(['z-old']);
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(/a-new\.yaml: .* already read by source z-old \(.*z-old\.yaml\)/u),
    ]);
  });

  it('is refused where the other is visited already, whichever file was written last', () => {
    const local = GOOD.replaceAll('almadar.test', '127.0.0.1');
    write('sources/z-old.yaml', local);
    const catalogue = openCatalogue(folder, PLUG_INS);
    write('sources/a-new.yaml', local);
    utimesSync(join(folder, 'sources/a-new.yaml'), 1_700_000_000, 1_700_000_000);
    catalogue.reload();
    expect([...catalogue.sources().keys()]).toEqual(['z-old']);
    expect(catalogue.faults().map(({ context }) => context.file)).toEqual([
      join(folder, 'sources/a-new.yaml'),
    ]);
  });
});

describe('the settings', () => {
  it.each([
    ['console:\n  prot: 80\n', /marsad\.yaml:2:3: console: unknown key prot, did you mean port\?/],
    [
      'sinks:\n  events: { kafka: {} }\n',
      /marsad\.yaml:2:20: sinks\.events\.kafka: no sink "kafka"; allowed: queue/,
    ],
    ['sinks: { a: { queue: { queue: 3 } } }\n', /marsad\.yaml:1:31: sinks\.a\.queue\.queue/],
    [
      'sinks: { a: { constructor: {} } }\n',
      /sinks\.a\.constructor: no sink "constructor"; allowed: queue/,
    ],
    ['sinks: { a: {} }\n', /marsad\.yaml:1:13: sinks\.a: a kind is missing; allowed: queue/],
    ['sinks: { "1 a": { queue: {} } }\n', /marsad\.yaml:1:\d+: sinks\.1 a: a name is a letter/],
    [
      'sinks: { a: { queue: { updates: false } } }\n',
      /sinks\.a\.queue\.updates: write `only: \{ changes: \[published\] \}`/,
    ],
    [
      'sinks: [{ queue: {} }, { stream: {} }, { queue: { queue: b } }]\n',
      /sinks have names now[\s\S]*queue: \{ queue: … \}\n {2}stream: .*\n {2}queue-2: \{ queue: … \}/,
    ],
    [
      'feeds: { url: https://marsad.example/, hub: https://hub.example/ }\n',
      /feeds\.url: the address of the feeds is console\.publicUrl now/,
    ],
    [
      'feeds: { hub: https://hub.example/ }\n',
      /marsad\.yaml:1:\d+: feeds: a hub needs .*: set console\.publicUrl/,
    ],
    ['console: { publicUrl: "https://marsad.example/?a=b" }\n', /publicUrl: an address without \?/],
    ['name: Marsad!\n', /marsad\.yaml:1:7: name: lower-case letters/],
  ])('%s are refused', (text, message) => {
    write('marsad.yaml', text);
    expect(() => loadConfig(folder, PLUG_INS)).toThrow(message);
  });

  it.each([
    [
      'sinks: { a: { queue: {}, fields: [id, headlin] } }\n',
      /sinks\.a\.fields\.1: no field of the record is named headlin; .*did you mean headline\?/,
    ],
    [
      'sinks: { a: { queue: {}, only: { changes: [merge] } } }\n',
      /sinks\.a\.only\.changes\.0: .*did you mean merged\?/,
    ],
  ])('name the nearest of the words that a sink knows: %s', (text, message) => {
    write('marsad.yaml', text);
    expect(() => loadConfig(folder, { ...PLUG_INS, sinks: sinkSettings })).toThrow(message);
  });

  it('name a source that a sink asks for and that is not there', () => {
    write('sources/almadar.yaml', GOOD);
    write('marsad.yaml', 'sinks: { a: { queue: {}, only: { sources: [almadar, almadr] } } }\n');
    const { faults, settings } = loadConfig(folder, PLUG_INS);
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(/marsad\.yaml: sinks\.a\.only\.sources: no source almadr$/u),
    ]);
    expect(faults[0]?.hint).toMatch(/until then the sink gets nothing of it/u);
    expect(Object.keys(settings.sinks)).toEqual(['a']);
  });

  it('have defaults for all, so that the file may be absent', () => {
    expect(loadConfig(folder, PLUG_INS).settings).toMatchObject({
      name: 'marsad',
      console: { port: 7700 },
    });
  });
});

it('gives the public address of the console its last slash, for feeds and links', () => {
  write('marsad.yaml', 'console: { publicUrl: https://news.example/marsad }\n');
  const { settings } = loadConfig(folder, PLUG_INS);
  expect(settings.console.publicUrl).toBe('https://news.example/marsad/');
});

describe('the catalogue', () => {
  it('keeps the last good version of a file that breaks, and forgets one that goes', () => {
    write('sources/almadar.yaml', GOOD);
    const catalogue = openCatalogue(folder, PLUG_INS);
    write('sources/almadar.yaml', 'name: [');
    expect(catalogue.reload()).toMatchObject({ added: [], changed: [], removed: [] });
    expect(catalogue.sources().get('almadar')?.name).toBe('المدار');
    expect(catalogue.faults()).toHaveLength(1);
    rmSync(join(folder, 'sources/almadar.yaml'));
    expect(catalogue.reload().removed).toEqual(['almadar']);
  });

  it('notices a file that is added and one that is changed within seconds', async () => {
    write('sources/almadar.yaml', GOOD);
    write('marsad.yaml', 'crawl: { contact: https://marsad.test/ }\n');
    const catalogue = openCatalogue(folder, PLUG_INS);
    const changes: string[] = [];
    catalogue.watch(({ added, changed }) => changes.push(...added, ...changed));
    await new Promise((wake) => setTimeout(wake, 300));
    write('sources/new.yaml', GOOD.replaceAll('almadar', 'new'));
    write('sources/almadar.yaml', GOOD.replace('المدار', 'المدار اليوم'));
    await expect.poll(() => changes.toSorted()).toEqual(['almadar', 'new']);
    await catalogue.close();
  });
});
