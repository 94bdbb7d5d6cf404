import { Redis, type RedisOptions } from 'ioredis';
import { ConfigError, StateError } from '../errors.ts';
import { answeredWithin } from './answer-wait.ts';
import { coalesceWrites } from './coalesced-writes.ts';
import { refusalOf, withoutPassword } from './redis-refusal.ts';
import { type RedisTopology, topologyOptions } from './redis-topology.ts';
import { factsOf, refusedServer } from './server-facts.ts';

/** A client of Redis, for those who hand it on and do not call it. */
export type RedisClient = Redis;

/** Where Redis is: a URL (`redis:`, `rediss:`) or a Unix socket, with what it asks for. */
export type RedisAddress =
  | { readonly url: string; readonly topology?: RedisTopology }
  | {
      readonly socket: string;
      readonly login?: { readonly username?: string; readonly password?: string };
      readonly db?: number;
    };

/** `unix://USER:PASSWORD@/PATH?db=N` as redis-py has it, or without what is in front of the path. */
const SOCKET_URL =
  /^(?:unix:(?:\/\/(?:(?<username>[^:@/]*):(?<password>[^@/]*)@)?)?)?(?<socket>\/(?!\/)[^?]*)(?:\?db=(?<db>\d{1,5}))?$/u;

/**
 * Reads an address as settings and environment give it: `redis://`, `rediss://`, or the path of a
 * Unix socket, plain, as `unix:/path`, or as `unix://USER:PASSWORD@/path?db=N`.
 * @throws ConfigError for a socket whose login or options cannot be read; it is not repeated
 */
export function redisAddress(text: string): RedisAddress {
  if (!/^(?:unix:|\/)/u.test(text)) return { url: text };
  const { username, password, socket, db } = SOCKET_URL.exec(text)?.groups ?? {};
  if (socket === undefined) throw unreadableSocket();
  return {
    socket,
    ...(password ? { login: { ...decoded({ username, password }) } } : {}),
    ...(db === undefined ? {} : { db: Number(db) }),
  };
}

/** @throws ConfigError where it is not percent-encoded */
function decoded({ username, password }: { username?: string | undefined; password: string }) {
  try {
    return {
      ...(username ? { username: decodeURIComponent(username) } : {}),
      password: decodeURIComponent(password),
    };
  } catch {
    throw unreadableSocket();
  }
}

const unreadableSocket = (): ConfigError =>
  new ConfigError('The address of the Redis socket cannot be read', {
    hint: 'Write unix:///PATH, or unix://:PASSWORD@/PATH?db=N, what is no letter or digit percent-encoded.',
  });

/** The longest pause between two tries to reconnect: an operator sees recovery within seconds. */
const RECONNECT_MAX_MS = 2000;

const OPTIONS: RedisOptions = {
  // BullMQ's workers need commands to wait for a reconnect instead of failing.
  maxRetriesPerRequest: null,
  enableReadyCheck: true,
  retryStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 6), RECONNECT_MAX_MS),
  lazyConnect: true,
};

/** A client for `address` that reconnects by itself. The caller connects and closes it. */
export function redisClient(address: RedisAddress, options: RedisOptions = {}): Redis {
  return coalesceWrites(
    'url' in address
      ? redisAt(address, { ...OPTIONS, ...options })
      : new Redis({ ...socketOptions(address), ...OPTIONS, ...options }),
  );
}

const socketOptions = ({
  socket,
  login = {},
  db,
}: Extract<RedisAddress, { socket: string }>): RedisOptions => ({
  path: socket,
  ...login,
  ...(db === undefined ? {} : { db }),
});

function redisAt(
  { url, topology = {} }: { readonly url: string; readonly topology?: RedisTopology },
  options: RedisOptions,
): Redis {
  const more = { ...options, ...topologyOptions(url, topology) };
  // With a host in its options the client asks no sentinel: only the login is taken from the URL.
  return topology.sentinel ? new Redis({ ...loginOf(url), ...more }) : new Redis(url, more);
}

function loginOf(url: string): RedisOptions {
  const { username, password, pathname, protocol } = new URL(url);
  const db = Number(pathname.slice(1));
  return {
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(db > 0 ? { db } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/**
 * Connects and checks that this Redis can hold Marsad's state.
 * @throws StateError with one sentence: not reachable, too old, evicting, read-only.
 */
export async function connectRedis(address: RedisAddress): Promise<Redis> {
  const redis = await reachRedis(address);
  try {
    const refused = refusedServer(factsOf(await redis.info()));
    if (refused === undefined) return redis;
    throw new StateError(refused.found, { hint: refused.remedy });
  } catch (error) {
    redis.disconnect();
    throw error instanceof StateError ? error : unreachable(address, error);
  }
}

/**
 * Connects to whatever answers there.
 * @throws StateError where nothing does, or it lets nobody in
 */
export async function reachRedis(address: RedisAddress): Promise<Redis> {
  const redis = redisClient(address);
  let lastError: unknown;
  redis.on('error', (error) => {
    lastError = error;
  });
  const late = (): Error => unreachable(address, lastError ?? silence(address));
  try {
    const asked = redis.connect().then(() => probe(redis, address));
    await answeredWithin(asked, CONNECT_MS, late);
    return redis;
  } catch (error) {
    redis.disconnect();
    // The client's own "Connection is closed." hides what the server or the socket said before.
    throw error instanceof StateError ? error : unreachable(address, lastError ?? error);
  }
}

/**
 * Asks what a session needs. The client passes over a database that this Redis does not have and
 * stays in database 0, where another installation may be.
 */
async function probe(redis: Redis, address: RedisAddress): Promise<void> {
  const { db } = redis.options;
  if (db) await redis.select(db);
  // Of a cluster the node that holds a key is found by asking for it.
  await redis.exists(('url' in address && address.topology?.cluster?.key) || 'probe');
}

/** How long a first connection may take before it counts as failed. */
const CONNECT_MS = 5000;

/** A server may take the bytes of a TLS handshake for a long command, and wait for its end. */
function silence(address: RedisAddress): string {
  const isTls = 'url' in address && address.url.startsWith('rediss:');
  return isTls ? 'SSL routines: no answer to the handshake' : `no answer within ${CONNECT_MS} ms`;
}

function unreachable(address: RedisAddress, cause: unknown): StateError {
  const where = 'url' in address ? withoutPassword(address.url) : address.socket;
  const { reason, hint } = refusalOf(cause);
  return new StateError(`Redis does not answer at ${where}: ${reason}`, { hint, cause });
}

/** A client of a socket that answers at the first try; undefined where no server does yet. */
export async function connectOnce(
  socket: string,
  options: RedisOptions = {},
): Promise<Redis | undefined> {
  const client = redisClient({ socket }, { retryStrategy: () => null, ...options });
  client.on('error', () => {
    // Nobody listens yet: the caller starts the server, or waits for it.
  });
  try {
    await client.connect();
    await client.ping();
    return client;
  } catch {
    client.disconnect();
    return undefined;
  }
}
