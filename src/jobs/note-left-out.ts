import type { JudgedLinks, Meeting } from '../line/discover/links.ts';
import type { LeftOutLink, LeftOutReason } from '../record/left-out.ts';
import type { Link } from '../record/link.ts';
import { urlDigest } from '../state/seen.ts';
import { identityOf } from './link-identity.ts';

/** What of one document was left out, by why. */
export interface LeftOut {
  readonly judged: JudgedLinks;
  /** Of the judged links those that may be the source's, and of these those that were new. */
  readonly links: readonly Link[];
  readonly fresh: readonly Link[];
}

/** Links noted a document and reason: a feed lists fewer, and of a sitemap the first are the newest. */
const MOST_NOTED = 100;

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
  const taken = identities(fresh);
  const own = new Set(links.map(({ url }) => url));
  const known = links.filter(({ url }) => !taken.has(identityOf(url)));
  const foreign = judged.links.filter(({ url }) => !own.has(url));
  const found = new Map<string, LeftOutLink>();
  const add = (urls: readonly string[], reason: LeftOutReason): void => {
    for (const url of urls.slice(0, MOST_NOTED)) {
      found.set(urlDigest(identityOf(url)), { reason, ...about });
    }
  };
  add(urlsOf(known), 'met before');
  add(urlsOf(foreign), 'another site');
  for (const [reason, urls] of judged.leftOut) add(urls, reason);
  return found;
}

const urlsOf = (links: readonly Link[]): string[] => links.map(({ url }) => url);

const identities = (links: readonly Link[]): ReadonlySet<string> =>
  new Set(links.map(({ url }) => identityOf(url)));
