import { fieldInstant } from '../../arabic/field-date.ts';
/** What the first route of a source listed in a visit: the routes behind it are held against it. */
export interface Listing {
  /** Addresses, the first of the document; none where the document was not changed. */
  readonly urls: readonly string[];
  /** Unix ms of the newest entry that states when it was published. */
  readonly newestAt: number;
}

/** An address with what its route says of its publication. */
interface Listed {
  readonly url: string;
  readonly published?: string | undefined;
}

/** Feeds hold 10 to 100 entries; behind that only the newest of a sitemap's thousands are kept. */
const MOST_URLS = 500;

/** What a first route listed; undefined where no entry is dated, for then nothing can be told. */
export function readListing(links: readonly Listed[]): Listing | undefined {
  const times = links.map(({ published }) => fieldInstant(published)).filter(Number.isFinite);
  if (times.length === 0) return undefined;
  return { urls: links.slice(0, MOST_URLS).map(({ url }) => url), newestAt: Math.max(...times) };
}

/**
 * How many new links of a further route the first one leaves out: it does not have them, though it
 * has a later article. What was published before `since` (Unix ms) is the stock of a new route.
 */
export function countUnlisted(
  fresh: readonly Listed[],
  listing: Listing | undefined,
  since: number,
): number {
  if (!listing) return 0;
  const listed = new Set(listing.urls);
  return fresh.filter(({ url, published }) => {
    const at = fieldInstant(published);
    return at > since && at < listing.newestAt && !listed.has(url);
  }).length;
}
