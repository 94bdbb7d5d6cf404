import { Readable } from 'node:stream';
import type {
  BaseHttpClient,
  HttpCrawlerOptions,
  HttpCrawlingContext,
  HttpResponse,
  StreamingHttpResponse,
} from '@crawlee/http';
import { StateError } from '../../errors.ts';
import type { HttpClient } from './client.ts';
import { crawlQueue } from './crawl-queue.ts';
import {
  type CrawlerSession,
  crawlerSession,
  type PendingPages,
  type RunningCrawler,
  runCrawler,
} from './crawler-session.ts';

/** What the crawler asks with. */
interface HttpParts {
  readonly client: HttpClient;
  readonly concurrency: number;
}

/**
 * The pages' way by HTTP: one Crawlee `HttpCrawler`. It gives the pool and its limit of concurrency;
 * what it asks with is our client.
 */
export function httpCrawlerSession(parts: HttpParts): CrawlerSession {
  return crawlerSession((pending) => startCrawler(parts, pending));
}

/** Crawlee takes 0.7 s to load, so commands that ask for no page do not pay for it. */
async function startCrawler(parts: HttpParts, pending: PendingPages): Promise<RunningCrawler> {
  const { Configuration, HttpCrawler, Log, LogLevel, Request } = await import('@crawlee/http');
  const queue = crawlQueue(Request);
  // Crawlee 3.18 documents the option `requestManager` and refuses it when it checks its options.
  class QueuedCrawler extends HttpCrawler<HttpCrawlingContext> {
    protected override requestManager = queue;
  }
  const log = new Log({ level: LogLevel.OFF });
  const config = new Configuration({ persistStorage: false, purgeOnStart: false });
  const crawler = new QueuedCrawler({ ...optionsOf(parts, pending), log }, config);
  return {
    ...runCrawler(crawler),
    add(url, uniqueKey) {
      queue.push(url, uniqueKey);
      void crawler.autoscaledPool?.notify();
    },
  };
}

function optionsOf(parts: HttpParts, pending: PendingPages): HttpCrawlerOptions {
  return {
    httpClient: crawleeClient(parts.client, pending),
    requestHandler: () => undefined,
    failedRequestHandler: ({ request }, error) => pending.get(request.uniqueKey)?.reject(error),
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

/** Our client as Crawlee wants it: the answer goes to the identity, an empty one to Crawlee. */
function crawleeClient(client: HttpClient, pending: PendingPages): BaseHttpClient {
  return {
    async stream(options) {
      const page = pending.get(keyOf(options.context));
      await (page && client(page.request).then(page.resolve, page.reject));
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
