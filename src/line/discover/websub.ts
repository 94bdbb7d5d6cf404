import type { Feed } from './feed/feed-entry.ts';
import { type HeaderLink, parseLinkHeader } from './link-header.ts';
import { LONGEST_URL, resolveUrl } from './resolve-url.ts';

/** What a feed says of who pushes it: the hub, and the topic it is known by there. */
export interface HubOffer {
  readonly hub: string;
  readonly topic: string;
}

/** An answer that carried a feed. */
export interface FeedAnswer {
  /** Where the last redirect led: the base of relative links. */
  readonly url: string;
  /** The `Link` field, repeated ones joined by a comma; absent where there was none. */
  readonly link: string | undefined;
  readonly feed: Pick<Feed, 'hub' | 'self'>;
}

/**
 * The hub and topic of a feed (W3C WebSub, 4): the header goes before the document, and both hub
 * and self have to be there. Other URLs than http(s) are no offer.
 */
export function findHubOffer({ url, link, feed }: FeedAnswer): HubOffer | undefined {
  const links = parseLinkHeader(link ?? '');
  const hub = findTarget(links, 'hub', url) ?? feed.hub;
  const topic = findTarget(links, 'self', url) ?? feed.self;
  return isHttp(hub) && isHttp(topic) ? { hub, topic } : undefined;
}

function findTarget(
  links: readonly HeaderLink[],
  relation: string,
  base: string,
): string | undefined {
  const found = links.find(({ relations }) => relations.includes(relation));
  return found && resolveUrl(found.target, base);
}

function isHttp(url: string | undefined): url is string {
  return (
    url !== undefined &&
    url.length <= LONGEST_URL &&
    /^https?:\/\//iu.test(url) &&
    URL.canParse(url)
  );
}

/** What a subscriber asks of a hub. */
export interface HubRequest {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly topic: string;
  readonly callback: string;
  readonly secret: string;
}

/**
 * How long a subscription is asked for: a week. Hubs in use grant 5 to 15 days at most, and a
 * source that is gone without a word costs its hub no more than that.
 */
const LEASE_SECONDS = 7 * 86_400;

/** The form of a request to a hub (W3C WebSub, 5.1). A secret goes only with a subscription. */
export function hubForm({ mode, topic, callback, secret }: HubRequest): Record<string, string> {
  const named = { 'hub.mode': mode, 'hub.topic': topic, 'hub.callback': callback };
  if (mode === 'unsubscribe') return named;
  return { ...named, 'hub.secret': secret, 'hub.lease_seconds': String(LEASE_SECONDS) };
}

/** What a hub says to a callback with GET: it verifies an intent, or denies (W3C WebSub, 5.2, 5.3). */
export type HubNotice =
  | {
      readonly mode: 'subscribe';
      readonly topic: string;
      readonly challenge: string;
      readonly leaseMs: number;
    }
  | { readonly mode: 'unsubscribe'; readonly topic: string; readonly challenge: string }
  | { readonly mode: 'denied'; readonly topic: string; readonly reason: string };

/** Hubs send 20 to 130 random characters; a longer challenge is not echoed. */
const LONGEST_CHALLENGE = 1024;

/** A reason is a sentence for the operator, in UTF-16 units. */
const LONGEST_REASON = 300;

/**
 * A lease that is granted for longer is renewed after a month all the same: a hub forgets
 * subscribers with its database.
 */
const LONGEST_LEASE_MS = 30 * 86_400_000;

/** Reads the query of a hub's GET; undefined where a part is missing or of no use. */
export function parseHubNotice(query: Readonly<Record<string, string>>): HubNotice | undefined {
  const topic = query['hub.topic'];
  const challenge = query['hub.challenge'] ?? '';
  if (topic === undefined || topic.length > LONGEST_URL) return undefined;
  if (query['hub.mode'] === 'denied') {
    return { mode: 'denied', topic, reason: (query['hub.reason'] ?? '').slice(0, LONGEST_REASON) };
  }
  if (challenge === '' || challenge.length > LONGEST_CHALLENGE) return undefined;
  if (query['hub.mode'] === 'unsubscribe') return { mode: 'unsubscribe', topic, challenge };
  const leaseMs = parseLeaseMs(query['hub.lease_seconds']);
  if (query['hub.mode'] !== 'subscribe' || leaseMs === undefined) return undefined;
  return { mode: 'subscribe', topic, challenge, leaseMs };
}

/** A positive number of seconds (W3C WebSub, 5.3: required when a subscription is verified). */
function parseLeaseMs(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,12}$/u.test(text)) return undefined;
  const leaseMs = Number(text) * 1000;
  return leaseMs > 0 ? Math.min(leaseMs, LONGEST_LEASE_MS) : undefined;
}
