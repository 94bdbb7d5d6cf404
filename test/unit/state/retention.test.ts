import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordBounds } from '../../../src/config/record-bounds.ts';
import { Settings } from '../../../src/config/settings.ts';
import { sketch } from '../../../src/line/dedupe/sketch.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { records } from '../../../src/state/records.ts';
import { StoredRecord } from '../../../src/state/stored-record.ts';
import { draftOf, plainSketch } from '../../article.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());

const at = (hour: number) => ({
  fetch: { ...draftOf().fetch, at: `2026-11-09T${String(hour).padStart(2, '0')}:00:00.000Z` },
});

it('keeps records as long, and as many revisions, as the settings say', async () => {
  const keys = keysOf('t-retention');
  const settings = Settings.parse({ retention: { records: '90d', revisions: 2 } });
  const log = articleLog(redis.client, keys, recordBounds(settings));
  for (let hour = 1; hour <= 5; hour += 1) {
    const headline = `البلدية تعلن الساعة ${hour} مواعيد المكتبة`;
    const fields = { headline: `h${hour}`, articleBody: 'b1' };
    await log.commit(draftOf({ headline, ...at(hour) }), plainSketch({ fields }));
  }
  const life = await redis.client.ttl(keys.article('a1'));
  expect(life).toBeGreaterThan(89 * 86_400);
  expect(life).toBeLessThanOrEqual(90 * 86_400);
  const kept = await records(redis.client, keys).revisions('a1');
  expect(kept.map(({ revision }) => revision)).toEqual([5, 4, 3]);
});

it('stores the text packed, and reads what a release before stored plain', async () => {
  const keys = keysOf('t-packed');
  const articleBody = 'افتتحت البلدية مكتبتها الجديدة على الكورنيش بحضور أهالي الحي. '.repeat(40);
  await articleLog(redis.client, keys).commit(draftOf({ articleBody }), plainSketch());
  const [head, rest] = await redis.client.hmgetBuffer(keys.article('a1'), 'head', 'rest');
  expect(rest?.length).toBeLessThan(Buffer.byteLength(articleBody) / 3);
  const stored = records(redis.client, keys);
  const record = await stored.get('a1');
  expect(record?.articleBody).toBe(articleBody);
  const { id: _id, revision: _revision, change: _change, story: _story, ...plain } = record ?? {};
  await redis.client.hset(keys.article('a1'), 'rest', JSON.stringify(plain).slice(1));
  expect(head?.toString()).toContain('"revision":1');
  expect(await stored.get('a1')).toEqual(record);
});

const LONG = [
  'افتتحت بلدية الميناء صباح أمس مكتبة عامة جديدة على الكورنيش البحري بعد عامين من أعمال الترميم التي شملت المبنى القديم كله.',
  'وتضم المكتبة عشرة آلاف كتاب وقاعة للأطفال وأخرى للمطالعة الهادئة، وتفتح أبوابها للجميع من التاسعة صباحا حتى الثامنة مساء.',
  'وقال رئيس البلدية سمير الحلاق إن الكلفة بلغت نصف مليون دولار جمع معظمها من تبرعات المغتربين وأبناء الحي.',
  'وأضافت أمينة المكتبة رنا الشامي أن ورشا أسبوعية للكتابة والقراءة ستبدأ مطلع الشهر المقبل بمشاركة مدارس المدينة.',
].join('\n\n');

it('knows the packed text of an article that stands at another address under its title', async () => {
  const keys = keysOf('t-namesake');
  const log = articleLog(redis.client, keys);
  const first = draftOf({ id: 'b1', articleBody: LONG, ...at(1) });
  const articleBody = LONG.replace('جديدة', 'حديثة');
  const url = 'http://news.test/article/1-again';
  const again = draftOf({ id: 'b2', url, articleBody, ...at(3) });
  await log.commit(first, sketch(first, first.url));
  const { outcome, id } = await log.commit(again, sketch(again, again.url));
  expect({ outcome, id }).toEqual({ outcome: 'updated', id: 'b1' });
  const stored = records(redis.client, keys);
  expect(await stored.get('b2')).toBeUndefined();
  expect((await stored.get('b1'))?.articleBody).toBe(articleBody);
});

it('reads what a release before stored packed without a checksum', async () => {
  const keys = keysOf('t-unsummed');
  await articleLog(redis.client, keys).commit(draftOf(), plainSketch());
  const stored = records(redis.client, keys);
  const record = await stored.get('a1');
  const { id: _id, revision: _revision, change: _change, story: _story, ...rest } = record ?? {};
  const packed = deflateRawSync(JSON.stringify(rest).slice(1));
  await redis.client.hset(keys.article('a1'), 'rest', Buffer.concat([Buffer.of(0), packed]));
  expect(await stored.get('a1')).toEqual(record);
});

describe('a record whose packed text is damaged', () => {
  const changed = (rest: Buffer, at: number): Buffer => {
    const copy = Buffer.from(rest);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  it.each<[string, (rest: Buffer) => Buffer]>([
    ['cut in its text', (rest) => rest.subarray(0, 40)],
    ['cut in its checksum', (rest) => rest.subarray(0, 5)],
    ['with another checksum', (rest) => changed(rest, 1)],
    ['with another length', (rest) => changed(rest, 5)],
    ['with a length beyond any', (rest) => changed(rest, 8)],
    ['with another text', (rest) => Buffer.concat([rest.subarray(0, 9), deflateRawSync('"a":1}')])],
  ])('cannot be read: %s', async (_what, damage) => {
    const keys = keysOf('t-damaged');
    await redis.client.del(keys.article('a1'));
    await articleLog(redis.client, keys).commit(draftOf(), plainSketch());
    const [rest] = await redis.client.hmgetBuffer(keys.article('a1'), 'rest');
    await redis.client.hset(keys.article('a1'), 'rest', damage(rest ?? Buffer.alloc(0)));
    await expect(records(redis.client, keys).get('a1')).rejects.toThrow(/broken packing/u);
  });

  it('cannot be read: with a head of no known form', async () => {
    const keys = keysOf('t-damaged-head');
    await articleLog(redis.client, keys).commit(draftOf(), plainSketch());
    const head = (await redis.client.hget(keys.article('a1'), 'head')) ?? '';
    const renamed = head.replace('"change":"published"', '"change":"renamed"');
    await redis.client.hset(keys.article('a1'), 'head', renamed);
    await expect(records(redis.client, keys).get('a1')).rejects.toThrow(/record: change/u);
    await redis.client.hset(keys.article('a1'), 'head', head.replace('"id"', 'id'));
    await expect(records(redis.client, keys).get('a1')).rejects.toThrow(/broken JSON/u);
  });
});

it('gives a record on one line, however its head is written', async () => {
  const keys = keysOf('t-one-line');
  await articleLog(redis.client, keys).commit(draftOf(), plainSketch());
  const stored = records(redis.client, keys);
  const record = await stored.get('a1');
  const head = (await redis.client.hget(keys.article('a1'), 'head')) ?? '';
  await redis.client.hset(keys.article('a1'), 'head', head.replace(',"change"', ',\n"change"'));
  const [one] = await stored.many([{ id: 'a1', revision: 1 }]);
  if (!(one?.found instanceof StoredRecord)) return expect.unreachable();
  expect(one.found.json.includes('\n')).toBe(false);
  expect(one.found.read()).toEqual(record);
});

it.each(['12h', '0d', 'forever'])('refuses %s as the life of records', (life) => {
  expect(Settings.safeParse({ retention: { records: life } }).success).toBe(false);
});
