import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysOf } from '../../../src/state/keys.ts';
import { redisValidators, type Validators } from '../../../src/state/validators.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

const URL = 'https://akhbar.example/feed';
const DATE = 'Mon, 02 Nov 2026 08:00:00 GMT';

let redis: TestRedis;
let count = 0;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

function fresh(): Validators {
  count += 1;
  return redisValidators(redis.client, keysOf(`t-validators-${count}`));
}

const ok = (text: string, headers: Record<string, string>) => ({ status: 200, text, headers });
const unchanged = { status: 304, text: '', headers: {} };

it('knows nothing before the first answer', async () => {
  expect(await fresh().get(URL)).toBeUndefined();
});

it.each([
  ['both', { etag: '"a"', 'last-modified': DATE }, { etag: '"a"', lastModified: DATE }],
  ['a weak one', { etag: 'W/"a"' }, { etag: 'W/"a"' }],
  ['a date', { 'last-modified': DATE }, { lastModified: DATE }],
  ['a date far in the future', { 'last-modified': 'Fri, 01 Jan 2100 00:00:00 GMT' }, undefined],
  ['no date at all', { 'last-modified': 'yesterday' }, undefined],
  ['none', {}, undefined],
])('keeps %s', async (_, headers, expected) => {
  const validators = fresh();
  await validators.note(URL, ok('<rss/>', headers as Record<string, string>));
  expect(await validators.get(URL)).toEqual(expected);
});

it('asks for the whole every so often, and trusts again what proved true', async () => {
  const validators = fresh();
  await validators.note(URL, ok('<rss/>', { etag: '"a"' }));
  for (let round = 0; round < 20; round += 1) {
    expect(await validators.get(URL)).toEqual({ etag: '"a"' });
    await validators.note(URL, unchanged);
  }
  expect(await validators.get(URL)).toBeUndefined();
  await validators.note(URL, ok('<rss/>', { etag: '"a"' }));
  expect(await validators.get(URL)).toEqual({ etag: '"a"' });
});

it('distrusts a site whose validators stay while the body changes', async () => {
  const validators = fresh();
  await validators.note(URL, ok('<rss>أمس</rss>', { etag: '"a"' }));
  await validators.note(URL, ok('<rss>اليوم</rss>', { etag: '"a"' }));
  expect(await validators.get(URL)).toBeUndefined();
  await validators.note(URL, ok('<rss>غداً</rss>', { etag: '"b"' }));
  expect(await validators.get(URL)).toBeUndefined();
});

it('has no quarrel with a body that changes together with its validators', async () => {
  const validators = fresh();
  await validators.note(URL, ok('<rss>أمس</rss>', { etag: '"a"' }));
  await validators.note(URL, ok('<rss>اليوم</rss>', { etag: '"b"' }));
  expect(await validators.get(URL)).toEqual({ etag: '"b"' });
});

it('keeps each document apart, and none for ever', async () => {
  const validators = fresh();
  await validators.note(URL, ok('x', { etag: '"a"' }));
  expect(await validators.get('https://akhbar.example/other')).toBeUndefined();
  const keys = await redis.client.keys(`{t-validators-${count}}*`);
  expect(await redis.client.pttl(keys[0] ?? '')).toBeGreaterThan(0);
});
