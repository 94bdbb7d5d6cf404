import type { PlaywrightCrawlerOptions } from 'crawlee';
import type { Response, Page as Tab } from 'playwright';
import { TimeoutError } from '../../errors.ts';
import { type BrowserExits, openBrowserExits } from './browser-exits.ts';
import { browserFailure } from './browser-failure.ts';
import type { BrowserLimits } from './browser-limits.ts';
import { prepareTab, readTab, refusedAnswer } from './browser-page.ts';
import type { BrowserProxy } from './browser-proxy.ts';
import { browserQueue, type Pending, type PendingPages } from './browser-queue.ts';
import { retireEnded, retireLarge } from './browser-replacement.ts';
import { chromiumArguments, findChromium } from './chromium.ts';
import type { FetchLimits } from './limits.ts';
import type { ClientIdentity, OutboundRequest } from './request.ts';

/** What the browser works with. */
export interface BrowserParts {
  readonly identity: ClientIdentity;
  readonly limits: FetchLimits;
  /** Starts the browser's way out, through a source's proxy where it has one. */
  readonly startProxy: (proxy: string | undefined) => Promise<BrowserProxy>;
  readonly replace: BrowserLimits;
  /** The machine's Chromium, or else Playwright's own, where absent. */
  readonly executablePath?: string | undefined;
}

/** Tabs at a time: each holds some 100 MB, and two cores draw no more. */
const TABS = 2;

/** A crawler that runs until it is stopped. */
export interface RunningBrowser {
  readonly add: (url: string, uniqueKey: string) => void;
  readonly stop: () => Promise<void>;
  /** Settles when it no longer runs, for whatever reason. */
  readonly ended: Promise<void>;
}

/**
 * Starts Crawlee's `PlaywrightCrawler` for the pages in `pending`. Loading the package takes 0.6 s and
 * 100 MB, so only a process that meets a page for the browser pays for it.
 */
export async function startBrowser(
  parts: BrowserParts,
  pending: PendingPages,
): Promise<RunningBrowser> {
  const { Configuration, Log, LogLevel, PlaywrightCrawler, ProxyConfiguration, Request } =
    await import('crawlee');
  const exits = await openBrowserExits(parts.startProxy);
  const queue = browserQueue(Request);
  // Crawlee 3.18 documents the option `requestManager` and refuses it when it checks its options.
  class QueuedCrawler extends PlaywrightCrawler {
    protected override requestManager = queue;
  }
  const log = new Log({ level: LogLevel.OFF });
  const config = new Configuration({ persistStorage: false, purgeOnStart: false });
  const proxyConfiguration = new ProxyConfiguration({
    // Each page has a context of its own, and so a way out of its own.
    newUrlFunction: async (_session, page) => {
      const proxy = pending.get(page?.request?.uniqueKey ?? '')?.request.source?.proxy;
      return `http://127.0.0.1:${(await exits.of(proxy)).port}`;
    },
  });
  const options = { ...optionsOf(parts, pending, exits), proxyConfiguration, log };
  const crawler = new QueuedCrawler(options, config);
  retireEnded(crawler.browserPool);
  // Each page in hand gets the reason why the browser ended.
  const ended = crawler.run().then(exits.close, exits.close);
  return {
    ended,
    add(url, uniqueKey) {
      queue.push(url, uniqueKey);
      void crawler.autoscaledPool?.notify();
    },
    async stop() {
      await crawler.autoscaledPool?.abort();
      await ended;
    },
  };
}

/** A page on its way through a tab. */
interface Visit {
  readonly at: number;
  /** Ends the page at its time limit; a script that never rests would hold its tab. */
  readonly timer: NodeJS.Timeout;
  /** The answer to the navigation, kept because Chromium shows none for an empty error page. */
  refusal?: Response;
}

function optionsOf(
  parts: BrowserParts,
  pending: PendingPages,
  exits: BrowserExits,
): PlaywrightCrawlerOptions {
  const { identity, limits } = parts;
  const visits = new Map<string, Visit>();
  return {
    ...poolOptions(limits, parts.replace),
    launchContext: launchContext(parts.executablePath ?? findChromium()),
    preNavigationHooks: [
      async ({ page: tab, request: { uniqueKey } }, goto) => {
        const page = pending.get(uniqueKey);
        const timer = setTimeout(() => endLate(page, tab, limits), limits.totalMs);
        const visit: Visit = { at: Date.now(), timer };
        visits.set(uniqueKey, visit);
        tab.on('response', (response) => {
          if (response.status() >= 400 && isDocument(response, tab)) visit.refusal = response;
        });
        if (page) await prepareTab(tab, page.request, identity);
        if (goto) goto.timeout = limits.totalMs;
      },
    ],
    async requestHandler({ page: tab, request: { uniqueKey }, response, ...context }) {
      const page = pending.get(uniqueKey);
      if (!page) return;
      const at = visits.get(uniqueKey)?.at ?? Date.now();
      const proxy = await exits.of(page.request.source?.proxy);
      await settle(page, tab, { response, limits, at, proxy });
      endVisit(visits, uniqueKey);
      await retireLarge(context, parts.replace);
    },
    async failedRequestHandler({ request: { uniqueKey } }, error) {
      const page = pending.get(uniqueKey);
      const { refusal, at = Date.now() } = endVisit(visits, uniqueKey) ?? {};
      if (!page) return;
      // What the proxy met says more than the browser's own error.
      const fault = await takeFault(exits, page.request, refusal?.url());
      if (refusal && !fault) page.resolve(refusedAnswer(page.request, refusal, at));
      else page.reject(fault ?? browserFailure(error, page.request.url));
    },
  };
}

function endVisit(visits: Map<string, Visit>, uniqueKey: string): Visit | undefined {
  const visit = visits.get(uniqueKey);
  clearTimeout(visit?.timer);
  visits.delete(uniqueKey);
  return visit;
}

/** Ends a page at its time limit; once its tab is closed, Crawlee gives the tab's place to another page. */
function endLate(page: Pending | undefined, tab: Tab, { totalMs }: FetchLimits): void {
  const url = page?.request.url;
  page?.reject(
    new TimeoutError(`${url} was not read within ${totalMs} ms`, { context: { url, totalMs } }),
  );
  // A tab whose scripts never rest may answer no more: Crawlee ends it with its browser.
  void tab.close().catch(() => undefined);
}

/** Why the way out failed, or why there is none; an error thrown here would end the crawler. */
async function takeFault(
  exits: BrowserExits,
  { url, source }: OutboundRequest,
  last = url,
): Promise<unknown> {
  try {
    return (await exits.of(source?.proxy)).takeFailure(new URL(last).host);
  } catch (error) {
    return error;
  }
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

/** Crawlee's own limits come after ours, which say in our classes what ran out. */
const AFTER_OURS_SECS = 5;

function poolOptions(limits: FetchLimits, { pages }: BrowserLimits): PlaywrightCrawlerOptions {
  const limitSecs = Math.ceil(limits.totalMs / 1000) + AFTER_OURS_SECS;
  return {
    keepAlive: true,
    useSessionPool: false,
    maxRequestRetries: 0,
    minConcurrency: 1,
    maxConcurrency: TABS,
    navigationTimeoutSecs: limitSecs,
    requestHandlerTimeoutSecs: limitSecs,
    browserPoolOptions: {
      useFingerprints: false,
      retireBrowserAfterPageCount: pages,
      maxOpenPagesPerBrowser: TABS,
    },
    statisticsOptions: { persistenceOptions: { enable: false }, saveErrorSnapshots: false },
  };
}

function launchContext(executablePath: string | undefined) {
  return {
    // A context of its own for each page: nothing is kept between two sources.
    useIncognitoPages: true,
    launchOptions: {
      headless: true,
      ...(executablePath ? { executablePath } : {}),
      args: chromiumArguments(),
      // Ending is the fetcher's matter: pages in hand go back first.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    },
  };
}
