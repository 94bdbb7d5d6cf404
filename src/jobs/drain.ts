import { setTimeout as pause } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { LogReader } from '../state/log-reader.ts';
import type { Revisits } from '../state/revisits.ts';
import { enqueueDueRechecks } from './due-rechecks.ts';
import { PAST_PRIORITY } from './fresh-links.ts';
import type { Queues } from './queues.ts';

/** What a run that ends by itself waits for. */
export interface DrainPorts {
  readonly queues: Queues;
  readonly revisits: Revisits;
  /** Ids of the sources to visit once. */
  readonly sources: readonly string[];
  readonly reader: Pick<LogReader, 'lags'>;
  /** Position of the newest entry of the log. */
  readonly newest: () => Promise<string | undefined>;
  /** Names of the sinks that this run serves. */
  readonly sinks: readonly string[];
  /** When each of those that do not take records began not to, Unix ms. */
  readonly failing: () => Promise<ReadonlyMap<string, number>>;
  /** When the next delayed page is due that is not of the past, Unix ms; exact until `before`. */
  readonly nextPage: (before: number) => Promise<number | undefined>;
  /** When a visit that was put off is due, Unix ms; undefined where it is not put off. */
  readonly visitDue: (id: string) => Promise<number | undefined>;
  readonly now: () => number;
}

/** What was left for a later run, and why the run could end all the same. */
export interface DrainEnd {
  /**
   * Pages put off for longer than a run waits: a host asked for a pause, a retry is far off, or they
   * are of a source's past, which may take days: at every turn of a crontab one more run would wait.
   */
  readonly putOff: number;
  /** Visits put off for as long: a site that is down, or that asked for a pause. */
  readonly visitsPutOff: number;
  /** Sinks that do not take records: what waits for them is delivered by a later run. */
  readonly failing: readonly string[];
}

/**
 * Visits and pages put off further than that are left for the next run: a pause of a polite host is seconds,
 * a Retry-After or a backoff is minutes. It is over the longest Crawl-delay that is obeyed (120 s).
 */
const HORIZON_MS = 130_000;

const LOOK_EVERY_MS = 100;

/**
 * Visits every source once and resolves when visits, pages and deliveries are done. Two runs at
 * once share the work: a source's visit has one job id, so it is in the queue once.
 */
export async function drain(ports: DrainPorts): Promise<DrainEnd> {
  const { visits } = ports.queues;
  while (
    (await enqueueDueRechecks({ revisits: ports.revisits, queues: ports.queues }, ports.now())) > 0
  );
  const ids = ports.sources.map((source) => `once-${source}`);
  await visits.addBulk(
    ports.sources.map((source) => ({
      name: 'visit',
      data: { source },
      opts: { jobId: `once-${source}`, removeOnFail: true },
    })),
  );
  await until(async () => (await openVisits(ids, ports)).now === 0);
  await until(() => pagesDone(ports));
  await until(() => sinksDone(ports));
  const { delayed, past } = await pageCounts(ports.queues);
  return {
    putOff: delayed + past,
    visitsPutOff: (await openVisits(ids, ports)).later,
    failing: await failingSinks(ports),
  };
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await pause(LOOK_EVERY_MS);
}

/** Visits not done: those to wait for, and those put off beyond what a run waits. */
async function openVisits(
  ids: readonly string[],
  { queues, visitDue, now }: DrainPorts,
): Promise<{ now: number; later: number }> {
  const open = { now: 0, later: 0 };
  for (const id of ids) {
    // A finished visit is removed, and so is one that failed.
    if (!(await queues.visits.getJob(id))) continue;
    const due = await visitDue(id);
    open[due !== undefined && due > now() + HORIZON_MS ? 'later' : 'now'] += 1;
  }
  return open;
}

/**
 * A page that moves from one state to another between two calls would be seen in neither, so the
 * counts are taken again after the time of the next delayed page.
 */
async function pagesDone({ queues, nextPage, now }: DrainPorts): Promise<boolean> {
  const before = await pageCounts(queues);
  if (before.open > 0) return false;
  const horizon = now() + HORIZON_MS;
  const next = await nextPage(horizon);
  const after = await pageCounts(queues);
  const isStill = after.open === 0 && after.delayed === before.delayed;
  return isStill && (next === undefined || next > horizon);
}

interface PageCounts {
  /** Pages in hand or next, less those of the past, which are counted apart. */
  readonly open: number;
  readonly delayed: number;
  readonly past: number;
}

async function pageCounts({ pages }: Queues): Promise<PageCounts> {
  const counts = await pages.getJobCounts('waiting', 'active', 'prioritized', 'delayed');
  const { waiting = 0, active = 0, prioritized = 0, delayed = 0 } = counts;
  const past = (await pages.getCountsPerPriority([PAST_PRIORITY]))[String(PAST_PRIORITY)] ?? 0;
  // Only where nothing else is open it matters what those in hand are.
  const open = waiting + prioritized - past;
  return { open: open + (open > 0 ? active : await activeNews(pages)), delayed, past };
}

async function activeNews(pages: Queue): Promise<number> {
  const jobs = await pages.getActive();
  return jobs.filter(({ opts }) => opts.priority !== PAST_PRIORITY).length;
}

/** A sink that is tried again for that long is not waited for: some five tries. */
const FAILING_MS = 30_000;

/**
 * Sinks of this run that have not taken records for longer than their restart takes. A sink that no setting
 * names any more has no deliverer, and is not waited for.
 */
async function failingSinks({ failing, sinks, now }: DrainPorts): Promise<string[]> {
  const since = [...(await failing())].filter(([sink]) => sinks.includes(sink));
  return since.filter(([, at]) => now() - at > FAILING_MS).map(([sink]) => sink);
}

/** A sink has all records once the newest entry was handed out and nothing is unacknowledged. */
async function sinksDone(ports: DrainPorts): Promise<boolean> {
  const { reader, sinks, newest } = ports;
  const failing = await failingSinks(ports);
  const last = await newest();
  const lags = await reader.lags();
  for (const sink of sinks.filter((one) => !failing.includes(one))) {
    const lag = lags.get(sink);
    if (!lag || lag.pending > 0 || (last !== undefined && lag.at !== last)) return false;
  }
  return true;
}
