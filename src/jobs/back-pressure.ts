import type { RouteTask } from '../line/discover/routes/index.ts';
import { hostKey } from '../line/fetch/host-key.ts';
import { planVisit } from '../line/schedule/plan.ts';
import type { VisitHistory } from '../line/schedule/visit-history.ts';
import { zoneOf } from '../record/source-rules.ts';
import type { Source } from '../source.ts';
import type { VisitDependencies } from './dependencies.ts';

/** What a visit asks for where its host has more waiting than it can be asked for until the next. */
export interface HeldBack {
  readonly todo: readonly RouteTask[];
  /** In words, for the visit's record; absent where nothing was held back. */
  readonly reason?: string;
}

/** A cron line may mean any interval: an hour's pages are more than a visit should add to. */
const CRON_MS = 3_600_000;

/**
 * Shortens a visit while its host has more requests waiting than fit before the next visit: the
 * first route alone, which tells most of the news, is asked for, and the others wait for a visit
 * with room. What they name stays there until then, so that nothing is lost.
 */
export async function holdBack(
  todo: readonly RouteTask[],
  {
    source,
    history,
    deps,
  }: {
    source: Source;
    history: VisitHistory | undefined;
    deps: VisitDependencies;
  },
): Promise<HeldBack> {
  const [first, ...others] = todo;
  if (!first || !URL.canParse(first.url)) return { todo };
  const host = hostKey(new URL(first.url));
  const until = await deps.backlog.until(host);
  if (until === 0) return { todo };
  const now = deps.now();
  const plan = planVisit(source.visit, history, { now, zone: zoneOf(source) });
  const next = now.getTime() + ('everyMs' in plan ? plan.everyMs : CRON_MS);
  if (until <= next) return { todo };
  const reason =
    `${await deps.backlog.waiting(host)} requests wait for the host until ${new Date(until).toISOString()}, later than the ` +
    `next visit: ${others.length} further routes are left to a visit with room`;
  return { todo: [{ ...first, further: 0 }], reason };
}
