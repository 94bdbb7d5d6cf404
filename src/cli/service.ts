import type { CatalogueChange } from '../config/catalogue.ts';
import { ConfigError } from '../errors.ts';
import { delivery } from '../jobs/delivery.ts';
import { type DrainEnd, drain } from '../jobs/drain.ts';
import { PAST_PRIORITY } from '../jobs/fresh-links.ts';
import { articleSinkPorts } from '../jobs/sink-ports.ts';
import { openSinks } from '../jobs/sinks.ts';
import type { JobRecord } from '../record/job-record.ts';
import { logReader } from '../state/log-reader.ts';
import { dueAt, nextDelayed } from '../state/queue-due.ts';
import { records } from '../state/records.ts';
import { sinkStates } from '../state/sink-states.ts';
import { startCrawl } from './crawl-role.ts';
import { DRAIN_ROLE, processName, startHeartbeat } from './heartbeat-role.ts';
import type { Installation } from './installation.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { startSchedule } from './schedule-role.ts';
import { startWebSubRole } from './websub-role.ts';

/** A part of the service that a process may take. */
export type Role = 'schedule' | 'crawl' | 'deliver' | 'console' | 'websub';

/** Every role, in the order data flows. */
export const ROLES: readonly Role[] = ['schedule', 'crawl', 'deliver', 'console', 'websub'];

/** What a service is started with. */
export interface ServiceOptions {
  readonly roles: readonly Role[];
  /** Called with each line that a job of this process writes. */
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
  const watchSinks = sinkWatch(installation);
  const runtime = await openRuntime(installation, (jobRecord) => {
    watchSinks(jobRecord);
    options.watch?.(jobRecord);
  });
  const roles = options.once ? [...options.roles, DRAIN_ROLE] : options.roles;
  const endHeartbeat = await startHeartbeat(installation, runtime, roles);
  const has = (role: Role): boolean => options.roles.includes(role);
  const stops: (() => Promise<void>)[] = [];
  if (has('crawl')) stops.push(await startCrawl(installation, runtime));
  const sinks = has('deliver') ? await startDelivery(installation, runtime, stops) : [];
  if (has('schedule') && !options.once) stops.push(await startSchedule(installation, runtime));
  const closeWebSub = has('websub') ? await startWebSubRole(installation, runtime) : undefined;
  if (closeWebSub) stops.unshift(closeWebSub);
  const page = has('console') ? await openConsole(installation, runtime) : undefined;
  if (page) stops.push(page.close);
  installation.catalogue.watch((change) => logChange(change, runtime));
  watchRedis(runtime);
  runtime.log.event('started', {
    roles: options.roles,
    sources: installation.catalogue.sources().size,
  });
  return {
    runtime,
    consoleUrl: page?.url,
    drain: () => drainAll(installation, runtime, sinks),
    stop: async () => {
      for (const stop of stops) await stop();
      endHeartbeat();
      await runtime.close();
      runtime.log.event('stopped');
    },
  };
}

/** Loaded only where it is wanted: a worker without a console saves some 25 MB. */
async function openConsole(installation: Installation, runtime: Runtime) {
  const { startConsolePage } = await import('./console-page.ts');
  return startConsolePage(installation, runtime);
}

/** One line a change of state: clients reconnect by themselves, and work goes on by itself. */
function watchRedis({ gate, log }: Runtime): void {
  gate.onChange(({ state, reason }) => {
    if (state === 'good') return log.event('redis-back');
    const event = state === 'away' ? 'redis-lost' : 'redis-refuses';
    log.event(event, { message: 'no site is asked and no job is taken up until then', reason });
  });
}

/** Notes of each sink whether it takes records; written only where that changed. */
function sinkWatch({ redis, keys }: Installation): (jobRecord: JobRecord) => void {
  const states = sinkStates(redis, keys);
  const known = new Map<string, boolean>();
  return ({ job, sink, outcome, error }) => {
    const isUp = outcome === 'delivered';
    if (job !== 'delivery' || sink === undefined || known.get(sink) === isUp) return;
    known.set(sink, isUp);
    const { code = 'DEFECT', message = '' } = error ?? {};
    const since = new Date().toISOString();
    const noted = isUp ? states.up(sink) : states.down(sink, { since, code, message });
    // Not noted, it is tried again with the next batch.
    noted.catch(() => known.delete(sink));
  };
}

/** Says what changed in the files, in the log. */
function logChange({ added, changed, removed, faults }: CatalogueChange, { log }: Runtime): void {
  if (added.length + changed.length + removed.length > 0) {
    log.event('sources-changed', { added, changed, removed });
  }
  for (const fault of faults)
    log.event('source-fault', { message: fault.message, hint: fault.hint });
}

/** Starts a delivery for each sink of the settings; gives their names. */
async function startDelivery(
  installation: Installation,
  runtime: Runtime,
  stops: (() => Promise<void>)[],
): Promise<string[]> {
  const ports = articleSinkPorts(installation.redis, installation.keys);
  const sinks = await openSinks(installation.catalogue.settings.sinks, ports);
  const end = new AbortController();
  const consumer = processName();
  const running = await Promise.all(
    sinks.map(async (sink) => {
      // It waits for entries, which holds its connection.
      const connection = await installation.connect();
      const reader = logReader(connection, installation.keys);
      const deps = { ...sink, reader, consumer, report: runtime.report };
      return {
        ended: delivery(
          { ...deps, records: records(installation.redis, installation.keys) },
          end.signal,
        ),
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
    looks: runtime.deps.revisits,
    sources: enabled.map(({ id }) => id),
    reader: logReader(installation.redis, installation.keys),
    sinks,
    newest: async () => (await records(installation.redis, installation.keys).newest(1)).at(-1)?.at,
    nextPage: (before) => nextDelayed(installation, 'pages', { but: PAST_PRIORITY, before }),
    visitDue: (id) => dueAt(installation, 'visits', id),
    now: Date.now,
  });
}
