import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysOf } from '../../../src/state/keys.ts';
import { isUnchanged, redisValidators, type ValidatorBook } from '../../../src/state/validators.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

const URL = 'https://akhbar.example/feed';
const DATE = 'Mon, 02 Nov 2026 08:00:00 GMT';
const OTHER_DATE = 'Tue, 03 Nov 2026 08:00:00 GMT';

let redis: TestRedis;
let count = 0;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

function fresh(): ValidatorBook {
  count += 1;
  return redisValidators(redis.client, keysOf(`t-validators-${count}`));
}

const ok = (text: string, headers: Record<string, string>) => ({ status: 200, text, headers });
const unchanged = { status: 304, text: '', headers: {} };

it('knows nothing before the first answer', async () => {
  expect(await fresh().get(URL)).toEqual({});
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
  expect((await validators.get(URL)).validators).toEqual(expected);
});

it('asks for the whole every so often, and trusts again what proved true', async () => {
  const validators = fresh();
  await validators.note(URL, ok('<rss/>', { etag: '"a"' }));
  for (let round = 0; round < 20; round += 1) {
    expect((await validators.get(URL)).validators).toEqual({ etag: '"a"' });
    await validators.note(URL, unchanged);
  }
  expect((await validators.get(URL)).validators).toBeUndefined();
  await validators.note(URL, ok('<rss/>', { etag: '"a"' }));
  expect((await validators.get(URL)).validators).toEqual({ etag: '"a"' });
});

it('distrusts a site whose validators stay while the body changes', async () => {
  const validators = fresh();
  await validators.note(URL, ok('<rss>أمس</rss>', { etag: '"a"' }));
  await validators.note(URL, ok('<rss>اليوم</rss>', { etag: '"a"' }));
  expect((await validators.get(URL)).validators).toBeUndefined();
  await validators.note(URL, ok('<rss>غداً</rss>', { etag: '"b"' }));
  expect((await validators.get(URL)).validators).toBeUndefined();
});

it.each([
  ['its ETag', (n: number) => ({ etag: `"${n}"` })],
  ['its Last-Modified', (n: number) => ({ 'last-modified': new Date(n * 1e9).toUTCString() })],
  ['both', (n: number) => ({ etag: `"${n}"`, 'last-modified': new Date(n * 1e9).toUTCString() })],
])('finds out a site that answers 304 to anything while %s moves', async (_, headers) => {
  const validators = fresh();
  let asked = 0;
  let late = 0;
  for (let visit = 0; visit < 100; visit += 1) {
    // Each visit has news; only asking for the whole shows it.
    const isConditional = (await validators.get(URL)).validators !== undefined;
    if (isConditional) late += 1;
    else asked += 1;
    const answer = isConditional ? unchanged : ok(`<rss>${visit}</rss>`, headers(visit));
    await validators.note(URL, answer);
  }
  // The twenty up to the first sample, and one that proves it.
  expect({ asked, late }).toEqual({ asked: 79, late: 21 });
});

it('trusts again a site that had news just when it was sampled', async () => {
  const validators = fresh();
  let current = 0;
  /** Answers as RFC 9110, 13.1.2 wants it. */
  const honest = async (): Promise<boolean> => {
    const sent = (await validators.get(URL)).validators;
    const etag = `"${current}"`;
    const isSame = sent?.etag === etag;
    await validators.note(
      URL,
      isSame ? { ...unchanged, headers: { etag } } : ok(`<rss>${current}</rss>`, { etag }),
    );
    return sent !== undefined;
  };
  await honest();
  for (let round = 0; round < 20; round += 1) await honest();
  current += 1;
  await honest();
  expect((await validators.get(URL)).validators).toBeUndefined();
  for (let round = 0; round < 21; round += 1) await honest();
  expect((await validators.get(URL)).validators).toEqual({ etag: '"1"' });
});

it.each([
  ['another ETag', { etag: '"a"' }, { etag: '"b"' }, undefined],
  ['another date', { 'last-modified': DATE }, { 'last-modified': OTHER_DATE }, undefined],
  ['the same ETag, weak', { etag: '"a"' }, { etag: 'W/"a"' }, { etag: '"a"' }],
  ['the ETag of the packed answer', { etag: '"a-gzip"' }, { etag: '"a"' }, { etag: '"a-gzip"' }],
  [
    'its ETag and another date',
    { etag: '"a"' },
    { etag: '"a"', 'last-modified': DATE },
    { etag: '"a"' },
  ],
])('takes a 304 that carries %s at its word', async (_, first, second, expected) => {
  const validators = fresh();
  await validators.note(URL, ok('<rss/>', first as Record<string, string>));
  await validators.note(URL, { ...unchanged, headers: second as Record<string, string> });
  expect((await validators.get(URL)).validators).toEqual(expected);
});

it.each([
  ['the same ETag, a later date', { 'last-modified': OTHER_DATE, etag: '"a"' }, undefined],
  ['another ETag, the same date', { 'last-modified': DATE, etag: '"b"' }, '"b"'],
])('judges another body under %s', async (_, headers, etag) => {
  const validators = fresh();
  await validators.note(URL, ok('<rss>أمس</rss>', { etag: '"a"', 'last-modified': DATE }));
  await validators.note(URL, ok('<rss>اليوم</rss>', headers));
  expect((await validators.get(URL)).validators?.etag).toBe(etag);
});

it('has no quarrel with a body that changes together with its validators', async () => {
  const validators = fresh();
  await validators.note(URL, ok('<rss>أمس</rss>', { etag: '"a"' }));
  await validators.note(URL, ok('<rss>اليوم</rss>', { etag: '"b"' }));
  expect((await validators.get(URL)).validators).toEqual({ etag: '"b"' });
});

it('keeps each document apart, and none for ever', async () => {
  const validators = fresh();
  await validators.note(URL, ok('x', { etag: '"a"' }));
  expect(await validators.get('https://akhbar.example/other')).toEqual({});
  const keys = await redis.client.keys(`{t-validators-${count}}*`);
  expect(await redis.client.pttl(keys[0] ?? '')).toBeGreaterThan(0);
});

it.each([
  ['the same body by the same rules', '<rss>أمس</rss>', 'rules', 'rules', true],
  ['another body', '<rss>اليوم</rss>', 'rules', 'rules', false],
  ['the same body by other rules', '<rss>أمس</rss>', 'rules', 'others', false],
  ['what is read each time', '<rss>أمس</rss>', undefined, 'rules', false],
])('tells whether %s brings nothing new', async (_, text, readBy, rules, expected) => {
  const validators = fresh();
  await validators.note(URL, ok('<rss>أمس</rss>', {}), readBy);
  expect(isUnchanged(await validators.get(URL), ok(text, {}), rules)).toBe(expected);
  expect(isUnchanged(await validators.get(URL), unchanged, rules)).toBe(true);
});
