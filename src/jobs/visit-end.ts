import { recordVisit } from '../line/schedule/history.ts';
import { missedSince } from '../line/schedule/missed.ts';
import { planVisit, type VisitPlan } from '../line/schedule/plan.ts';
import type { VisitHistory } from '../line/schedule/visit-history.ts';
import type { Fault } from '../record/health.ts';
import { zoneOf } from '../record/source-rules.ts';
import type { Source } from '../source.ts';
import type { VisitDependencies } from './dependencies.ts';
import { judgeHubs, pushedAmong, takePushed } from './hub-watch.ts';
import type { VisitJob } from './queues.ts';
import { replan } from './scheduler.ts';

/**
 * Notes how a visit went: the source's history learns, its health shows it, and where its visits
 * are scheduled the next ones follow the new plan. A visit failed where no route could be read.
 */
export async function noteVisit(
  done: VisitJob,
  source: Source,
  deps: VisitDependencies & { readonly past?: VisitHistory | undefined },
): Promise<{ readonly missed?: number }> {
  const now = deps.now();
  const failed = done.good === 0 && done.asked > 0;
  // A visit that went on after a pause looks again: pushes and other visits came in between.
  const past = deps.past ?? (await deps.history.load(source.id));
  const pushed = await takePushed(source.id, failed ? undefined : deps.hubs);
  const history = recordVisit(past, {
    now,
    zone: zoneOf(source),
    met: done.met,
    fresh: done.fresh,
    pushed: pushed.fresh,
    publishedAt: [...done.publishedAt, ...pushed.publishedAt],
    redirects: done.redirects,
    unlisted: done.unlisted,
    failureWeight: failed ? done.weight : 0,
  });
  const at = now.toISOString();
  const good = { lastGood: at, met: done.met, fresh: done.fresh, failureScore: 0 };
  const broken = await brokenSince(done, source.id, deps);
  const missing = history.missed ? { missed: history.missed } : {};
  const { hubs } = deps;
  if (hubs && !failed) await judgeHubs(done, past?.lastGoodAt, { ...deps, hubs });
  const plan = await nextPlan(source, { history, ttlMs: done.ttlMs }, deps);
  const isUsual = history.failureScore === 0 && 'everyMs' in plan;
  const usual = isUsual ? { everyMs: plan.everyMs } : {};
  const facts = { lastVisit: at, broken, ...(failed ? {} : good), ...missing, ...usual };
  // In one turn, so that they go to Redis in one write.
  await Promise.all([
    deps.history.save(source.id, history),
    deps.health.note(source.id, facts),
    ...(failed ? [deps.health.addFailureScore(source.id, done.weight)] : []),
    // A source whose visits nobody scheduled (a run that ends by itself) gets no schedule here.
    replan(source.id, plan, { visits: deps.queues.visits, now: Date.now }),
  ]);
  const missed = missedSince(past?.missed, history.missed);
  return missed > 0 ? { missed } : {};
}

/** What broke, each with the time since which it never worked. */
async function brokenSince(
  { broken }: VisitJob,
  source: string,
  { health }: VisitDependencies,
): Promise<Fault[]> {
  if (broken.length === 0) return [];
  const known = (await health.of([source])).get(source)?.broken ?? [];
  return broken.map((fault) => {
    const before = known.find(({ url }) => url === fault.url);
    return { ...fault, since: before?.since ?? before?.at ?? fault.at };
  });
}

async function nextPlan(
  source: Source,
  { history, ttlMs }: { history: VisitHistory; ttlMs: number },
  deps: VisitDependencies,
): Promise<VisitPlan> {
  const isPushed = (await pushedAmong([source.id], deps)).has(source.id);
  const context = { now: deps.now(), zone: zoneOf(source), hints: { ttlMs }, isPushed };
  return planVisit(source.visit, history, context);
}

/** The plans of sources by what is learnt of them by now, in their order. */
export async function plansOf(
  sources: readonly Source[],
  deps: Pick<VisitDependencies, 'history' | 'health' | 'hubs' | 'now'>,
): Promise<readonly VisitPlan[]> {
  const ids = sources.map(({ id }) => id);
  const [learnt, pushed] = await Promise.all([deps.history.loadAll(ids), pushedAmong(ids, deps)]);
  return sources.map(({ id, visit, timeZone }) =>
    planVisit(visit, learnt.get(id), {
      now: deps.now(),
      zone: zoneOf({ timeZone }),
      isPushed: pushed.has(id),
    }),
  );
}
