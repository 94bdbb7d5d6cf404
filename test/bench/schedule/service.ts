/** The service of the schedule bench: all roles but the console in one process. */
import { setTimeout as pause } from 'node:timers/promises';
import { keepHeapSmall } from '../../../src/cli/heap.ts';
import { type Installation, openInstallation } from '../../../src/cli/installation.ts';
import { startService } from '../../../src/cli/service.ts';
import { openQueues } from '../../../src/jobs/queues.ts';
import type { JobRecord } from '../../../src/record/job-record.ts';

/** How long the process is watched with nothing due. */
const IDLE_MS = 30_000;

const HOUR_MS = 3_600_000;

/** The source whose feed has 5,000 new links. */
const FLOOD = 's0';
const FLOOD_EVERY_MS = 120_000;

keepHeapSmall();
const [folder = '', seconds = '180'] = process.argv.slice(2);
const opened = performance.now();
const installation = withHostsAllowed(await openInstallation(folder));
const loadSeconds = (performance.now() - opened) / 1000;
const ids = [...installation.catalogue.sources().keys()];

/** The sources' hosts are of loopback; a settings file that names all of them is longer than one may be. */
function withHostsAllowed(opened: Installation): Installation {
  const { settings, sources } = opened.catalogue;
  const allowHosts = [...sources().values()].map(({ homepage }) => new URL(homepage).hostname);
  const crawl = { ...settings.crawl, allowHosts };
  return { ...opened, catalogue: { ...opened.catalogue, settings: { ...settings, crawl } } };
}

/** When each source is due, Unix ms. */
const dues = new Map<string, number>();

/** All due at random over an hour from `startAt`; the flooding one at once. */
async function planAtRandom(startAt: number): Promise<void> {
  const queues = openQueues(installation.redis, installation.keys);
  for (const id of ids) {
    dues.set(id, Math.floor(id === FLOOD ? startAt : startAt + Math.random() * HOUR_MS));
  }
  const puts = [...dues].map(([source, startDate]) => {
    const every = source === FLOOD ? FLOOD_EVERY_MS : HOUR_MS;
    const template = { name: 'visit', data: { source } };
    return queues.visits.upsertJobScheduler(source, { every, startDate }, template);
  });
  await Promise.all(puts);
  await queues.close();
}

const delays = new Map<string, number>();
const counts = { visits: 0, pages: 0 };
function watch({ source = '', job, outcome, ms }: JobRecord): void {
  if (source === FLOOD) return;
  if (job === 'page' && outcome === 'published') counts.pages += 1;
  if (job !== 'visit') return;
  if (outcome === 'visited') counts.visits += 1;
  // The first line is of the visit's start: it asks robots.txt and comes again for the feed.
  const due = dues.get(source);
  if (due !== undefined && !delays.has(source)) delays.set(source, Date.now() - ms - due);
}

async function cpuShare(ms: number): Promise<number> {
  const before = process.cpuUsage();
  await pause(ms);
  const { user, system } = process.cpuUsage(before);
  return Math.round(((user + system) / 1000 / ms) * 1000) / 1000;
}

const SETTLE_MS = 5000;
await planAtRandom(Date.now() + IDLE_MS + 4 * SETTLE_MS);
const started = performance.now();
const service = await startService(installation, {
  roles: ['schedule', 'crawl', 'deliver'],
  watch,
});
const firstSyncSeconds = (performance.now() - started) / 1000;
await pause(SETTLE_MS);
const idleCpuShare = await cpuShare(IDLE_MS);
const busyCpuShare = await cpuShare(Number(seconds) * 1000);
const memory = /used_memory:(\d+)/u.exec(await installation.redis.info('memory'))?.[1];
const floodWaiting = await service.runtime.queues.pages.getJobCountByTypes(
  ...(['waiting', 'prioritized', 'delayed'] as const),
);
process.send?.({
  sources: ids.length,
  loadSeconds: Math.round(loadSeconds * 10) / 10,
  firstSyncSeconds: Math.round(firstSyncSeconds * 10) / 10,
  ...{ idleCpuShare, busyCpuShare },
  ...counts,
  visitDelaysMs: [...delays.values()].map((ms) => Math.round(Math.max(0, ms))),
  floodWaiting,
  redisBytes: Number(memory),
  rssBytes: process.memoryUsage().rss,
});
await service.stop();
await installation.close();
process.exit(0);
