import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sketch } from '../../../src/line/dedupe/sketch.ts';
import { publish, withdraw } from '../../../src/line/publish/publish.ts';
import { ArticleRecord } from '../../../src/record/article.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { records } from '../../../src/state/records.ts';
import { draftOf } from '../../article.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

const logOf = (name: string) => articleLog(redis.client, keysOf(name));

describe('publish', () => {
  it('gives a record that fits its own form', async () => {
    const { record } = await publish(draftOf(), sketch(draftOf()), logOf('t-form'));
    expect(ArticleRecord.safeParse(record).success).toBe(true);
  });

  it('makes a revision of a corrected text and says what changed', async () => {
    const log = logOf('t-revision');
    await publish(draftOf(), sketch(draftOf()), log);
    const corrected = draftOf({
      articleBody: `${draftOf().articleBody.replace('عشرة', 'تسعة')}\n\nتصحيح: عدد الكتب تسعة آلاف`,
      fetch: { ...draftOf().fetch, at: '2024-03-05T12:00:00Z' },
    });
    const { outcome, record } = await publish(corrected, sketch(corrected), log);
    expect(outcome).toBe('updated');
    expect(record).toMatchObject({
      revision: 2,
      change: 'updated',
      changed: ['articleBody'],
      correction: 'تصحيح: عدد الكتب تسعة آلاف',
    });
  });

  it('publishes nothing for a page that only looks different', async () => {
    const log = logOf('t-same');
    await publish(draftOf(), sketch(draftOf()), log);
    const seen = draftOf({
      articleBody: `${draftOf().articleBody.replaceAll('ة', 'ه')}\n\n150 مشاهدة`,
      fetch: { ...draftOf().fetch, at: '2024-03-05T12:00:00Z', bytes: 999 },
    });
    expect((await publish(seen, sketch(seen), log)).outcome).toBe('unchanged');
  });

  it('refuses a draft that breaks the form before anything is stored', async () => {
    const broken = draftOf({ headline: '' });
    await expect(publish(broken, sketch(broken), logOf('t-broken'))).rejects.toThrow(/headline/u);
    expect(await redis.client.keys('{t-broken}*')).toEqual([]);
  });

  it('stores nothing that the log refused, and publishes it once the log takes it', async () => {
    const keys = keysOf('t-wrong');
    const again = () => publish(draftOf(), sketch(draftOf()), logOf('t-wrong'));
    await redis.client.set(keys.log, 'not a stream');
    await expect(again()).rejects.toMatchObject({ code: 'STATE' });
    expect(await records(redis.client, keys).get('a1')).toBeUndefined();
    await redis.client.del(keys.log);
    expect((await again()).record?.story).toMatchObject({ id: 'a1', role: 'original' });
  });
});

describe('withdraw', () => {
  it('marks the record and keeps what was published', async () => {
    const log = logOf('t-withdraw');
    await publish(draftOf(), sketch(draftOf()), log);
    const at = Date.parse('2024-03-06T00:00:00Z');
    expect((await withdraw('a1', { status: 410, atMs: at }, log)).outcome).toBe('withdrawn');
    const kept = await records(redis.client, keysOf('t-withdraw')).revisions('a1');
    expect(kept.map(({ change }) => change)).toEqual(['withdrawn', 'published']);
  });
});
