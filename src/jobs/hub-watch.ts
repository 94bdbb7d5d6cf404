import { afterPoll, afterPush, overdueAmong, standingOf } from '../line/schedule/hub-trust.ts';
import type { Health } from '../record/health.ts';
import type { PushedLinks } from '../state/pushed.ts';
import type { VisitDependencies } from './dependencies.ts';
import { showState } from './hub-notice.ts';
import { type Hubs, isLive } from './hubs.ts';
import type { VisitJob } from './queues.ts';

/** What watching hubs needs. */
type WatchDependencies = Pick<VisitDependencies, 'health' | 'now'> & { readonly hubs: Hubs };

const NOTHING: PushedLinks = { fresh: 0, publishedAt: [] };

/** What hubs brought since the last good visit, which is learnt from as if this one had. */
export async function takePushed(source: string, hubs: Hubs | undefined): Promise<PushedLinks> {
  return hubs ? hubs.pushed.take(source) : NOTHING;
}

/** Those of `sources` whose hubs are proven and live, as their last visits or pushes left it. */
export async function pushedAmong(
  sources: readonly string[],
  { health, hubs }: Pick<VisitDependencies, 'health' | 'hubs'>,
): Promise<ReadonlySet<string>> {
  const known = hubs ? await health.of(sources) : new Map<string, Health>();
  return new Set(sources.filter((id) => known.get(id)?.hub === 'proven'));
}

/**
 * Compares a good visit with what the source's hubs brought: links that it found and they had not brought
 * count against them, unless a hub set the visit off.
 * @param since Unix ms of the good visit before; absent on the first
 */
export async function judgeHubs(
  done: VisitJob,
  since: number | undefined,
  deps: WatchDependencies,
): Promise<void> {
  const { hubs } = deps;
  const { source, fresh, publishedAt } = done;
  const now = deps.now().getTime();
  if (done.told) {
    await hubs.trust.save(source, afterPush(await hubs.trust.load(source), fresh, now));
  } else if (since !== undefined && (await wereLive(source, hubs, { since, now }))) {
    const past = await hubs.trust.load(source);
    const next = afterPoll(past, overdueAmong(publishedAt, { fresh, now }), now);
    await hubs.trust.save(source, next);
    const fell = standingOf(past, now) !== 'distrusted' && standingOf(next, now) === 'distrusted';
    if (fell) hubs.tell('hub-distrusted', { source, fresh });
  }
  await showState(source, deps);
}

/** Whether a hub was live from the visit before until now, so that it could bring all that came. */
async function wereLive(
  source: string,
  hubs: Hubs,
  { since, now }: { since: number; now: number },
): Promise<boolean> {
  const kept = await hubs.subscriptions.of(source);
  return kept.some(
    (one) => isLive(one, now) && one.liveSince !== undefined && one.liveSince <= since,
  );
}
