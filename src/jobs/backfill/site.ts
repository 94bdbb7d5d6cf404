import { hostKey } from '../../line/fetch/host-key.ts';
import type { Link } from '../../record/link.ts';
import { urlOf } from '../../record/route.ts';
import type { Source } from '../../record/source.ts';

/**
 * The links to the source's own site. A robots.txt names sitemaps that no operator has chosen:
 * thousands of another site's pages must not be asked for by it, nor published as the source's.
 */
export function linksOfSite(links: readonly Link[], { homepage, discover }: Source): Link[] {
  const own = new Set([homepage, ...discover.map(urlOf)].map((url) => hostKey(new URL(url))));
  return links.filter(({ url }) => own.has(hostKey(new URL(url))));
}
