import { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { hasAllWords, type IsWanted } from '../line/deliver/filter.ts';
import { listByTime } from '../operate/api/log-listing.ts';
import type { ArticleRecord } from '../record/article.ts';
import { records as recordsOf } from '../state/records.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printError, printJson } from './print.ts';
import { readable } from './readable.ts';
import { choosingRecords, chosenRecords, type RecordChoice } from './record-choice.ts';
import { recordLine } from './record-line.ts';
import { positionOf } from './records-replay.ts';

interface Options extends RecordChoice {
  readonly config: string;
  readonly json?: boolean;
  readonly count: string;
  readonly most: string;
  readonly before?: string;
}

const LOOKS_THROUGH =
  'It looks through the log entry by entry, so many at most, and says how many and where to go on.';

/** A command that looks through the log. */
function looking(command: Command): Command {
  return choosingRecords(command)
    .addOption(configOption())
    .addOption(jsonOption())
    .option('-n, --count <number>', 'records shown', '20')
    .option('--most <number>', 'entries of the log looked through', '50000')
    .option('--before <time>', 'a day, a time, or a position of the log (exclusive)');
}

/** `marsad records search`: records by their words, without a database. */
export const search = looking(new Command('search'))
  .description(
    `Shows the records that have all of some words in headline, text or keywords, newest first. ${LOOKS_THROUGH}`,
  )
  .argument('<words...>', 'however they are spelt: by match key')
  .action((words: string[], options: Options) => look(options, hasAllWords(words.join(' '))));

/** `marsad records list`: records by what they are, such as their day of publication. */
export const list = looking(new Command('list'))
  .description(
    `Shows the records that are asked for, the one that changed last first. ${LOOKS_THROUGH}`,
  )
  .action((options: Options) => look(options, () => true));

async function look(options: Options, hasWords: IsWanted): Promise<void> {
  const [limit, most] = [wholeNumber('--count', options), wholeNumber('--most', options)];
  const before = options.before && positionOf(options.before, '--before');
  const installation = await openInstallation(options.config);
  try {
    const isAsked = chosenRecords(options, installation);
    const stored = recordsOf(installation.redis, installation.keys);
    const isWanted = (one: ArticleRecord): boolean => isAsked(one) && hasWords(one);
    const ports = { before: stored.before, record: (id: string) => readable(stored.get(id)) };
    let [shown, scanned, place] = [0, 0, before];
    do {
      const page = await listByTime(ports, { limit: limit - shown, place, isWanted });
      for (const one of page.found) {
        await (options.json ? printJson(one) : print(`${recordLine(one)}\n`));
      }
      shown += page.found.length;
      scanned += page.scanned;
      place = page.next;
    } while (place !== undefined && shown < limit && scanned < most);
    tell({ shown, scanned, place });
  } finally {
    await installation.close();
  }
}

/** @throws UsageError */
function wholeNumber(option: '--count' | '--most', { count, most }: Options): number {
  const text = option === '--count' ? count : most;
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text);
  throw new UsageError(`${option} is a whole number, found ${text}`);
}

interface Searched {
  readonly shown: number;
  readonly scanned: number;
  readonly place: string | undefined;
}

/** On standard error, so that a pipe gets the records alone. */
function tell({ shown, scanned, place }: Searched): void {
  const more = place === undefined ? 'all of the log' : `go on with --before ${place}`;
  printError(`${shown} records, of ${scanned} entries looked through; ${more}\n`);
}
