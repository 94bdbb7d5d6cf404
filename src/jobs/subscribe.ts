import { MarsadError, ThrottledError } from '../errors.ts';
import { hubForm } from '../line/discover/websub.ts';
import type { PostForm } from '../line/fetch/form-post.ts';
import { planSubscription } from '../line/schedule/lease.ts';
import { adoptedUrl } from '../line/schedule/redirect-adoption.ts';
import type { Subscription } from '../record/subscription.ts';
import type { PushDependencies, VisitDependencies } from './dependencies.ts';
import { showState } from './hub-notice.ts';
import type { Hubs } from './hubs.ts';
import { tasksOf } from './route.ts';

/** What keeping subscriptions needs. */
export interface SubscriberDependencies
  extends Pick<VisitDependencies & PushDependencies, 'source' | 'history' | 'health' | 'now'> {
  readonly hubs: Hubs;
  readonly post: PostForm;
  /** The public address that hubs are given; an id is added to it. */
  readonly callback: string;
}

/** Hubs asked at a time: each may hold a socket for half a minute, and the next go comes in seconds. */
const BATCH = 20;

/**
 * Does what is due: asks hubs for new subscriptions, renews leases, ends what nobody wants. A hub
 * that fails is asked again later and later. @returns how many were due
 */
export async function keepSubscriptions(deps: SubscriberDependencies): Promise<number> {
  const { subscriptions } = deps.hubs;
  const ids = await subscriptions.claim(deps.now().getTime(), BATCH);
  // Side by side: a hub that says nothing for half a minute holds up no other.
  await Promise.all(
    ids.map(async (id) => {
      const subscription = await subscriptions.get(id);
      await (subscription ? keep(subscription, deps) : subscriptions.forget(id));
    }),
  );
  return ids.length;
}

/** Makes due at once what a changed catalogue no longer wants. */
export async function dropUnwanted(deps: SubscriberDependencies): Promise<void> {
  const { subscriptions } = deps.hubs;
  for (const id of await subscriptions.ids()) {
    const subscription = await subscriptions.get(id);
    if (!subscription || subscription.dropped || (await isWanted(subscription, deps))) continue;
    await subscriptions.change(id, { dropped: true });
    await subscriptions.plan(id, deps.now().getTime());
  }
}

/** Whether its source is there, is on and still has that feed, moved or not. */
async function isWanted(
  { source: id, route, dropped }: Subscription,
  deps: SubscriberDependencies,
): Promise<boolean> {
  const source = deps.source(id);
  if (dropped || !source?.enabled) return false;
  const urls = tasksOf(source).map(({ url }) => url);
  if (urls.includes(route)) return true;
  const moved = (await deps.history.load(id))?.moved ?? [];
  return urls.some((url) => adoptedUrl(moved, url) === route);
}

async function keep(subscription: Subscription, deps: SubscriberDependencies): Promise<void> {
  const { subscriptions, tell } = deps.hubs;
  const { id, source, hub } = subscription;
  const now = deps.now().getTime();
  const step = planSubscription(subscription, {
    now,
    isWanted: await isWanted(subscription, deps),
  });
  if (step.do === 'forget') {
    await subscriptions.forget(id);
    tell('hub-ended', { source, hub });
    return showState(source, deps);
  }
  await subscriptions.plan(id, step.againAt);
  if (step.do !== 'wait') await ask(step.do, subscription, deps);
}

/** Noted before the hub is asked: it may verify before it answers. */
async function ask(
  mode: 'subscribe' | 'unsubscribe',
  subscription: Subscription,
  deps: SubscriberDependencies,
): Promise<void> {
  const { subscriptions, tell } = deps.hubs;
  const { id, source, hub, topic, secret, pending, askedAt } = subscription;
  const before = { pending, askedAt, attempts: subscription.attempts };
  const attempts = pending === mode ? before.attempts + 1 : 1;
  await subscriptions.change(id, { pending: mode, askedAt: deps.now().getTime(), attempts });
  const callback = callbackOf(deps.callback, id);
  try {
    const form = hubForm({ mode, topic, callback, secret });
    await deps.post({ url: hub, form, proxy: deps.source(source)?.fetch.proxy });
    tell('hub-asked', { source, hub, mode, attempts });
  } catch (error) {
    if (!(error instanceof MarsadError)) throw error;
    if (error instanceof ThrottledError) {
      await subscriptions.change(id, before);
      await subscriptions.plan(id, error.retryAt);
      return;
    }
    tell('hub-failed', { source, hub, mode, attempts, message: `${error.code}: ${error.message}` });
  }
}

/** The address of one subscription: the public one with the id as its last segment. */
function callbackOf(callback: string, id: string): string {
  return `${callback.replace(/\/+$/u, '')}/${id}`;
}
