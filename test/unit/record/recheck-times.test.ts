import { expect, it } from 'vitest';
import { durationMs } from '../../../src/record/source-rules.ts';
import { Source } from '../../../src/source.ts';

const file = {
  name: 'المدار',
  homepage: 'http://news.test/',
  discover: [{ feed: 'http://news.test/feed' }],
};
const HOUR = 3_600_000;

it.each([
  ['after 1, 6 and 24 hours where the file says nothing', {}, [1, 6, 24]],
  ['when the file says', { revisit: ['30m', '2d'] }, [0.5, 48]],
  ['never where the list is empty', { revisit: [] }, []],
])('looks at an article again %s', (_case, change, hours) => {
  const { revisit } = Source.parse({ ...file, ...change });
  expect(revisit.map((after) => durationMs(after) / HOUR)).toEqual(hours);
});
