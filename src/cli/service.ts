import { hostname } from 'node:os';
import type { CatalogueChange } from '../config/catalogue.ts';
import { ConfigError } from '../errors.ts';
import { delivery } from '../jobs/delivery.ts';
import { type DrainEnd, drain } from '../jobs/drain.ts';
import { PAST_PRIORITY } from '../jobs/fresh-links.ts';
import { articleSinkPorts } from '../jobs/sink-ports.ts';
import { openSinks } from '../jobs/sinks.ts';
import type { JobLine } from '../record/job-line.ts';
import { logReader } from '../state/log-reader.ts';
import { nextDelayed } from '../state/queue-due.ts';
import { records } from '../state/records.ts';
import { startCrawl } from './crawl-role.ts';
import type { House } from './house.ts';
import { startSchedule } from './schedule-role.ts';
import { startWebSubRole } from './websub-role.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** A part of the service that a process may take. */
export type Role = 'schedule' | 'crawl' | 'deliver' | 'console' | 'websub';

/** Every role, in the order data flows. */
export const ROLES: readonly Role[] = ['schedule', 'crawl', 'deliver', 'console', 'websub'];

/** What a service is started with. */
export interface ServiceOptions {
  readonly roles: readonly Role[];
  /** Called with each line that a job of this process writes. */
  readonly watch?: (line: JobLine) => void;
  /** No visits by the clock: `drain` asks for each once. */
  readonly once?: boolean;
}

/** A running service. */
export interface Service {
  readonly workshop: Workshop;
  readonly consoleUrl: string | undefined;
  /** Visits every source once and resolves when all is done. */
  readonly drain: () => Promise<DrainEnd>;
  /** Lets jobs in hand end, then closes all that the service opened. */
  readonly stop: () => Promise<void>;
}

/** Starts the roles of a service in this process. @throws ConfigError, StateError, SinkError */
export async function startService(house: House, options: ServiceOptions): Promise<Service> {
  const workshop = await openWorkshop(house, options.watch ?? (() => {}));
  const has = (role: Role): boolean => options.roles.includes(role);
  const stops: (() => Promise<void>)[] = [];
  if (has('crawl')) stops.push(await startCrawl(house, workshop));
  const sinks = has('deliver') ? await startDelivery(house, workshop, stops) : [];
  if (has('schedule') && !options.once) stops.push(await startSchedule(house, workshop));
  const closeWebSub = has('websub') ? await startWebSubRole(house, workshop) : undefined;
  if (closeWebSub) stops.unshift(closeWebSub);
  const page = has('console') ? await openConsole(house, workshop) : undefined;
  if (page) stops.push(page.close);
  house.catalogue.watch((change) => logChange(change, workshop));
  watchRedis(house, workshop);
  workshop.log.event('started', { roles: options.roles, sources: house.catalogue.sources().size });
  return {
    workshop,
    consoleUrl: page?.url,
    drain: () => drainAll(house, workshop, sinks),
    stop: async () => {
      for (const stop of stops) await stop();
      await workshop.close();
      workshop.log.event('stopped');
    },
  };
}

/** Loaded only where it is wanted: a worker without a console saves some 25 MB. */
async function openConsole(house: House, workshop: Workshop) {
  const { startConsolePage } = await import('./console-page.ts');
  return startConsolePage(house, workshop);
}

/** One line when Redis goes, one when it is back: clients reconnect by themselves. */
function watchRedis({ redis }: House, { log }: Workshop): void {
  let lost = false;
  redis.on('close', () => {
    if (lost || redis.status === 'end') return;
    lost = true;
    log.event('redis-lost', { message: 'work waits until Redis answers again' });
  });
  redis.on('ready', () => {
    if (lost) log.event('redis-back');
    lost = false;
  });
}

/** Says what changed in the files, in the log. */
function logChange({ added, changed, removed, faults }: CatalogueChange, { log }: Workshop): void {
  if (added.length + changed.length + removed.length > 0) {
    log.event('sources-changed', { added, changed, removed });
  }
  for (const fault of faults)
    log.event('source-fault', { message: fault.message, hint: fault.hint });
}

/** Starts a delivery for each sink of the settings; gives their names. */
async function startDelivery(
  house: House,
  workshop: Workshop,
  stops: (() => Promise<void>)[],
): Promise<string[]> {
  const ports = articleSinkPorts(house.redis, house.keys);
  const sinks = await openSinks(house.catalogue.settings.sinks, ports);
  const end = new AbortController();
  // Process ids repeat over machines and containers.
  const consumer = `${hostname()}-${process.pid}`;
  const running = await Promise.all(
    sinks.map(async (sink) => {
      // It waits for entries, which holds its connection.
      const connection = await house.connect();
      const reader = logReader(connection, house.keys);
      const tools = { ...sink, reader, consumer, report: workshop.report };
      return {
        ended: delivery({ ...tools, records: records(house.redis, house.keys) }, end.signal),
      };
    }),
  );
  stops.push(async () => {
    end.abort();
    await Promise.all(running.map(({ ended }) => ended));
    for (const { sink } of sinks) await sink.close();
    await ports.close();
  });
  return sinks.map(({ name }) => name);
}

async function drainAll(
  house: House,
  workshop: Workshop,
  sinks: readonly string[],
): Promise<DrainEnd> {
  const enabled = [...house.catalogue.sources().values()].filter((source) => source.enabled);
  if (enabled.length === 0) {
    throw new ConfigError(`No source is enabled in ${house.catalogue.folder}`, {
      hint: 'Put a file into sources/; `marsad sources check` tells what is wrong with one.',
    });
  }
  return drain({
    queues: workshop.queues,
    looks: workshop.tools.revisits,
    sources: enabled.map(({ id }) => id),
    reader: logReader(house.redis, house.keys),
    sinks,
    newest: async () => (await records(house.redis, house.keys).newest(1)).at(-1)?.at,
    nextPage: (before) => nextDelayed(house, 'pages', { but: PAST_PRIORITY, before }),
    now: Date.now,
  });
}
