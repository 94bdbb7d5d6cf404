import type { Page } from '../../record/fetched-page.ts';
import { allowListOf } from './allow-list.ts';
import { checkAnswer } from './answer-check.ts';
import { pageOf } from './answer-page.ts';
import { type Archive, type ArchiveOptions, openArchive } from './archive/archive.ts';
import { BROWSER_LIMITS, type BrowserLimits } from './browser-limits.ts';
import { startBrowserProxy } from './browser-proxy.ts';
import { browserSession } from './browser-session.ts';
import { type Answer, httpClient } from './client.ts';
import { openConnectionPools } from './connection-pools.ts';
import { type Resolve, systemResolve } from './connector.ts';
import { ACCEPT_ENCODING } from './decompress.ts';
import { formPoster, type PostForm } from './form-post.ts';
import { DEFAULT_LIMITS, type FetchLimits } from './limits.ts';
import { type ClientIdentity, headersOf, type OutboundRequest } from './request.ts';
import { guardUrl } from './url-guard.ts';

/** The settings for every request that this process sends to sites. */
export interface FetchOptions extends ClientIdentity {
  /** Hosts that may be asked though private or on an unusual port: `name` or `name:port`. */
  readonly allowHosts?: readonly string[];
  readonly ports?: readonly number[];
  readonly limits?: Partial<FetchLimits>;
  /** Keeps every answer as it came; off where absent. */
  readonly archive?: ArchiveOptions;
  /** The browser for `via: 'browser'`, found on the machine; when it is replaced. */
  readonly browser?: Partial<BrowserLimits> & { readonly executablePath?: string };
  /** Resolves names; the system's resolver where absent. */
  readonly resolve?: Resolve;
}

/** The only way by which the process reaches sites. */
export interface Fetcher {
  /**
   * Asks and returns the document; a 304 comes back as such, with no text.
   * @throws RefusedError, ThrottledError, UnreachableError and UnreadableError by their cases
   */
  readonly fetch: (request: OutboundRequest) => Promise<Page>;
  /** Sends a form to a hub, held to the same guards. */
  readonly post: PostForm;
  readonly close: () => Promise<void>;
}

const DEFAULT_PORTS = [80, 443, 8080, 8443];

/** Opens the fetcher. It holds sockets and, after the first page that needs it, a browser: close it. */
export function createFetcher(options: FetchOptions): Fetcher {
  const methods = openMethods(options);
  const archive = options.archive && openArchive(options.archive);
  return {
    async fetch(request) {
      const via = request.via ?? 'http';
      const { href: url } = guardUrl(request.url, methods.policy);
      await archive?.ready();
      const answer = await methods[via]({ ...request, url });
      const place = archive && (await keep(answer, { request, archive, identity: options }));
      checkAnswer(answer);
      const page = { ...pageOf(answer, via), requestedUrl: request.url };
      return place === undefined ? page : { ...page, archive: place };
    },
    post: methods.post,
    close: async () => {
      await methods.closeBrowser();
      await methods.pools.close();
    },
  };
}

/**
 * Writes an answer to the archive: of pages and feeds, and of robots.txt too, which is small and
 * the proof that a page was open to us when it was read. Fields that a source's file adds are left
 * out of the request: they may be keys.
 */
async function keep(
  answer: Answer,
  {
    request,
    archive,
    identity,
  }: { request: OutboundRequest; archive: Archive; identity: ClientIdentity },
): Promise<string> {
  const { kind, link, via = 'http', source, optOut } = request;
  const bare = { ...request, source: source && { ...source, headers: {} } };
  const sent = headersOf(bare, identity, ACCEPT_ENCODING);
  return archive.write({ answer, via, kind, sent, source: source?.id, optOut, link });
}

function openMethods(options: FetchOptions) {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const isAllowed = allowListOf(options.allowHosts ?? []);
  const resolve = options.resolve ?? systemResolve;
  const connect = { isAllowed, resolve, connectMs: limits.firstByteMs };
  const pools = openConnectionPools(limits, connect);
  const ports = options.ports ?? DEFAULT_PORTS;
  const policy = { isAllowed, ports, urlLength: limits.urlLength };
  const parts = { identity: options, limits, policy, pools };
  const startProxy = (proxy: string | undefined) =>
    startBrowserProxy({ policy, ...pools.through(proxy), mostBytes: limits.bodyBytes });
  const { executablePath, ...changed } = options.browser ?? {};
  const replace = { ...BROWSER_LIMITS, ...changed };
  const browser = browserSession({
    identity: options,
    limits,
    startProxy,
    replace,
    executablePath,
  });
  return {
    http: httpClient(parts),
    browser: browser.ask,
    closeBrowser: browser.close,
    post: formPoster(parts),
    policy,
    pools,
  };
}
