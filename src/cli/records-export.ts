import { Command, Option } from 'commander';
import { UsageError } from '../errors.ts';
import type { ArticleRecord } from '../record/article.ts';
import { type Records, records as recordsOf } from '../state/records.ts';
import { csvHeader, csvRows } from './csv-rows.ts';
import { openInstallation } from './installation.ts';
import { configOption } from './options.ts';
import { printDocument } from './print.ts';
import { readable } from './readable.ts';
import { choosingRecords, chosenRecords, type RecordChoice } from './record-choice.ts';
import { lastPositionOf, positionOf } from './records-replay.ts';

interface Options extends RecordChoice {
  readonly config: string;
  readonly csv?: boolean;
  readonly format?: Format;
  readonly from: string;
  readonly to?: string;
}

/** A form that records are exported in: what stands before all of them, and some of them. */
interface ExportForm {
  readonly head: string;
  readonly lines: (records: readonly ArticleRecord[]) => string;
}

type Format = 'csv' | 'jsonl';

const jsonLine = (record: ArticleRecord): string => `${JSON.stringify(record)}\n`;

/** Entries read in one turn: some 3 MB of records. */
const BATCH = 500;

/** `marsad records export`: the log for spreadsheets and programs. */
export const exportRecords = choosingRecords(new Command('export'))
  .description(
    'Prints records of the log, oldest first, a line each revision: as CSV for spreadsheets, where cells ' +
      'that one would run as formulas are made text, or as JSON Lines, each the whole record.',
  )
  .addOption(configOption())
  .addOption(
    new Option(
      '--format <format>',
      'csv: UTF-8 with a byte-order mark; jsonl: a JSON object a line',
    ).choices(['csv', 'jsonl']),
  )
  .option('--csv', 'the same as --format csv')
  .option('--from <time>', 'a day, a time, or a position of the log (exclusive)', '0')
  .option('--to <time>', 'the same, inclusive, a day to its end in UTC')
  .action(async (options: Options) => {
    const form = FORMS[formatOf(options)];
    const from = positionOf(options.from, '--from');
    const to = options.to === undefined ? undefined : lastPositionOf(options.to, '--to');
    const installation = await openInstallation(options.config);
    try {
      const isWanted = chosenRecords(options, installation);
      const { redis, keys } = installation;
      await printDocument(form.head);
      for await (const batch of batches(recordsOf(redis, keys), from, to)) {
        await printDocument(form.lines(batch.filter(isWanted)));
      }
    } finally {
      await installation.close();
    }
  });

/** @throws UsageError */
function formatOf({ csv, format }: Options): Format {
  if (csv && format === 'jsonl')
    throw new UsageError('--csv and --format jsonl exclude each other');
  const named = csv ? 'csv' : format;
  if (named) return named;
  throw new UsageError('Name the format: --format csv, --format jsonl');
}

async function* batches(
  records: Records,
  from: string,
  to: string | undefined,
): AsyncGenerator<ArticleRecord[]> {
  for (let at = from; ; ) {
    const entries = await records.tail(at, BATCH);
    const within = entries.filter((entry) => to === undefined || isUpTo(entry.at, to));
    const found = await Promise.all(
      within.map(({ id, revision }) => readable(records.at(id, revision))),
    );
    yield found.filter((record) => record !== undefined);
    if (entries.length < BATCH || within.length < entries.length) return;
    at = entries.at(-1)?.at ?? at;
  }
}

/** Positions are `milliseconds-number`; without a number all of that millisecond is meant. */
function isUpTo(at: string, to: string): boolean {
  const [[ms = 0, number = 0], [toMs = 0, toNumber = Number.POSITIVE_INFINITY]] = [at, to].map(
    (position) => position.split('-').map(Number),
  ) as [number[], number[]];
  return ms < toMs || (ms === toMs && number <= toNumber);
}

const COLUMNS = [
  'id',
  'revision',
  'change',
  'source',
  'country',
  'datePublished',
  'dateFirstSeen',
  'headline',
  'author',
  'credit',
  'section',
  'keywords',
  'language',
  'words',
  'url',
  'story',
  'role',
  'text',
];

const FORMS: Readonly<Record<Format, ExportForm>> = {
  csv: { head: csvHeader(COLUMNS), lines: (records) => csvRows(records.map(rowOf)) },
  jsonl: { head: '', lines: (records) => records.map(jsonLine).join('') },
};

function rowOf(record: ArticleRecord): Record<string, unknown> {
  const { author = [], credit = [], articleSection = [], keywords = [], story } = record;
  return {
    id: record.id,
    revision: record.revision,
    change: record.change,
    source: record.source.id,
    country: record.source.country ?? '',
    datePublished: record.datePublished ?? '',
    dateFirstSeen: record.dateFirstSeen,
    headline: record.headline,
    author: author.map(({ name }) => name).join('; '),
    credit: credit.map(({ name }) => name).join('; '),
    section: articleSection.join('; '),
    keywords: keywords.join('; '),
    language: record.inLanguage ?? '',
    words: record.wordCount,
    url: record.url,
    story: story.id,
    role: story.role,
    text: record.articleBody,
  };
}
