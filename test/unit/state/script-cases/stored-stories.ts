import type { Content, Stored } from '../redis-content.ts';
import { DAY } from './script-case.ts';
import { LIFE, SEEN } from './stored-article.ts';

/** How long a partition of the index and what belongs to it is kept. */
export const PART_LIFE = 50 * DAY;

/** What a text is compared by, of one byte: 400 of them. */
export const slot = (byte: string): string => byte.repeat(400);

/** The string of 51 slots, those that are given by their numbers; zeros elsewhere. */
export const slots = (given: Readonly<Record<number, string>>): Stored => ({
  string: Array.from({ length: 51 }, (_, number) => slot(given[number] ?? '\0')).join(''),
  life: PART_LIFE,
});

/** The ids of stories by their numbers, as the store keeps them. */
export const ids = (given: Readonly<Record<number, string>>): Stored => ({
  hash: given,
  life: PART_LIFE,
});

/** The index entries 5 and 4103 in a partition of 4,096 buckets: low bits in the key, high in the field. */
export const BUCKETS = { 5: ['story:1:5', '0'], 4103: ['story:1:7', '1'] } as const;

/** Which stories have an index entry in the first partition. */
export function indexOf(entries: Readonly<Partial<Record<5 | 4103, string>>>): Content {
  const buckets = ([5, 4103] as const).flatMap((band) => {
    const [key, field] = BUCKETS[band];
    const stories = entries[band];
    return stories === undefined ? [] : [[key, { hash: { [field]: stories }, life: PART_LIFE }]];
  });
  return Object.fromEntries(buckets);
}

/** The first partition, opened when the stored article was seen, with so many stories. */
export const parts = (stories: number): Content => ({
  'story-parts': { string: `1:12:${SEEN}:${stories}`, life: PART_LIFE },
});

/** Members of a story from the second on. */
export const members = (...list: string[]): Stored => ({ list, life: LIFE });
