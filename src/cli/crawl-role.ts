import type { Job } from 'bullmq';
import { ConfigError, MarsadError } from '../errors.ts';
import { BACKFILL, backfill, yielding } from '../jobs/backfill.ts';
import { type CrawlPause, crawlPause } from '../jobs/crawl-pause.ts';
import type { JobDependencies } from '../jobs/dependencies.ts';
import { endingFetch } from '../jobs/ending-fetch.ts';
import { identityOf } from '../jobs/link-identity.ts';
import { page } from '../jobs/page-job.ts';
import { pageTraceOf } from '../jobs/page-trace.ts';
import type { QueueError } from '../jobs/queue-errors.ts';
import { BackfillJob, PageJob, VisitJob } from '../jobs/queues.ts';
import { visit } from '../jobs/visit.ts';
import { startWorker } from '../jobs/worker.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { Source } from '../source.ts';
import { urlDigest } from '../state/seen.ts';
import type { Installation } from './installation.ts';
import type { Runtime } from './runtime.ts';

/** Visits at a time: they are few and mostly wait for their host. */
const VISITS = 4;

/** How long jobs in hand may go on after the signal to end; then they go back to the queue. */
const GRACE_MS = 4000;

/** The workers of the crawl. */
export interface CrawlRole {
  /** Pauses them for a reason, and lets them go on. */
  readonly pause: CrawlPause;
  /** Ends them, jobs in hand done. */
  readonly stop: () => Promise<void>;
}

/** Starts the workers of `visits` and `pages`. */
export async function startCrawl(installation: Installation, runtime: Runtime): Promise<CrawlRole> {
  const { keys, catalogue } = installation;
  const end = new AbortController();
  const deps = { ...runtime.deps, fetch: endingFetch(runtime.deps.fetch, end.signal) };
  const tell = ({ event, detail }: QueueError): void => runtime.log.event(event, detail);
  const shared = { keys, report: runtime.report, tell, gate: runtime.gate };
  const visits = startWorker({
    ...shared,
    queue: 'visits',
    connection: await installation.connect(),
    concurrency: VISITS,
    work: (job) => visitJob(job, deps),
    place: (job) => ({ source: String(job.data.source), visit: String(job.id) }),
    failed: async () => {},
  });
  const pages = startWorker({
    ...shared,
    queue: 'pages',
    connection: await installation.connect(),
    concurrency: catalogue.settings.crawl.concurrency,
    work: (job) => tracedPage(job, deps, runtime),
    place: (job) => {
      const { link } = PageJob.parse(job.data);
      return { source: link.source, url: link.url, visit: link.visit };
    },
    failed: async (job, error, jobRecord) => {
      const data = PageJob.parse(job.data);
      await keepTrace(data, jobRecord, runtime);
      await noteFailure(data, error, runtime);
    },
  });
  const pause = crawlPause([visits, pages], (reasons) =>
    runtime.log.event(reasons.length > 0 ? 'crawl-paused' : 'crawl-resumed', { reasons }),
  );
  return {
    pause,
    stop: async () => {
      const grace = setTimeout(() => end.abort(), GRACE_MS);
      await Promise.all([visits.close(), pages.close()]);
      clearTimeout(grace);
    },
  };
}

async function visitJob(job: Job, deps: JobDependencies): Promise<JobRecord> {
  const { source: id } = job.data;
  // Planned before its file went away: there is nothing to do, and nobody to tell.
  if (!deps.source(id)) return { job: 'visit', outcome: 'skipped', ms: 0, source: String(id) };
  if (job.name === BACKFILL) return backfillJob(job, deps);
  const data = VisitJob.parse(job.data);
  return visit(data, {
    source: sourceOf(data.source, deps.source),
    visit: job.id ?? data.source,
    deps,
    save: (progress) => job.updateData(progress),
  });
}

function backfillJob(job: Job, deps: JobDependencies): Promise<JobRecord> {
  const data = BackfillJob.parse(job.data);
  return backfill(data, {
    source: sourceOf(data.source, deps.source),
    visit: job.id ?? data.source,
    deps: yielding(deps),
    save: (progress) => job.updateData(progress),
  });
}

async function tracedPage(job: Job, deps: JobDependencies, runtime: Runtime): Promise<JobRecord> {
  const jobRecord = await pageJob(job, deps);
  await keepTrace(PageJob.parse(job.data), jobRecord, runtime);
  return jobRecord;
}

/** A trace that cannot be written fails no job: the gate says that Redis takes no writes. */
async function keepTrace(job: PageJob, jobRecord: JobRecord, runtime: Runtime): Promise<void> {
  const { link } = job;
  const page = { source: link.source, digest: urlDigest(identityOf(link.url)), id: jobRecord.id };
  await runtime.traces.add(page, pageTraceOf(job, jobRecord)).catch(runtime.gate.note);
}

async function pageJob(job: Job, deps: JobDependencies): Promise<JobRecord> {
  const data = PageJob.parse(job.data);
  const { source, url, visit: id } = data.link;
  if (!deps.source(source)) {
    // No dead letter of a source that is gone; should its file come back, a visit finds the link.
    await deps.seen.forget(source, [url]);
    const about = { source, url, visit: id, reason: 'the source has no file any more' };
    return { job: 'page', outcome: 'skipped', ms: 0, ...about };
  }
  const jobRecord = await page(data, {
    source: sourceOf(source, deps.source),
    deps: data.isBackfill ? yielding(deps) : deps,
    save: (progress) => job.updateData(progress),
  });
  if (data.isBackfill) await deps.backfills.endPage(source, url);
  return jobRecord;
}

function sourceOf(id: string, find: (id: string) => Source | undefined): Source {
  const source = find(id);
  if (source) return source;
  throw new ConfigError(`Source ${id} has no file any more`, {
    hint: `Bring sources/${id}.yaml back and run: marsad failures retry`,
  });
}

async function noteFailure(job: PageJob, error: unknown, { deps }: Runtime): Promise<void> {
  const { link, isBackfill } = job;
  // Pages of the past that are gone say nothing of how the source fares now.
  if (isBackfill) return deps.backfills.endPage(link.source, link.url);
  const known = error instanceof MarsadError ? error : undefined;
  await deps.health.fail(link.source, {
    at: deps.now().toISOString(),
    url: link.url,
    code: known?.code ?? 'DEFECT',
    message: known?.message ?? String(error),
    ...(known?.hint ? { hint: known.hint } : {}),
  });
}
