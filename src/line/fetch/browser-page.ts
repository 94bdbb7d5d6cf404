import type { Response, Route, Page as Tab } from 'playwright';
import { ConnectError, TooLargeError } from '../../errors.ts';
import { type Answer, joinFields } from './client.ts';
import type { FetchLimits } from './limits.ts';
import type { Hop } from './redirect.ts';
import { type ClientIdentity, headersOf, type OutboundRequest } from './request.ts';

/** Kinds of resources that no text needs, though they are most of a page's bytes. */
const BLOCKED_TYPES: ReadonlySet<string> = new Set([
  'image',
  'media',
  'font',
  'texttrack',
  'eventsource',
  'ping',
  'manifest',
]);

/** Scripts that count visitors or sell space, on whatever site. */
const TRACKERS =
  /^https?:\/\/(?:[^/]+\.)?(?:google-analytics\.com|googletagmanager\.com|doubleclick\.net|googlesyndication\.com|facebook\.net|hotjar\.com|chartbeat\.com|scorecardresearch\.com|taboola\.com|outbrain\.com|criteo\.(?:com|net)|amazon-adsystem\.com)\//u;

/** Sets a tab up for one request: what it may load, and under whose name it asks. */
export async function prepareTab(
  tab: Tab,
  request: OutboundRequest,
  identity: ClientIdentity,
): Promise<void> {
  const own = new URL(request.url).host;
  // Content codings are the browser's own matter.
  const { 'accept-encoding': _, accept: __, ...named } = headersOf(request, identity, '');
  const toOthers = { 'user-agent': named['user-agent'] ?? identity.userAgent };
  await tab.routeWebSocket(/.*/u, (socket) => socket.close());
  await tab.route('**/*', (route) => passOn(route, { own, named, toOthers }));
}

interface Names {
  readonly own: string;
  readonly named: Record<string, string>;
  readonly toOthers: Record<string, string>;
}

/** Fields that a source's file adds to requests may be keys, and go to the source's own host alone. */
async function passOn(route: Route, { own, named, toOthers }: Names): Promise<void> {
  const request = route.request();
  const url = request.url();
  if (BLOCKED_TYPES.has(request.resourceType()) || TRACKERS.test(url)) {
    await route.abort();
    return;
  }
  const isOwn = URL.canParse(url) && new URL(url).host === own;
  await route.continue({ headers: { ...request.headers(), ...(isOwn ? named : toOthers) } });
}

/** How long scripts may go on to write the page after it is loaded. */
const SETTLE_MS = 2000;

/** What a tab is read with. */
export interface TabReading {
  readonly request: OutboundRequest;
  readonly response: Response | undefined;
  readonly limits: FetchLimits;
  /** Unix ms of the request. */
  readonly at: number;
}

/**
 * The answer in a tab: its document as scripts left it, as UTF-8.
 * @throws TooLargeError, and what `mayFollow` throws of a redirect
 */
export async function readTab(tab: Tab, reading: TabReading): Promise<Answer> {
  const { request, response, limits, at } = reading;
  if (!response) throw new ConnectError(`${request.url} gave the browser no answer`);
  await tab.waitForLoadState('networkidle', { timeout: SETTLE_MS }).catch(() => undefined);
  const body = Buffer.from(await tab.content(), 'utf8');
  if (body.length > limits.bodyBytes) {
    throw new TooLargeError(`${request.url} grew to ${body.length} bytes in the browser`);
  }
  const redirects = await readHops(response);
  for (const hop of redirects) await request.mayFollow?.(new URL(hop.url));
  return {
    requestedUrl: request.url,
    url: response.url(),
    redirects,
    status: response.status(),
    headers: { ...joinFields(response.headers()), 'content-type': 'text/html; charset=utf-8' },
    body,
    packed: body,
    ms: Date.now() - at,
    at,
  };
}

/** The answer of a status without a page, for which Chromium shows none. */
export function refusedAnswer(request: OutboundRequest, response: Response, at: number): Answer {
  const body = Buffer.alloc(0);
  return {
    requestedUrl: request.url,
    url: response.url(),
    redirects: [],
    status: response.status(),
    headers: joinFields(response.headers()),
    body,
    packed: body,
    ms: Date.now() - at,
    at,
  };
}

async function readHops(response: Response): Promise<Hop[]> {
  const hops: Hop[] = [];
  let request = response.request();
  for (let from = request.redirectedFrom(); from; from = request.redirectedFrom()) {
    const status = (await from.response())?.status();
    hops.unshift({ url: request.url(), permanent: status === 301 || status === 308 });
    request = from;
  }
  return hops;
}
