import { describe, expect, it } from 'vitest';
import { sourceTextOf } from '../../../src/cli/sources/catalogue-source.ts';
import { verificationTable } from '../../../src/cli/sources/verify-table.ts';
import type { CatalogueEntry } from '../../../src/config/shipped-catalogue.ts';
import { readYaml } from '../../../src/config/yaml.ts';
import type { Verification } from '../../../src/record/verification.ts';
import { Source } from '../../../src/source.ts';

const ENTRY: CatalogueEntry = {
  id: 'almarsa',
  name: 'المرسى: "اليوم"',
  homepage: 'https://almarsa.example/',
  country: 'LB',
  timeZone: 'Asia/Beirut',
  language: 'ar',
  kind: 'daily',
  tags: ['daily', 'port'],
  seenIn: ['a list'],
  discover: [
    { feed: 'https://almarsa.example/feed?a=1&b=#x' },
    { section: 'https://almarsa.example/s' },
  ],
};

const FOUND: Verification = {
  day: '2026-11-09',
  result: 'verified',
  robots: 'allowed',
  links: 20,
  newest: '2026-11-09T08:00:00Z',
  articles: 3,
  dated: 2,
  language: 'ar',
  aiOptOut: false,
  via: ['http'],
};

describe('an entry of the catalogue becomes a source file', () => {
  const read = (entry: CatalogueEntry, known?: Verification) => {
    const text = sourceTextOf(entry, known);
    return { text, source: readYaml(Source, { file: 'almarsa.yaml', text }) };
  };

  it('that says the same, whatever its texts hold', () => {
    const { name, homepage, country, timeZone, language, discover } = ENTRY;
    expect(read(ENTRY).source).toMatchObject({
      ...{ name, homepage, country, timeZone, language, discover },
      ...{ tags: ['daily', 'port'], enabled: true },
    });
  });

  it('without a zone where its country is not known', () => {
    const { country: _country, ...world } = ENTRY;
    const { text, source } = read(world);
    expect([source.country, source.timeZone]).toEqual([undefined, undefined]);
    expect(text).toContain('# timeZone: is not known; fill it in.');
  });

  it.each<[string, Verification | undefined, string]>([
    ['was not tried', undefined, 'not verified'],
    ['was tried and good', FOUND, 'verified on 2026-11-09'],
    ['was tried and failed', { ...FOUND, result: 'failed' }, 'failed on 2026-11-09'],
  ])('that says that it %s', (_what, known, words) => {
    expect(read(ENTRY, known).text).toContain(`# From the catalogue, ${words}:`);
  });
});

describe('the table of trials', () => {
  const failed: Verification = {
    day: '2026-11-09',
    result: 'failed',
    reason: 'no \u001b[31mlinks',
    robots: 'allowed',
    links: 0,
    articles: 0,
    dated: 0,
    aiOptOut: false,
    via: [],
  };
  const rows = (results: readonly (readonly [string, Verification])[]): string[][] =>
    verificationTable(new Map(results))
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/u));

  it('has the failed ones last, then their number', () => {
    const table = rows([
      ['b', failed],
      ['c', FOUND],
      ['a', FOUND],
    ]);
    expect(table.map(([first]) => first)).toEqual(['ID', 'a', 'c', 'b', '2 verified, 1 failed']);
  });

  it('has a cell for each column, and a dash for what is not known', () => {
    const [head, good, bad] = rows([
      ['a', FOUND],
      ['b', failed],
    ]);
    expect(head?.slice(0, 4)).toEqual(['ID', 'RESULT', 'LINKS', 'NEWEST']);
    expect(good).toEqual(['a', 'verified', '20', '2026-11-09', '3', '2', 'ar', 'open', 'http']);
    expect(bad?.slice(0, 9)).toEqual(['b', 'failed', '0', '-', '0', '0', '-', 'open', '-']);
  });

  it.each<[string, Partial<Verification>, string]>([
    ['AI reserved', { aiOptOut: true }, 'AI reserved'],
    ['disallowed', { robots: 'disallowed', aiOptOut: true }, 'disallowed'],
    ['unknown', { robots: 'unknown' }, 'unknown'],
  ])('tells the rights: %s', (_what, change, cell) => {
    expect(rows([['a', { ...FOUND, ...change }]])[1]?.[7]).toBe(cell);
  });

  it('lets no text of a site steer the terminal', () => {
    expect(verificationTable(new Map([['b', failed]]))).not.toContain('\u001b');
  });
});
