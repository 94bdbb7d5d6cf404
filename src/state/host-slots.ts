import type { Redis } from 'ioredis';
import type { HostSlots } from '../line/fetch/host-slots.ts';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';

/** The longest pause for a slow host; the same cap as for Crawl-delay. */
const LONGEST_PAUSE_MS = 120_000;

/**
 * Slots in Redis: one script to reserve, one to report, both by the clock of the server, so that
 * workers on machines with other clocks agree. Times given back are by the caller's clock.
 */
export function redisHostSlots(redis: Redis, keys: Keys): HostSlots {
  const reserve = loadScript('host-reserve');
  const report = loadScript('host-report');
  const lineOf = (host: string): string => keys.of('slot-line', host);
  const yieldingOf = (host: string): string => keys.of('slot-yielding', host);
  const flightOf = (host: string): string => keys.of('slot-flight', host);
  return {
    async reserve(host, { token, delayMs, concurrency, leaseMs, isAhead, yields }) {
      const args = [token, delayMs, concurrency, leaseMs, LONGEST_PAUSE_MS, isAhead ? 1 : 0];
      const lines = yields
        ? [yieldingOf(host), flightOf(host), lineOf(host)]
        : [lineOf(host), flightOf(host)];
      const waitMs = Number(await reserve(redis, [keys.slot(host), ...lines], args));
      return waitMs === 0 ? 0 : Date.now() + waitMs;
    },
    async report(host, { token, ms, outcome, retryAt }) {
      const now = Date.now();
      const quietUntil = retryAt === undefined ? now : retryAt;
      const args = [token, ms, outcome, quietUntil, now];
      await report(redis, [keys.slot(host), flightOf(host)], args);
    },
  };
}
