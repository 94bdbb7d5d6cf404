import type { BrowserProxy } from './browser-proxy.ts';

/** The proxies on loopback that the browser uses: one that connects directly, one for each proxy of a source. */
export interface BrowserExits {
  /** @throws ConfigError where the setting names no proxy */
  readonly of: (proxy: string | undefined) => Promise<BrowserProxy>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the direct one at once and the others when they are needed. Chromium only gets ports on loopback, so a
 * proxy's login never reaches its command line or its pages.
 */
export async function openBrowserExits(
  start: (proxy: string | undefined) => Promise<BrowserProxy>,
): Promise<BrowserExits> {
  const straight = await start(undefined);
  const exits = new Map<string, Promise<BrowserProxy>>();
  return {
    async of(proxy) {
      if (proxy === undefined) return straight;
      const known = exits.get(proxy);
      if (known) return known;
      const exit = start(proxy);
      exits.set(proxy, exit);
      exit.catch(() => exits.delete(proxy));
      return exit;
    },
    async close() {
      const open = await Promise.allSettled(exits.values());
      const started = open.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      await Promise.all([straight, ...started].map((exit) => exit.close()));
    },
  };
}
