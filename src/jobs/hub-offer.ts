import { findHubOffer } from '../line/discover/websub.ts';
import type { Source } from '../record/source.ts';
import type { VisitDependencies } from './dependencies.ts';
import type { RouteTask } from './queues.ts';
import type { RouteFound } from './route.ts';

/**
 * Takes up what a feed that was read says of its hub: a new one is subscribed to, one that it no
 * longer names is let go. The role `websub` asks the hubs, so that no visit waits for them.
 */
export async function noteHubOffer(
  { document, page }: RouteFound,
  task: RouteTask,
  { source, deps }: { source: Source; deps: Pick<VisitDependencies, 'hubs' | 'now'> },
): Promise<void> {
  const { hubs } = deps;
  if (!hubs || !document || !('kind' in document) || document.kind !== 'feed') return;
  const offer = findHubOffer({ url: page.url, link: page.headers.link, feed: document });
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
