import { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { BACKFILL } from '../jobs/backfill.ts';
import { PAST_PRIORITY } from '../jobs/fresh-links.ts';
import { BackfillJob, openQueues, type Queues } from '../jobs/queues.ts';
import { openHouse } from './house.ts';
import { configOption, jsonOption } from './options.ts';
import { print, printJson } from './print.ts';
import { checkContact } from './workshop.ts';

interface Options {
  readonly config: string;
  readonly since?: Date;
  readonly until?: Date;
  readonly most: number;
  readonly json?: boolean;
}

/** At one page in five seconds 20,000 take 28 hours: what an operator may start by one line. */
const MOST_PAGES = 20_000;

/** `marsad visit`: a visit out of turn, or the articles of a source's past. */
export const visitCommand = new Command('visit')
  .description(
    'Puts a visit of a source into the queue now. With --since the articles of its past: from ' +
      'sitemaps of any age, WordPress and dated archives, behind all news; asked again while it ' +
      'goes on, it tells how far it came. A running service does the work.',
  )
  .argument('<source>', 'id of a source')
  .option('--since <date>', 'articles from this day on: 2024-05-01, or an ISO instant', instantOf)
  .option('--until <date>', 'articles before this day; now where absent', instantOf)
  .option('--most <pages>', 'pages to put into the queue', countOf, MOST_PAGES)
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (id: string, options: Options) => {
    const house = await openHouse(options.config);
    const queues = openQueues(house.redis, house.keys);
    try {
      checkContact(house);
      if (!house.catalogue.sources().has(id)) {
        throw new UsageError(`No source ${id}`, { hint: 'marsad sources list shows them.' });
      }
      const line = options.since
        ? await startBackfill(id, { ...options, since: options.since }, queues)
        : await startVisit(id, queues);
      if (options.json) await printJson(line);
      else
        await print(
          `${Object.entries(line)
            .map(([name, value]) => `${name} ${value}`)
            .join(', ')}\n`,
        );
    } finally {
      await queues.close();
      await house.close();
    }
  });

type Line = Readonly<Record<string, string | number>>;

async function startVisit(source: string, { visits }: Queues): Promise<Line> {
  const opts = { jobId: `now-${source}`, removeOnFail: true };
  await visits.add('visit', { source }, opts);
  return { source, visit: opts.jobId };
}

async function startBackfill(
  source: string,
  { since, until = new Date(), most }: Options & { readonly since: Date },
  { visits }: Queues,
): Promise<Line> {
  const jobId = `${BACKFILL}-${source}`;
  const standing = await visits.getJob(jobId);
  if (standing) return progressOf(BackfillJob.parse(standing.data), await standing.getState());
  const span = { since: since.getTime(), until: until.getTime() };
  if (span.since >= span.until) {
    throw new UsageError(`--since ${since.toISOString()} is not before ${until.toISOString()}`, {
      hint: 'Give an earlier --since, or a later --until.',
    });
  }
  const data: BackfillJob = BackfillJob.parse({ source, span, most });
  await visits.add(BACKFILL, data, { jobId, priority: PAST_PRIORITY, removeOnFail: true });
  return progressOf(data, 'waiting');
}

/** How far a backfill came. */
function progressOf(job: BackfillJob, state: string): Line {
  const { source, span, asked, failed, met, fresh, todo = [] } = job;
  const [since, until] = [span.since, span.until].map((at) => new Date(at).toISOString());
  return {
    ...{ source, state, since: since ?? '', until: until ?? '' },
    ...{ asked, failed, met, fresh, left: todo.length },
  };
}

function instantOf(text: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}(?:T.*)?$/u.test(text) ? new Date(text) : undefined;
  if (at && !Number.isNaN(at.getTime())) return at;
  throw new UsageError(`A day such as 2024-05-01 or an ISO instant is wanted, found ${text}`);
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--most is a number of pages from 1 on, found ${text}`);
}
