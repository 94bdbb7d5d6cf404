import { MarsadError, RulesUnknownError, StateError, ThrottledError } from '../errors.ts';
import { parseFeedDate } from '../line/discover/feed/date-text.ts';
import { judgeLinks, linksOf } from '../line/discover/links.ts';
import { sumCounts } from '../line/discover/mended.ts';
import type { RouteTask } from '../line/discover/routes/index.ts';
import { adoptedUrl } from '../line/schedule/redirect-adoption.ts';
import { countUnlisted, readListing } from '../line/schedule/unlisted.ts';
import type { VisitHistory } from '../line/schedule/visit-history.ts';
import type { Fault } from '../record/health.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { Link } from '../record/link.ts';
import type { RouteEntry } from '../record/visit-entry.ts';
import type { Source } from '../source.ts';
import { holdBack } from './back-pressure.ts';
import type { RouteDependencies, VisitDependencies } from './dependencies.ts';
import { fateOf, healthWeight } from './fate.ts';
import { enqueueUnseen } from './fresh-links.ts';
import { noteHubOffer } from './hub-offer.ts';
import { distinctLinks, identityOf } from './link-identity.ts';
import { newSitemaps } from './new-sitemaps.ts';
import { leftOutOf } from './note-left-out.ts';
import { linksOfSite } from './own-site.ts';
import type { VisitJob } from './queues.ts';
import {
  linksMatches,
  movedTo,
  type RouteFound,
  readRoute,
  rulesOf,
  tasksOf,
  UNCONDITIONAL,
} from './route.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';
import { noteVisit } from './visit-end.ts';

/** A visit in hand. */
export interface VisitWork {
  readonly source: Source;
  /** The visit's id. */
  readonly visit: string;
  readonly deps: VisitDependencies;
  /** Keeps how far the visit came, so that a pause or a crash costs no request twice. */
  readonly save: (progress: VisitJob) => Promise<void>;
}

type Work = VisitWork & { readonly watch: Stopwatch };

/** A visit that asks for more documents has met a list without end, such as a calendar. */
const MOST_DOCUMENTS = 60;

/** Publication times kept of one visit: a rhythm needs no more. */
const MOST_TIMES = 200;

/**
 * Visits a source: asks each of its routes, puts the links not seen before into the queue of
 * pages, and notes how it went. A route that fails does not stop the others.
 * @throws ThrottledError where a host is busy: the visit goes on from there later
 * @throws StateError where Redis is away
 */
export async function visit(job: VisitJob, work: VisitWork): Promise<JobRecord> {
  const watch = stopwatch();
  const start = job.todo ? undefined : await beginning(work);
  let progress: VisitJob = { ...job, ...start?.progress };
  while ((progress.todo ?? []).length > 0 && progress.asked < MOST_DOCUMENTS) {
    progress = await askNext(progress, { ...work, watch });
    await work.save(progress);
  }
  const [missed] = await Promise.all([
    noteVisit(progress, work.source, { ...work.deps, past: start?.history }),
    keepEntry(progress, { ...work, watch }),
  ]);
  const { met, fresh, broken, mended, dropped } = progress;
  const counted = {
    ...(broken.length > 0 ? { broken: broken.length } : {}),
    ...(isEmpty(mended) ? {} : { mended }),
    ...(isEmpty(dropped) ? {} : { dropped }),
    ...(progress.heldBack ? { reason: progress.heldBack } : {}),
  };
  const about = { source: work.source.id, visit: work.visit, met, fresh, ...counted, ...missed };
  return { job: 'visit', outcome: 'visited', ms: watch.ms(), steps: watch.steps(), ...about };
}

/** Keeps the visit, so that `status` and the console can show what the last visits gave. */
async function keepEntry(progress: VisitJob, { source, visit: id, deps, watch }: Work) {
  const { met, fresh, routes, heldBack } = progress;
  const about = { id, at: deps.now().toISOString(), ms: watch.ms(), met, fresh, routes };
  await deps.visitLog.add(source.id, { ...about, ...(heldBack ? { reason: heldBack } : {}) });
}

const isEmpty = (counts: object): boolean => Object.keys(counts).length === 0;

/** What a visit begins with, and what was known of the source then. */
interface Beginning {
  readonly progress: Partial<VisitJob>;
  readonly history: VisitHistory | undefined;
}

/** What a visit begins with. A route that has moved for days is asked at its new address. */
async function beginning({ source, deps }: VisitWork): Promise<Beginning> {
  const history = await deps.history.load(source.id);
  const { moved = [], lastGoodAt } = history ?? {};
  const stated = tasksOf(source).map((task, index) => ({
    ...task,
    url: adoptedUrl(moved, task.url),
    first: index === 0,
  }));
  const wanted = [...stated, ...(await newSitemaps(source, lastGoodAt, deps))];
  const { todo, reason } = await holdBack(wanted, { source, history, deps });
  const progress = {
    todo: [...todo],
    ...(reason ? { heldBack: reason } : {}),
    ...(lastGoodAt === undefined ? {} : { lastGoodAt }),
  };
  return { progress, history };
}

/** Asks for the next document and gives what is left to do. */
async function askNext(progress: VisitJob, work: Work): Promise<VisitJob> {
  const [task, ...rest] = progress.todo ?? [];
  if (!task) return progress;
  const asked = progress.asked + 1;
  try {
    const found = await work.watch.time('fetch', () => readRoute(task, work.source, work.deps));
    const to = movedTo(found.page);
    return {
      ...(await take(found, task, { progress, work })),
      asked,
      todo: [...rest, ...(found.reading?.further ?? [])],
      redirects: [...progress.redirects, { from: task.url, ...(to ? { to } : {}) }],
    };
  } catch (error) {
    if (isPause(error)) throw error;
    const fault = tellFailure(task, error, work);
    const broken = [...progress.broken, fault];
    const weight = progress.weight + healthWeight(error);
    const routes = [...progress.routes, entryOf(task, { outcome: 'failed', code: fault.code })];
    return { ...progress, asked, todo: rest, weight, broken, routes };
  }
}

/** Longest address that is kept of a document. */
const URL_MOST = 500;

function entryOf({ kind, url }: RouteTask, gave: Partial<RouteEntry>): RouteEntry {
  return { kind, url: url.slice(0, URL_MOST), outcome: 'read', met: 0, fresh: 0, ...gave };
}

/** A visit waits for its host; for rules that cannot be read the next one asks again. */
function isPause(error: unknown): boolean {
  if (error instanceof RulesUnknownError) return false;
  return error instanceof ThrottledError || error instanceof StateError;
}

/** Counts what a document gave and puts its new links into the queue. */
async function take(
  found: RouteFound,
  task: RouteTask,
  { progress, work }: { progress: VisitJob; work: Work },
): Promise<VisitJob> {
  const good = progress.good + 1;
  const { reading, page } = found;
  if (!reading) {
    await work.deps.validators.note(task.url, page);
    const routes = [...progress.routes, entryOf(task, { outcome: 'unchanged' })];
    return { ...progress, good, routes };
  }
  const { source, deps, visit: id } = work;
  const meeting = { source: source.id, route: task, visit: id, now: deps.now() };
  const judged = work.watch.time('discover', () => judgeLinks(reading.entries, meeting));
  const links = task.isFromRobots ? linksOfSite(judged.links, source) : judged.links;
  const fresh = await enqueueUnseen(links, deps);
  await Promise.all([
    deps.leftOut.note(source.id, leftOutOf({ judged, links, fresh }, meeting)),
    noteHubOffer(reading, task, { source, deps }),
    deps.health.match(source.id, linksMatches(task, reading)),
  ]);
  // Only now: noted before, a crash in between would leave links that no later visit is shown.
  const isLast = reading.further.length === 0;
  await deps.validators.note(task.url, page, isLast ? rulesOf(task, source) : undefined);
  const listing = task.first ? readListing(links.map(byIdentity)) : progress.listing;
  const since = progress.lastGoodAt ?? Number.POSITIVE_INFINITY;
  const unlisted = task.first ? 0 : countUnlisted(fresh.map(byIdentity), listing, since);
  const times = fresh.flatMap(({ published }) => instant(published));
  return {
    ...progress,
    good,
    routes: [...progress.routes, entryOf(task, { met: links.length, fresh: fresh.length })],
    met: progress.met + links.length,
    fresh: progress.fresh + fresh.length,
    ...(listing ? { listing } : {}),
    unlisted: progress.unlisted + unlisted,
    publishedAt: [...progress.publishedAt, ...times].slice(0, MOST_TIMES),
    mended: sumCounts(progress.mended, reading.mended ?? {}),
    dropped: sumCounts(progress.dropped, judged.dropped),
    ttlMs: Math.max(progress.ttlMs, reading.ttlMs ?? 0),
  };
}

/** A link as it is compared over routes. */
const byIdentity = (link: Link): Link => ({ ...link, url: identityOf(link.url) });

function instant(published: string | undefined): string[] {
  return [parseFeedDate(published) ?? []].flat();
}

/** Writes a job record for a document that could not be read. @throws an error that is not Marsad's */
function tellFailure(task: RouteTask, error: unknown, { source, visit: id, deps }: Work): Fault {
  if (!(error instanceof MarsadError)) throw error;
  const { code, message, hint } = error;
  const what = { code, message, ...(hint ? { hint } : {}) };
  const place = { source: source.id, visit: id, url: task.url };
  deps.report({ job: 'route', outcome: 'failed', ms: 0, ...place, error: what });
  const isFinal = fateOf(error, 1, 0).kind === 'dead-letter';
  return { at: deps.now().toISOString(), url: task.url, ...what, ...(isFinal ? { isFinal } : {}) };
}

/**
 * The links that a visit would find, without a queue and without marking them: for `marsad crawl`.
 * @throws whatever the first route that fails throws
 */
export async function readLinks(
  source: Source,
  deps: RouteDependencies & Pick<VisitDependencies, 'now'>,
): Promise<Link[]> {
  const links: Link[] = [];
  const todo = tasksOf(source);
  const dry = { ...deps, validators: UNCONDITIONAL };
  for (let asked = 0; asked < MOST_DOCUMENTS; asked += 1) {
    const task = todo.shift();
    if (!task) break;
    const { reading } = await readRoute(task, source, dry);
    const meeting = { source: source.id, route: task, visit: 'crawl', now: deps.now() };
    links.push(...linksOf(reading?.entries ?? [], meeting));
    todo.push(...(reading?.further ?? []));
  }
  return distinctLinks(links);
}
