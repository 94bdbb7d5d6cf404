import { recordVisit } from '../line/schedule/history.ts';
import { planVisit, type VisitPlan } from '../line/schedule/plan.ts';
import type { Source } from '../record/source.ts';
import type { VisitJob } from './queues.ts';
import { replan } from './scheduler.ts';
import type { Tools } from './tools.ts';

/**
 * Notes how a visit went: the source's history learns, its health shows it, and where its visits
 * are scheduled the next ones follow the new plan. A visit failed where no route could be read.
 */
export async function noteVisit(done: VisitJob, source: Source, tools: Tools): Promise<void> {
  const now = tools.now();
  const failed = done.good === 0 && done.asked > 0;
  const history = recordVisit(await tools.history.load(source.id), {
    now,
    zone: source.timeZone,
    met: done.met,
    fresh: done.fresh,
    publishedAt: done.publishedAt,
    redirects: done.redirects,
    failureWeight: failed ? done.weight : 0,
  });
  await tools.history.save(source.id, history);
  await tools.health.strain(source.id, failed ? done.weight : null);
  await tools.health.note(source.id, {
    lastVisit: now.toISOString(),
    ...(failed ? {} : { lastGood: now.toISOString(), met: done.met, fresh: done.fresh }),
  });
  await followPlan(source, { ttlMs: done.ttlMs }, tools);
}

/** A source whose visits nobody scheduled (a run that ends by itself) gets no schedule here. */
async function followPlan(source: Source, hints: { ttlMs: number }, tools: Tools): Promise<void> {
  const { visits } = tools.queues;
  if (!(await visits.getJobScheduler(source.id))) return;
  const plan = await planOf(source, tools, hints);
  await replan(source.id, plan, { visits, plan: (one) => planOf(one, tools), now: Date.now });
}

/** The plan of a source by what is learnt of it by now. */
export async function planOf(
  source: Source,
  tools: Pick<Tools, 'history' | 'now'>,
  hints: { ttlMs?: number } = {},
): Promise<VisitPlan> {
  const history = await tools.history.load(source.id);
  return planVisit(source.visit, history, { now: tools.now(), zone: source.timeZone, hints });
}
