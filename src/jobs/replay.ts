import { MarsadError, RefusedError } from '../errors.ts';
import { sketch } from '../line/dedupe/sketch.ts';
import { type ArchivedReading, readArchivedPage } from '../line/fetch/archive/archived-page.ts';
import { type Capture, placeOf, urlOf } from '../line/fetch/archive/captures.ts';
import { obeyOptOut } from '../line/fetch/opt-out.ts';
import { type ArticleLog, publish } from '../line/publish/publish.ts';
import type { Page } from '../record/fetched-page.ts';
import type { Link } from '../record/link.ts';
import type { Source } from '../source.ts';
import type { ReadPageDependencies } from './dependencies.ts';
import { isNoArticle, readPage } from './read-page.ts';

/** What a replay works with: nothing of it can ask a site. */
export interface ReplayDependencies
  extends Pick<ReadPageDependencies, 'crawlers' | 'boilerplate' | 'clock' | 'fetchMethod'> {
  readonly log: Pick<ArticleLog, 'commit'>;
}

/** What came of one archived page. */
export interface ReplayLine {
  /** Where it is: `FILE:OFFSET`. */
  readonly place: string;
  readonly source: string;
  readonly url: string;
  /** `refused`: an opt-out that the source obeys, or a status of 4xx. */
  readonly outcome: 'published' | 'updated' | 'unchanged' | 'skipped' | 'refused' | 'unreadable';
  readonly id?: string;
  readonly revision?: number;
  /** The fields that differ from what was published. */
  readonly changed?: readonly string[];
  readonly headline?: string;
  /** Why nothing could be read. */
  readonly reason?: string;
}

/** A page in hand. */
export interface ReplayWork {
  readonly source: Source;
  readonly deps: ReplayDependencies;
  readonly reading: ArchivedReading;
}

/**
 * Reads an archived answer by today's rules and publishes what differs, as its page job would have
 * done then; the clock stands where the answer came. An observation older than what is stored changes
 * nothing.
 * @throws StateError where the log cannot take it; other faults of a page are in the returned line
 */
export async function replay(capture: Capture, work: ReplayWork): Promise<ReplayLine> {
  const { source } = work;
  const url = capture.note?.link?.url ?? urlOf(capture);
  const about = { place: placeOf(capture), source: source.id, url };
  try {
    const page = await readArchivedPage(capture, work.reading);
    return { ...about, url: page.url, ...(await readAndPublish(page, capture, work)) };
  } catch (error) {
    if (!(error instanceof MarsadError) || error.code === 'STATE') throw error;
    const outcome = error instanceof RefusedError ? 'refused' : 'unreadable';
    return { ...about, outcome, reason: error.message };
  }
}

type Outcome = Omit<ReplayLine, 'place' | 'source' | 'url'>;

async function readAndPublish(page: Page, capture: Capture, work: ReplayWork): Promise<Outcome> {
  const { source, deps } = work;
  if (page.status !== OK) return { outcome: 'skipped', reason: `status ${page.status}` };
  obeyOptOut(page.optOut, { url: page.url, rights: source.rights });
  const link = linkOf(page, capture, source);
  const { found } = await readPage(link, source, { deps: dependenciesFor(page, link, deps) });
  if (isNoArticle(found)) return { outcome: 'skipped', reason: `${found.kind}: ${found.reason}` };
  const { outcome, id, revision, changed } = await publish(found, sketch(found), deps.log);
  const about = { id, revision, headline: found.headline, ...(changed ? { changed } : {}) };
  return { outcome: outcome === 'withdrawn' ? 'unchanged' : outcome, ...about };
}

/** A redirect or a 304 is no page; a 206 is a part of one. */
const OK = 200;

/** The link that led to the page; of another's archive, one that was met when the page came. */
function linkOf(page: Page, { note }: Capture, source: Source): Link {
  if (note?.link) return { ...note.link, source: source.id };
  const route = { kind: 'archive', url: page.url } as const;
  return { url: page.url, source: source.id, route, firstSeen: page.at, visit: 'replay' };
}

/** The dependencies of a page job whose only answer is the page in hand. */
function dependenciesFor(page: Page, link: Link, deps: ReplayDependencies) {
  return {
    ...deps,
    now: () => new Date(page.at),
    fetch: async ({ url }: { readonly url: string }) => {
      if (url === link.url) return page;
      throw new RefusedError(`${url} is not asked for in a replay`);
    },
  };
}
