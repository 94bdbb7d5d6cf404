import { expect, it } from 'vitest';
import { spanOf } from '../../../src/cli/visit/time-span.ts';

const now = new Date('2026-11-23T12:00:00Z');
const zone = 'Asia/Riyadh';
const read = (since: string, until?: string): string[] => {
  const span = spanOf({ since, until, zone, now });
  return [span.since, span.until].map((at) => new Date(at).toISOString());
};

it.each([
  ['days in the zone of the source', '2024-05-01', '2024-06-01', '2024-04-30T21', '2024-05-31T21'],
  ['now where no end is given', '2024-05-01', undefined, '2024-04-30T21', '2026-11-23T12'],
  ['no end after now', '2024-05-01', '2027-01-01', '2024-04-30T21', '2026-11-23T12'],
  ['instants', '2024-05-01T06:00:00Z', '2024-05-01T10:00+03:00', '2024-05-01T06', '2024-05-01T07'],
])('%s', (_, since, until, from, to) => {
  expect(read(since, until)).toEqual([`${from}:00:00.000Z`, `${to}:00:00.000Z`]);
});

it.each([
  ['yesterday', undefined, '--since is a day such as'],
  ['2024-02-31', undefined, 'found 2024-02-31'],
  ['2024-05-01T06:00', undefined, 'an instant with its zone'],
  ['2024-05-01', '01/06/2024', '--until is a day such as'],
  ['2024-05-01', '2024-05-01', 'is not before --until'],
  ['2024-05-01', '2024-04-01', 'is not before --until'],
  ['2026-11-24', undefined, 'lies in the future'],
])('refuses %s to %s', (since, until, message) => {
  expect(() => read(since, until)).toThrow(message);
});
