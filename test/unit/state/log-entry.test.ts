import { expect, it } from 'vitest';
import { parseEntries } from '../../../src/state/log-entry.ts';

const USUAL = ['id', 'a1', 'revision', '2', 'change', 'updated', 'source', 'almadar'];
const READ = { at: '5-0', id: 'a1', revision: 2, change: 'updated', source: 'almadar' };

/** The entry with the value of one field replaced. */
const withValue = (name: string, value: string): string[] =>
  USUAL.map((part, at) => (USUAL[at - 1] === name ? value : part));

it.each<[string, string[]]>([
  ['as this release writes it', USUAL],
  ['with its fields in another order', [...USUAL.slice(4), ...USUAL.slice(0, 4)]],
  ['with a field that a later release added', [...USUAL, 'language', 'ar']],
])('reads an entry %s', (_what, flat) => {
  const read = parseEntries([['5-0', flat]]);
  expect(read).toEqual({ entries: [READ], broken: [], trimmed: [] });
});

it.each<[string, string[], RegExp]>([
  ['an unknown change', withValue('change', 'renamed'), /^log entry: change: /u],
  ['half a revision', withValue('revision', '1.5'), /^log entry: revision: /u],
  ['a revision that is no number', withValue('revision', 'two'), /^log entry: revision: /u],
  ['a missing field', USUAL.slice(2), /^log entry: id: /u],
  ['nothing', [], /^log entry: id: /u],
])('says what is wrong with an entry of %s', (_what, flat, reason) => {
  const read = parseEntries([['5-0', flat]]);
  expect(read).toEqual({
    entries: [],
    broken: [{ at: '5-0', reason: expect.stringMatching(reason) }],
    trimmed: [],
  });
});

it('tells entries that left the log from the others, each in its place', () => {
  const reply = [
    ['4-0', null],
    ['5-0', USUAL],
  ];
  expect(parseEntries(reply)).toEqual({ entries: [READ], broken: [], trimmed: ['4-0'] });
});
