import type { PlaywrightCrawlingContext } from 'crawlee';
import type { BrowserLimits } from './browser-limits.ts';
import { residentBytes } from './browser-memory.ts';

type BrowserPool = PlaywrightCrawlingContext['crawler']['browserPool'];

/**
 * Lets a pool forget a browser as soon as it has ended: by itself Crawlee 3.18 finds out with the
 * next page, which then fails for nothing.
 */
export function retireEnded(pool: BrowserPool): void {
  pool.postLaunchHooks.push((_pageId, controller) => {
    controller.browser.on('disconnected', () => pool.retireBrowserController(controller));
  });
}

/** Replaces a browser that holds too much; its other pages end first. */
export async function retireLarge(
  { browserController, crawler }: Pick<PlaywrightCrawlingContext, 'browserController' | 'crawler'>,
  { memoryBytes }: BrowserLimits,
): Promise<void> {
  const held = await residentBytes(browserController.browser);
  if (held === undefined || held <= memoryBytes) return;
  crawler.browserPool.retireBrowserController(browserController);
}
