import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceTextOf } from '../../../src/cli/sources/catalogue-source.ts';
import { chooseEntries, loadShippedCatalogue } from '../../../src/config/shipped-catalogue.ts';
import { readYaml } from '../../../src/config/yaml.ts';
import { ConfigError } from '../../../src/errors.ts';
import { urlOf } from '../../../src/line/discover/routes/index.ts';
import { Source } from '../../../src/source.ts';

const entries = loadShippedCatalogue();

describe('the catalogue that is shipped', () => {
  it('names outlets of every country of the region that has any', () => {
    expect(entries.length).toBeGreaterThanOrEqual(240);
    const countries = new Set(entries.map(({ country }) => country));
    for (const country of 'AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE'.split(' ')) {
      expect(countries).toContain(country);
    }
  });

  it('gives no address to two entries', () => {
    const urls = entries.flatMap(({ discover }) => discover.map(urlOf));
    expect(urls.filter((url, index) => urls.indexOf(url) !== index)).toEqual([]);
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s makes a source file',
    (id, entry) => {
      const text = sourceTextOf(entry);
      const source = readYaml(Source, { file: `${id}.yaml`, text });
      expect(source).toMatchObject({
        name: entry.name,
        enabled: true,
        tags: expect.arrayContaining([entry.kind]),
      });
      expect(source.country).toBe(entry.country);
      expect(text).toContain('not verified');
    },
  );
});

it.each([
  [{ country: 'eg' }, (id: string) => id.startsWith('eg-')],
  [{ country: 'PS', kind: 'agency' }, (id: string) => id.startsWith('ps-')],
])('chooses entries by %o', (filter, isOf) => {
  const chosen = chooseEntries(entries, filter);
  expect(chosen.length).toBeGreaterThan(1);
  expect(chosen.length).toBeLessThan(entries.length);
  expect(chosen.every(({ id }) => isOf(id))).toBe(true);
});

describe('a catalogue with a fault', () => {
  const entry = (id: string, more = ''): string =>
    `- id: ${id}\n  name: مثال\n  homepage: https://misal.example/\n  kind: daily\n` +
    `  discover:\n    - feed: https://misal.example/${id}\n  seenIn: [a list]\n${more}`;

  it.each([
    ['two entries of one id', entry('a') + entry('a'), 'two entries have the id a'],
    ['a key that is none', entry('a', '  colour: red\n'), 'EG.yaml:8:3'],
    ['a kind that is none', entry('a').replace('daily', 'weekly'), 'EG.yaml:4'],
    ['YAML that is none', '- id: [', 'EG.yaml:1'],
  ])('is refused for %s', (_, text, told) => {
    const folder = mkdtempSync(join(tmpdir(), 'marsad-catalogue-'));
    writeFileSync(join(folder, 'EG.yaml'), text);
    const load = () => loadShippedCatalogue(folder);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(told);
  });
});
