import type { PlaywrightCrawlerOptions } from '@crawlee/playwright';
import type { Response, Page as Tab } from 'playwright';
import { ConfigError } from '../../errors.ts';
import { prepareTab, readTab, refusedAnswer } from './browser-page.ts';
import type { BrowserProxy } from './browser-proxy.ts';
import { chromiumArguments, findChromium } from './chromium.ts';
import { crawlQueue } from './crawl-queue.ts';
import {
  type CrawlerDesk,
  crawlerDesk,
  type Pending,
  type PendingPages,
  type RunningCrawler,
  runCrawler,
} from './crawler-desk.ts';
import { failureOf } from './failure.ts';
import type { FetchLimits } from './limits.ts';
import type { Asker } from './request.ts';

/** What the browser works with. */
export interface BrowserParts {
  readonly asker: Asker;
  readonly limits: FetchLimits;
  readonly startProxy: () => Promise<BrowserProxy>;
  /** The machine's Chromium, or else Playwright's own, where absent. */
  readonly executablePath?: string | undefined;
}

/** The pages' way by a browser: one Chromium, started with the first page that needs it. */
export function browserDesk(parts: BrowserParts): CrawlerDesk {
  const desk = crawlerDesk((pending) => startCrawler(parts, pending));
  return {
    close: desk.close,
    async ask(request) {
      if (request.source?.proxy) {
        throw new ConfigError('fetch.proxy holds for via: http only', {
          hint: `Set via: http for source ${request.source.id}, or take its proxy away.`,
        });
      }
      return desk.ask(request);
    },
  };
}

/** Tabs at a time: each holds some 100 MB, and two cores draw no more. */
const TABS = 2;

/** After so many pages a browser is replaced: its memory grows with what pages leave behind. */
const PAGES_A_BROWSER = 100;

async function startCrawler(parts: BrowserParts, pending: PendingPages): Promise<RunningCrawler> {
  const { Configuration, Log, LogLevel, PlaywrightCrawler, Request } = await import(
    '@crawlee/playwright'
  );
  const proxy = await parts.startProxy();
  const queue = crawlQueue(Request);
  // As in http-crawler.ts: the documented option is refused by Crawlee 3.18.
  class QueuedCrawler extends PlaywrightCrawler {
    protected override requestManager = queue;
  }
  const log = new Log({ level: LogLevel.OFF });
  const config = new Configuration({ persistStorage: false, purgeOnStart: false });
  const crawler = new QueuedCrawler({ ...optionsOf(parts, pending, proxy), log }, config);
  const { stop, ended } = runCrawler(crawler);
  void ended.then(() => proxy.close());
  return {
    stop,
    ended,
    add(url, uniqueKey) {
      queue.push(url, uniqueKey);
      void crawler.autoscaledPool?.notify();
    },
  };
}

/** A page on its way through a tab. */
interface Visit {
  readonly at: number;
  /** The answer to the navigation, kept because Chromium shows none for an empty error page. */
  refusal?: Response;
}

function optionsOf(
  parts: BrowserParts,
  pending: PendingPages,
  proxy: BrowserProxy,
): PlaywrightCrawlerOptions {
  const { asker, limits } = parts;
  const visits = new Map<string, Visit>();
  return {
    ...poolOptions(limits),
    launchContext: launchContext(parts.executablePath ?? findChromium(), proxy.port),
    preNavigationHooks: [
      async ({ page: tab, request: { uniqueKey } }, goto) => {
        const visit: Visit = { at: Date.now() };
        visits.set(uniqueKey, visit);
        tab.on('response', (response) => {
          if (response.status() >= 400 && isDocument(response, tab)) visit.refusal = response;
        });
        const page = pending.get(uniqueKey);
        if (page) await prepareTab(tab, page.request, asker);
        if (goto) goto.timeout = limits.totalMs;
      },
    ],
    async requestHandler({ page: tab, request: { uniqueKey }, response }) {
      const page = pending.get(uniqueKey);
      const at = visits.get(uniqueKey)?.at ?? Date.now();
      visits.delete(uniqueKey);
      if (page) await settle(page, tab, { response, limits, at, proxy });
    },
    failedRequestHandler({ request: { uniqueKey } }, error) {
      const page = pending.get(uniqueKey);
      const { refusal, at = Date.now() } = visits.get(uniqueKey) ?? {};
      visits.delete(uniqueKey);
      if (!page) return;
      // What the proxy met says more than the browser's own error.
      const fault = proxy.takeFailure(new URL(refusal?.url() ?? page.request.url).host);
      if (refusal && !fault) page.resolve(refusedAnswer(page.request, refusal, at));
      else page.reject(fault ?? failureOf(error, page.request.url));
    },
  };
}

function isDocument(response: Response, tab: Tab): boolean {
  const request = response.request();
  return request.isNavigationRequest() && request.frame() === tab.mainFrame();
}

interface Settling {
  readonly response: Response | undefined;
  readonly limits: FetchLimits;
  readonly at: number;
  readonly proxy: BrowserProxy;
}

async function settle(page: Pending, tab: Tab, settling: Settling): Promise<void> {
  const { response, limits, at, proxy } = settling;
  const fault = proxy.takeFailure(new URL(response?.url() ?? page.request.url).host);
  if (fault && response?.status() === 502) page.reject(fault);
  else {
    const reading = { request: page.request, response, limits, at };
    await readTab(tab, reading).then(page.resolve, page.reject);
  }
}

function poolOptions(limits: FetchLimits): PlaywrightCrawlerOptions {
  return {
    keepAlive: true,
    useSessionPool: false,
    maxRequestRetries: 0,
    minConcurrency: 1,
    maxConcurrency: TABS,
    navigationTimeoutSecs: Math.ceil(limits.totalMs / 1000),
    requestHandlerTimeoutSecs: 30,
    browserPoolOptions: {
      useFingerprints: false,
      retireBrowserAfterPageCount: PAGES_A_BROWSER,
      maxOpenPagesPerBrowser: TABS,
    },
    statisticsOptions: { persistenceOptions: { enable: false }, saveErrorSnapshots: false },
  };
}

function launchContext(executablePath: string | undefined, proxyPort: number) {
  return {
    // A context of its own for each page: nothing is kept between two sources.
    useIncognitoPages: true,
    launchOptions: {
      headless: true,
      ...(executablePath ? { executablePath } : {}),
      args: chromiumArguments(),
      // By itself Chromium goes past a proxy to loopback addresses.
      proxy: { server: `http://127.0.0.1:${proxyPort}`, bypass: '<-loopback>' },
      // Ending is the fetcher's matter: pages in hand go back first.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    },
  };
}
