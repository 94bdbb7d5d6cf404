import { expect, it } from 'vitest';
import { listByTime } from '../../../../src/operate/api/log-listing.ts';
import { deliveryOf } from '../../../deliveries.ts';

const ENTRIES = 12_000;
const RARE = 6500;

/** A log of that many articles, the newest first; each of its records is read in `readMs`. */
const logOf = (readMs = 0) => ({
  before: async (position: string, count: number) => {
    const newest = position === '+' ? ENTRIES : Number(position.split('-')[0]) - 1;
    const numbers = Array.from({ length: Math.min(count, newest) }, (_, at) => newest - at);
    return numbers.map((n) => ({
      ...{ at: `${n}-0`, id: `a${n}`, revision: 1 },
      ...{ change: 'published' as const, source: 'almadar' },
    }));
  },
  record: async (id: string) => {
    const until = performance.now() + readMs;
    while (performance.now() < until);
    return { ...RECORD, id };
  },
});
const { record: RECORD } = deliveryOf(1);

it('ends a look at its bound, says how far it came, and goes on from there to the end', async () => {
  const pages: [number, number][] = [];
  const found: string[] = [];
  let place: string | undefined;
  do {
    const isWanted = ({ id }: { id: string }) => id === `a${RARE}`;
    const page = await listByTime(logOf(), { limit: 10, place, isWanted });
    found.push(...page.found.map(({ id }) => id));
    pages.push([page.found.length, page.scanned]);
    place = page.next;
  } while (place !== undefined);
  expect(found).toEqual([`a${RARE}`]);
  expect(pages).toEqual([
    [0, 5000],
    [1, 5000],
    [0, 2000],
  ]);
});

it('looks no further than the page is long', async () => {
  const page = await listByTime(logOf(), { limit: 3, place: undefined, isWanted: () => true });
  expect(page).toMatchObject({ next: `${ENTRIES - 2}-0`, scanned: 3 });
});

it('begins no batch once its time is over', async () => {
  const slow = logOf(4);
  const page = await listByTime(slow, { limit: 10, place: undefined, isWanted: () => false });
  expect(page.scanned).toBeGreaterThanOrEqual(250);
  expect(page.scanned).toBeLessThan(5000);
  expect(page.next).toBe(`${ENTRIES + 1 - page.scanned}-0`);
});

it('refuses a place that is none', async () => {
  const request = { limit: 1, place: 'tomorrow', isWanted: () => true };
  await expect(listByTime(logOf(), request)).rejects.toMatchObject({ kind: 'invalid-cursor' });
});
