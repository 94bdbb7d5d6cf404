import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/jobs/delivery/batch.ts';
import { type Batches, batchesOf } from '../../../src/jobs/delivery/next-batch.ts';
import { sharedRecords } from '../../../src/jobs/delivery/shared-records.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { type Keys, keysOf } from '../../../src/state/keys.ts';
import { type LogReader, logReader, readRange } from '../../../src/state/log-reader.ts';
import { records } from '../../../src/state/records.ts';
import { replays } from '../../../src/state/replays.ts';
import type { StoredRecord } from '../../../src/state/stored-record.ts';
import { undeliveredRecords } from '../../../src/state/undelivered.ts';
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
  keys = keysOf(`t-batches-${count}`);
  reader = logReader(redis.client, keys);
  await reader.open('file');
});

const publish = async (...ids: string[]): Promise<void> => {
  for (const id of ids) {
    await articleLog(redis.client, keys).commit(
      draftOf({ id, url: `http://news.test/${id}` }),
      plainSketch(),
    );
  }
};

function batches(): Batches {
  const stored = records(redis.client, keys);
  return batchesOf({
    sink: {
      name: 'file',
      kind: 'jsonLines',
      digest: '',
      open: async () => ({ deliver: async () => {}, close: async () => {} }),
      isWanted: () => true,
      shape: (record) => record,
      tagsOf: () => [],
    },
    reader,
    records: stored,
    sharedRecords: stored,
    undelivered: undeliveredRecords(redis.client, keys),
    replay: {
      replays: replays(redis.client, keys),
      range: (from, to, most) => readRange(redis.client, keys, { from, to, count: most }),
    },
  });
}

const idsOf = (batch: Batch | undefined): string[] =>
  batch?.deliveries.map(({ record }) => record.id) ?? [];

describe('the batches of a sink', () => {
  it('give first what was handed out and heard of by nobody, before what is new', async () => {
    const own = batches();
    await publish('a');
    const first = await own.next();
    expect(idsOf(first)).toEqual(['a']);
    await reader.ack('file', first?.positions ?? []);
    await publish('b', 'c');
    // Redis handed out `b`, and its answer was lost with the connection.
    await reader.next('file', { count: 1, blockMs: 0 });
    expect(idsOf(await own.next())).toEqual(['b', 'c']);
  });

  it('read ahead nothing twice, and give it again where the batch before it failed', async () => {
    await publish('a', 'b', 'c');
    const own = batches();
    const first = await own.next(2);
    expect(idsOf(first)).toEqual(['a', 'b']);
    own.readAhead(first as Batch, 2);
    await own.startOver();
    const again = await own.next(2);
    expect(idsOf(again)).toEqual(['a', 'b']);
    await reader.ack('file', again?.positions ?? []);
    expect(idsOf(await own.next(2))).toEqual(['c']);
  });

  it('go on with what was read ahead, in order', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    await publish(...many);
    const own = batches();
    const found: string[] = [];
    while (found.length < many.length) {
      const batch = (await own.next(2)) as Batch;
      own.readAhead(batch, 2);
      found.push(...idsOf(batch));
      await reader.ack('file', batch.positions);
    }
    expect(found).toEqual(many);
    expect((await reader.lags()).get('file')).toMatchObject({ waiting: 0, pending: 0 });
  });
});

describe('records that several sinks read', () => {
  /** Counts what is really asked of Redis. */
  function counted() {
    const stored = records(redis.client, keys);
    const asked: string[] = [];
    const shared = sharedRecords({
      many: (wanted) => {
        asked.push(...wanted.map(({ id }) => id));
        return stored.many(wanted);
      },
    });
    return { asked, shared };
  }
  const keysOfAll = ['a', 'b'].map((id) => ({ id, revision: 1 }));

  it('are read once, at the same time and later', async () => {
    await publish('a', 'b');
    const { asked, shared } = counted();
    const [one, two] = await Promise.all([shared.many(keysOfAll), shared.many(keysOfAll)]);
    expect(two).toEqual(one);
    expect(await shared.many(keysOfAll.slice(1))).toEqual(one.slice(1));
    expect(one.map(({ newest }) => newest)).toEqual([1, 1]);
    expect(asked).toEqual(['a', 'b']);
  });

  it('are made JSON once for all sinks that ask for one shape', async () => {
    await publish('a');
    const { shared } = counted();
    let made = 0;
    const shape = ({ id }: { id: string }) => {
      made += 1;
      return { id };
    };
    const read = async () => (await shared.many(keysOfAll.slice(0, 1)))[0]?.found as StoredRecord;
    const forms = [await read(), await read()].map((one) => one.inForm('id alone', shape));
    expect(forms.map(String)).toEqual(['{"id":"a"}', '{"id":"a"}']);
    expect(made).toBe(1);
    expect(String((await read()).inForm('all', (record) => record))).toContain('"headline"');
    expect((await read()).read()).toEqual(JSON.parse(String((await read()).json)));
  });

  it('are read anew where they were damaged or missing: both may be mended', async () => {
    await publish('a');
    const rest = await redis.client.hgetBuffer(keys.article('a'), 'rest');
    await redis.client.hset(keys.article('a'), 'rest', '"headline":');
    const { shared } = counted();
    const [damaged, missing] = await shared.many(keysOfAll);
    expect(damaged?.found).toMatchObject({ code: 'RECORD_UNREADABLE' });
    expect(missing).toEqual({ found: undefined, newest: undefined });
    await redis.client.hset(keys.article('a'), 'rest', rest ?? '');
    await publish('b');
    const mended = await shared.many(keysOfAll);
    expect(mended.map(({ found }) => (found as { id?: string }).id)).toEqual(['a', 'b']);
  });
});
