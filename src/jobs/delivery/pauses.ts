import { setTimeout as pause } from 'node:timers/promises';
import { StateError } from '../../errors.ts';

/**
 * Pauses between tries of a sink that does not take: from one second, doubled, to five minutes, and
 * after a day of that to an hour: the first outage is mended by then or not soon.
 */
const RETRY_MS = { first: 1000, longest: 300_000, afterADay: 3_600_000 } as const;

/** Tries of a day at five minutes. */
const DAY_TRIES = 288;

/** How long a batch in hand may go on after the signal: a process has 10 s to end. */
const END_MS = 5000;

/** The pause after so many tries in a row that failed, ms. */
export function retryPause(failures: number): number {
  const longest = failures > DAY_TRIES ? RETRY_MS.afterADay : RETRY_MS.longest;
  return Math.min(RETRY_MS.first * 2 ** (failures - 1), longest);
}

/** A pause that ends early with the signal. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

/** The work, or an error where the process has to end and the sink does not answer. */
export async function untilEnd<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const end = new AbortController();
  const late = new Promise<never>((_, reject) => {
    const onAbort = (): void =>
      void rest(END_MS, end.signal).then(() =>
        reject(new StateError('the process ended before the sink answered')),
      );
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true, signal: end.signal });
  });
  return Promise.race([work, late]).finally(() => end.abort());
}
