import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliverApart } from '../../src/jobs/delivery/apart.ts';
import { articleSinkPorts } from '../../src/jobs/sink-ports.ts';
import { sinkKinds } from '../../src/line/deliver/index.ts';
import type { Delivery, Sink, SinkPorts } from '../../src/line/deliver/sink.ts';
import { ArticleRecord } from '../../src/record/article.ts';
import { keysOf } from '../../src/state/keys.ts';
import { deliveryOf } from '../deliveries.ts';
import { startTestNats, type TestNats } from '../nats.ts';
import { startTestPostgres, type TestPostgres } from '../postgres.ts';
import { type Receiver, startReceiver } from '../receiver.ts';
import { startTestRedis, type TestRedis } from '../redis.ts';

/** A delivery whose JSON cannot be made: no sink can ever take it. */
const broken = (n: number): Delivery => ({
  ...deliveryOf(n),
  shaped: {
    ...deliveryOf(n).record,
    toJSON: () => {
      throw new TypeError('of no form');
    },
  },
});

let redis: TestRedis;
let folder: string;
let run = 0;
let keys = keysOf('t-sinks');
let ports: SinkPorts & { close: () => Promise<void> };
let postgres: TestPostgres;
let nats: TestNats;
let receiver: Receiver;
const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;
beforeAll(async () => {
  [redis, postgres, nats] = await Promise.all([
    startTestRedis(),
    startTestPostgres(),
    startTestNats(),
  ]);
  process.env.TEST_WEBHOOK_SECRET = SECRET;
  process.env.TEST_DATABASE = postgres.url;
});
afterAll(() => Promise.all([redis.stop(), postgres.stop(), nats.stop()]));
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-sink-'));
  keys = keysOf(`t-sinks-${run++}`);
  ports = articleSinkPorts(redis.client, keys);
  receiver = await startReceiver();
  return async () => {
    await ports.close();
    await receiver.close();
    rmSync(folder, { recursive: true });
  };
});

/** What a consumer finds in each kind of sink: its records, in order. */
const contents: Record<string, () => Promise<ArticleRecord[]>> = {
  queue: async () => {
    const { Queue } = await import('bullmq');
    const queue = new Queue('articles', { connection: redis.client, prefix: keys.tag });
    const jobs = await queue.getJobs(['waiting'], 0, -1, true);
    await queue.close();
    return jobs.map(({ data }) => ArticleRecord.parse(data));
  },
  stream: async () => {
    const entries = await redis.client.xrange(keys.of('stream', 'articles'), '-', '+');
    return entries.map(([, fields]) =>
      ArticleRecord.parse(JSON.parse(fields[fields.indexOf('record') + 1] ?? '')),
    );
  },
  jsonLines: async () =>
    readFileSync(join(folder, 'out.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ArticleRecord.parse(JSON.parse(line))),
  // Parts that gather; what closes them is tested below.
  files: async () => {
    const parts = readdirSync(join(folder, 'files/.open')).filter((name) => /jsonl$/u.test(name));
    const lines = parts.flatMap((name) =>
      readFileSync(join(folder, 'files/.open', name), 'utf8')
        .split('\n')
        .filter(Boolean),
    );
    return lines.map((line) => ArticleRecord.parse(JSON.parse(line)));
  },
  // At least once: a receiver drops what it has by the id of the post.
  webhook: async () => {
    const posts = new Map(receiver.taken.map((post) => [post.headers['webhook-id'], post]));
    return [...posts.values()].map(({ body }) => ArticleRecord.parse(JSON.parse(body).data));
  },
  postgres: async () => {
    const rows = await postgres.query(`SELECT record FROM ${schema()}.revision ORDER BY number`);
    return rows.map(({ record }) => ArticleRecord.parse(record));
  },
  nats: async () => {
    const { connect } = await import('@nats-io/transport-node');
    const { jetstream, jetstreamManager } = await import('@nats-io/jetstream');
    const connection = await connect({ servers: nats.url });
    const { state } = await (await jetstreamManager(connection)).streams.info(schema());
    const consumer = await jetstream(connection).consumers.get(schema());
    const found: ArticleRecord[] = [];
    // As many as there are: a wait for more would be one for a time.
    for await (const message of await consumer.fetch({ max_messages: state.messages })) {
      found.push(ArticleRecord.parse(message.json()));
    }
    await connection.close();
    return found;
  },
};

const schema = (): string => `t_${run}`;
const settingsOf = (name: string): unknown =>
  ({
    jsonLines: { path: join(folder, 'out.jsonl') },
    files: { folder: join(folder, 'files') },
    webhook: {
      url: receiver.url,
      secrets: ['env:TEST_WEBHOOK_SECRET'],
      allowHosts: [receiver.host],
    },
    postgres: { url: 'env:TEST_DATABASE', schema: schema() },
    nats: { url: nats.url, stream: schema(), subject: schema() },
  })[name] ?? {};
const keysIn = async (name: string): Promise<string[]> =>
  ((await contents[name]?.()) ?? []).map(({ id, revision }) => `${id}:${revision}`);

describe.each(sinkKinds.map((kind) => [kind.name, kind] as const))('the sink %s', (name, kind) => {
  const open = (): Promise<Sink> => kind.open(settingsOf(name), ports);

  it('has a label, settings with defaults for all, and an exam here', () => {
    expect(kind.label.length).toBeGreaterThan(10);
    expect(kind.settings.safeParse(settingsOf(name)).success).toBe(true);
    expect(kind.settings.safeParse({ unknown: 1 }).success).toBe(false);
    expect(contents[name]).toBeDefined();
  });

  it('holds every record whole and in order', async () => {
    const sink = await open();
    await sink.deliver([deliveryOf(1), deliveryOf(2)]);
    await sink.deliver([deliveryOf(3)]);
    await sink.close();
    expect(await contents[name]?.()).toEqual([1, 2, 3].map((n) => deliveryOf(n).record));
  });

  it('holds a record once, however often it is delivered, over a restart too', async () => {
    const sink = await open();
    await sink.deliver([deliveryOf(1), deliveryOf(2)]);
    await sink.deliver([deliveryOf(1), deliveryOf(2)]);
    await sink.close();
    const again = await open();
    await again.deliver([deliveryOf(1), deliveryOf(2), deliveryOf(3)]);
    await again.close();
    expect(await keysIn(name)).toEqual(['a1:1', 'a2:1', 'a3:1']);
  });

  it('holds each revision of an article, in order', async () => {
    const sink = await open();
    await sink.deliver([deliveryOf(1), deliveryOf(1, 2)]);
    await sink.close();
    expect(await keysIn(name)).toEqual(['a1:1', 'a1:2']);
  });

  it('holds records that come out of order once, whichever of two readers brings them', async () => {
    const [one, two] = [await open(), await open()];
    await one.deliver([deliveryOf(5), deliveryOf(1)]);
    await two.deliver([deliveryOf(3), deliveryOf(5), deliveryOf(5, 2)]);
    await one.deliver([deliveryOf(1), deliveryOf(3), deliveryOf(2)]);
    await one.deliver([deliveryOf(5)]);
    await two.deliver([deliveryOf(5, 2), deliveryOf(2), deliveryOf(4)]);
    await one.close();
    await two.close();
    expect(await keysIn(name)).toEqual(['a5:1', 'a1:1', 'a3:1', 'a5:2', 'a2:1', 'a4:1']);
  });

  it('takes those beside a record that it can never take, which is a dead letter', async () => {
    const sink = await open();
    const batch = [deliveryOf(1), broken(2), deliveryOf(3)];
    const letters = await deliverApart(sink, batch, new AbortController().signal);
    await sink.deliver([deliveryOf(4)]);
    await sink.close();
    expect(letters).toMatchObject([{ at: '1002-1', id: 'a2', revision: 1, source: 'almadar' }]);
    expect(letters[0]?.reason).toContain('of no form');
    expect(await keysIn(name)).toEqual(['a1:1', 'a3:1', 'a4:1']);
  });

  it('takes a record again that was asked for again', async () => {
    const sink = await open();
    await sink.deliver([deliveryOf(1), deliveryOf(1, 2)]);
    await sink.deliver([{ ...deliveryOf(1, 2), isReplayed: true }]);
    await sink.close();
    const found = await keysIn(name);
    expect(found.at(-1)).toBe('a1:2');
    // A queue that still holds the record has it in hand; a table has each revision once.
    expect(found.length).toBe(name === 'queue' || name === 'postgres' ? 2 : 3);
  });
});

describe('the sink jsonLines', () => {
  const open = async () => {
    const kind = sinkKinds.find(({ name }) => name === 'jsonLines');
    return kind?.open(settingsOf('jsonLines'), ports);
  };

  it('takes away a line that a crash cut off, so that the next one is whole', async () => {
    const sink = await open();
    await sink?.deliver([deliveryOf(1)]);
    await sink?.close();
    appendFileSync(join(folder, 'out.jsonl'), '{"id":"a2","revi');
    const again = await open();
    await again?.deliver([deliveryOf(2)]);
    await again?.close();
    expect(await keysIn('jsonLines')).toEqual(['a1:1', 'a2:1']);
  });

  it('leaves the file alone until it is its turn, and then knows what the other wrote', async () => {
    const [first, standby] = [await open(), await open()];
    await first?.deliver([deliveryOf(1)]);
    // The first dies in the midst of a line, the other stands by since before.
    appendFileSync(join(folder, 'out.jsonl'), '{"id":"a2","rev');
    expect(readFileSync(join(folder, 'out.jsonl'), 'utf8')).toMatch(/"rev$/u);
    await standby?.deliver([deliveryOf(1), deliveryOf(2)]);
    await standby?.close();
    await first?.close();
    expect(await keysIn('jsonLines')).toEqual(['a1:1', 'a2:1']);
  });

  it('begins a new file where the old one was moved away', async () => {
    const sink = await open();
    await sink?.deliver([deliveryOf(1)]);
    renameSync(join(folder, 'out.jsonl'), join(folder, 'out.1.jsonl'));
    await sink?.deliver([deliveryOf(2)]);
    await sink?.close();
    expect(await keysIn('jsonLines')).toEqual(['a2:1']);
    expect(readFileSync(join(folder, 'out.1.jsonl'), 'utf8')).toContain('"a1"');
  });
});

describe('the sink queue', () => {
  const full = { most: 100, queue: 'articles' };
  const many = Array.from({ length: 101 }, (_, index) => deliveryOf(index));
  const open = async (settings: object) =>
    sinkKinds.find(({ name }) => name === 'queue')?.open({ ...full, ...settings }, ports);

  it('lets records wait in the log where nobody consumes the queue', async () => {
    const sink = await open({});
    await sink?.deliver(many.slice(0, 100));
    await expect(sink?.deliver(many.slice(100))).rejects.toMatchObject({ code: 'SINK_FULL' });
    expect(await keysIn('queue')).toHaveLength(100);
  });

  it('throws the oldest away where the settings say so', async () => {
    const sink = await open({ onFull: 'dropOldest' });
    await sink?.deliver(many.slice(0, 100));
    await sink?.deliver(many.slice(100));
    const found = await keysIn('queue');
    expect([found[0], found.at(-1), found.length]).toEqual(['a1:1', 'a100:1', 100]);
  });
});
