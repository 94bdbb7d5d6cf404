import { crawlers } from '../../crawlers/index.ts';
import { recordBounds } from '../config/record-bounds.ts';
import type { Settings } from '../config/settings.ts';
import { sizeBytes } from '../config/size.ts';
import type { JobDependencies } from '../jobs/dependencies.ts';
import { openHubs } from '../jobs/hubs.ts';
import { openMemories } from '../jobs/memories.ts';
import { pageReaders } from '../jobs/page-readers.ts';
import { watchQueue } from '../jobs/queue-errors.ts';
import { openQueues, type Queues } from '../jobs/queues.ts';
import type { ArchiveOptions } from '../line/fetch/archive/archive.ts';
import { createFetcher } from '../line/fetch/fetcher.ts';
import type { PostForm } from '../line/fetch/form-post.ts';
import { politePost } from '../line/fetch/polite-post.ts';
import { type PoliteFetch, politeFetch } from '../line/fetch/politeness.ts';
import { parseRobots } from '../line/fetch/robots.ts';
import { type Log, openLog } from '../operate/log.ts';
import { type Metrics, openMetrics } from '../operate/metrics.ts';
import type { JobRecord } from '../record/job-record.ts';
import { durationMs } from '../record/source-rules.ts';
import { articleLog } from '../state/article-log.ts';
import { backfills } from '../state/backfills.ts';
import { healthBook } from '../state/health.ts';
import { heldRecords } from '../state/held-records.ts';
import { hostBacklog } from '../state/host-backlog.ts';
import { redisHostSlots } from '../state/host-slots.ts';
import { hourCounts } from '../state/hour-counts.ts';
import { leftOutLinks } from '../state/left-out-links.ts';
import { oddReadings } from '../state/odd-readings.ts';
import { type PageTraces, pageTraces } from '../state/page-traces.ts';
import { publishedUrls } from '../state/published-urls.ts';
import { revisits } from '../state/revisits.ts';
import { redisRobotsStore } from '../state/robots-store.ts';
import { seenLinks } from '../state/seen.ts';
import { redisValidators } from '../state/validators.ts';
import { visitLog } from '../state/visit-log.ts';
import { openWriteGate, type WriteGate } from '../state/write-gate.ts';
import { checkContactFor } from './contact-check.ts';
import { heldLateTeller } from './held-late.ts';
import type { Installation } from './installation.ts';
import { userAgent } from './user-agent.ts';

/** Beside this module, under the ending that this module has: source or built. */
const READING_THREAD = new URL(import.meta.url.replace(/runtime(\.[jt]s)$/u, 'reading-thread$1'));

/** The dependencies of a process, built from its installation. */
export interface Runtime {
  readonly deps: JobDependencies;
  readonly queues: Queues;
  /** Sends a form to a hub, with politeness. */
  readonly post: PostForm;
  /** Whether Redis takes writes. */
  readonly gate: WriteGate;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly report: (jobRecord: JobRecord) => void;
  /** How the jobs of pages ended, to be looked at. */
  readonly traces: PageTraces;
  readonly close: () => Promise<void>;
}

/** Opens what the jobs work with. `watch` sees each job record. */
export async function openRuntime(
  installation: Installation,
  watch: (jobRecord: JobRecord) => void,
): Promise<Runtime> {
  const { redis, keys, catalogue } = installation;
  const queues = openQueues(redis, keys);
  const gate = openWriteGate(redis, keys);
  const fetcher = createFetcher(fetchOptions(catalogue.settings));
  const readers = pageReaders({ crawlers, thread: READING_THREAD });
  const log = openLog(catalogue.settings.log.level, { secrets: installation.secrets });
  for (const queue of [queues.visits, queues.pages]) {
    watchQueue(queue, ({ event, detail }) => {
      if (!gate.note(detail.message)) log.event(event, detail);
    });
  }
  const metrics = openMetrics();
  const traces = pageTraces(redis, keys, durationMs(catalogue.settings.retention.traces));
  const report = (jobRecord: JobRecord): void => {
    log.job(jobRecord);
    metrics.observe(jobRecord);
    watch(jobRecord);
  };
  const ports = { slots: redisHostSlots(redis, keys), robots: redisRobotsStore(redis, keys) };
  const politeness = politenessSettings(catalogue.settings);
  const { closeMemories, ...memories } = openMemories(redis, keys);
  const deps: JobDependencies = {
    source: (id) => catalogue.sources().get(id),
    crawlers,
    readText: readers.read,
    fetch: checkedFetch(politeFetch(fetcher, ports, politeness), catalogue.settings, gate),
    queues,
    seen: seenLinks(redis, keys),
    backlog: hostBacklog(redis, keys),
    sitemapsOf: async (origin) =>
      parseRobots((await ports.robots.get(origin))?.text ?? '', `${origin}/robots.txt`).sitemaps,
    validators: redisValidators(redis, keys),
    log: articleLog(redis, keys, { ...recordBounds(catalogue.settings), logLength: 0 }),
    revisits: revisits(redis, keys),
    health: healthBook(redis, keys),
    hours: hourCounts(redis, keys),
    held: heldRecords(redis, keys),
    odd: oddReadings(redis, keys),
    tellHeldLate: heldLateTeller(report, traces),
    tellHeldLost: (lost) => log.event('held-lost', lost),
    tellDrift: ({ what, ...detail }) => log.event(`source-${what}`, detail),
    backfills: backfills(redis, keys),
    published: publishedUrls(redis, keys),
    visitLog: visitLog(redis, keys),
    leftOut: leftOutLinks(redis, keys, durationMs(catalogue.settings.retention.traces)),
    ...memories,
    ...(catalogue.settings.websub ? { hubs: openHubs(redis, keys, log.event) } : {}),
    report,
    now: () => new Date(),
  };
  return {
    deps,
    queues,
    post: politePost(fetcher, ports.slots, politeness),
    gate,
    log,
    metrics,
    report,
    traces,
    close: async () => {
      gate.close();
      await fetcher.close();
      await readers.close();
      await closeMemories();
      await queues.close();
    },
  };
}

/** A request that was cut at its time limit still has its answer to report. */
const LEASE_SPARE_MS = 2000;

function politenessSettings(settings: Settings) {
  const { delay, totalTime } = settings.crawl;
  return {
    userAgent: userAgent(settings),
    delayMs: durationMs(delay),
    leaseMs: durationMs(totalTime) + LEASE_SPARE_MS,
  };
}

/** How everything is asked, from the settings. */
export function fetchOptions(settings: Settings) {
  const { allowHosts, ports, bodyBytes, totalTime, redirects } = settings.crawl;
  return {
    userAgent: userAgent(settings),
    allowHosts,
    ports,
    limits: { bodyBytes, redirects, totalMs: durationMs(totalTime) },
    browser: { pages: settings.browser.pages, memoryBytes: sizeBytes(settings.browser.memory) },
    ...archiveOptions(settings),
  };
}

function archiveOptions({ archive }: Settings): { archive?: ArchiveOptions } {
  if (!archive) return {};
  const { folder, fileSize, fileAge } = archive;
  return { archive: { folder, fileBytes: sizeBytes(fileSize), fileMs: durationMs(fileAge) } };
}

/**
 * Asks no real site while no contact is set: sources may be added while the service runs. Nothing is asked
 * either while Redis takes no writes, since the answer could not be kept.
 */
function checkedFetch(fetch: PoliteFetch, settings: Settings, gate: WriteGate): PoliteFetch {
  return async (request, source) => {
    checkContactFor({ id: source.id, homepage: request.url }, settings);
    gate.check();
    return fetch(request, source);
  };
}
