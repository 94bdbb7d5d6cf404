import { Agent, type Dispatcher, ProxyAgent, Socks5ProxyAgent } from 'undici';
import { type ConnectOptions, guardedConnector } from './connector.ts';
import type { FetchLimits } from './limits.ts';
import { readProxy } from './proxy.ts';

/** The sockets of the process: one pool straight out, one for each proxy. */
export interface Outlet {
  /** The dispatcher for a source's proxy setting; straight out without one. */
  readonly through: (proxy: string | undefined) => Dispatcher;
  readonly close: () => Promise<void>;
}

/** Sources with different proxies at a time; more than that is a mistake in the catalogue. */
const MOST_PROXIES = 100;

/**
 * Opens the way out. Requests of HTTP/1.1 only; a connection is kept for the pause between two
 * requests of a polite crawl no longer than servers do.
 */
export function openOutlet(limits: FetchLimits, connect: ConnectOptions): Outlet {
  const options: SocketOptions = {
    headersTimeout: limits.firstByteMs,
    bodyTimeout: limits.firstByteMs,
    maxHeaderSize: limits.headerBytes,
    // Apache closes after 5 s, nginx after 75 s: a little below the first avoids most races.
    keepAliveTimeout: 4000,
    pipelining: 1,
  };
  const straight = new Agent({ ...options, connect: guardedConnector(connect) });
  const proxies = new Map<string, Dispatcher>();
  return {
    through(proxy) {
      if (proxy === undefined) return straight;
      const known = proxies.get(proxy);
      if (known) return known;
      if (proxies.size >= MOST_PROXIES) dropFirst(proxies);
      const dispatcher = proxyDispatcher(readProxy(proxy, process.env), options);
      proxies.set(proxy, dispatcher);
      return dispatcher;
    },
    close: async () => {
      await Promise.all([straight, ...proxies.values()].map((one) => one.destroy()));
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

/** The operator named the proxy, so its own address may be private. */
function proxyDispatcher(proxy: URL, options: SocketOptions): Dispatcher {
  if (proxy.protocol.startsWith('socks')) return new Socks5ProxyAgent(proxy, options);
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const token = proxy.username ? `Basic ${Buffer.from(login).toString('base64')}` : undefined;
  return new ProxyAgent({ ...options, uri: proxy.origin, ...(token ? { token } : {}) });
}

function dropFirst(proxies: Map<string, Dispatcher>): void {
  const first = proxies.entries().next().value;
  if (!first) return;
  proxies.delete(first[0]);
  // Requests in hand finish first; nobody waits for that.
  void first[1].close();
}
