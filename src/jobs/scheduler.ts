import type { Queue } from 'bullmq';
import type { VisitPlan } from '../line/schedule/plan.ts';
import type { Source } from '../record/source.ts';

/** What the scheduler needs. */
export interface SchedulerPorts {
  readonly visits: Queue;
  /** The plan of a source as it is learnt by now. */
  readonly plan: (source: Source) => Promise<VisitPlan>;
  /** Unix ms. */
  readonly now: () => number;
}

/** First visits start that far apart, so that a start with many sources is no burst. */
const START_GAP_MS = 200;

/** A plan that moved less than that is left alone: each change takes two writes. */
const SAME_SHARE = 0.05;

/**
 * Brings the repeatable jobs of the queue `visits` in step with the sources: one a source that is
 * enabled, none for others. What stands right is not touched, so that no visit is put off.
 */
export async function syncSchedule(
  sources: ReadonlyMap<string, Source>,
  ports: SchedulerPorts,
): Promise<void> {
  const standing = new Set((await ports.visits.getJobSchedulers(0, -1)).map(({ key }) => key));
  const enabled = [...sources.values()].filter((source) => source.enabled);
  const wanted = new Set(enabled.map(({ id }) => id));
  for (const id of standing) if (!wanted.has(id)) await ports.visits.removeJobScheduler(id);
  for (const [index, source] of enabled.entries()) {
    const plan = await ports.plan(source);
    if (await isPlanned(source.id, plan, ports)) continue;
    await put(source.id, plan, { ports, startAt: ports.now() + index * START_GAP_MS });
  }
}

/** Puts a source's next visits by a new plan, counted from now. */
export async function replan(
  source: string,
  plan: VisitPlan,
  ports: SchedulerPorts,
): Promise<void> {
  if (await isPlanned(source, plan, ports)) return;
  const startAt = ports.now() + ('everyMs' in plan ? plan.everyMs : 0);
  await put(source, plan, { ports, startAt });
}

async function isPlanned(source: string, plan: VisitPlan, ports: SchedulerPorts): Promise<boolean> {
  const standing = await ports.visits.getJobScheduler(source);
  if (!standing) return false;
  if ('cron' in plan) return standing.pattern === plan.cron && standing.tz === plan.zone;
  const every = Number(standing.every ?? 0);
  return Math.abs(every - plan.everyMs) <= plan.everyMs * SAME_SHARE;
}

async function put(
  source: string,
  plan: VisitPlan,
  { ports, startAt }: { ports: SchedulerPorts; startAt: number },
): Promise<void> {
  const template = { name: 'visit', data: { source } };
  // BullMQ counts a changed interval from the old one's last time: it is taken away first.
  await ports.visits.removeJobScheduler(source);
  await ports.visits.upsertJobScheduler(
    source,
    'cron' in plan
      ? { pattern: plan.cron, tz: plan.zone }
      : { every: plan.everyMs, startDate: startAt },
    template,
  );
}

/** When the next visit of each source is due, Unix ms. */
export async function nextVisits(visits: Queue): Promise<Map<string, number>> {
  const schedulers = await visits.getJobSchedulers(0, -1);
  return new Map(schedulers.flatMap(({ key, next }) => (next ? [[key, next]] : [])));
}
