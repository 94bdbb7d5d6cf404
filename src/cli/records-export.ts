import { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { recordFilter } from '../line/deliver/filter.ts';
import type { ArticleRecord } from '../record/article.ts';
import { type Records, records as recordsOf } from '../state/records.ts';
import { csvHeader, csvRows } from './csv-rows.ts';
import { openInstallation } from './installation.ts';
import { configOption } from './options.ts';
import { printDocument } from './print.ts';
import { readable } from './readable.ts';
import { addOnly, checkSources, filterOf, positionOf } from './records-replay.ts';

interface Options {
  readonly config: string;
  readonly csv?: boolean;
  readonly from: string;
  readonly to?: string;
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

/** Entries read in one turn: some 3 MB of records. */
const BATCH = 500;

/** `marsad records export`: the log for spreadsheets. */
export const exportRecords = new Command('export')
  .description(
    'Prints records of the log, oldest first, a line each revision. Cells that a spreadsheet would run ' +
      'as formulas are made text. For JSON Lines there is the sink jsonLines.',
  )
  .addOption(configOption())
  .option('--csv', 'CSV, UTF-8 with a byte-order mark')
  .option('--from <time>', 'a day, a time, or a position of the log (exclusive)', '0')
  .option('--to <time>', 'the same, inclusive')
  .option('--only <key=values>', 'only some records, as `only` of a sink; may be repeated', addOnly)
  .action(async (options: Options) => {
    if (!options.csv) throw new UsageError('Name the format: --csv');
    const [from, to] = [options.from, options.to ?? '+'].map((at) =>
      at === '+' ? undefined : positionOf(at, '--from, --to'),
    );
    const filter = filterOf(options.only);
    const installation = await openInstallation(options.config);
    try {
      checkSources(filter, installation);
      const { redis, keys, catalogue } = installation;
      const tagsOf = (id: string): readonly string[] => catalogue.sources().get(id)?.tags ?? [];
      const isWanted = recordFilter(filter, tagsOf);
      await printDocument(csvHeader(COLUMNS));
      for await (const batch of batches(recordsOf(redis, keys), from ?? '0', to)) {
        await printDocument(csvRows(batch.filter(isWanted).map(rowOf)));
      }
    } finally {
      await installation.close();
    }
  });

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
