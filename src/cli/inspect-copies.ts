import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { StoryIndex, sketchOf } from '../line/dedupe/story-index.ts';
import type { StorySketch } from '../record/sketch.ts';
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
  credit: z.array(z.object({ name: z.string(), kind: z.string().optional() })).optional(),
});

/** `marsad inspect copies`: which texts of a file tell one story. */
export const inspectCopies = new Command('copies')
  .description(
    'Tells copies in a file of JSON Lines {id, headline, articleBody, datePublished, source}: one line ' +
      '{id, story, role, of, similarity} each, in order, by the same decisions as publishing takes. All ' +
      'lines are read before the first answer: a later text may show that two stories are one, and the ' +
      'order of the lines of one day changes nothing.',
  )
  .argument('<file>', 'a file of JSON Lines, or - for standard input')
  .addOption(jsonOption())
  .action(async (file: string) => {
    const input = file === '-' ? process.stdin : createReadStream(file);
    const lines: CopiesLine[] = [];
    let number = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (text.trim() === '') continue;
      const item = parseLine(text, `${file}:${number}`);
      const sketch = sketchOf(item);
      // The text itself is needed no longer: what is held of a line is bounded.
      lines.push({ id: item.id, timeMs: timeOf(item.datePublished), sketch });
    }
    for (const answer of copiesIn(lines)) await printJson(answer);
  });

/** A line as it is held. */
export interface CopiesLine {
  readonly id: string;
  /** Unix time in milliseconds; NaN where it is not known. */
  readonly timeMs: number;
  readonly sketch: StorySketch;
}

const timeOf = (date: string | undefined): number =>
  date === undefined ? Number.NaN : Date.parse(date);

/** The answers in the order of the lines, decided in the order of time. */
export function copiesIn(lines: readonly CopiesLine[]): object[] {
  const index = new StoryIndex();
  // The key of a line is its place in time, since two lines of a file may have the same id.
  const ranked = [...lines].sort(inTime);
  const keys = new Map(ranked.map((line, rank) => [line, String(rank).padStart(9, '0')]));
  const idOf = (key: string): string => ranked[Number(key)]?.id ?? key;
  for (const [line, key] of keys) index.join(key, line.sketch);
  return lines.map((line) => {
    const { id, of = null, ...place } = index.storyOf(keys.get(line) ?? '') ?? { id: '' };
    return { id: line.id, story: idOf(id), ...place, of: of === null ? null : idOf(of) };
  });
}

/** By day, then time, then id, then text: nothing that depends on where a line stands in its day. */
function inTime(a: CopiesLine, b: CopiesLine): number {
  const known = Number(Number.isNaN(a.timeMs)) - Number(Number.isNaN(b.timeMs));
  if (known !== 0) return known;
  const [first, second] = [`${a.id} ${a.sketch.exact}`, `${b.id} ${b.sketch.exact}`];
  return a.timeMs - b.timeMs || 0 || (first < second ? -1 : Number(first > second));
}

/** @throws UsageError naming the line */
function parseLine(text: string, place: string): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(text));
  } catch (cause) {
    throw new UsageError(`${place}: expected {id, headline, articleBody, …} in JSON`, { cause });
  }
}
