import { expect, it } from 'vitest';
import { Settings } from '../../../src/config/settings.ts';
import { sharedPaths } from '../../../src/config/shared-path.ts';

const lines = (path: string) => ({ jsonLines: { path } });

it.each<[string, Record<string, Record<string, unknown>>, { path: string; names: string[] }[]]>([
  ['no sink', {}, []],
  ['a path each', { one: lines('a.jsonl'), two: lines('b.jsonl') }, []],
  [
    'one path for two',
    { one: lines('a.jsonl'), two: lines('b.jsonl'), three: lines('a.jsonl') },
    [{ path: 'a.jsonl', names: ['one', 'three'] }],
  ],
  ['kinds without a path', { one: { queue: {} }, two: { queue: {} } }, []],
])('%s', (_name, sinks, wanted) => {
  expect(sharedPaths(Settings.parse({ sinks }))).toEqual(wanted);
});
