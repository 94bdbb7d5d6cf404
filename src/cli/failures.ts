import type { Job } from 'bullmq';
import { Command } from 'commander';
import { openQueues, type Queues } from '../jobs/queues.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
}

/** Dead letters looked at in one call. */
const MOST = 1000;

async function withQueues(config: string, work: (queues: Queues) => Promise<void>): Promise<void> {
  const installation = await openInstallation(config);
  const queues = openQueues(installation.redis, installation.keys);
  try {
    await work(queues);
  } finally {
    await queues.close();
    await installation.close();
  }
}

const deadLetters = async ({ pages, visits }: Queues): Promise<Job[]> =>
  (await Promise.all([pages, visits].map((queue) => queue.getFailed(0, MOST)))).flat();

const list = new Command('list')
  .description('Lists the dead letters: what could not be fetched or read, each with its reason.')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(({ config, json }: Options) =>
    withQueues(config, async (queues) => {
      for (const job of await deadLetters(queues)) {
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
    }),
  );

const retry = new Command('retry')
  .description('Puts dead letters back into their queue: those of the ids given, else all.')
  .argument('[id...]')
  .addOption(configOption())
  .action((ids: string[], { config }: Options) =>
    withQueues(config, async (queues) => {
      const jobs = await deadLetters(queues);
      const chosen = jobs.filter(({ id }) => ids.length === 0 || (id && ids.includes(id)));
      for (const job of chosen) await job.retry('failed', { resetAttemptsMade: true });
      await print(`${chosen.length} put back\n`);
    }),
  );

/** `marsad failures`: the dead-letter list. */
export const failures = new Command('failures')
  .description('Shows the dead letters, and tries them again.')
  .addCommand(list)
  .addCommand(retry);
