import { setTimeout as pause } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { UnreadableError, UsageError } from '../errors.ts';
import { wordDiff } from '../line/dedupe/diff.ts';
import type { ArticleRecord } from '../record/article.ts';
import { type Records, records as recordsOf } from '../state/records.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';
import { recordLine } from './record-line.ts';
import { exportRecords } from './records-export.ts';
import { replay, seek } from './records-replay.ts';
import { list, search } from './records-search.ts';

interface TailOptions {
  readonly config: string;
  readonly json?: boolean;
  readonly count: string;
  readonly follow?: boolean;
}

/** Why an id may lead to nothing, and where to look. */
const KEPT_HINT =
  'Redis keeps records for retention.records; older ones are in the sinks. marsad records search finds ids by words.';

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
    const installation = await openInstallation(config);
    try {
      const records = recordsOf(installation.redis, installation.keys);
      let from = await show(await newest(records, most), { records, json });
      while (follow) {
        await pause(FOLLOW_MS);
        from = (await show(await records.tail(from, most), { records, json })) || from;
      }
    } finally {
      await installation.close();
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
    if (record) await (json ? printJson(record) : print(`${recordLine(record)}\n`));
  }
  return entries.at(-1)?.at ?? '0';
}

interface GetOptions {
  readonly config: string;
  readonly revisions?: boolean;
  readonly diff?: boolean;
}

const get = new Command('get')
  .description('Shows one record by its id, as JSON, or what its revisions changed.')
  .argument('<id>')
  .addOption(configOption())
  .addOption(jsonOption())
  .option('--revisions', 'also the earlier revisions that are kept, newest first')
  .option('--diff', 'what the newest revision changed, word by word: [-gone-] {+come+}')
  .action(async (id: string, { config, revisions, diff }: GetOptions) => {
    const installation = await openInstallation(config);
    try {
      const all = await recordsOf(installation.redis, installation.keys).revisions(id);
      const [newest, before] = all;
      if (!newest) throw new UnreadableError(`No record ${id} is stored`, { hint: KEPT_HINT });
      if (diff) await print(diffText(newest, before));
      else for (const record of revisions ? all : [newest]) await printJson(record);
    } finally {
      await installation.close();
    }
  });

/** Fields that are prose, and are compared word by word. */
const PROSE = ['headline', 'description', 'articleBody'] as const;

/** What a revision changed: prose word by word, other fields as they were and are. */
function diffText(newest: ArticleRecord, before: ArticleRecord | undefined): string {
  if (!before) return `${newest.id} has one revision\n`;
  const changed = newest.changed ?? [];
  const prose = PROSE.filter((field) => changed.includes(field)).map(
    (field) => `${field}: ${markedDiff(before[field] ?? '', newest[field] ?? '')}`,
  );
  const others = changed
    .filter((field) => !PROSE.some((name) => name === field))
    .map((field) => `${field}: ${fieldText(before, field)} → ${fieldText(newest, field)}`);
  const title = `${newest.id}: revision ${before.revision} → ${newest.revision} (${newest.change})`;
  return `${[title, ...prose, ...others].join('\n')}\n`;
}

const fieldText = (record: ArticleRecord, field: string): string =>
  JSON.stringify(Reflect.get(record, field)) ?? 'absent';

function markedDiff(before: string, after: string): string {
  const parts = wordDiff(before, after).map(({ kind, text }) => {
    if (kind === 'same') return text;
    // The space behind a word stands outside the marks.
    const words = text.trimEnd();
    const space = text.slice(words.length);
    return kind === 'removed' ? `[-${words}-]${space}` : `{+${words}+}${space}`;
  });
  return parts.join('');
}

const story = new Command('story')
  .description('Lists the members of a story in the order they were met, as JSON Lines.')
  .argument('<id>', 'id of the story, or of one of its records')
  .addOption(configOption())
  .addOption(jsonOption())
  .option('--diff', 'also what each changed in the text of the first, word by word')
  .action(async (id: string, { config, diff }: { config: string; diff?: boolean }) => {
    const installation = await openInstallation(config);
    try {
      const stored = recordsOf(installation.redis, installation.keys);
      const members = await stored.story((await stored.get(id))?.story.id ?? id);
      const [first] = members;
      if (!first) throw new UnreadableError(`No story ${id} is stored`, { hint: KEPT_HINT });
      for (const member of members) {
        await printJson(memberLine(member));
        if (diff && member !== first) await print(differenceText(first, member));
      }
    } finally {
      await installation.close();
    }
  });

/** What a member is to its story, and when. */
function memberLine({
  id,
  source,
  headline,
  datePublished,
  dateFirstSeen,
  story: told,
}: ArticleRecord) {
  const { role, of, similarity } = told;
  return { id, role, of, similarity, source: source.id, datePublished, dateFirstSeen, headline };
}

function differenceText(first: ArticleRecord, member: ArticleRecord): string {
  const fields = (['headline', 'articleBody'] as const).filter(
    (field) => first[field] !== member[field],
  );
  return fields.map((field) => `  ${field}: ${markedDiff(first[field], member[field])}\n`).join('');
}

/** `marsad records`: what has been published. */
export const records = new Command('records')
  .description('Shows what has been published, and sends it once more.')
  .addCommand(tail)
  .addCommand(get)
  .addCommand(story)
  .addCommand(list)
  .addCommand(search)
  .addCommand(exportRecords)
  .addCommand(replay)
  .addCommand(seek);
