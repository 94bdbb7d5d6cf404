import type { CatalogueChange } from '../config/catalogue.ts';
import { ConfigError } from '../errors.ts';
import { type DrainEnd, drain } from '../jobs/drain.ts';
import { PAST_PRIORITY } from '../jobs/fresh-links.ts';
import type { JobRecord } from '../record/job-record.ts';
import { logReader } from '../state/log-reader.ts';
import { dueAt, nextDelayed } from '../state/queue-due.ts';
import { records } from '../state/records.ts';
import { startDelivery } from './deliver-role.ts';
import { DRAIN_ROLE, startHeartbeat } from './heartbeat-role.ts';
import type { Installation } from './installation.ts';
import { startLogGuard } from './log-guard.ts';
import { startMetricsReport } from './metrics-report.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { startSchedule } from './schedule-role.ts';
import { sinkLags } from './sink-lags.ts';

/** A part of the service that a process may take. */
export type Role = 'schedule' | 'crawl' | 'deliver' | 'console' | 'websub';

/** Every role, in the order data flows. */
export const ROLES: readonly Role[] = ['schedule', 'crawl', 'deliver', 'console', 'websub'];

/** What a service is started with. */
export interface ServiceOptions {
  readonly roles: readonly Role[];
  /** Called with each job record of this process. */
  readonly watch?: (jobRecord: JobRecord) => void;
  /** No visits by the clock: `drain` asks for each once. */
  readonly once?: boolean;
}

/** A running service. */
export interface Service {
  readonly runtime: Runtime;
  readonly consoleUrl: string | undefined;
  /** Visits every source once and resolves when all is done. */
  readonly drain: () => Promise<DrainEnd>;
  /** Lets jobs in hand end, then closes all that the service opened. */
  readonly stop: () => Promise<void>;
}

/** Starts the roles of a service in this process. @throws ConfigError, StateError, SinkError */
export async function startService(
  installation: Installation,
  options: ServiceOptions,
): Promise<Service> {
  const runtime = await openRuntime(installation, options.watch ?? (() => {}));
  const endHeartbeat = await startHeartbeat(installation, runtime, rolesTold(options));
  const endReport = await startMetricsReport(installation, runtime);
  const has = (role: Role): boolean => options.roles.includes(role);
  const stops: (() => Promise<void>)[] = [];
  const crawl = has('crawl') ? await openCrawl(installation, runtime) : undefined;
  if (crawl) stops.push(crawl.stop);
  const deliver = has('deliver') ? await startDelivery(installation, runtime) : undefined;
  if (deliver) stops.push(deliver.stop);
  const endGuard =
    crawl || deliver ? startLogGuard(installation, runtime, crawl?.pause) : undefined;
  if (has('schedule') && !options.once) stops.push(await startSchedule(installation, runtime));
  if (!options.once) {
    const { startAlerts } = await import('./alert-role.ts');
    stops.push((await startAlerts(installation, runtime, options.roles)).stop);
  }
  const closeWebSub = has('websub') ? await openWebSub(installation, runtime) : undefined;
  if (closeWebSub) stops.unshift(closeWebSub);
  const page = has('console') ? await openConsole(installation, runtime) : undefined;
  if (page) stops.push(page.close);
  const health = page ? undefined : await openHealth(installation, runtime);
  if (health) stops.push(health.close);
  const logFaults = faultLogger(runtime);
  installation.catalogue.watch((change) => {
    logChange(change, runtime);
    logFaults(change.faults);
  });
  watchRedis(runtime);
  runtime.log.event('started', {
    roles: options.roles,
    sources: installation.catalogue.sources().size,
  });
  logFaults(installation.catalogue.faults());
  return {
    runtime,
    consoleUrl: page?.url,
    drain: () => drainAll(installation, runtime, deliver?.sinks ?? []),
    stop: async () => {
      endGuard?.();
      for (const stop of stops) await stop();
      endHeartbeat();
      endReport();
      await runtime.close();
      runtime.log.event('stopped');
    },
  };
}

/** The roles that are reported: a run that ends by itself schedules nothing, its crontab does. */
function rolesTold({ roles, once }: ServiceOptions): readonly string[] {
  return once ? [...roles.filter((role) => role !== 'schedule'), DRAIN_ROLE] : roles;
}

/** Loaded only where it is wanted: a process that delivers alone starts in two thirds of the time. */
async function openCrawl(installation: Installation, runtime: Runtime) {
  const { startCrawl } = await import('./crawl-role.ts');
  return startCrawl(installation, runtime);
}

/** Loaded only where a hub can call back. */
async function openWebSub(installation: Installation, runtime: Runtime) {
  if (!installation.catalogue.settings.websub) return undefined;
  const { startWebSubRole } = await import('./websub-role.ts');
  return startWebSubRole(installation, runtime);
}

/** Loaded only where it is wanted: a worker without a console saves some 25 MB. */
async function openConsole(installation: Installation, runtime: Runtime) {
  const { startConsolePage } = await import('./console-page.ts');
  return startConsolePage(installation, runtime);
}

/** Loaded only where a port is named: a worker without one saves the server's memory. */
async function openHealth(installation: Installation, runtime: Runtime) {
  const { settings } = installation.catalogue;
  if (settings.health === undefined && process.env.MARSAD_HEALTH_PORT === undefined)
    return undefined;
  const { openHealthPort } = await import('./health-port.ts');
  return openHealthPort(installation, runtime);
}

/** One line a change of state: clients reconnect by themselves, and work goes on by itself. */
function watchRedis({ gate, log }: Runtime): void {
  gate.onChange(({ state, reason }) => {
    if (state === 'good') return log.event('redis-back');
    const event = state === 'away' ? 'redis-lost' : 'redis-refuses';
    log.event(event, { message: 'no site is asked and no job is taken up until then', reason });
  });
}

/** Says what changed in the files, in the log. */
function logChange(change: CatalogueChange, { log }: Runtime): void {
  const { added, changed, removed, hasOtherSinks, settings } = change;
  if (hasOtherSinks) log.event('sinks-edited', { hint: 'Restart to take them up.' });
  if (added.length + changed.length + removed.length > 0) {
    log.event('sources-changed', { added, changed, removed });
  }
  if (settings.length > 0) {
    log.event('settings-changed', { keys: settings, message: 'they hold after a restart' });
  }
}

/** Logs each fault of a file once until it changes: those at the start, and later ones. */
function faultLogger({ log }: Runtime): (faults: readonly ConfigError[]) => void {
  let told: ReadonlySet<string> = new Set();
  return (faults) => {
    for (const { message, hint, context } of faults) {
      if (!told.has(message)) log.event('source-fault', { file: context.file, message, hint });
    }
    told = new Set(faults.map(({ message }) => message));
  };
}

async function drainAll(
  installation: Installation,
  runtime: Runtime,
  sinks: readonly string[],
): Promise<DrainEnd> {
  const enabled = [...installation.catalogue.sources().values()].filter((source) => source.enabled);
  if (enabled.length === 0) {
    throw new ConfigError(`No source is enabled in ${installation.catalogue.folder}`, {
      hint: 'Put a file into sources/; `marsad sources check` tells what is wrong with one.',
    });
  }
  return drain({
    queues: runtime.queues,
    revisits: runtime.deps.revisits,
    sources: enabled.map(({ id }) => id),
    reader: logReader(installation.redis, installation.keys),
    sinks,
    failing: async () => {
      const states = await sinkLags(installation);
      return new Map(
        states.flatMap(({ name, failingSince }) =>
          failingSince === undefined ? [] : [[name, Date.parse(failingSince)]],
        ),
      );
    },
    newest: async () => (await records(installation.redis, installation.keys).newest(1)).at(-1)?.at,
    nextPage: (before) => nextDelayed(installation, 'pages', { but: PAST_PRIORITY, before }),
    visitDue: (id) => dueAt(installation, 'visits', id),
    now: Date.now,
  });
}
