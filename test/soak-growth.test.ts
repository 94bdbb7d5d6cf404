import { expect, it } from 'vitest';
import { growthOf, type Held, type Sample } from './soak/growth.ts';

const FLAT: Sample = {
  minute: 0,
  resident: 150_000_000,
  heap: 50_000_000,
  handles: 34,
  redisBytes: 4_000_000,
  redisKeys: 1000,
  records: 0,
};

/** Forty samples of an hour at 20 records a minute, each of them moved by `move`. */
function samplesOf(move: (minute: number) => Partial<Sample>): Sample[] {
  return Array.from({ length: 40 }, (_, at) => {
    const minute = 1.5 * (at + 1);
    return { ...FLAT, minute, records: 20 * minute, ...move(minute) };
  });
}

const growing = (move: (minute: number) => Partial<Sample>): Held[] =>
  growthOf(samplesOf(move))
    .filter(({ grows }) => grows)
    .map(({ held }) => held);

it.each<[string, (minute: number) => Partial<Sample>, Held[]]>([
  ['nothing where all is flat', () => ({}), []],
  ['a leak of 200 KB a minute', (minute) => ({ heap: 5e7 + 2e5 * minute * 1.5 }), ['heap']],
  ['a handle every three minutes', (minute) => ({ handles: 34 + minute / 3 }), ['handles']],
  ['a MB a minute', (minute) => ({ resident: 1.5e8 + 1.5e6 * minute }), ['resident']],
  ['what a warm-up takes, not', (minute) => ({ heap: minute < 5 ? 3e7 : 5e7 }), []],
  ['what moves to and fro, not', (minute) => ({ resident: 1.5e8 + 3e7 * (minute % 3) }), []],
  ['records by their size, not', (minute) => ({ redisBytes: 4e6 + 20 * minute * 8000 }), []],
  [
    'more than records take',
    (minute) => ({ redisBytes: 4e6 + 20 * minute * 16_000 }),
    ['redisBytes'],
  ],
  ['keys that stay', (minute) => ({ redisKeys: 1000 + 20 * minute * 12 }), ['redisKeys']],
])('finds %s', (_, move, wanted) => {
  expect(growing(move)).toEqual(wanted);
});

it('tells by how much in an hour', () => {
  const growths = growthOf(samplesOf((minute) => ({ handles: 34 + minute })));
  const { perHour = 0, first = 0, last = 0 } = growths.find(({ held }) => held === 'handles') ?? {};
  expect(perHour).toBeCloseTo(60, 5);
  expect(last - first).toBeCloseTo(36, 0);
});
