import type { Link } from '../../../record/link.ts';
import { parseFeedDate } from '../feed/date-text.ts';
import { kindOf, ROUTE_KINDS, type Route } from '../routes/index.ts';

/** What one route gave when it was tried. */
export interface TriedRoute {
  readonly route: Route;
  readonly links: readonly Link[];
}

/** How good a route is beside the others. */
export interface RouteReport {
  readonly route: Route;
  readonly links: number;
  /** Share of the articles of the last two days, over all routes, that this one has. */
  readonly completeness: number;
  /** Minutes since its newest article, where it states dates. */
  readonly newestAgeMin?: number;
  readonly hasDates: boolean;
  readonly hasFullText: boolean;
}

/** What is compared: older articles have left the feeds, and say nothing of them. */
const RECENT_MS = 2 * 86_400_000;

/** Share of links with a full text from which a route is said to carry it. */
const FULL_SHARE = 0.8;

/** What routes are compared by. */
export interface Comparison {
  readonly now: Date;
  /** What is the same for all addresses of an article. */
  readonly identityOf: (url: string) => string;
}

/**
 * Compares the routes of a site by what they hold; the most complete first, then the freshest by
 * day, then those that say more of an article.
 */
export function compareRoutes(tried: readonly TriedRoute[], context: Comparison): RouteReport[] {
  const { now } = context;
  const recent = new Set(
    tried.flatMap(({ links }) =>
      links.filter((link) => isRecent(link, now)).map((link) => sameFor(link, context)),
    ),
  );
  const reports = tried.map((one) => reportOf(one, { recent, ...context }));
  return reports.sort((one, other) => {
    const [ranks, others] = [ranksOf(one), ranksOf(other)];
    const at = ranks.findIndex((rank, index) => rank !== others[index]);
    return at < 0 ? 0 : (ranks[at] ?? 0) - (others[at] ?? 0);
  });
}

/** Minutes of a day: sites that state their clock as UTC are hours off, not days. */
const DAY_MIN = 1440;

/** What a route is ranked by, the smaller the better: a tenth of completeness is no difference. */
function ranksOf({ route, completeness, newestAgeMin }: RouteReport): number[] {
  const kind = ROUTE_KINDS.indexOf(kindOf(route));
  const age = newestAgeMin ?? Number.MAX_VALUE;
  return [-Math.round(completeness * 10), Math.floor(age / DAY_MIN), kind, -completeness, age];
}

function reportOf(
  { route, links }: TriedRoute,
  context: Comparison & { recent: ReadonlySet<string> },
): RouteReport {
  const { recent, now } = context;
  const own = new Set(links.map((link) => sameFor(link, context)).filter((one) => recent.has(one)));
  const times = links.map(timeOf).filter((at) => at !== undefined && at <= now.getTime());
  const newest = Math.max(...times.map(Number));
  const full = links.filter(({ content }) => content !== undefined).length;
  return {
    route,
    links: links.length,
    completeness: recent.size === 0 ? 0 : own.size / recent.size,
    ...(times.length > 0 ? { newestAgeMin: Math.round((now.getTime() - newest) / 60_000) } : {}),
    hasDates: times.length > 0,
    hasFullText: links.length > 0 && full / links.length >= FULL_SHARE,
  };
}

/** Routes of one site spell scheme and last slash each in their way. */
function sameFor({ url }: Link, { identityOf }: Comparison): string {
  return identityOf(url)
    .replace(/^http:/u, 'https:')
    .replace(/\/$/u, '');
}

function timeOf({ published }: Link): number | undefined {
  const instant = parseFeedDate(published);
  return instant === undefined ? undefined : Date.parse(instant);
}

function isRecent(link: Link, now: Date): boolean {
  const at = timeOf(link);
  return at !== undefined && at <= now.getTime() && now.getTime() - at <= RECENT_MS;
}

/** A route that adds fewer of the recent articles is not worth its requests. */
const WORTHWHILE_SHARE = 0.03;

/** The fewest routes that hold nearly all: the best, then each that adds what those lack. */
export function chooseRoutes(tried: readonly TriedRoute[], context: Comparison): Route[] {
  const { now } = context;
  const urlOf = (link: Link): string => sameFor(link, context);
  const reports = compareRoutes(tried, context).filter(({ links }) => links > 0);
  const linksOf = new Map(tried.map(({ route, links }) => [route, links]));
  const recent = tried.flatMap(({ links }) => links.filter((link) => isRecent(link, now)));
  const all = new Set(recent.map(urlOf)).size;
  const held = new Set<string>();
  const chosen: Route[] = [];
  let hasDated = false;
  for (const { route, hasDates } of reports) {
    // What an undated route would add to a dated one is as likely old as new; and where nothing is
    // new, one route is enough to notice news.
    if (hasDated && (!hasDates || all === 0)) continue;
    const links = (linksOf.get(route) ?? []).filter((link) => all === 0 || isRecent(link, now));
    const added = links.map(urlOf).filter((url) => !held.has(url));
    if (chosen.length > 0 && added.length < Math.max(1, all * WORTHWHILE_SHARE)) continue;
    for (const url of added) held.add(url);
    chosen.push(route);
    hasDated ||= hasDates;
  }
  return chosen;
}
