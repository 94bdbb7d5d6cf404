import type { Document } from '../line/extract/document.ts';
import { chooseVia, type RouteHistory, type RouteOptions } from '../line/fetch/route-choice.ts';
import type { Link } from '../record/link.ts';
import type { Page, Via } from '../record/page.ts';
import type { PageKind } from '../record/reading.ts';
import type { Source } from '../record/source.ts';
import type { Tools } from './tools.ts';

/** What the ways tried so far taught about a page. */
export interface WayState {
  readonly tried: readonly Via[];
  /** The AMP twin that the page names. */
  readonly amp?: string;
}

/** Kinds of page that another way may turn into an article: the text was not in what came. */
const WORTH_ANOTHER: ReadonlySet<PageKind> = new Set(['too-little-text', 'empty']);

/** True where another way to the same page may find what this one did not. */
export function isWorthAnother(kind: PageKind): boolean {
  return WORTH_ANOTHER.has(kind);
}

/** The next way to a page, cheap before dear; undefined where all were tried. */
export function nextWay(
  { tried, amp }: WayState,
  { link, source, history, now }: { link: Link; source: Source; history: RouteHistory; now: Date },
): Via | undefined {
  const options: RouteOptions = {
    setting: source.fetch.via,
    hasAmp: amp !== undefined,
    hasFeedText: (link.content ?? '').length >= FEED_TEXT_LEAST,
    now: now.getTime(),
  };
  return chooseVia(history, options).find((via) => !tried.includes(via));
}

/** Below that a feed brings a teaser, in UTF-16 units of HTML. */
const FEED_TEXT_LEAST = 600;

/** Fetches a page by one way. @throws MarsadError as the fetch step throws it */
export async function fetchBy(
  via: Via,
  { link, source, amp }: { link: Link; source: Source; amp?: string },
  tools: Pick<Tools, 'ask' | 'now'>,
): Promise<Page> {
  if (via === 'feed') return feedPage(link, tools.now());
  const url = via === 'amp' ? (amp ?? link.url) : link.url;
  const page = await tools.ask(
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

/** The AMP twin that a page names, made absolute. */
export function findAmp(document: Document): string | undefined {
  const href = document.query()('link[rel=amphtml]').attr('href');
  return href && URL.canParse(href, document.url) ? new URL(href, document.url).href : undefined;
}
