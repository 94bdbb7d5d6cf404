import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CopiesLine, copiesIn } from '../../../src/cli/inspect-copies.ts';
import { sketchOf } from '../../../src/line/dedupe/story-index.ts';
import { chance } from '../../bench/copies/chance.ts';
import { newsday } from '../../bench/copies/newsday.ts';

/** A newsday as its lines: some of a time, some of the day alone, some of no date. */
function linesOf(seed: number): CopiesLine[] {
  const set = newsday(chance(seed), { stories: 6, templates: 2, hard: 1 });
  return set.map(({ item }, at) => {
    const date = [item.datePublished, '2024-03-05T00:00:00Z', undefined][Math.max(0, (at % 9) - 6)];
    const timeMs = date === undefined ? Number.NaN : Date.parse(date);
    return { id: item.id, timeMs, sketch: sketchOf({ ...item, datePublished: date }) };
  });
}

const byId = (answers: readonly object[]): string[] =>
  answers.map((answer) => JSON.stringify(answer)).sort();

it('gives the same answers in any order of the lines of a day', () => {
  const known = new Map([3, 4].map((seed) => [seed, linesOf(seed)]));
  const order = fc.tuple(fc.constantFrom(...known.keys()), fc.integer({ min: 1 }));
  fc.assert(
    fc.property(order, ([seed, shuffle]) => {
      const lines = known.get(seed) ?? [];
      const shuffled = chance(shuffle).shuffled(lines);
      const answers = copiesIn(shuffled);
      expect(answers.map((answer) => Reflect.get(answer, 'id'))).toEqual(
        shuffled.map(({ id }) => id),
      );
      expect(byId(answers)).toEqual(byId(copiesIn(lines)));
    }),
    { numRuns: 8, seed: 1 },
  );
});

it('answers for two lines of one id each by its own text', () => {
  const [first, second] = newsday(chance(9), { stories: 2, templates: 0, hard: 0 });
  if (!first || !second) throw new RangeError('two texts');
  const lines = [first, second].map(({ item }) => ({
    id: 'same',
    timeMs: Date.parse(item.datePublished ?? ''),
    sketch: sketchOf(item),
  }));
  expect(copiesIn(lines)).toHaveLength(2);
  expect(byId(copiesIn(lines))).toEqual(byId(copiesIn([...lines].reverse())));
});
