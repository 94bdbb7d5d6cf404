import { afterAll, beforeAll, expect, it } from 'vitest';
import { healthBook } from '../../../src/state/health.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

it('counts pages in a row without a match, and forgets them at the first match', async () => {
  const book = healthBook(redis.client, keysOf('t-selectors'));
  const [body, date] = ['article.body: .x', 'article.datePublished: time'];
  const unmatched = async () => (await book.of(['sidra'])).get('sidra')?.unmatched;
  expect(await unmatched()).toEqual({});
  // Pages end side by side.
  await Promise.all([1, 2, 3].map(() => book.match('sidra', { [body]: false, [date]: false })));
  await book.note('sidra', { met: 4 });
  expect(await unmatched()).toEqual({ [body]: 3, [date]: 3 });
  await book.match('sidra', { [body]: true, [date]: false });
  expect(await unmatched()).toEqual({ [date]: 4 });
  expect((await book.of(['sidra'])).get('sidra')?.met).toBe(4);
});
