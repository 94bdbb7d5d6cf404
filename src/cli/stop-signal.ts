import { printError } from './print.ts';

/** Status of a process that a second signal ended. */
const ENDED_AT_ONCE = 130;

/**
 * After that a process ends whatever is under way, ms after the signal: a service manager kills
 * after ten seconds (Docker's default), and a kill tells nobody what was in hand.
 */
const LATEST_MS = 8500;

/** How long closing what must not be left behind may take. */
const RESCUE_MS = 1000;

/** Aborted by the first SIGTERM or SIGINT; a second one ends the process at once. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(ENDED_AT_ONCE);
    stop.abort();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return stop.signal;
}

/** Resolves with the signal. */
export async function stopped(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
}

/**
 * Waits for the work; after the signal only so long that the process ends within ten seconds. Then `rescue`
 * closes what would outlive the process. Jobs that were in hand go back when their lock runs out.
 */
export async function untilStopped(
  work: Promise<void>,
  stop: AbortSignal,
  rescue: () => Promise<void>,
): Promise<void> {
  const late = stopped(stop).then(() => wait(LATEST_MS).then(() => 'late' as const));
  if ((await Promise.race([work, late])) !== 'late') return;
  // What fails from here on is the work that was cut off.
  work.catch(() => undefined);
  printError(`marsad: work was cut off ${LATEST_MS} ms after the signal\n`);
  await Promise.race([rescue(), wait(RESCUE_MS)]).catch(() => undefined);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
