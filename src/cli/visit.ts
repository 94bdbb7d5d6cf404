import { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { openQueues, type Queues } from '../jobs/queues.ts';
import type { Source } from '../source.ts';
import { checkContactFor } from './contact-check.ts';
import { type Installation, openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';
import type { BackfillWish } from './visit/backfill.ts';
import { countOf, MOST_PAGES } from './visit/count.ts';

interface Options extends BackfillWish {
  readonly config: string;
  readonly json?: boolean;
}

/** `marsad visit`: a visit out of turn, or the articles of a source's past. */
export const visitCommand = new Command('visit')
  .description(
    'Puts a visit of a source into the queue now. With --since the articles of its past: from ' +
      'sitemaps of any age, WordPress and dated archives, behind all news: a running service ' +
      'does the work, and status shows how far it came. Asked again, it goes on with what ' +
      '--most left over.',
  )
  .argument('<source>', 'id of a source')
  .option(
    '--since <date>',
    'articles from this day on (2024-05-01, in the source’s zone), or an instant',
  )
  .option('--until <date>', 'articles before this day or instant; now where absent')
  .option('--most <pages>', `pages to put into the queue (${MOST_PAGES} where absent)`, countOf)
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (id: string, options: Options) => {
    const installation = await openInstallation(options.config);
    const queues = openQueues(installation.redis, installation.keys);
    try {
      const source = findSource(id, installation);
      const line = options.since
        ? await (await import('./visit/backfill.ts')).startBackfill(source, options, {
            installation,
            queues,
          })
        : await startVisit(source, options, queues);
      if (options.json) await printJson(line);
      else await print(textOf(line));
    } finally {
      await queues.close();
      await installation.close();
    }
  });

function findSource(id: string, { catalogue }: Installation): Source {
  const source = catalogue.sources().get(id);
  if (!source) throw new UsageError(`No source ${id}`, { hint: 'marsad sources list shows them.' });
  if (!source.enabled) {
    throw new UsageError(`Source ${id} is not enabled`, { hint: `marsad sources enable ${id}` });
  }
  checkContactFor(source, catalogue.settings);
  return source;
}

type Line = Readonly<Record<string, string | number>>;

const textOf = (line: Line): string =>
  `${Object.entries(line)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}\n`;

async function startVisit(
  { id }: Source,
  { until, most }: Options,
  { visits }: Queues,
): Promise<Line> {
  if (until !== undefined || most !== undefined) {
    throw new UsageError('--until and --most bound a visit of the past, and --since is not given');
  }
  const opts = { jobId: `now-${id}`, removeOnFail: true };
  await visits.add('visit', { source: id }, opts);
  return { source: id, visit: opts.jobId };
}
