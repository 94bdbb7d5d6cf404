import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleLog } from '../../../src/state/article-log.ts';
import { type Keys, keysOf } from '../../../src/state/keys.ts';
import type { ReadEntries } from '../../../src/state/log-entry.ts';
import { type LogReader, logReader } from '../../../src/state/log-reader.ts';
import { draftOf, plainSketch } from '../../article.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
let keys: Keys;
let reader: LogReader;
let count = 0;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  count += 1;
  keys = keysOf(`t-reader-${count}`);
  reader = logReader(redis.client, keys);
  for (const id of ['a', 'b', 'c']) {
    await articleLog(redis.client, keys).commit(
      draftOf({ id, url: `http://news.test/${id}` }),
      plainSketch(),
    );
  }
});

const ask = { count: 2, blockMs: 0 };
const idsOf = ({ entries }: ReadEntries): string[] => entries.map(({ id }) => id);
const positionsOf = ({ entries }: ReadEntries): string[] => entries.map(({ at }) => at);

describe('a sink', () => {
  it('reads in order, gets the unacknowledged again, then the rest', async () => {
    await reader.open('file');
    expect(idsOf(await reader.next('file', ask))).toEqual(['a', 'b']);
    const held = await reader.held('file', 9);
    expect(idsOf(held)).toEqual(['a', 'b']);
    await reader.ack('file', positionsOf(held));
    expect(idsOf(await reader.held('file', 9))).toEqual([]);
    expect(idsOf(await reader.next('file', ask))).toEqual(['c']);
  });

  it('keeps its place when opened again', async () => {
    await reader.open('file');
    await reader.ack('file', positionsOf(await reader.next('file', { ...ask, count: 9 })));
    await reader.open('file');
    expect(idsOf(await reader.next('file', ask))).toEqual([]);
  });

  it('is not held up by another', async () => {
    await reader.open('file');
    await reader.open('webhook');
    await reader.next('webhook', ask);
    const lags = await reader.lags();
    expect(lags.get('webhook')).toMatchObject({ waiting: 1, pending: 2 });
    expect(lags.get('file')).toMatchObject({ waiting: 3, pending: 0 });
    expect(lags.get('nobody')).toBeUndefined();
  });

  it('takes over what consumers of an earlier release held, in order', async () => {
    await reader.open('file');
    const old = ['GROUP', 'file', 'host-1'] as const;
    await redis.client.xreadgroup(...old, 'COUNT', 1, 'STREAMS', keys.log, '>');
    await reader.next('file', { ...ask, count: 1 });
    await reader.adopt('file');
    expect(idsOf(await reader.held('file', 9))).toEqual(['a', 'b']);
  });

  it('is set to any point', async () => {
    await reader.open('file', '$');
    expect(idsOf(await reader.next('file', ask))).toEqual([]);
    await reader.seek('file', '0');
    const all = await reader.next('file', { ...ask, count: 9 });
    expect(idsOf(all)[0]).toBe('a');
    await reader.seek('file', positionsOf(all)[0] ?? '');
    expect(idsOf(await reader.next('file', ask))).toEqual(['b', 'c']);
  });

  it('tells what the log has trimmed while it was held', async () => {
    await reader.open('file');
    await reader.next('file', ask);
    await redis.client.xtrim(keys.log, 'MAXLEN', 1);
    expect((await reader.held('file', 9)).trimmed).toHaveLength(2);
  });

  it.each([
    ['an unknown change', { id: 'x', revision: '1', change: 'renamed', source: 's' }, /change/],
    ['a revision that is no number', { id: 'x', revision: 'one', change: 'updated' }, /revision/],
    ['no field it knows', { hello: 'x' }, /id/],
  ])('tells of an entry with %s, and reads on', async (_what, fields, reason) => {
    await redis.client.xadd(keys.log, '*', ...Object.entries(fields).flat());
    await reader.open('file');
    const read = await reader.next('file', { ...ask, count: 9 });
    expect(idsOf(read)).toEqual(['a', 'b', 'c']);
    expect(read.broken).toMatchObject([{ reason: expect.stringMatching(reason) }]);
  });

  it('waits for an entry to come', async () => {
    await reader.open('file', '$');
    const connection = redis.client.duplicate();
    const own = logReader(connection, keys);
    const waiting = own.next('file', { ...ask, blockMs: 60_000 });
    await articleLog(redis.client, keys).commit(
      draftOf({ id: 'd', url: 'http://news.test/d' }),
      plainSketch(),
    );
    expect(idsOf(await waiting)).toEqual(['d']);
    connection.disconnect();
  });
});
