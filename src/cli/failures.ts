import { Command, Option } from 'commander';
import { UnreadableError, UsageError } from '../errors.ts';
import { jobLetters } from '../jobs/dead-letters.ts';
import { openQueues } from '../jobs/queues.ts';
import { plainText } from '../operate/plain-text.ts';
import { durationMs } from '../record/source-rules.ts';
import { openInstallation } from './installation.ts';
import { recordLetters } from './letters.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly sink?: string;
  readonly source?: readonly string[];
  readonly reason?: string;
  /** Unix ms. */
  readonly since?: number;
  readonly all?: boolean;
}

/** A dead letter of the crawl, of a sink or of a consumer, with what is done with it. */
interface Letter {
  readonly about: About;
  readonly retry: () => Promise<unknown>;
  readonly discard: () => Promise<unknown>;
}

/** What is printed of one: `url` of a page, `sink` and `record` of a record. */
interface About {
  readonly id: string;
  readonly source?: string | undefined;
  readonly url?: string;
  readonly sink?: string;
  readonly record?: string | undefined;
  readonly reason: string;
  readonly at?: string | undefined;
}

/** Opens all dead letters, newest of the crawl first, then those of sinks and consumers. */
async function withLetters(
  config: string,
  work: (letters: readonly Letter[]) => Promise<void>,
): Promise<void> {
  const installation = await openInstallation(config);
  const queues = openQueues(installation.redis, installation.keys);
  const records = recordLetters(installation);
  try {
    const known = installation.catalogue.sources();
    const isHere = installation.catalogue.faults().length > 0 ? () => true : known.has.bind(known);
    const jobs = (await jobLetters(queues)).filter(({ letter }) => isHere(letter.source));
    const ofRecords = (await records.list()).map((about) => ({
      about,
      retry: () => records.retry([about.id]),
      discard: () => records.discard([about.id]),
    }));
    await work([...jobs.map(({ letter, ...acts }) => ({ about: letter, ...acts })), ...ofRecords]);
  } finally {
    await queues.close();
    await records.close();
    await installation.close();
  }
}

const listOf = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

/** `6h` ago or a date as Unix ms. @throws UsageError */
function sinceOf(text: string): number {
  const ms = durationMs(text);
  if (ms > 0) return Date.now() - ms;
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return at;
  throw new UsageError(`--since is a time such as 90m, 6h, 2d or a date, found ${text}`);
}

/** The filters that every one of the three commands takes. */
function filtered(command: Command): Command {
  return command
    .addOption(configOption())
    .addOption(
      new Option(
        '--sink <name>',
        'only records that this sink, or consumers of this queue, gave up on',
      ),
    )
    .addOption(new Option('--source <list>', 'of these sources').argParser(listOf))
    .addOption(new Option('--reason <text>', 'whose reason holds this: FORBIDDEN, a host, a word'))
    .addOption(
      new Option('--since <time>', 'given up since: 90m, 6h, 2d or a date').argParser(sinceOf),
    );
}

function isMeant({ about }: Letter, { sink, source, reason, since }: Options): boolean {
  return (
    (sink === undefined || about.sink === sink) &&
    (source === undefined || source.includes(about.source ?? '')) &&
    (reason === undefined || about.reason.toLowerCase().includes(reason.toLowerCase())) &&
    (since === undefined || (about.at !== undefined && Date.parse(about.at) >= since))
  );
}

/**
 * The letters of the ids that the filters leave, all of them where no id is given.
 * @throws UnreadableError for ids that no letter has: a typing error must not look like success
 */
function chosen(letters: readonly Letter[], ids: readonly string[], options: Options): Letter[] {
  const known = new Set(letters.map(({ about }) => about.id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new UnreadableError(`No dead letter ${unknown.join(', ')}; nothing was done`, {
      hint: 'marsad failures list shows the ids.',
    });
  }
  return letters.filter(
    (one) => (ids.length === 0 || ids.includes(one.about.id)) && isMeant(one, options),
  );
}

const list = filtered(new Command('list'))
  .description(
    'Lists the dead letters: what could not be fetched or read, and records that a sink or a ' +
      'consumer gave up on, one a line with its id and its reason.',
  )
  .addOption(jsonOption())
  .action((options: Options) =>
    withLetters(options.config, async (letters) => {
      for (const { about } of chosen(letters, [], options)) {
        await (options.json ? printJson(about) : print(`${lineOf(about)}\n`));
      }
    }),
  );

function lineOf({ id, at = '-', source = '-', url, record, reason }: About): string {
  // The reason of a defect is a stack: its first line says what.
  const [first = ''] = reason.split('\n');
  return plainText([at, id, source, url ?? record ?? '-', first].join('  '));
}

const retry = filtered(new Command('retry'))
  .description(
    'Puts dead letters back into their queue or sink: those of the ids and filters given, else ' +
      'all. An id that no dead letter has is an error, and then nothing is done.',
  )
  .argument('[id...]')
  .action((ids: string[], options: Options) =>
    withLetters(options.config, async (letters) => {
      const some = chosen(letters, ids, options);
      for (const one of some) await one.retry();
      await print(`${some.length} put back\n`);
    }),
  );

const discard = filtered(new Command('discard'))
  .description(
    'Takes dead letters away for good: those of the ids and filters given, or --all. An id that ' +
      'no dead letter has is an error, and then nothing is done.',
  )
  .argument('[id...]')
  .option('--all', 'every one')
  .action((ids: string[], options: Options) =>
    withLetters(options.config, async (letters) => {
      const { sink, source, reason, since, all } = options;
      if (
        ids.length === 0 &&
        ![sink, source, reason, since, all].some((one) => one !== undefined)
      ) {
        throw new UsageError('failures discard needs ids, a filter or --all');
      }
      const some = chosen(letters, ids, options);
      for (const one of some) await one.discard();
      await print(`${some.length} discarded\n`);
    }),
  );

/** `marsad failures`: the dead-letter list. */
export const failures = new Command('failures')
  .description('Shows the dead letters, tries them again, or discards them.')
  .addCommand(list)
  .addCommand(retry)
  .addCommand(discard);
