import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleLog } from '../../../src/state/article-log.ts';
import { type Keys, keysOf } from '../../../src/state/keys.ts';
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

const ask = { consumer: 'one', count: 2, blockMs: 0 };
const read = async (request = ask) => (await reader.readGroup('file', request)).map(({ id }) => id);

describe('a sink', () => {
  it('reads in order, gets the unacknowledged again, then the rest', async () => {
    await reader.open('file');
    expect(await read()).toEqual(['a', 'b']);
    const held = await reader.readGroup('file', ask);
    expect(held.map(({ id }) => id)).toEqual(['a', 'b']);
    await reader.ack(
      'file',
      held.map(({ at }) => at),
    );
    expect(await read()).toEqual(['c']);
  });

  it('keeps its place when opened again', async () => {
    await reader.open('file');
    const held = await reader.readGroup('file', { ...ask, count: 9 });
    await reader.ack(
      'file',
      held.map(({ at }) => at),
    );
    await reader.open('file');
    expect(await read()).toEqual([]);
  });

  it('is not held up by another', async () => {
    await reader.open('file');
    await reader.open('webhook');
    await reader.readGroup('webhook', ask);
    expect(await reader.lag('webhook')).toMatchObject({ waiting: 1, pending: 2 });
    expect(await reader.lag('file')).toMatchObject({ waiting: 3, pending: 0 });
    expect(await reader.lag('nobody')).toBeUndefined();
  });

  it('takes over what a dead consumer held', async () => {
    await reader.open('file');
    await reader.readGroup('file', ask);
    const claimed = await reader.claimStale('file', { consumer: 'two', count: 9, idleMs: 0 });
    expect(claimed.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('replays from any point', async () => {
    await reader.open('file', '$');
    expect(await read()).toEqual([]);
    await reader.replay('file', '0');
    const [first] = await reader.readGroup('file', { ...ask, count: 9 });
    expect(first?.id).toBe('a');
    await reader.replay('file', first?.at ?? '');
    expect(await read()).toEqual(['b', 'c']);
  });

  it('gives up what the log has trimmed while it was held', async () => {
    await reader.open('file');
    await reader.readGroup('file', ask);
    await redis.client.xtrim(keys.log, 'MAXLEN', 1);
    expect(await read()).toEqual(['c']);
    expect((await reader.lag('file'))?.pending).toBe(1);
  });

  it('waits for an entry to come', async () => {
    await reader.open('file', '$');
    const connection = redis.client.duplicate();
    const own = logReader(connection, keys);
    const waiting = own.readGroup('file', { ...ask, blockMs: 5000 });
    await articleLog(redis.client, keys).commit(
      draftOf({ id: 'd', url: 'http://news.test/d' }),
      plainSketch(),
    );
    expect((await waiting).map(({ id }) => id)).toEqual(['d']);
    connection.disconnect();
  });
});
