import { expect } from 'vitest';
import type { Stored } from '../redis-content.ts';
import { DAY } from './script-case.ts';

/** How long a record and what belongs to it is kept. */
export const LIFE = 400 * DAY;

/** When the stored article was last seen, in Unix milliseconds, and a minute later. */
export const SEEN = 1_793_600_000_000;
export const LATER = SEEN + 60_000;

export const STORY = '{"id":"a","role":"original","of":null,"similarity":1}';
export const FIELDS = 'headline=h1 articleBody=b1';

/** The two halves of a record's JSON: the decision, and what was observed. */
export const headOf = (revision: number, change: string, more = '', story = STORY): string =>
  `{"id":"a","revision":${revision},"change":"${change}",${more}"story":${story},`;
export const REST = '"headline":"one"}';

/** The article `a` in its first revision, with other values of its fields. */
export const article = (change: Record<string, string> = {}): Stored => ({
  hash: {
    ...{ revision: '1', at: String(SEEN), fields: FIELDS, change: 'published' },
    ...{ story: STORY, source: 'alnahar', head: headOf(1, 'published'), rest: REST, views: '{}' },
    ...change,
  },
  life: LIFE,
});

/** Redis gives the position of an entry itself. */
const ANY = expect.stringMatching(/^\d+-\d+$/u);

/** The log of new entries: id, revision and change of each. */
export const logOf = (...entries: [id: string, revision: number, change: string][]): Stored => ({
  stream: entries.map(([id, revision, change]) => [
    ANY,
    { id, revision: String(revision), change, source: 'alnahar' },
  ]),
});
