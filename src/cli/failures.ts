import type { Job } from 'bullmq';
import { Command, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { openQueues, type Queues } from '../jobs/queues.ts';
import { openInstallation } from './installation.ts';
import { type RecordLetter, type RecordLetters, recordLetters } from './letters.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly sink?: string;
}

/** Dead letters looked at in one call. */
const MOST = 1000;

/** The dead letters of the crawl and those of the sinks and consumers. */
interface Letters {
  readonly queues: Queues;
  readonly records: RecordLetters;
}

async function withLetters(config: string, work: (letters: Letters) => Promise<void>) {
  const installation = await openInstallation(config);
  const queues = openQueues(installation.redis, installation.keys);
  const records = recordLetters(installation);
  try {
    await work({ queues, records });
  } finally {
    await queues.close();
    await records.close();
    await installation.close();
  }
}

const deadLetters = async ({ pages, visits }: Queues): Promise<Job[]> =>
  (await Promise.all([pages, visits].map((queue) => queue.getFailed(0, MOST)))).flat();

const sinkOption = (): Option =>
  new Option(
    '--sink <name>',
    'only records that this sink, or consumers of this queue, gave up on',
  );

const ofSink = (letters: readonly RecordLetter[], name: string | undefined): RecordLetter[] =>
  letters.filter(({ sink }) => name === undefined || sink === name);

const list = new Command('list')
  .description(
    'Lists the dead letters: what could not be fetched or read, and records that a sink or a ' +
      'consumer gave up on, each with its reason.',
  )
  .addOption(configOption())
  .addOption(sinkOption())
  .addOption(jsonOption())
  .action(({ config, json, sink }: Options) =>
    withLetters(config, async ({ queues, records }) => {
      const jobs = sink === undefined ? await deadLetters(queues) : [];
      for (const job of jobs) {
        const about = {
          id: job.id,
          source: job.data.source ?? job.data.link?.source,
          url: job.data.link?.url,
          reason: job.failedReason,
          at: job.finishedOn === undefined ? undefined : new Date(job.finishedOn).toISOString(),
        };
        if (json) await printJson(about);
        else await print(`${about.at}  ${about.source}  ${about.url ?? ''}  ${about.reason}\n`);
      }
      for (const letter of ofSink(await records.list(), sink)) {
        await (json ? printJson(letter) : print(`${lineOf(letter)}\n`));
      }
    }),
  );

function lineOf({ id, at, source, record, reason }: RecordLetter): string {
  return [at, id, source ?? '', record ?? '', reason.replaceAll(/\s+/gu, ' ')].join('  ');
}

const isRecord = (id: string): boolean => /^(?:sink|queue):/u.test(id);

const retry = new Command('retry')
  .description('Puts dead letters back into their queue or sink: those of the ids given, else all.')
  .argument('[id...]')
  .addOption(configOption())
  .addOption(sinkOption())
  .action((ids: string[], { config, sink }: Options) =>
    withLetters(config, async ({ queues, records }) => {
      const known = ofSink(await records.list(), sink).map(({ id }) => id);
      const isAll = ids.length === 0;
      const put = await records.retry(isAll ? known : ids.filter(isRecord));
      const jobs = sink === undefined ? await deadLetters(queues) : [];
      const chosen = jobs.filter(({ id }) => isAll || (id && ids.includes(id)));
      for (const job of chosen) await job.retry('failed', { resetAttemptsMade: true });
      await print(`${chosen.length + put.length} put back\n`);
      checkAll(ids, [...put, ...chosen.map(({ id }) => id ?? '')]);
    }),
  );

const discard = new Command('discard')
  .description('Takes dead letters of sinks and consumers away for good: those of the ids given.')
  .argument('[id...]')
  .addOption(configOption())
  .addOption(sinkOption())
  .action((ids: string[], { config, sink }: Options) =>
    withLetters(config, async ({ records }) => {
      if (ids.length === 0 && sink === undefined) {
        throw new UsageError('Name ids, or --sink NAME for all of one sink');
      }
      const known = ofSink(await records.list(), sink).map(({ id }) => id);
      const gone = await records.discard(ids.length === 0 ? known : ids);
      await print(`${gone.length} discarded\n`);
      checkAll(ids, gone);
    }),
  );

/** @throws UsageError for ids that no dead letter has */
function checkAll(ids: readonly string[], done: readonly string[]): void {
  const unknown = ids.filter((id) => !done.includes(id));
  if (unknown.length > 0) throw new UsageError(`No dead letter ${unknown.join(', ')}`);
}

/** `marsad failures`: the dead-letter list. */
export const failures = new Command('failures')
  .description('Shows the dead letters, tries them again, and discards them.')
  .addCommand(list)
  .addCommand(retry)
  .addCommand(discard);
