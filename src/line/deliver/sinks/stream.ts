import { z } from 'zod';
import { defineSink } from '../sink.ts';

/** A Redis stream that any client in any language reads; entries carry `key` and `record`. */
export const streamSink = defineSink({
  name: 'stream',
  label: 'Redis stream: each reader or group of readers gets every record',
  settings: z.strictObject({
    stream: z
      .string()
      .regex(/^[\w-]{1,60}$/u)
      .default('articles')
      .describe('Name of the stream'),
    // A week of some 200 sources at 500 articles a day.
    records: z.number().int().min(100).default(700_000).describe('About how many are kept'),
  }),
  open: async (settings, ports) => ({
    deliver: (deliveries) => ports.append(settings.stream, deliveries, settings.records),
    close: async () => {},
  }),
});
