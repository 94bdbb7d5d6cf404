import type { RouteReading, RouteTask } from '../line/discover/routes/index.ts';
import type { Source } from '../source.ts';
import type { VisitDependencies } from './dependencies.ts';

/**
 * Follows what a feed says of its hub: a hub that it newly names is subscribed to, and one that it
 * no longer names is unsubscribed from. The role `websub` asks the hubs, so that no visit waits for them.
 */
export async function noteHubOffer(
  { push }: Pick<RouteReading, 'push'>,
  task: RouteTask,
  { source, deps }: { source: Source; deps: Pick<VisitDependencies, 'hubs' | 'now'> },
): Promise<void> {
  const { hubs } = deps;
  if (!hubs || !push) return;
  const { offer } = push;
  const { subscriptions } = hubs;
  const now = deps.now().getTime();
  const standing = (await subscriptions.of(source.id)).find(({ route }) => route === task.url);
  const isSame = standing?.hub === offer?.hub && standing?.topic === offer?.topic;
  if (standing && !(isSame && !standing.dropped)) {
    await subscriptions.change(standing.id, { dropped: true });
    await subscriptions.plan(standing.id, now);
  }
  if (!offer || (standing && isSame && !standing.dropped)) return;
  await subscriptions.open({ source: source.id, route: task.url, ...offer }, now);
}
