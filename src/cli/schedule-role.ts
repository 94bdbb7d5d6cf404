import { setTimeout as pause } from 'node:timers/promises';
import { dropLetters } from '../jobs/dead-letters.ts';
import { enqueueDueRechecks } from '../jobs/due-rechecks.ts';
import { type SchedulerPorts, syncSchedule } from '../jobs/scheduler.ts';
import { plansOf } from '../jobs/visit-end.ts';
import type { Installation } from './installation.ts';
import type { Runtime } from './runtime.ts';

/** How often due rechecks are moved and changed files are taken up. */
const TICK_MS = 2000;

/** A schedule that another process changed, or that Redis lost, is right again after that. */
const SYNC_EVERY_TICKS = 150;

/** Starts the role that plans visits and rechecks. Several may run: each adds the same jobs. */
export async function startSchedule(
  installation: Installation,
  runtime: Runtime,
): Promise<() => Promise<void>> {
  const { deps, queues, gate, log } = runtime;
  const ports: SchedulerPorts = {
    visits: queues.visits,
    plans: (sources) => plansOf(sources, deps),
    now: Date.now,
  };
  const sync = (): Promise<void> => syncSchedule(installation.catalogue.sources(), ports);
  await sync();
  await dropRemoved(undefined, installation, runtime);
  const end = new AbortController();
  const loop = async (): Promise<void> => {
    let known = installation.catalogue.sources();
    for (let tick = 1; !end.signal.aborted; tick += 1) {
      await pause(TICK_MS, undefined, { signal: end.signal }).catch(() => undefined);
      if (end.signal.aborted) return;
      if (gate.now().state !== 'good') continue;
      try {
        const sources = installation.catalogue.sources();
        if (sources !== known || tick % SYNC_EVERY_TICKS === 0) await sync();
        await dropRemoved(known, installation, runtime);
        known = sources;
        await enqueueDueRechecks({ revisits: deps.revisits, queues }, Date.now());
      } catch (error) {
        if (!gate.note(error)) log.event('schedule-failed', { message: String(error) });
      }
    }
  };
  const running = loop();
  return async () => {
    end.abort();
    await running;
  };
}

/**
 * Nothing is listed for a source that was removed, since `before` or, without it, while no process
 * was here; while a file has a fault, none counts as removed.
 */
async function dropRemoved(
  before: ReadonlyMap<string, unknown> | undefined,
  { catalogue }: Installation,
  { queues, deps, log }: Runtime,
): Promise<void> {
  const sources = catalogue.sources();
  if (before && [...before.keys()].every((id) => sources.has(id))) return;
  if (catalogue.faults().length > 0) return;
  const count = await dropLetters(queues, deps.seen, (id) => sources.has(id));
  if (count > 0)
    log.event('letters-dropped', { count, message: 'their sources have no file any more' });
}
