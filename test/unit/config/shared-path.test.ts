import { expect, it } from 'vitest';
import { Settings } from '../../../src/config/settings.ts';
import { sharedPaths, sinkPaths } from '../../../src/config/shared-path.ts';
import { sinkKinds, sinkSettings } from '../../../src/line/deliver/index.ts';

const lines = (path: string) => ({ jsonLines: { path } });

it.each<[string, Record<string, Record<string, unknown>>, { path: string; names: string[] }[]]>([
  ['no sink', {}, []],
  ['a path each', { one: lines('a.jsonl'), two: lines('b.jsonl') }, []],
  [
    'one path for two',
    { one: lines('a.jsonl'), two: lines('b.jsonl'), three: lines('a.jsonl') },
    [{ path: 'a.jsonl', names: ['one', 'three'] }],
  ],
  [
    'one folder for two, though each asks for other records',
    {
      one: { files: { folder: 'out' }, only: { countries: ['EG'] } },
      two: { files: { folder: 'out' } },
    },
    [{ path: 'out', names: ['one', 'two'] }],
  ],
  [
    'the path that holds where none is named',
    { one: { jsonLines: {} }, two: lines('.marsad/articles.jsonl') },
    [{ path: '.marsad/articles.jsonl', names: ['one', 'two'] }],
  ],
  ['kinds without a path', { one: { queue: {} }, two: { queue: {} } }, []],
])('%s', (_name, sinks, wanted) => {
  expect(sharedPaths(Settings.parse({ sinks }), sinkSettings)).toEqual(wanted);
});

it('knows of each kind of sink whether it writes to a path', () => {
  const given: Readonly<Record<string, object>> = {
    webhook: { url: 'https://example.org/', secrets: ['env:SECRET'] },
    postgres: { url: 'env:DATABASE_URL' },
    nats: { url: 'nats://127.0.0.1:4222' },
  };
  const paths = sinkKinds.map(({ name }) => [
    name,
    sinkPaths({ [name]: given[name] ?? {} }, sinkSettings).length,
  ]);
  expect(Object.fromEntries(paths)).toEqual({
    ...{ queue: 0, stream: 0, jsonLines: 1, files: 1 },
    ...{ webhook: 0, postgres: 0, nats: 0 },
  });
});

it('leaves out a sink whose settings are wrong', () => {
  expect(sinkPaths({ jsonLines: { path: 7 } }, sinkSettings)).toEqual([]);
  expect(sinkPaths({ unheardOf: { path: 'a' } }, sinkSettings)).toEqual([]);
});
