import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { StoryIndex } from '../line/dedupe/story-index.ts';
import { jsonOption } from './options.ts';
import { printJson } from './print.ts';

const Line = z.object({
  id: z.string(),
  headline: z.string(),
  articleBody: z.string(),
  datePublished: z.string().optional(),
  source: z
    .union([z.string(), z.object({ id: z.string(), name: z.string().optional() })])
    .optional(),
  credit: z.array(z.object({ name: z.string() })).optional(),
});

/** `marsad inspect copies`: which texts of a file tell one story. */
export const inspectCopies = new Command('copies')
  .description(
    'Tells copies in a file of JSON Lines {id, headline, articleBody, datePublished, source}: one line ' +
      '{id, story, role, of, similarity} each, in order, by the same decisions as publishing takes.',
  )
  .argument('<file>', 'a file of JSON Lines, or - for standard input')
  .addOption(jsonOption())
  .action(async (file: string) => {
    const input = file === '-' ? process.stdin : createReadStream(file);
    const index = new StoryIndex();
    let number = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (text.trim() === '') continue;
      const item = parseLine(text, `${file}:${number}`);
      const { id: story, role, of, similarity } = index.add(item);
      await printJson({ id: item.id, story, role, of, similarity });
    }
  });

/** @throws UsageError naming the line */
function parseLine(text: string, place: string): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(text));
  } catch (cause) {
    throw new UsageError(`${place}: expected {id, headline, articleBody, …} in JSON`, { cause });
  }
}
