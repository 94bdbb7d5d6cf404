import { z } from 'zod';
import { jsonOf } from '../shape.ts';
import { defineSink } from '../sink.ts';
import { openLinesFile } from './lines-file.ts';

/** A file with one JSON record a line, appended and flushed to the disk before it counts as delivered. */
export const jsonLinesSink = defineSink({
  name: 'jsonLines',
  label: 'File of JSON Lines: one record a line, UTF-8',
  settings: z.strictObject({
    path: z.string().min(1).default('.marsad/articles.jsonl').describe('Path of the file'),
  }),
  open: async ({ path }) => {
    const file = await openLinesFile(path);
    return {
      deliver: (deliveries) =>
        file.append(
          deliveries.map((one) => ({
            key: one.key,
            line: jsonOf(one),
            isAgain: one.isReplayed === true,
          })),
        ),
      close: file.close,
    };
  },
});
