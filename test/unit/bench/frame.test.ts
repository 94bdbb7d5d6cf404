import { expect, it } from 'vitest';
import { figuresOf, type Measurement } from '../../bench/frame/measurement.ts';
import { withSections } from '../../bench/frame/report.ts';

it.each([
  ['one run', ['{"ms":3}'], [{ name: 'ms', median: 3, least: 3, most: 3 }]],
  [
    'the median of runs, whatever their order',
    ['{"ms":9}', '{"ms":1}', '{"ms":4}'],
    [{ name: 'ms', median: 4, least: 1, most: 9 }],
  ],
  [
    'numbers within objects, by their path',
    ['{"a":{"b":1,"c":"text"},"d":2}'],
    [
      { name: 'a.b', median: 1, least: 1, most: 1 },
      { name: 'd', median: 2, least: 2, most: 2 },
    ],
  ],
  [
    'the object that follows a table',
    ['reader  F1\nours  0.9\n{\n  "ratio": 2\n}\n', 'reader  F1\nours  0.8\n{ "ratio": 4 }'],
    [{ name: 'ratio', median: 4, least: 2, most: 4 }],
  ],
  ['no figure in a table for people', ['reader  F1\nours  0.9'], []],
])('takes %s', (_, outputs, expected) => {
  expect(figuresOf(outputs)).toEqual(expected);
});

const measured = (bench: string, output: string): Measurement => ({
  bench,
  command: `npm run bench -- ${bench}`,
  day: '2026-11-29',
  machine: '2 cores',
  runs: 1,
  status: 0,
  figures: [],
  output,
});

it('keeps the sections of other benches, one each, in the order of their names', () => {
  const first = withSections('', [measured('text', 'old'), measured('dates', 'days')]);
  const second = withSections(first, [measured('text', 'new')]);
  expect([...second.matchAll(/^## (.*)$/gmu)].map(([, name]) => name)).toEqual(['dates', 'text']);
  expect(second).toContain('days');
  expect(second).toContain('new');
  expect(second).not.toContain('old');
  expect(withSections(second, [])).toBe(second);
});
