import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';

/** Requests that were on their way come in within that, ms: far over what a busy machine needs. */
const SETTLED_MS = 300_000;

/**
 * Waits until no request came for `ms`, and gives how many there were by then. A crawler that goes on
 * asking never stops for that long: it fails here, or has asked for all that there is.
 */
export async function requestsOnceQuiet(asked: readonly string[], ms: number): Promise<number> {
  const from = performance.now();
  for (let before = -1; before !== asked.length; ) {
    expect(performance.now() - from, 'requests go on').toBeLessThan(SETTLED_MS + 2 * ms);
    before = asked.length;
    await pause(ms);
  }
  return asked.length;
}
