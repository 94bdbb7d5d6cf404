/** What can be paused: BullMQ's workers. */
export interface Pausable {
  readonly pause: (doNotWaitActive?: boolean) => Promise<void>;
  readonly resume: () => void;
  readonly isPaused: () => boolean;
}

/** Stops taking up crawl jobs while there is a reason to; jobs in hand go on to their end. */
export interface CrawlPause {
  /** Pauses for a reason; another reason may hold at the same time. */
  readonly hold: (reason: string) => void;
  /** Goes on where no other reason holds. */
  readonly release: (reason: string) => void;
  readonly reasons: () => readonly string[];
}

/** Pauses `workers` together. `onChange` is called when they pause and when they go on. */
export function crawlPause(
  workers: readonly Pausable[],
  onChange: (reasons: readonly string[]) => void,
): CrawlPause {
  const reasons = new Set<string>();
  return {
    reasons: () => [...reasons],
    hold(reason) {
      // The gate of writes resumes workers by itself, so one may be going although a reason holds.
      const going = workers.filter((worker) => !worker.isPaused());
      // Jobs in hand are not waited for: they publish what they have.
      for (const worker of going) void worker.pause(true);
      if (reasons.has(reason)) return;
      reasons.add(reason);
      if (reasons.size === 1) onChange([...reasons]);
    },
    release(reason) {
      if (!reasons.delete(reason) || reasons.size > 0) return;
      for (const worker of workers) worker.resume();
      onChange([]);
    },
  };
}
