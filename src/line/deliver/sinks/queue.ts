import { z } from 'zod';
import { defineSink } from '../sink.ts';

/** Records added in one round trip. */
const BATCH = 250;

/** A BullMQ queue that consumers take records from: one job a record, its id `id:revision`. */
export const queueSink = defineSink({
  name: 'queue',
  label: 'BullMQ queue: each record goes to one of the workers that consume it',
  settings: z.strictObject({
    queue: z
      .string()
      .regex(/^[\w-]{1,60}$/u)
      .default('articles')
      .describe('Name of the queue'),
    // At 11 KB a job some 110 MB of Redis; in the log a record that waits takes 150 bytes.
    most: z
      .number()
      .int()
      .min(100)
      .max(1_000_000)
      .default(10_000)
      .describe('Records that wait in the queue for a consumer'),
    onFull: z
      .enum(['wait', 'dropOldest'])
      .default('wait')
      .describe('At the bound: further records wait in the log, or the oldest in the queue go'),
  }),
  open: async ({ queue, ...bound }, ports) => ({
    deliver: (deliveries) => ports.enqueue(queue, deliveries, bound),
    // A small queue has room for a part of it long before it is empty.
    batch: Math.min(BATCH, Math.floor(bound.most / 4)),
    close: async () => {},
  }),
});
