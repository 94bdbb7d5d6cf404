import { expect, it } from 'vitest';
import { frequencies, mostFrequent } from '../../../src/record/frequency.ts';

it.each([
  [['a', 'b', 'b'], 'b'],
  [['b', 'a', 'a', 'b'], 'b'],
  [[], undefined],
])('of %j the most frequent is %j', (values, most) => {
  expect(mostFrequent(values)).toBe(most);
});

it('counts in the order of the first of each', () => {
  expect([...frequencies(['b', 'a', 'b'])]).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});
