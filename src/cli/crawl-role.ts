import type { Job } from 'bullmq';
import { ConfigError, MarsadError } from '../errors.ts';
import { BACKFILL, backfill, yielding } from '../jobs/backfill.ts';
import { page } from '../jobs/page.ts';
import { BackfillJob, PageJob, VisitJob } from '../jobs/queues.ts';
import type { Trouble } from '../jobs/trouble.ts';
import { visit } from '../jobs/visit.ts';
import { startWorker } from '../jobs/worker.ts';
import type { JobLine } from '../record/job-line.ts';
import type { Source } from '../record/source.ts';
import type { House } from './house.ts';
import type { Workshop } from './workshop.ts';

/** Visits at a time: they are few and mostly wait for their host. */
const VISITS = 4;

/** Starts the workers of `visits` and `pages`. @returns what stops them, jobs in hand done */
export async function startCrawl(house: House, workshop: Workshop): Promise<() => Promise<void>> {
  const { keys, catalogue } = house;
  const tell = ({ event, detail }: Trouble): void => workshop.log.event(event, detail);
  const shared = { keys, report: workshop.report, tell };
  const visits = startWorker({
    ...shared,
    queue: 'visits',
    connection: await house.connect(),
    concurrency: VISITS,
    work: (job) => visitJob(job, workshop),
    place: (job) => ({ source: String(job.data.source), visit: String(job.id) }),
    failed: async () => {},
  });
  const pages = startWorker({
    ...shared,
    queue: 'pages',
    connection: await house.connect(),
    concurrency: catalogue.settings.crawl.concurrency,
    work: (job) => pageJob(job, workshop),
    place: (job) => {
      const { link } = PageJob.parse(job.data);
      return { source: link.source, url: link.url, visit: link.visit };
    },
    failed: (job, error) => noteFailure(PageJob.parse(job.data), error, workshop),
  });
  return async () => {
    await Promise.all([visits.close(), pages.close()]);
  };
}

function visitJob(job: Job, workshop: Workshop): Promise<JobLine> {
  const { tools } = workshop;
  if (job.name === BACKFILL) return backfillJob(job, workshop);
  const data = VisitJob.parse(job.data);
  return visit(data, {
    source: sourceOf(data.source, tools.source),
    visit: job.id ?? data.source,
    tools,
    save: (progress) => job.updateData(progress),
  });
}

function backfillJob(job: Job, { tools }: Workshop): Promise<JobLine> {
  const data = BackfillJob.parse(job.data);
  return backfill(data, {
    source: sourceOf(data.source, tools.source),
    visit: job.id ?? data.source,
    tools: yielding(tools),
    save: (progress) => job.updateData(progress),
  });
}

async function pageJob(job: Job, { tools }: Workshop): Promise<JobLine> {
  const data = PageJob.parse(job.data);
  const { source, url } = data.link;
  const line = await page(data, {
    source: sourceOf(source, tools.source),
    tools: data.isBackfill ? yielding(tools) : tools,
    save: (progress) => job.updateData(progress),
  });
  if (data.isBackfill) await tools.backfills.endPage(source, url);
  return line;
}

function sourceOf(id: string, find: (id: string) => Source | undefined): Source {
  const source = find(id);
  if (source) return source;
  throw new ConfigError(`Source ${id} has no file any more`, {
    hint: `Bring sources/${id}.yaml back and run: marsad failures retry`,
  });
}

async function noteFailure(job: PageJob, error: unknown, { tools }: Workshop): Promise<void> {
  const { link, isBackfill } = job;
  // What is gone for years says nothing of how the source fares.
  if (isBackfill) return tools.backfills.endPage(link.source, link.url);
  await tools.health.count(link.source, 'failed');
  const known = error instanceof MarsadError ? error : undefined;
  await tools.health.note(link.source, {
    lastError: {
      at: tools.now().toISOString(),
      url: link.url,
      code: known?.code ?? 'DEFECT',
      message: known?.message ?? String(error),
      ...(known?.hint ? { hint: known.hint } : {}),
    },
  });
}
