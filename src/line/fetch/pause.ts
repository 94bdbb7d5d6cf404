/** The longest Crawl-delay that is obeyed: with a longer one a visit would never end. */
const LONGEST_PAUSE_MS = 120_000;

/**
 * The pause between two requests to one host, in ms: what we want, or what its robots.txt asks for
 * where that is longer, up to 120 s. `reserve` makes it longer still while the host answers slowly.
 */
export function pauseMs(delayMs: number, crawlDelayMs: number | undefined): number {
  return Math.max(delayMs, Math.min(crawlDelayMs ?? 0, LONGEST_PAUSE_MS));
}
