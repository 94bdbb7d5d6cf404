import { setTimeout as pause } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { UnreadableError, UsageError } from '../errors.ts';
import type { ArticleRecord } from '../record/article.ts';
import { type Records, records as recordsOf } from '../state/records.ts';
import { openHouse } from './house.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

interface TailOptions {
  readonly config: string;
  readonly json?: boolean;
  readonly count: string;
  readonly follow?: boolean;
}

/** How often `--follow` looks for new records. */
const FOLLOW_MS = 500;

const tail = new Command('tail')
  .description('Shows the newest records of the log, oldest of them first.')
  .addOption(configOption())
  .addOption(jsonOption())
  .addOption(new Option('-n, --count <number>', 'how many').default('10'))
  .addOption(new Option('-f, --follow', 'go on as records arrive'))
  .action(async ({ config, json, count, follow }: TailOptions) => {
    const most = Number(count);
    if (!Number.isInteger(most) || most < 1)
      throw new UsageError(`--count is a whole number, found ${count}`);
    const house = await openHouse(config);
    try {
      const records = recordsOf(house.redis, house.keys);
      let from = await show(await newest(records, most), { records, json });
      while (follow) {
        await pause(FOLLOW_MS);
        from = (await show(await records.tail(from, most), { records, json })) || from;
      }
    } finally {
      await house.close();
    }
  });

type Entries = Awaited<ReturnType<Records['tail']>>;

/** The last `count` entries of the log. */
async function newest(records: Records, count: number): Promise<Entries> {
  return records.newest(count);
}

/** Prints entries with their records; gives the position of the last. */
async function show(
  entries: Entries,
  { records, json }: { records: Records; json: boolean | undefined },
): Promise<string> {
  for (const { id, revision } of entries) {
    const record = await records.at(id, revision);
    if (record) await (json ? printJson(record) : print(`${lineOf(record)}\n`));
  }
  return entries.at(-1)?.at ?? '0';
}

/** One line for people: when, who, what. */
function lineOf(record: ArticleRecord): string {
  const when = record.datePublished ?? record.dateFirstSeen;
  const role = record.story.role === 'original' ? '' : ` [${record.story.role}]`;
  const change = record.change === 'published' ? '' : ` (${record.change} ${record.revision})`;
  return `${when}  ${record.source.name}  ${record.headline}${role}${change}  ${record.id}`;
}

const get = new Command('get')
  .description('Shows one record by its id, as JSON.')
  .argument('<id>')
  .addOption(configOption())
  .option('--revisions', 'also the earlier revisions that are kept, newest first')
  .action(async (id: string, { config, revisions }: { config: string; revisions?: boolean }) => {
    const house = await openHouse(config);
    try {
      const all = await recordsOf(house.redis, house.keys).revisions(id);
      if (all.length === 0) throw new UnreadableError(`No record ${id} is stored`);
      for (const record of revisions ? all : all.slice(0, 1)) await printJson(record);
    } finally {
      await house.close();
    }
  });

const story = new Command('story')
  .description('Lists the members of a story in the order they were met, as JSON Lines.')
  .argument('<id>')
  .addOption(configOption())
  .action(async (id: string, { config }: { config: string }) => {
    const house = await openHouse(config);
    try {
      const members = await recordsOf(house.redis, house.keys).story(id);
      for (const { id: member, source, headline, datePublished, story } of members) {
        const { role, of, similarity } = story;
        await printJson({
          id: member,
          role,
          of,
          similarity,
          source: source.id,
          datePublished,
          headline,
        });
      }
    } finally {
      await house.close();
    }
  });

/** `marsad records`: what has been published. */
export const records = new Command('records')
  .description('Shows what has been published.')
  .addCommand(tail)
  .addCommand(get)
  .addCommand(story);
