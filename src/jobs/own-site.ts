import { urlOf } from '../line/discover/routes/index.ts';
import { hostKey } from '../line/fetch/host-key.ts';
import type { Link } from '../record/link.ts';
import type { Source } from '../source.ts';

/**
 * The links to the source's own site. A robots.txt names sitemaps that no operator has chosen:
 * thousands of another site's pages must not be asked for by it, nor published as the source's.
 */
export function linksOfSite(links: readonly Link[], source: Source): Link[] {
  const own = siteHosts(source);
  return links.filter(({ url }) => own.has(hostKey(new URL(url))));
}

/** What is a source's own site: the domains of its home page and of its routes. */
export function siteHosts({
  homepage,
  discover,
}: Pick<Source, 'homepage' | 'discover'>): ReadonlySet<string> {
  return new Set([homepage, ...discover.map(urlOf)].map((url) => hostKey(new URL(url))));
}
