import { RobotsDisallowedError } from '../../errors.ts';
import type { Page } from '../../record/page.ts';
import { durationMs, type Source } from '../../record/source.ts';
import type { Fetcher } from './fetcher.ts';
import { hostKey } from './host-key.ts';
import type { HostSlots } from './host-slots.ts';
import { findOptOut, findSiteOptOut, type OptOut, obeyOptOut } from './opt-out.ts';
import { type OptOutFiles, optOutFiles } from './opt-out-files.ts';
import { pauseMs } from './politeness.ts';
import type { FetchRequest } from './request.ts';
import { isAllowed, type Robots } from './robots.ts';
import { type RobotsRules, type RobotsStore, robotsRules } from './robots-rules.ts';
import { inSlot, type Slot } from './slot.ts';

/** What a job asks for. */
export interface Question extends Omit<FetchRequest, 'source' | 'mayFollow' | 'optOut'> {
  /** Names the place in the host's line; the URL where absent. The same when the job comes again. */
  readonly slotToken?: string;
  /** Waits while news does: backfill. */
  readonly yields?: boolean;
}

/**
 * Asks a site for a document, with manners.
 * @throws HostBusyError before anything is asked, where the host's slot is later: come again then
 * @throws RobotsDisallowedError, and whatever `Fetcher.fetch` throws
 */
export type Ask = (question: Question, source: Source) => Promise<Page>;

/** What all workers share. */
export interface MannersPorts {
  readonly slots: HostSlots;
  readonly robots: RobotsStore;
}

/** What holds where a source says nothing. */
export interface MannersSettings {
  /** The User-Agent sent; its product token is who we are to a robots.txt. */
  readonly userAgent: string;
  readonly delayMs: number;
  /** A request is over by then: `limits.totalMs` and some seconds. */
  readonly leaseMs?: number;
  readonly now?: () => number;
}

/** One question on its way, with what it needs. */
interface Errand {
  readonly question: Question;
  readonly source: Source;
  readonly fetcher: Fetcher;
  readonly slots: HostSlots;
  readonly rules: RobotsRules;
  readonly files: OptOutFiles;
  readonly settings: MannersSettings;
}

/** Joins the fetcher with robots.txt and the slots of hosts. */
export function polite(fetcher: Fetcher, ports: MannersPorts, settings: MannersSettings): Ask {
  const now = settings.now ?? Date.now;
  const rules = robotsRules(ports.robots, now);
  const files = optOutFiles(ports.robots, now);
  return async (question, source) => {
    const errand = { question, source, fetcher, slots: ports.slots, rules, files, settings };
    const url = URL.canParse(question.url) ? new URL(question.url) : undefined;
    // What no site can be asked for is the fetcher's to refuse.
    if (!url || !/^https?:$/u.test(url.protocol)) return fetcher.fetch(requestOf(errand));
    return askFor(url, errand);
  };
}

async function askFor(url: URL, errand: Errand): Promise<Page> {
  let ahead = false;
  const robots = await errand.rules.of(url.origin, async () => {
    ahead = true;
    return askRobots(url, errand);
  });
  const delayMs = checkRobots(url, robots, errand);
  const reserved = await findReserved(url, { robots, delayMs }, errand);
  const slot = slotOf(url, { delayMs, ahead }, errand);
  const optOut = reserved ?? findSiteOptOut(robots);
  const request = { ...requestOf(errand, slot.host), optOut };
  const page = await inSlot(slot, () => errand.fetcher.fetch(request));
  return { ...page, optOut: checkOptOut(page, { robots, reserved }, errand) };
}

/**
 * What the site's own files reserve of a page; asked before the page, as the TDM Reservation Protocol
 * wants it, and where robots.txt lets us.
 * @throws OptOutError where the source's file says to obey
 */
async function findReserved(
  url: URL,
  { robots, delayMs }: { robots: Robots; delayMs: number },
  errand: Errand,
): Promise<OptOut | undefined> {
  const { question, source, settings, files } = errand;
  if (question.kind !== 'page' || !source.rights.askOptOutFiles) return undefined;
  const reserved = await files.of(url, settings.userAgent, async (file) => {
    if (!isAllowed(robots, settings.userAgent, file).allowed) return '';
    const about = { ...errand, question: { url: file, kind: 'robots' } } as const;
    const slot = slotOf(url, { delayMs, ahead: true }, about);
    return inSlot(slot, async () => (await errand.fetcher.fetch(requestOf(about))).text);
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
  errand: Errand,
): OptOut | undefined {
  const { question, settings, source } = errand;
  const found = findOptOut(page.headers, robots, settings.userAgent);
  const optOut = found?.binding ? found : (reserved ?? found);
  if (question.kind === 'page') obeyOptOut(optOut, { url: page.url, rights: source.rights });
  return optOut;
}

/** @returns the pause that holds for the host; @throws RobotsDisallowedError */
function checkRobots(url: URL, robots: Robots, { settings, source }: Errand): number {
  const verdict = isAllowed(robots, settings.userAgent, url.href);
  if (verdict.allowed) return pauseMs(delayOf(source, settings), verdict.crawlDelayMs);
  const { line = '', lineNumber = 0 } = verdict;
  throw new RobotsDisallowedError(`robots.txt line ${lineNumber} disallows ${url.href}: ${line}`, {
    context: { url: url.href, line, lineNumber },
  });
}

function delayOf({ fetch }: Source, settings: MannersSettings): number {
  return fetch.delay === undefined ? settings.delayMs : durationMs(fetch.delay);
}

/** Asks for robots.txt in a slot of its own: it is a request like any other. */
async function askRobots(url: URL, errand: Errand): Promise<string> {
  const delayMs = delayOf(errand.source, errand.settings);
  return inSlot(slotOf(url, { delayMs }, errand), () => fetchRobots(url, errand));
}

async function fetchRobots(url: URL, errand: Errand): Promise<string> {
  const { source } = requestOf(errand);
  const request = { url: new URL('/robots.txt', url).href, kind: 'robots', source } as const;
  return (await errand.fetcher.fetch(request)).text;
}

function requestOf(errand: Errand, host?: string): FetchRequest {
  const { question, source } = errand;
  const { slotToken: _token, yields: _yields, ...request } = question;
  const { userAgent, headers, proxy } = source.fetch;
  const asked = { ...request, source: { id: source.id, userAgent, headers, proxy } };
  if (host === undefined) return asked;
  return { ...asked, mayFollow: (next) => mayFollow(next, host, errand) };
}

/** A redirect is held against the robots.txt and the pause of where it leads. */
async function mayFollow(next: URL, host: string, errand: Errand): Promise<void> {
  const isHere = hostKey(next) === host;
  // On the same host the slot in hand covers robots.txt of the other origin (www, https) too.
  const robots = await errand.rules.of(next.origin, () =>
    isHere ? fetchRobots(next, errand) : askRobots(next, errand),
  );
  const delayMs = checkRobots(next, robots, errand);
  if (isHere) return;
  // The slot counts from its start; nothing is known yet of how the request in it will end.
  await inSlot(slotOf(next, { delayMs }, errand), async () => undefined);
}

/** The lease where the settings name none: the default whole time of a request, and half again. */
const LEASE_MS = 45_000;

function slotOf(url: URL, pace: { delayMs: number; ahead?: boolean }, errand: Errand): Slot {
  const { slots, settings, source, question } = errand;
  // The URL names a page's job too: a link is in the queue once.
  const token = question.slotToken ?? `${question.kind} ${question.url}`;
  const leaseMs = settings.leaseMs ?? LEASE_MS;
  const { yields = false } = question;
  const wish = { token, leaseMs, concurrency: source.fetch.concurrency, yields, ...pace };
  return { slots, host: hostKey(url), wish };
}
