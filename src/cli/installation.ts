import { type Catalogue, openCatalogue } from '../config/catalogue.ts';
import type { Settings } from '../config/settings.ts';
import {
  connectRedis,
  type RedisAddress,
  type RedisClient,
  redisAddress,
} from '../state/connection.ts';
import { joinEmbeddedRedis } from '../state/embedded-redis.ts';
import { type Keys, keysOf } from '../state/keys.ts';
import { checkRedisUrl } from '../state/redis-refusal.ts';
import { plugIns } from './plug-ins.ts';
import { topologyOf } from './topology.ts';

/** A configuration and its Redis, open. */
export interface Installation {
  readonly catalogue: Catalogue;
  readonly keys: Keys;
  readonly redis: RedisClient;
  /** Where that is. */
  readonly address: RedisAddress;
  /** One more connection, for those that block or belong to a queue; closed with the installation. */
  readonly connect: () => Promise<RedisClient>;
  /** Values that must never show in a log, a page or an error. */
  readonly secrets: readonly string[];
  /** Where records and settings of this installation are, in words. */
  readonly where: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens the folder of configuration and the Redis it names: `REDIS_URL`, then `redis.url`, then
 * the private one.
 * @throws ConfigError, StateError
 */
export async function openInstallation(folder: string): Promise<Installation> {
  const catalogue = openCatalogue(folder, plugIns);
  const { address, where, leave } = await findRedis(catalogue.settings);
  const redis = await connectRedis(address);
  const connections = [redis];
  return {
    catalogue,
    keys: keysOf(catalogue.settings.name),
    redis,
    address,
    where,
    secrets: secretsOf(catalogue),
    connect: async () => {
      const connection = await connectRedis(address);
      connections.push(connection);
      return connection;
    },
    close: async () => {
      await catalogue.close();
      for (const connection of connections) connection.disconnect();
      await leave();
    },
  };
}

/**
 * The Redis of `REDIS_URL`, then of `redis.url`, then the private one, which is started.
 * @throws ConfigError, StateError
 */
export async function findRedis(settings: Settings): Promise<{
  readonly address: RedisAddress;
  readonly where: string;
  readonly leave: () => Promise<void>;
}> {
  const url = process.env.REDIS_URL ?? settings.redis.url;
  if (url && 'url' in redisAddress(url))
    checkRedisUrl(url, process.env.REDIS_URL === undefined ? 'redis.url' : 'REDIS_URL');
  if (url) {
    const found = redisAddress(url);
    const address = 'url' in found ? { ...found, topology: topologyOf(settings) } : found;
    return { address, where: 'the Redis of REDIS_URL', leave: async () => {} };
  }
  const { folder } = settings.redis;
  const own = await joinEmbeddedRedis(folder);
  return {
    address: { socket: own.socket },
    where: `a private Redis in ${folder}`,
    leave: own.leave,
  };
}

/** The password of a socket's address: no URL may have a login without a host. */
const SOCKET_LOGIN = /^unix:\/\/[^:@/]*:([^@/]+)@\//u;

/** The passwords that settings and environment hold: of Redis, of the console and of proxies. */
function secretsOf(catalogue: Catalogue): string[] {
  const proxies = [...catalogue.sources().values()].map(({ fetch }) => fetch.proxy ?? '');
  const named = proxies.map((proxy) =>
    proxy.startsWith('env:') ? (process.env[proxy.slice(4)] ?? '') : proxy,
  );
  const { alerts } = catalogue.settings;
  const [smtp, secret, sentinel] = [
    alerts.email?.smtp ?? '',
    alerts.webhook?.secret ?? '',
    catalogue.settings.redis.sentinel?.password ?? '',
  ].map((setting) =>
    setting.startsWith('env:') ? (process.env[setting.slice(4)] ?? '') : setting,
  );
  const urls = [
    process.env.REDIS_URL ?? '',
    catalogue.settings.redis.url ?? '',
    smtp ?? '',
    ...named,
  ];
  const passwords = urls.flatMap((url) => {
    const socketLogin = SOCKET_LOGIN.exec(url)?.[1];
    if (socketLogin !== undefined) return [socketLogin, decodeURIComponent(socketLogin)];
    if (!URL.canParse(url)) return [];
    const { password, searchParams } = new URL(url);
    return [password, searchParams.get('password') ?? ''];
  });
  const { shards } = catalogue.settings.console;
  const tokens = Object.values(shards).map(({ token }) => process.env[token.slice(4)] ?? '');
  return [
    ...passwords,
    ...tokens,
    secret ?? '',
    sentinel ?? '',
    process.env.MARSAD_CONSOLE_TOKEN ?? '',
    process.env.MARSAD_METRICS_TOKEN ?? '',
  ].filter((text) => text !== '');
}
