import { RobotsDisallowedError } from '../../errors.ts';
import type { Page } from '../../record/fetched-page.ts';
import { durationMs, type SourceRules } from '../../record/source-rules.ts';
import type { Fetcher } from './fetcher.ts';
import { hostKey } from './host-key.ts';
import { inSlot, type Slot } from './host-slot.ts';
import type { HostSlots } from './host-slots.ts';
import { findOptOut, findSiteOptOut, type OptOut, obeyOptOut } from './opt-out.ts';
import { type OptOutFiles, optOutFiles } from './opt-out-files.ts';
import { pauseMs } from './pause.ts';
import { type FetchRequest, type OutboundRequest, sentAgent } from './request.ts';
import { isAllowed, type Robots } from './robots.ts';
import { type RobotsRules, robotsRules } from './robots-rules.ts';
import type { RobotsStore } from './site-text.ts';

/**
 * Fetches a document from a site, politely: robots.txt, opt-outs and the host's slots hold.
 * @throws HostBusyError before anything is asked, where the host's slot is later: come again then
 * @throws RobotsDisallowedError; RulesUnknownError where what the site forbids cannot be read; and
 * whatever `Fetcher.fetch` throws
 */
export type PoliteFetch = (request: FetchRequest, source: SourceRules) => Promise<Page>;

/** What all workers share. */
export interface PolitenessPorts {
  readonly slots: HostSlots;
  readonly robots: RobotsStore;
}

/** What holds where a source says nothing. */
export interface PolitenessSettings {
  /** The User-Agent sent where a source names none; its product token is who we are to a robots.txt. */
  readonly userAgent: string;
  readonly delayMs: number;
  /** A request is over by then: `limits.totalMs` and some seconds. */
  readonly leaseMs?: number;
  readonly now?: () => number;
}

/** A request on its way, with what it needs. */
interface RequestContext {
  readonly request: FetchRequest;
  readonly source: SourceRules;
  readonly fetcher: Fetcher;
  readonly slots: HostSlots;
  readonly rules: RobotsRules;
  readonly files: OptOutFiles;
  readonly settings: PolitenessSettings;
}

/** Joins the fetcher with robots.txt and the slots of hosts. */
export function politeFetch(
  fetcher: Fetcher,
  ports: PolitenessPorts,
  settings: PolitenessSettings,
): PoliteFetch {
  const now = settings.now ?? Date.now;
  const rules = robotsRules(ports.robots, now);
  const files = optOutFiles(ports.robots, now);
  return async (request, source) => {
    const context = { request, source, fetcher, slots: ports.slots, rules, files, settings };
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    // What no site can be asked for is the fetcher's to refuse.
    if (!url || !/^https?:$/u.test(url.protocol)) return fetcher.fetch(requestOf(context));
    return askFor(url, context);
  };
}

async function askFor(url: URL, context: RequestContext): Promise<Page> {
  let isAhead = false;
  const robots = await context.rules.of(url.origin, async () => {
    isAhead = true;
    return askRobots(url, context);
  });
  const delayMs = checkRobots(url, robots, context);
  const reserved = await findReserved(url, { robots, delayMs }, context);
  const slot = slotOf(url, { delayMs, isAhead }, context);
  const optOut = reserved ?? findSiteOptOut(robots);
  const request = { ...requestOf(context, slot.host), optOut };
  const page = await inSlot(slot, () => context.fetcher.fetch(request));
  return { ...page, optOut: checkOptOut(page, { robots, reserved }, context) };
}

/**
 * What the site's own files reserve of a page; asked before the page, as the TDM Reservation Protocol
 * wants it, and where robots.txt lets us.
 * @throws OptOutError where the source's file says to obey
 */
async function findReserved(
  url: URL,
  { robots, delayMs }: { robots: Robots; delayMs: number },
  context: RequestContext,
): Promise<OptOut | undefined> {
  const { request, source, files } = context;
  if (request.kind !== 'page' || !source.rights.askOptOutFiles) return undefined;
  const reserved = await files.of(url, agentOf(context), async (file) => {
    if (!isAllowed(robots, agentOf(context), file).allowed) return '';
    const about = { ...context, request: { url: file, kind: 'robots' } } as const;
    const slot = slotOf(url, { delayMs, isAhead: true }, about);
    return inSlot(slot, async () => (await context.fetcher.fetch(requestOf(about))).text);
  });
  obeyOptOut(reserved, { url: url.href, rights: source.rights });
  return reserved;
}

interface SiteWord {
  readonly robots: Robots;
  readonly reserved: OptOut | undefined;
}

/** @throws OptOutError where the source's file says to obey */
function checkOptOut(
  page: Page,
  { robots, reserved }: SiteWord,
  context: RequestContext,
): OptOut | undefined {
  const { request, source } = context;
  const found = findOptOut(page.headers, robots, agentOf(context));
  const optOut = found?.binding ? found : (reserved ?? found);
  if (request.kind === 'page') obeyOptOut(optOut, { url: page.url, rights: source.rights });
  return optOut;
}

/** @returns the pause that holds for the host; @throws RobotsDisallowedError */
function checkRobots(url: URL, robots: Robots, context: RequestContext): number {
  const { settings, source } = context;
  const verdict = isAllowed(robots, agentOf(context), url.href);
  if (verdict.allowed) return pauseMs(delayOf(source, settings), verdict.crawlDelayMs);
  const { line = '', lineNumber = 0 } = verdict;
  throw new RobotsDisallowedError(`robots.txt line ${lineNumber} disallows ${url.href}: ${line}`, {
    context: { url: url.href, line, lineNumber },
  });
}

/** The rules are read for the User-Agent that is sent. */
const agentOf = ({ source, settings }: RequestContext): string => sentAgent(source.fetch, settings);

function delayOf({ fetch }: SourceRules, settings: PolitenessSettings): number {
  return fetch.delay === undefined ? settings.delayMs : durationMs(fetch.delay);
}

/** Asks for robots.txt in a slot of its own: it is a request like any other. */
async function askRobots(url: URL, context: RequestContext): Promise<string> {
  const delayMs = delayOf(context.source, context.settings);
  return inSlot(slotOf(url, { delayMs }, context), () => fetchRobots(url, context));
}

async function fetchRobots(url: URL, context: RequestContext): Promise<string> {
  const { source } = requestOf(context);
  const request = { url: new URL('/robots.txt', url).href, kind: 'robots', source } as const;
  return (await context.fetcher.fetch(request)).text;
}

function requestOf(context: RequestContext, host?: string): OutboundRequest {
  const { request, source } = context;
  const { userAgent, headers, proxy } = source.fetch;
  const asked = { ...request, source: { id: source.id, userAgent, headers, proxy } };
  if (host === undefined) return asked;
  return { ...asked, mayFollow: (next) => mayFollow(next, host, context) };
}

/** For a redirect, the robots.txt and the pause of its target hold. */
async function mayFollow(next: URL, host: string, context: RequestContext): Promise<void> {
  const isHere = hostKey(next) === host;
  // On the same host the slot in hand covers robots.txt of the other origin (www, https) too.
  const robots = await context.rules.of(next.origin, () =>
    isHere ? fetchRobots(next, context) : askRobots(next, context),
  );
  const delayMs = checkRobots(next, robots, context);
  if (isHere) return;
  // The slot counts from its start; nothing is known yet of how the request in it will end.
  await inSlot(slotOf(next, { delayMs }, context), async () => undefined);
}

/** The lease where the settings name none: the default whole time of a request, and half again. */
const LEASE_MS = 45_000;

function slotOf(
  url: URL,
  pace: { delayMs: number; isAhead?: boolean },
  context: RequestContext,
): Slot {
  const { slots, settings, source, request } = context;
  // The URL names a page's job too: a link is in the queue once.
  const token = request.slotToken ?? `${request.kind} ${request.url}`;
  const leaseMs = settings.leaseMs ?? LEASE_MS;
  const { yields = false } = request;
  const wish = { token, leaseMs, concurrency: source.fetch.concurrency, yields, ...pace };
  return { slots, host: hostKey(url), wish };
}
