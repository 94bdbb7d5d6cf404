import { setImmediate as breathe } from 'node:timers/promises';
import type { JobSchedulerJson, Queue } from 'bullmq';
import type { VisitPlan } from '../line/schedule/plan.ts';
import type { Source } from '../source.ts';

/** What the scheduler needs. */
export interface SchedulerPorts {
  readonly visits: Queue;
  /** The plans of some sources as they are learnt by now, in their order. */
  readonly plans: (sources: readonly Source[]) => Promise<readonly VisitPlan[]>;
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
  const standing = await standingPlans(ports.visits);
  const enabled = [...sources.values()].filter((source) => source.enabled);
  const wanted = new Set(enabled.map(({ id }) => id));
  for (const id of standing.keys()) if (!wanted.has(id)) await ports.visits.removeJobScheduler(id);
  const startAt = (index: number): number => ports.now() + index * START_GAP_MS;
  const latest = startAt(enabled.length);
  for (let from = 0; from < enabled.length; from += AT_ONCE) {
    const some = enabled.slice(from, from + AT_ONCE);
    const plans = await ports.plans(some);
    for (const [index, { id }] of some.entries()) {
      const plan = plans[index];
      if (!plan) continue;
      // A visit that comes due between two reads may be in neither part.
      const before = standing.get(id) ?? (await ports.visits.getJobScheduler(id));
      if (isSame(before, plan) && !isBeyond(before, plan, latest)) continue;
      await put(id, plan, { visits: ports.visits, startAt: startAt(from + index) });
    }
    await breathe();
  }
}

/** Sources whose plans are made in one go: ten thousand at once would hold up the jobs in hand. */
const AT_ONCE = 200;

/** The schedules in the queue, read in bounded parts. */
async function standingPlans(visits: Queue): Promise<Map<string, JobSchedulerJson>> {
  const standing = new Map<string, JobSchedulerJson>();
  for (let from = 0; ; from += AT_ONCE) {
    const some = await visits.getJobSchedulers(from, from + AT_ONCE - 1);
    for (const one of some) standing.set(one.key, one);
    if (some.length < AT_ONCE) return standing;
  }
}

/** Puts a source's next visits by a new plan, counted from now; one without a schedule gets none. */
export async function replan(
  source: string,
  plan: VisitPlan,
  { visits, now }: Pick<SchedulerPorts, 'visits' | 'now'>,
): Promise<void> {
  const standing = await visits.getJobScheduler(source);
  if (!standing || isSame(standing, plan)) return;
  const startAt = now() + ('everyMs' in plan ? plan.everyMs : 0);
  await put(source, plan, { visits, startAt });
}

function isSame(standing: JobSchedulerJson | undefined, plan: VisitPlan): boolean {
  if (!standing) return false;
  if ('cron' in plan) return standing.pattern === plan.cron && standing.tz === plan.zone;
  const every = Number(standing.every ?? 0);
  return Math.abs(every - plan.everyMs) <= plan.everyMs * SAME_SHARE;
}

/**
 * True where the next visit is farther off than its interval: the clock was set back since it was
 * planned, and nothing would be visited until then. A cron line names its hours itself.
 */
function isBeyond(
  standing: JobSchedulerJson | undefined,
  plan: VisitPlan,
  latest: number,
): boolean {
  if (!('everyMs' in plan) || standing?.next === undefined) return false;
  return standing.next > latest + plan.everyMs * (1 + SAME_SHARE);
}

async function put(
  source: string,
  plan: VisitPlan,
  { visits, startAt }: { visits: Queue; startAt: number },
): Promise<void> {
  const template = { name: 'visit', data: { source } };
  // BullMQ counts a changed interval from the old one's last time: it is taken away first.
  await visits.removeJobScheduler(source);
  await visits.upsertJobScheduler(
    source,
    'cron' in plan
      ? { pattern: plan.cron, tz: plan.zone }
      : { every: plan.everyMs, startDate: startAt },
    template,
  );
}

/** When the next visit of each source is due, Unix ms. */
export async function nextVisits(visits: Queue): Promise<Map<string, number>> {
  const standing = await standingPlans(visits);
  return new Map([...standing].flatMap(([key, { next }]) => (next ? [[key, next]] : [])));
}
