import { setTimeout as pause } from 'node:timers/promises';
import { ThrottledError } from '../errors.ts';
import type { PoliteFetch } from '../line/fetch/politeness.ts';

/** Longer than that nobody waits at a terminal. */
const MOST_WAIT_MS = 130_000;

/** Waits for the host's slot, as long as a person would. @throws ThrottledError beyond that */
export async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + MOST_WAIT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ThrottledError) || error.retryAt > giveUpAt) throw error;
      await pause(Math.max(error.retryAt - Date.now(), 1));
    }
  }
}

/** Asks, waiting for each host's slot. */
export function waitForSlot(fetch: PoliteFetch): PoliteFetch {
  return (request, source) => whenFree(() => fetch(request, source));
}
