import { z } from 'zod';
import { choice } from '../choice.ts';
import { defineSink } from '../sink.ts';

/** A BullMQ queue that consumers take records from: one job a record, its id `id:revision`. */
export const queueSink = defineSink({
  name: 'queue',
  label: 'BullMQ queue: each record goes to one of the workers that consume it',
  settings: z.strictObject({
    ...choice,
    queue: z
      .string()
      .regex(/^[\w-]{1,60}$/u)
      .default('articles')
      .describe('Name of the queue'),
  }),
  open: async (settings, ports) => ({
    deliver: (deliveries) => ports.enqueue(settings.queue, deliveries),
    close: async () => {},
  }),
});
