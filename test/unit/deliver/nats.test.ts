import { jetstream } from '@nats-io/jetstream';
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
