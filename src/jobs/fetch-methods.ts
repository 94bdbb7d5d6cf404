import {
  chooseMethods,
  type MethodHistory,
  type MethodOptions,
} from '../line/fetch/fetch-method.ts';
import type { FetchMethod, Page } from '../record/fetched-page.ts';
import type { Link } from '../record/link.ts';
import type { PageKind } from '../record/reading.ts';
import type { Source } from '../source.ts';
import type { ReadPageDependencies } from './dependencies.ts';

/** What the methods tried so far taught about a page. */
export interface MethodState {
  readonly tried: readonly FetchMethod[];
  /** The AMP twin that the page names. */
  readonly amp?: string;
  /** Words of an article that may be only its beginning. */
  readonly leadWords?: number;
}

/** Kinds of page that another method may turn into an article: the text was not in what came. */
const WORTH_ANOTHER: ReadonlySet<PageKind> = new Set(['too-little-text', 'empty']);

/** True where another fetch method may find the text that this one did not. */
export function isWorthAnother(kind: PageKind): boolean {
  return WORTH_ANOTHER.has(kind);
}

/** The next method for a page, the cheapest first; undefined where all were tried. */
export function nextMethod(
  { tried, amp }: MethodState,
  { link, source, history, now }: { link: Link; source: Source; history: MethodHistory; now: Date },
): FetchMethod | undefined {
  const options: MethodOptions = {
    url: link.url,
    setting: source.fetch.via,
    hasAmp: amp !== undefined,
    hasFeedText: (link.content ?? '').length >= FEED_TEXT_LEAST,
    now: now.getTime(),
  };
  return chooseMethods(history, options).find((via) => !tried.includes(via));
}

/** A shorter text of a feed is a teaser, in UTF-16 units of HTML. */
const FEED_TEXT_LEAST = 600;

/** Fetches a page by one method. @throws MarsadError as the fetch step throws it */
export async function fetchBy(
  via: FetchMethod,
  { link, source, amp }: { link: Link; source: Source; amp?: string },
  deps: Pick<ReadPageDependencies, 'fetch' | 'now'>,
): Promise<Page> {
  if (via === 'feed') return feedPage(link, deps.now());
  const url = via === 'amp' ? (amp ?? link.url) : link.url;
  const page = await deps.fetch(
    { url, kind: 'page', via: via === 'browser' ? 'browser' : 'http', link },
    source,
  );
  return via === 'amp' ? { ...page, via } : page;
}

/** The feed's own full text as a page: what the site published there needs no request. */
function feedPage(link: Link, now: Date): Page {
  const { url, title = '', content = '' } = link;
  const heading = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return {
    url,
    requestedUrl: url,
    redirects: [],
    status: 200,
    headers: {},
    text: `<html><body><article><h1>${heading}</h1>${content}</article></body></html>`,
    charset: 'utf-8',
    charsetFrom: 'xml',
    bytes: 0,
    ms: 0,
    at: now.toISOString(),
    via: 'feed',
  };
}
