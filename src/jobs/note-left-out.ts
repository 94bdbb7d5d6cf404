import type { JudgedLinks, Meeting } from '../line/discover/links.ts';
import type { LeftOutLink, LeftOutReason } from '../record/left-out.ts';
import type { Link } from '../record/link.ts';
import { urlDigest } from '../state/seen.ts';
import { identityOf } from './link-identity.ts';

/** What of one document was left out, by why. */
export interface LeftOut {
  readonly judged: JudgedLinks;
  /** The judged links that may be the source's, and those of them that were new. */
  readonly links: readonly Link[];
  readonly fresh: readonly Link[];
}

/** Links noted a document and reason: a feed lists fewer, and of a sitemap the first are the newest. */
const MOST_NOTED = 100;

/** Links looked at of a document, so that a sitemap of 50,000 costs no more than a feed. */
const MOST_LOOKED_AT = 500;

/** Longest address that is kept of a document. */
const URL_MOST = 500;

/** The links of a document that a visit leaves out, by the digest of each. */
export function leftOutOf(
  { judged, links, fresh }: LeftOut,
  { route, visit, now }: Meeting,
): Map<string, LeftOutLink> {
  const about = {
    at: now.toISOString(),
    visit,
    route: { kind: route.kind, url: route.url.slice(0, URL_MOST) },
  };
  const [first, own] = [firstOf(judged.links), new Set(links)];
  const taken = new Set(firstOf(fresh).map(({ url }) => identityOf(url)));
  const isTaken = new Set(fresh);
  const known = first.filter((link) => own.has(link) && !isTaken.has(link));
  const foreign = first.filter((link) => !own.has(link));
  const found = new Map<string, LeftOutLink>();
  const add = (urls: readonly string[], reason: LeftOutReason): void => {
    for (const url of urls.slice(0, MOST_NOTED)) {
      found.set(urlDigest(identityOf(url)), { reason, ...about });
    }
  };
  // The same article under another address was taken.
  add(
    urlsOf(known).filter((url) => !taken.has(identityOf(url))),
    'met before',
  );
  add(urlsOf(foreign), 'another site');
  for (const [reason, urls] of judged.leftOut) add(urls, reason);
  return found;
}

const urlsOf = (links: readonly Link[]): string[] => links.map(({ url }) => url);

const firstOf = (links: readonly Link[]): readonly Link[] => links.slice(0, MOST_LOOKED_AT);
