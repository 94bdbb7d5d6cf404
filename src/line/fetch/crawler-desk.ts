import { StateError } from '../../errors.ts';
import type { Answer, HttpClient } from './client.ts';
import type { FetchRequest } from './request.ts';

/** A page that waits in a crawler or is being asked for. */
export interface Pending {
  readonly request: FetchRequest;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The pages a crawler has in hand, by the key of its request. */
export type PendingPages = ReadonlyMap<string, Pending>;

/** A crawler that runs until it is stopped. */
export interface RunningCrawler {
  readonly add: (url: string, uniqueKey: string) => void;
  readonly stop: () => Promise<void>;
}

/** Where pages are handed in and answers come out. */
export interface CrawlerDesk {
  readonly ask: HttpClient;
  /** Ends the crawler; pages in hand fail with a StateError, so that their jobs go back. */
  readonly close: () => Promise<void>;
}

/**
 * A desk before a crawler that starts with the first page and then lives as long as the process.
 * What fails is told to the asker and not to Crawlee, which would retry, log and remember it.
 */
export function crawlerDesk(
  start: (pending: PendingPages) => Promise<RunningCrawler>,
): CrawlerDesk {
  const pending = new Map<string, Pending>();
  let crawler: Promise<RunningCrawler> | undefined;
  let count = 0;
  return {
    async ask(request) {
      crawler ??= start(pending);
      const running = await crawler;
      count += 1;
      const uniqueKey = String(count);
      return new Promise<Answer>((resolve, reject) => {
        pending.set(uniqueKey, { request, resolve, reject });
        running.add(request.url, uniqueKey);
      }).finally(() => pending.delete(uniqueKey));
    },
    async close() {
      const error = new StateError('The fetcher is closing');
      for (const { reject } of pending.values()) reject(error);
      await (await crawler)?.stop();
    },
  };
}

/** What of Crawlee's crawlers is needed to run and end one. */
interface Runnable {
  readonly run: () => Promise<unknown>;
  readonly autoscaledPool?: { readonly abort: () => Promise<void> };
}

/** Runs a crawler. Returns what stops it. */
export function runCrawler(crawler: Runnable): () => Promise<void> {
  const before = process.listeners('SIGINT');
  const running = crawler.run();
  running.catch(() => undefined);
  return async () => {
    await crawler.autoscaledPool?.abort();
    await running;
    // Crawlee's own reaction to Ctrl-C would end pages in hand before their jobs can go back.
    for (const listener of process.listeners('SIGINT')) {
      if (!before.includes(listener)) process.off('SIGINT', listener);
    }
  };
}
