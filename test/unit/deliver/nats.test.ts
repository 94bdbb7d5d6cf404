import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverApart } from '../../../src/jobs/delivery/apart.ts';
import type { SinkPorts } from '../../../src/line/deliver/sink.ts';
import { natsSink } from '../../../src/line/deliver/sinks/nats.ts';
import { deliveryOf } from '../../deliveries.ts';
import { startTestNats, type TestNats } from '../../nats.ts';

let nats: TestNats;
beforeAll(async () => {
  nats = await startTestNats();
});
afterAll(() => nats.stop());

it('takes all but a record that is larger than a message, in the order of their revisions', async () => {
  const sink = await natsSink.open(
    { url: nats.url, stream: 'large', subject: 'large' },
    {} as SinkPorts,
  );
  // A server takes a megabyte unless it is set otherwise; Arabic has two bytes a letter.
  const large = deliveryOf(2, 1, { articleBody: 'ب'.repeat(550_000) });
  const batch = [deliveryOf(1), deliveryOf(1, 2), large, deliveryOf(3), deliveryOf(1, 3)];
  const letters = await deliverApart(sink, batch, new AbortController().signal);
  expect(letters).toMatchObject([
    { id: 'a2', revision: 1, reason: expect.stringContaining('at most 1048576 bytes') },
  ]);
  await sink.close();
  const connection = await connect({ servers: nats.url });
  const consumer = await jetstream(connection).consumers.get('large');
  const found: string[] = [];
  for await (const message of await consumer.fetch({ max_messages: 10, expires: 1000 })) {
    const { id, revision } = message.json<{ id: string; revision: number }>();
    found.push(`${id}:${revision}`);
  }
  await connection.close();
  expect(found.filter((key) => key.startsWith('a1'))).toEqual(['a1:1', 'a1:2', 'a1:3']);
  expect(found.toSorted()).toEqual(['a1:1', 'a1:2', 'a1:3', 'a3:1']);
});

it.each(['kept', 'lost'] as const)(
  'goes on by itself once the server is back, its streams %s',
  async (streams) => {
    const settings = { url: nats.url, stream: streams, subject: streams };
    const sink = await natsSink.open(settings, {} as SinkPorts);
    await sink.deliver([deliveryOf(1)]);
    await nats.restart(streams, async () => {
      for (const n of [2, 3]) await expect(sink.deliver([deliveryOf(n)])).rejects.toThrow(/NATS/u);
    });
    await sink.deliver([deliveryOf(2), deliveryOf(3)]);
    await sink.close();
    const connection = await connect({ servers: nats.url });
    const manager = await jetstreamManager(connection);
    const { state } = await manager.streams.info(streams);
    await connection.close();
    expect(state.messages).toBe(streams === 'kept' ? 3 : 2);
  },
);
