import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';

/** Requests that were on their way come in within that, ms: far over what a busy machine needs. */
const SETTLED_MS = 300_000;

const LOOK_EVERY_MS = 20;

/**
 * Waits until no request came for `ms`, and gives how many there were by then. A crawler that goes on
 * asking never stops for that long: it fails here, or has asked for all that there is.
 */
export async function requestsOnceQuiet(asked: readonly string[], ms: number): Promise<number> {
  const from = performance.now();
  for (let [count, since] = [asked.length, from]; performance.now() - since < ms; ) {
    expect(performance.now() - from, 'requests go on').toBeLessThan(SETTLED_MS + 2 * ms);
    await pause(LOOK_EVERY_MS);
    if (asked.length !== count) [count, since] = [asked.length, performance.now()];
  }
  return asked.length;
}
