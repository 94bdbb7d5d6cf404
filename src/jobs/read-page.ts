import { MarsadError, StateError, ThrottledError } from '../errors.ts';
import type { PageObservation } from '../line/extract/drift/observation.ts';
import { learnMethod, NO_HISTORY } from '../line/fetch/fetch-method.ts';
import type { ArticleDraft } from '../record/article.ts';
import type { FetchMethod, Page } from '../record/fetched-page.ts';
import type { Link } from '../record/link.ts';
import type { SelectorMatches } from '../record/named-selectors.ts';
import type { NoArticle } from '../record/reading.ts';
import type { Source } from '../source.ts';
import type { ReadPageDependencies } from './dependencies.ts';
import { fetchBy, isWorthAnother, type MethodState, nextMethod } from './fetch-methods.ts';
import { readText, type TextRead } from './read-text.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';

/** What a page gave: the article's draft, or why it holds none. */
export interface PageRead {
  readonly page: Page;
  readonly found: ArticleDraft | NoArticle;
  /** How it was read; absent where its kind says nothing of the site's template. */
  readonly observation?: PageObservation | undefined;
  /** Which selectors of the source's file found something on the page itself, in none of its other forms. */
  readonly selectors?: SelectorMatches | undefined;
}

/** What reading a page works with. */
export interface PageWork {
  readonly deps: ReadPageDependencies;
  readonly watch?: Stopwatch;
  /** Fetch methods that gave no article when the job was in hand before. */
  readonly state?: MethodState;
  /** Keeps the methods tried, so that a pause between two costs no request twice. */
  readonly save?: (state: MethodState) => Promise<void>;
}

/** True for what a page gave where it holds no article. */
export function isNoArticle(found: ArticleDraft | NoArticle): found is NoArticle {
  return 'kind' in found;
}

/**
 * Fetches a link's page, reads the article off it and brings it to its normal form. Where the text
 * is not in what came, the next method to the page is tried: its AMP twin, the feed's own text, a
 * browser. What worked is remembered for the source and the kind of the page's address.
 * @throws MarsadError as the fetch step throws it
 */
export async function readPage(link: Link, source: Source, work: PageWork): Promise<PageRead> {
  const { deps, save } = work;
  const history = (await deps.fetchMethod.load(source.id)) ?? NO_HISTORY;
  let state: MethodState = work.state ?? { tried: [] };
  let last: PageRead | undefined;
  for (;;) {
    const now = deps.now();
    const via = nextMethod(state, { link, source, history, now });
    if (via === undefined) break;
    const method = await tryMethod(via, { link, source, state, work, last });
    last = fuller(last, method.read);
    state = after(via, method, state);
    const isLead = state.leadWords !== undefined || !isNoArticle(last.found);
    if (isLead ? !isAmpLeft(state) : !isFoundElsewhere(last)) break;
    await save?.(state);
  }
  if (!last || wordsOf(last) < (state.leadWords ?? 0)) return tryAgain(link, source, work);
  const worked = isNoArticle(last.found) ? undefined : last.page.via;
  const { tried } = state;
  const learnt = learnMethod(history, { url: link.url, tried, worked, now: deps.now().getTime() });
  const isLearning = source.fetch.via === 'auto' && learnt !== history;
  if (isLearning) await deps.fetchMethod.save(source.id, learnt);
  return last;
}

/** What is known after a method: an article that names an AMP twin may be its beginning alone. */
function after(via: FetchMethod, { read, amp }: MethodRead, state: MethodState): MethodState {
  const tried = [...state.tried, via];
  if (amp === undefined) return { ...state, tried };
  return { tried, amp, ...(isNoArticle(read.found) ? {} : { leadWords: wordsOf(read) }) };
}

const isFoundElsewhere = ({ found }: PageRead): boolean =>
  isNoArticle(found) && isWorthAnother(found.kind);

/** Whether an article may be cut, and its AMP twin was not yet asked for. */
const isAmpLeft = ({ leadWords, tried }: MethodState): boolean =>
  leadWords !== undefined && !tried.includes('amp');

/** Of two readings of a page the one with more of the article; where neither has one, the later. */
function fuller(before: PageRead | undefined, last: PageRead): PageRead {
  return before && wordsOf(before) > 0 && wordsOf(last) <= wordsOf(before) ? before : last;
}

const wordsOf = ({ found }: PageRead): number => (isNoArticle(found) ? 0 : found.wordCount);

/**
 * All methods were tried before a pause, and none is left or none gave more: the cheapest one is used again to
 * say why there is no article.
 */
async function tryAgain(link: Link, source: Source, work: PageWork): Promise<PageRead> {
  const state = { tried: [] };
  return (await tryMethod('http', { link, source, state, work, last: undefined })).read;
}

interface Attempt {
  readonly link: Link;
  readonly source: Source;
  readonly state: MethodState;
  readonly work: PageWork;
  /** What the previous method gave: the result, where no costlier method can be used. */
  readonly last: PageRead | undefined;
}

interface MethodRead {
  readonly read: PageRead;
  /** The AMP twin that the page names, where it may hold more. */
  readonly amp?: string;
}

async function tryMethod(via: FetchMethod, attempt: Attempt): Promise<MethodRead> {
  const { link, source, state, work, last } = attempt;
  const { deps, watch = stopwatch() } = work;
  try {
    const place = { link, source, ...(state.amp ? { amp: state.amp } : {}) };
    const page = await watch.time('fetch', () => fetchBy(via, place, deps));
    const read = await readThrough(page, { link, source, deps, watch });
    const { found, observation, amp } = read;
    const selectors = page.via === 'http' || page.via === 'browser' ? read.selectors : undefined;
    return { read: { page, found, observation, selectors }, ...(amp ? { amp } : {}) };
  } catch (error) {
    const isEnd =
      last === undefined || error instanceof ThrottledError || error instanceof StateError;
    if (isEnd || !(error instanceof MarsadError)) throw error;
    return { read: last };
  }
}

interface Reading {
  readonly link: Link;
  readonly source: Source;
  readonly deps: PageWork['deps'];
  readonly watch: Stopwatch;
}

/** From the page to the draft, long pages in a thread. The memories of the site learn from every page. */
async function readThrough(page: Page, reading: Reading): Promise<TextRead> {
  const { link, source, deps, watch } = reading;
  const [boilerplate, clock] = await Promise.all([
    deps.boilerplate.load(source.id),
    deps.clock.load(source.id),
  ]);
  const task = { page, link, source, boilerplate, clock, now: deps.now() };
  const read = deps.readText ? await deps.readText(task) : readText(task, deps.crawlers);
  watch.add('extract', read.steps.extract);
  watch.add('normalize', read.steps.normalize);
  if (read.boilerplate) await deps.boilerplate.save(source.id, read.boilerplate);
  if (read.clock) await deps.clock.save(source.id, read.clock);
  return read;
}
