import { Agent, type buildConnector, type Dispatcher, Pool } from 'undici';
import { StateError } from '../../errors.ts';
import { type ConnectOptions, guardedConnector } from './connector.ts';
import type { FetchLimits } from './limits.ts';
import { proxyAuthorization } from './proxy/http-connect.ts';
import { readProxy } from './proxy/setting.ts';
import { proxyConnector, proxyDialer } from './proxy/tunnel.ts';

/** A connection pool: its sockets and what asks through them. */
export interface ConnectionPool {
  readonly dispatcher: Dispatcher;
  readonly connect: buildConnector.connector;
  readonly destroy: () => Promise<void>;
}

/** The sockets of the process: one pool for direct connections, one for each proxy. */
export interface ConnectionPools {
  /**
   * The pool for a source's proxy setting; the direct one without one.
   * @throws ConfigError where the setting names no proxy
   */
  readonly through: (proxy: string | undefined) => ConnectionPool;
  readonly close: () => Promise<void>;
}

/** Sources with different proxies at a time; more than that is a mistake in the catalogue. */
const MOST_PROXIES = 100;

/**
 * Opens the connection pools. Requests of HTTP/1.1 only; a connection is kept for the pause between two
 * requests of a polite crawl no longer than servers do.
 */
export function openConnectionPools(limits: FetchLimits, connect: ConnectOptions): ConnectionPools {
  const options: SocketOptions = {
    headersTimeout: limits.firstByteMs,
    bodyTimeout: limits.firstByteMs,
    maxHeaderSize: limits.headerBytes,
    // Apache closes after 5 s, nginx after 75 s: a little below the first avoids most races.
    keepAliveTimeout: 4000,
    pipelining: 1,
  };
  const straight = directPool(guardedConnector(connect), options);
  const proxies = new Map<string, ConnectionPool>();
  return {
    through(proxy) {
      if (proxy === undefined) return straight;
      const known = proxies.get(proxy);
      if (known) return known;
      if (proxies.size >= MOST_PROXIES) dropFirst(proxies);
      const pool = proxyPool(readProxy(proxy, process.env), options, connect.connectMs);
      proxies.set(proxy, pool);
      return pool;
    },
    close: async () => {
      await Promise.all([straight, ...proxies.values()].map((pool) => pool.destroy()));
    },
  };
}

interface SocketOptions {
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
  readonly maxHeaderSize: number;
  readonly keepAliveTimeout: number;
  readonly pipelining: number;
}

/**
 * The operator named the proxy, so its own address may be private. Sites with TLS are reached by a
 * tunnel; to an HTTP proxy a plain request goes whole, since many let no tunnel through to port 80.
 */
function proxyPool(proxy: URL, options: SocketOptions, connectMs: number): ConnectionPool {
  const tunnels = directPool(proxyConnector(proxy, connectMs), options);
  if (proxy.protocol.startsWith('socks')) return tunnels;
  const { protocol, host } = proxy;
  const connect = proxyDialer(proxy, connectMs);
  const plain = new Pool(`${protocol}//${host}`, { ...options, connect });
  return {
    dispatcher: tunnels.dispatcher.compose(forwarding(plain, proxy)),
    connect: tunnels.connect,
    destroy: async () => {
      await Promise.all([plain.destroy(closing()), tunnels.destroy()]);
    },
  };
}

/** Hands a plain request to the proxy with its whole URL (RFC 9112, 3.2.2). */
function forwarding(plain: Pool, proxy: URL): Dispatcher.DispatcherComposeInterceptor {
  const login = proxyAuthorization(proxy);
  return (dispatch) => (request, handler) => {
    const origin = new URL(String(request.origin));
    if (origin.protocol === 'https:') return dispatch(request, handler);
    const headers = { ...Object(request.headers), ...login, host: origin.host };
    const path = origin.origin + request.path;
    return plain.dispatch({ ...request, path, headers }, handler);
  };
}

function directPool(connect: buildConnector.connector, options: SocketOptions): ConnectionPool {
  const agent = new Agent({ ...options, connect });
  return { dispatcher: agent, connect, destroy: () => agent.destroy(closing()) };
}

/** The error of requests in hand: it is no fault of their sites, so their jobs go back whole. */
const closing = (): StateError => new StateError('The connections of this process are closing');

function dropFirst(proxies: Map<string, ConnectionPool>): void {
  const first = proxies.entries().next().value;
  if (!first) return;
  proxies.delete(first[0]);
  void first[1].destroy();
}
