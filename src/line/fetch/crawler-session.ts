import { StateError } from '../../errors.ts';
import type { Answer, HttpClient } from './client.ts';
import type { SiteRequest } from './request.ts';

/** A page that waits in a crawler or is being asked for. */
export interface Pending {
  readonly request: SiteRequest;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The pages a crawler has in hand, by the key of its request. */
export type PendingPages = ReadonlyMap<string, Pending>;

/** A crawler that runs until it is stopped. */
export interface RunningCrawler {
  readonly add: (url: string, uniqueKey: string) => void;
  readonly stop: () => Promise<void>;
  /** Settles when it no longer runs, for whatever reason. */
  readonly ended: Promise<void>;
}

/** Key of the first page: when it is done, the crawler has set up all it sets up. */
const FIRST = '1';

/** Where pages are handed in and answers come out. */
export interface CrawlerSession {
  readonly ask: HttpClient;
  /** Ends the crawler; pages in hand fail with a StateError, so that their jobs go back. */
  readonly close: () => Promise<void>;
}

/**
 * A session with a crawler that starts with the first page and then lives as long as the process.
 * What fails is told to the identity and not to Crawlee, which would retry, log and remember it.
 */
export function crawlerSession(
  start: (pending: PendingPages) => Promise<RunningCrawler>,
): CrawlerSession {
  const pending = new Map<string, Pending>();
  let crawler: Promise<RunningCrawler> | undefined;
  let count = 0;
  const giveBack = (reason: string): void => {
    const error = new StateError(reason);
    for (const { reject } of pending.values()) reject(error);
  };
  const launch = async (): Promise<RunningCrawler> => {
    const running = await start(pending);
    // A crawler that broke is replaced with the next page; its pages go back to their queue.
    void running.ended.then(() => {
      crawler = undefined;
      giveBack('The crawler ended');
    });
    return running;
  };
  return {
    async ask(request) {
      crawler ??= launch();
      const running = await crawler;
      count += 1;
      const uniqueKey = String(count);
      return new Promise<Answer>((resolve, reject) => {
        pending.set(uniqueKey, { request, resolve, reject });
        running.add(request.url, uniqueKey);
      }).finally(() => {
        pending.delete(uniqueKey);
        if (uniqueKey === FIRST) takeBackSignals();
      });
    },
    async close() {
      giveBack('The fetcher is closing');
      await (await crawler)?.stop();
    },
  };
}

/** What of Crawlee's crawlers is needed to run and end one. */
interface Runnable {
  readonly run: () => Promise<unknown>;
  readonly autoscaledPool?: { readonly abort: () => Promise<void> };
}

/** Runs a crawler until `stop`. */
export function runCrawler(crawler: Runnable): Pick<RunningCrawler, 'stop' | 'ended'> {
  const ended = crawler.run().then(
    () => undefined,
    () => undefined,
  );
  return {
    ended,
    async stop() {
      await crawler.autoscaledPool?.abort();
      await ended;
    },
  };
}

/**
 * Takes Crawlee's reaction to Ctrl-C away: it ends pages in hand at once, where the process gives
 * their jobs back in order. Crawlee sets it up only after `run` has begun, hence not there.
 */
function takeBackSignals(): void {
  for (const listener of process.listeners('SIGINT')) {
    if (listener.name === 'sigintHandler') process.off('SIGINT', listener);
  }
}
