import { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { hasAllWords, recordFilter } from '../line/deliver/filter.ts';
import { listByTime } from '../operate/api/log-listing.ts';
import type { ArticleRecord } from '../record/article.ts';
import { records as recordsOf } from '../state/records.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printError, printJson } from './print.ts';
import { readable } from './readable.ts';
import { recordLine } from './record-line.ts';
import { addOnly, checkSources, filterOf, positionOf } from './records-replay.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly count: string;
  readonly most: string;
  readonly before?: string;
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

/** `marsad records search`: records by their words, without a database. */
export const search = new Command('search')
  .description(
    'Shows the records that have all of some words in headline, text or keywords, newest first. It looks ' +
      'through the log entry by entry, so many at most, and says how many and where to go on.',
  )
  .argument('<words...>', 'however they are spelt: by match key')
  .addOption(configOption())
  .addOption(jsonOption())
  .option('-n, --count <number>', 'records shown', '20')
  .option('--most <number>', 'entries of the log looked through', '50000')
  .option('--before <time>', 'a day, a time, or a position of the log (exclusive)')
  .option('--only <key=values>', 'only some records, as `only` of a sink; may be repeated', addOnly)
  .action(async (words: string[], options: Options) => {
    const [limit, most] = [wholeNumber('--count', options), wholeNumber('--most', options)];
    const before = options.before && positionOf(options.before, '--before');
    const filter = filterOf(options.only);
    const installation = await openInstallation(options.config);
    try {
      checkSources(filter, installation);
      const { redis, keys, catalogue } = installation;
      const stored = recordsOf(redis, keys);
      const isAsked = recordFilter(filter, (id) => catalogue.sources().get(id)?.tags ?? []);
      const hasWords = hasAllWords(words.join(' '));
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
  });

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

/** Beside the records, so that a pipe gets these alone. */
function tell({ shown, scanned, place }: Searched): void {
  const more = place === undefined ? 'all of the log' : `go on with --before ${place}`;
  printError(`${shown} records, of ${scanned} entries looked through; ${more}\n`);
}
