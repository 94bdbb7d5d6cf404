import { LEFT_OUT_REASONS, type LeftOutReason } from '../../record/left-out.ts';
import type { Link } from '../../record/link.ts';
import { judgeUrl, type UrlFault } from './link-url.ts';
import { LONGEST_URL } from './resolve-url.ts';

/** What a route says of one article, its address among it. */
export type StatedLink = Partial<Omit<Link, 'source' | 'route' | 'firstSeen' | 'visit'>>;

/** Where and when links were met. */
export interface Meeting {
  readonly source: string;
  readonly route: Readonly<Link['route']>;
  readonly visit: string;
  readonly now: Date;
}

/** Links, and how many of the document's were left out for which fault. */
export interface JudgedLinks {
  readonly links: Link[];
  readonly dropped: Partial<Record<UrlFault | 'absent' | 'repeated' | 'over the limit', number>>;
  /** Addresses that were left out and can be asked about, the first of each reason. */
  readonly leftOut: ReadonlyMap<LeftOutReason, readonly string[]>;
}

/** What one document may add: the most a sitemap may hold (sitemaps.org). */
const MOST_LINKS = 50_000;

/** Addresses kept for each reason to leave links out: an operator asks about one that was just seen. */
const MOST_LEFT_OUT = 100;

/** A longer title, name or guid holds something else, in UTF-16 units. */
const LONGEST_TEXT = 1000;

/** A summary that is longer is a whole text, in UTF-16 units. */
const LONGEST_SUMMARY = 500_000;

/** The links that a document names, each once, as a visit met them. */
export function linksOf(stated: readonly StatedLink[], meeting: Meeting): Link[] {
  return judgeLinks(stated, meeting).links;
}

/** The links and what was dropped, so that a visit's job record can count it. */
export function judgeLinks(stated: readonly StatedLink[], meeting: Meeting): JudgedLinks {
  const links = new Map<string, Link>();
  const dropped: JudgedLinks['dropped'] = {};
  const leftOut = new Map<LeftOutReason, string[]>();
  for (const entry of stated) {
    const verdict = judgeUrl(entry.url, meeting.route.url);
    const isNew = 'url' in verdict && !links.has(verdict.url);
    if (isNew && links.size < MOST_LINKS) {
      links.set(verdict.url, makeLink(verdict.url, entry, meeting));
      continue;
    }
    const reason = 'fault' in verdict ? verdict.fault : isNew ? 'over the limit' : 'repeated';
    dropped[reason] = (dropped[reason] ?? 0) + 1;
    noteLeftOut(leftOut, reason, resolved(entry.url ?? '', meeting.route.url));
  }
  return { links: [...links.values()], dropped, leftOut };
}

/** A fault of an address that is no article's but can be looked up by `marsad trace`. */
const isReason = (reason: string): reason is LeftOutReason =>
  LEFT_OUT_REASONS.some((one) => one === reason);

function noteLeftOut(
  leftOut: Map<LeftOutReason, string[]>,
  reason: string,
  url: string | undefined,
): void {
  if (url === undefined || !isReason(reason)) return;
  const urls = leftOut.get(reason) ?? [];
  if (urls.length < MOST_LEFT_OUT) leftOut.set(reason, [...urls, url]);
}

const resolved = (text: string, base: string): string | undefined =>
  text.length <= LONGEST_URL && URL.canParse(text.trim(), base)
    ? new URL(text.trim(), base).href
    : undefined;

function makeLink(url: string, stated: StatedLink, meeting: Meeting): Link {
  const { source, route, visit, now } = meeting;
  const { url: _, guid, title, summary, ...rest } = stated;
  return {
    ...rest,
    ...(guid ? { guid: guid.slice(0, LONGEST_TEXT) } : {}),
    ...(title ? { title: title.slice(0, LONGEST_TEXT) } : {}),
    ...(summary ? { summary: summary.slice(0, LONGEST_SUMMARY) } : {}),
    url,
    source,
    route: { kind: route.kind, url: route.url },
    firstSeen: now.toISOString(),
    visit,
  };
}
