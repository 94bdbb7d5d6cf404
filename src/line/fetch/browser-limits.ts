/** When a browser is replaced by a new one. */
export interface BrowserLimits {
  /** After so many pages. */
  readonly pages: number;
  /** When its processes hold more than that together. */
  readonly memoryBytes: number;
}

/**
 * It grows with what pages leave behind. A start takes about a second, which a hundred pages share.
 * Two tabs of small pages hold 0.43 GB (Chromium 156, measured); what holds more than twice that has
 * leaked or met a page that no newsroom makes.
 */
export const BROWSER_LIMITS: BrowserLimits = { pages: 100, memoryBytes: 1_000_000_000 };
