import { Command } from 'commander';
import { UnreadableError, UsageError } from '../errors.ts';
import { type ReplayLine, replay } from '../jobs/replay.ts';
import { isDocument } from '../line/fetch/archive/archived-page.ts';
import { type Capture, readCaptures } from '../line/fetch/archive/captures.ts';
import type { ArchiveFault } from '../line/fetch/archive/pieces.ts';
import { isFault } from '../line/fetch/archive/warc-records.ts';
import { plainText } from '../operate/plain-text.ts';
import type { Source } from '../source.ts';
import { inputsOf } from './inputs.ts';
import { type Installation, openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printError, printJson } from './print.ts';
import { openReplay, type ReplayTable } from './replay-table.ts';

interface Options {
  readonly config: string;
  readonly source?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** File names that archives have; in a folder with others only these are read. */
const ENDINGS = ['.warc', '.warc.gz'];

/** `marsad replay`: archived pages, read again by today's rules. */
export const replayCommand = new Command('replay')
  .description(
    'Reads the pages of web archives (WARC 1.0 or 1.1, plain or gzip, whoever wrote them) by ' +
      "today's rules, without asking any site, and publishes what is new or differs. Doing it " +
      'twice changes nothing.',
  )
  .argument('<warc...>', 'archive files, or folders of them, in the order in which they are read')
  .option('--source <id>', 'only pages of this source, and those of which no source is noted')
  .option('--dry-run', 'say what would be published and publish nothing')
  .addOption(jsonOption())
  .addOption(configOption())
  .action(async (names: string[], options: Options) => {
    const files = inputsOf(names, ENDINGS);
    const url = files.find(({ isUrl }) => isUrl);
    if (url) throw new UsageError(`${url.file} is no file: a replay asks no site`);
    const installation = await openInstallation(options.config);
    try {
      const tally = await replayAll(
        files.map(({ file }) => file),
        installation,
        options,
      );
      await end(tally, options);
    } finally {
      await installation.close();
    }
  });

/** What was done, by the outcome of pages; answers that are no pages; places that are broken. */
interface Tally {
  readonly outcomes: Map<string, number>;
  others: number;
  noSource: number;
  faults: number;
}

async function replayAll(
  files: readonly string[],
  installation: Installation,
  options: Options,
): Promise<Tally> {
  const table = openReplay(installation, options);
  const tally: Tally = { outcomes: new Map(), others: 0, noSource: 0, faults: 0 };
  for (const file of files) {
    for await (const found of readCaptures(file, table.limits)) {
      if (isFault(found)) {
        tally.faults += 1;
        tellFault(found);
      } else await replayOne(found, { table, tally, options });
    }
  }
  return tally;
}

interface Replaying {
  readonly table: ReplayTable;
  readonly tally: Tally;
  readonly options: Options;
}

async function replayOne(capture: Capture, { table, tally, options }: Replaying): Promise<void> {
  const source: Source | undefined = isDocument(capture) ? table.sourceOf(capture) : undefined;
  if (!source) {
    tally[isDocument(capture) ? 'noSource' : 'others'] += 1;
    return;
  }
  const line = await replay(capture, { source, ...table });
  tally.outcomes.set(line.outcome, (tally.outcomes.get(line.outcome) ?? 0) + 1);
  await (options.json ? printJson(line) : print(`${plainText(textOf(line))}\n`));
}

function textOf({ outcome, place, url, headline, changed, reason, source }: ReplayLine): string {
  const what = changed ? `${outcome} (${changed.join(', ')})` : outcome;
  return [what, source, headline ?? reason ?? '', url, place].join('  ');
}

function tellFault({ file, offset, reason }: ArchiveFault): void {
  printError(`marsad: ${file}:${offset}: ${plainText(reason)}\n`);
}

/** @throws UnreadableError where an archive is broken, once all the rest is done */
async function end(tally: Tally, { json, dryRun }: Options): Promise<void> {
  const { others, noSource, faults } = tally;
  const outcomes = Object.fromEntries(tally.outcomes);
  if (json) await printJson({ summary: { ...outcomes, noSource, others, faults }, dryRun });
  else await print(`${dryRun ? 'would be: ' : ''}${summaryOf(tally)}\n`);
  if (faults === 0) return;
  throw new UnreadableError(`${faults} places of the archives are broken; the rest was read`, {
    hint: 'They are named above: file, offset and reason.',
  });
}

function summaryOf({ outcomes, others, noSource }: Tally): string {
  const of = (outcome: string): string => `${outcomes.get(outcome) ?? 0} ${outcome}`;
  const counts = ['published', 'updated', 'unchanged', 'skipped', 'refused', 'unreadable'].map(of);
  return `${counts.join(', ')}; ${noSource} pages of no source, ${others} answers that are no pages`;
}
