import { StateError } from '../../errors.ts';
import { type BrowserParts, type RunningBrowser, startBrowser } from './browser-crawler.ts';
import type { Pending } from './browser-queue.ts';
import type { Answer, HttpClient } from './client.ts';

/** Where pages are handed in and answers come out. */
export interface BrowserSession {
  readonly ask: HttpClient;
  /** Ends the browser; pages in hand fail with a StateError, so that their jobs go back. */
  readonly close: () => Promise<void>;
}

/**
 * Fetches pages by a browser: one Chromium, which starts with the first page that needs it and then lives as
 * long as the process. An error is thrown to the caller of the page and not to Crawlee, which would retry, log
 * and remember it. A crawler that ended, by Ctrl-C or by a fault, gives its pages back; the next page starts a
 * new one.
 */
export function browserSession(parts: BrowserParts): BrowserSession {
  const pending = new Map<string, Pending>();
  let browser: Promise<RunningBrowser> | undefined;
  let count = 0;
  const giveBack = (reason: string): void => {
    const error = new StateError(reason);
    for (const { reject } of pending.values()) reject(error);
  };
  const launch = async (): Promise<RunningBrowser> => {
    const running = await startBrowser(parts, pending);
    void running.ended.then(() => {
      browser = undefined;
      giveBack('The browser ended');
    });
    return running;
  };
  const running = (): Promise<RunningBrowser> => {
    if (browser) return browser;
    browser = launch();
    browser.catch(() => {
      browser = undefined;
    });
    return browser;
  };
  return {
    async ask(request) {
      const { add } = await running();
      count += 1;
      const uniqueKey = String(count);
      return new Promise<Answer>((resolve, reject) => {
        pending.set(uniqueKey, { request, resolve, reject });
        add(request.url, uniqueKey);
      }).finally(() => pending.delete(uniqueKey));
    },
    async close() {
      giveBack('The fetcher is closing');
      await (await browser)?.stop();
    },
  };
}
