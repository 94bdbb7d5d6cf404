import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { Subscription } from '../record/subscription.ts';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';
import { urlDigest } from './seen.ts';

/** What identifies a subscription: which feed of which source, at which hub under which topic. */
export type SubscriptionPlace = Pick<Subscription, 'source' | 'route' | 'hub' | 'topic'>;

/** New values of fields; undefined takes one away. */
export type SubscriptionChange = Partial<{
  readonly [Name in keyof Subscription]: Subscription[Name] | undefined;
}>;

/** The subscriptions to hubs. */
export interface Subscriptions {
  readonly get: (id: string) => Promise<Subscription | undefined>;
  /** Those of a source, one a feed that names a hub. */
  readonly of: (source: string) => Promise<Subscription[]>;
  /** Keeps a new one with an id and a secret of its own, due at `now` (Unix ms). */
  readonly open: (place: SubscriptionPlace, now: number) => Promise<Subscription>;
  /** Changes one, and with `leaseMs` keeps it that much longer; one that is gone stays gone. */
  readonly change: (id: string, change: SubscriptionChange, leaseMs?: number) => Promise<void>;
  /** Plans when it is due next (Unix ms). */
  readonly plan: (id: string, at: number) => Promise<void>;
  /** Ids that are due, put off for other processes meanwhile. */
  readonly claim: (now: number, most: number) => Promise<string[]>;
  /** Every id there is. */
  readonly ids: () => Promise<string[]>;
  readonly forget: (id: string) => Promise<void>;
}

const DAY_MS = 86_400_000;

/**
 * Kept for so long beyond its lease, and where none was granted: a request that was not verified,
 * or was denied, is made anew after that if the feed still names the hub.
 */
const MARGIN_MS = 7 * DAY_MS;

/** Bytes of an id and of a secret: 256 bits are beyond guessing; a secret may have 199 characters. */
const RANDOM_BYTES = 32;

/** Work on a claimed subscription is one request of bounded time. */
const CLAIM_MS = 120_000;

/** Subscriptions at most: far over the feeds of any catalogue; the last to be due are dropped. */
const MOST = 100_000;

/** Each subscription is a hash whose life follows its lease; one sorted set says what is due. */
export function subscriptions(redis: Redis, keys: Keys): Subscriptions {
  const names = namesOf(keys);
  const claim = loadScript('subscriptions-claim');
  const get = async (id: string) => parse(await redis.hgetall(names.one(id)));
  return {
    get,
    async of(source) {
      const found = await Promise.all((await redis.hvals(names.of(source))).map(get));
      return found.filter((one) => one !== undefined);
    },
    open: (place, now) => open(redis, names, { place, now }),
    change: (id, change, leaseMs = 0) => changeOne(redis, names, { id, change, leaseMs }),
    plan: async (id, at) => {
      await redis.zadd(names.due, 'XX', at, id);
    },
    async claim(now, most) {
      const ids = await claim(redis, [names.due], [now, now + CLAIM_MS, most].map(String));
      return Array.isArray(ids) ? ids.map(String) : [];
    },
    ids: () => redis.zrange(names.due, '0', '-1'),
    forget: (id) => forget(redis, names, id),
  };
}

type Names = ReturnType<typeof namesOf>;

const namesOf = (keys: Keys) => ({
  due: keys.of('subscriptions'),
  one: (id: string) => keys.of('subscription', id),
  of: (source: string) => keys.of('subscriptions-of', source),
});

async function open(
  redis: Redis,
  names: Names,
  { place, now }: { place: SubscriptionPlace; now: number },
): Promise<Subscription> {
  const token = (): string => randomBytes(RANDOM_BYTES).toString('base64url');
  const made = Subscription.parse({ ...place, id: token(), secret: token() });
  const index = names.of(place.source);
  await redis
    .multi()
    .hset(names.one(made.id), ...pairsOf(made))
    .pexpire(names.one(made.id), MARGIN_MS)
    .hset(index, urlDigest(place.route), made.id)
    .pexpire(index, MARGIN_MS, 'NX')
    .pexpire(index, MARGIN_MS, 'GT')
    .zadd(names.due, now, made.id)
    .zremrangebyrank(names.due, MOST, -1)
    .exec();
  return made;
}

/** Each field as JSON, so that it comes back as what it was. */
function pairsOf(fields: SubscriptionChange): string[] {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  return set.flatMap(([name, value]) => [name, JSON.stringify(value)]);
}

function parse(fields: Record<string, string>): Subscription | undefined {
  const entries = Object.entries(fields).map(([name, text]) => [name, JSON.parse(text)]);
  return Subscription.safeParse(Object.fromEntries(entries)).data;
}

async function changeOne(
  redis: Redis,
  names: Names,
  { id, change, leaseMs }: { id: string; change: SubscriptionChange; leaseMs: number },
): Promise<void> {
  const key = names.one(id);
  const source = await sourceOf(redis, key);
  if (source === undefined) return;
  const isGone = ([, value]: [string, unknown]): boolean => value === undefined;
  const gone = Object.entries(change).filter(isGone);
  const pairs = pairsOf(change);
  const multi = redis.multi();
  if (pairs.length > 0) multi.hset(key, ...pairs);
  if (gone.length > 0) multi.hdel(key, ...gone.map(([name]) => name));
  // A hash that has just expired would be made again here, with a few fields: it must expire too.
  multi.pexpire(key, MARGIN_MS, 'NX');
  if (leaseMs > 0) multi.pexpire(key, leaseMs + MARGIN_MS);
  multi.pexpire(names.of(source), leaseMs + MARGIN_MS, 'GT');
  await multi.exec();
}

async function sourceOf(redis: Redis, key: string): Promise<string | undefined> {
  const text = await redis.hget(key, 'source');
  return text === null ? undefined : String(JSON.parse(text));
}

async function forget(redis: Redis, names: Names, id: string): Promise<void> {
  const source = await sourceOf(redis, names.one(id));
  await redis.multi().del(names.one(id)).zrem(names.due, id).exec();
  if (source === undefined) return;
  const placed = await redis.hgetall(names.of(source));
  // Another may stand in its place by now: the feed moved to another hub.
  const own = Object.entries(placed).filter(([, placedId]) => placedId === id);
  if (own.length > 0) await redis.hdel(names.of(source), ...own.map(([route]) => route));
}
