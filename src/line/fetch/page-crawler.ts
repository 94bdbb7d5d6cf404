import { Readable } from 'node:stream';
import type {
  BaseHttpClient,
  HttpCrawler,
  HttpCrawlerOptions,
  HttpCrawlingContext,
  HttpResponse,
  StreamingHttpResponse,
} from 'crawlee';
import { StateError } from '../../errors.ts';
import type { Answer, HttpClient } from './client.ts';
import { crawlQueue } from './crawl-queue.ts';
import type { FetchRequest } from './request.ts';

/** A page that waits in the crawler or is being asked for. */
interface Pending {
  readonly request: FetchRequest;
  readonly settle: { resolve: (answer: Answer) => void; reject: (error: unknown) => void };
}

/** The pages' way: through one Crawlee crawler that lives as long as the process. */
export interface PageCrawler {
  readonly ask: HttpClient;
  /** Ends the crawler; pages in hand fail with a StateError, so that their jobs go back. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an `HttpCrawler` at the first page. It gives the pool and its limits of concurrency; what
 * it asks by is our client, and what fails is told to the asker and not to Crawlee, which would
 * retry, log and remember it.
 */
export function pageCrawler(client: HttpClient, concurrency: number): PageCrawler {
  const pending = new Map<string, Pending>();
  let crawler: Promise<RunningCrawler> | undefined;
  let count = 0;
  return {
    async ask(request) {
      crawler ??= startCrawler({ client, pending, concurrency });
      const running = await crawler;
      count += 1;
      const uniqueKey = String(count);
      return new Promise<Answer>((resolve, reject) => {
        pending.set(uniqueKey, { request, settle: { resolve, reject } });
        running.add(request.url, uniqueKey);
      }).finally(() => pending.delete(uniqueKey));
    },
    async close() {
      const error = new StateError('The fetcher is closing');
      for (const { settle } of pending.values()) settle.reject(error);
      await (await crawler)?.stop();
    },
  };
}

interface CrawlerParts {
  readonly client: HttpClient;
  readonly pending: ReadonlyMap<string, Pending>;
  readonly concurrency: number;
}

interface RunningCrawler {
  readonly add: (url: string, uniqueKey: string) => void;
  readonly stop: () => Promise<void>;
}

/** Crawlee takes 0.7 s to load, so commands that ask for no page do not pay for it. */
async function startCrawler(parts: CrawlerParts): Promise<RunningCrawler> {
  const { Configuration, HttpCrawler, Log, LogLevel, Request } = await import('crawlee');
  const queue = crawlQueue(Request);
  // Crawlee 3.18 documents the option `requestManager` and refuses it when it checks its options.
  class QueuedCrawler extends HttpCrawler<HttpCrawlingContext> {
    protected override requestManager = queue;
  }
  const options = { ...crawlerOptions(parts), log: new Log({ level: LogLevel.OFF }) };
  const config = new Configuration({ persistStorage: false, purgeOnStart: false });
  const crawler = new QueuedCrawler(options, config);
  const stop = run(crawler);
  return {
    stop,
    add(url, uniqueKey) {
      queue.push(url, uniqueKey);
      void crawler.autoscaledPool?.notify();
    },
  };
}

function crawlerOptions(parts: CrawlerParts): HttpCrawlerOptions {
  return {
    httpClient: crawleeClient(parts),
    requestHandler: () => undefined,
    failedRequestHandler: ({ request }, error) =>
      parts.pending.get(request.uniqueKey)?.settle.reject(error),
    // The key of the page goes with the request, since two jobs may ask for one URL.
    preNavigationHooks: [
      ({ request }, options) => {
        options.context = { uniqueKey: request.uniqueKey };
      },
    ],
    keepAlive: true,
    useSessionPool: false,
    maxRequestRetries: 0,
    // How many pages are in hand is the workers' to say; the pool must not hold them back.
    minConcurrency: parts.concurrency,
    maxConcurrency: parts.concurrency,
    statisticsOptions: { persistenceOptions: { enable: false }, saveErrorSnapshots: false },
  };
}

/** Runs until stopped. Returns what stops it. */
function run(crawler: HttpCrawler<HttpCrawlingContext>): () => Promise<void> {
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

/** Our client as Crawlee wants it: the answer goes to the asker, an empty one to Crawlee. */
function crawleeClient({ client, pending }: CrawlerParts): BaseHttpClient {
  return {
    async stream(options) {
      const waiting = pending.get(keyOf(options.context));
      await (waiting &&
        client(waiting.request).then(waiting.settle.resolve, waiting.settle.reject));
      return emptyResponse(String(options.url));
    },
    sendRequest(): Promise<HttpResponse<never>> {
      throw new StateError('Pages are asked for through the crawler only');
    },
  };
}

function keyOf(context: unknown): string {
  const isObject = typeof context === 'object' && context !== null;
  return isObject && 'uniqueKey' in context ? String(context.uniqueKey) : '';
}

const NO_PROGRESS = { percent: 1, transferred: 0 };

function emptyResponse(url: string): StreamingHttpResponse {
  return {
    url,
    stream: Readable.from([]),
    request: { url },
    redirectUrls: [],
    statusCode: 200,
    headers: { 'content-type': 'text/html' },
    trailers: {},
    complete: true,
    downloadProgress: NO_PROGRESS,
    uploadProgress: NO_PROGRESS,
  };
}
