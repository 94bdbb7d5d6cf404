import type { RedisOptions } from 'ioredis';

/** One server by host and port. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** How a Redis of several servers is found, and by which certificates it is spoken to. */
export interface RedisTopology {
  /** Texts of PEM files. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  readonly sentinel?: { readonly hosts: readonly HostPort[]; readonly password?: string };
  /** Nodes of a cluster, and a key whose node holds all state. */
  readonly cluster?: { readonly hosts: readonly HostPort[]; readonly key: string };
}

/** Reads `host:port`, an IPv6 host in brackets. */
export function hostPortOf(text: string): HostPort {
  const at = text.lastIndexOf(':');
  return { host: text.slice(0, at).replace(/^\[|\]$/gu, ''), port: Number(text.slice(at + 1)) };
}

/** The options of a client for the address `url` in a topology. */
export function topologyOptions(url: string, topology: RedisTopology): RedisOptions {
  const { tls, sentinel, cluster } = topology;
  const isTls = url.startsWith('rediss:');
  return {
    ...(isTls && tls ? { tls } : {}),
    ...(sentinel ? sentinelOptions(url, { ...topology, sentinel }) : {}),
    ...(cluster ? clusterOptions(cluster.hosts) : {}),
  };
}

/** Sentinels are asked for the primary at each connection: after a failover it is the new one. */
function sentinelOptions(
  url: string,
  { tls, sentinel }: RedisTopology & { sentinel: NonNullable<RedisTopology['sentinel']> },
): RedisOptions {
  const isTls = url.startsWith('rediss:');
  return {
    sentinels: [...sentinel.hosts],
    name: new URL(url).hostname,
    role: 'master',
    ...(sentinel.password === undefined ? {} : { sentinelPassword: sentinel.password }),
    ...(isTls ? { enableTLSForSentinelMode: true, sentinelTLS: tls ?? {} } : {}),
    // A primary that became a replica refuses writes: the sentinels know the new one.
    reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
  };
}

/** As in the specification of Redis Cluster: `MOVED 6314 10.0.0.2:6379`. */
const MOVED = /^MOVED \d+ (.*):(\d+)$/u;

/** The longest pause between two tries; a failover of a cluster takes some seconds. */
const RETRY_MAX_MS = 2000;

/**
 * All state is under one hash tag, so one node holds it all and a plain client of that node serves.
 * A node that does not hold it names the one that does, which is then connected to; where a node is
 * away the others are tried in turn.
 */
function clusterOptions(hosts: readonly HostPort[]): RedisOptions {
  return {
    retryStrategy(this: RedisOptions, tries: number) {
      const next = hosts[tries % hosts.length];
      if (next) goTo(this, next);
      return Math.min(50 * 2 ** Math.min(tries, 6), RETRY_MAX_MS);
    },
    reconnectOnError(this: RedisOptions, error: Error) {
      const [, host, port] = MOVED.exec(error.message) ?? [];
      if (host === undefined) return error.message.startsWith('READONLY');
      // An empty host means that of the node that answers.
      goTo(this, { host: host || (this.host ?? ''), port: Number(port) });
      return 2;
    },
  };
}

/** The client reads its options anew at each connection. */
function goTo(options: RedisOptions, { host, port }: HostPort): void {
  options.host = host;
  options.port = port;
}
