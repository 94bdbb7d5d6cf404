import { canonicalUrl } from '../line/normalize/canonical-url.ts';
import type { Link } from '../record/link.ts';
import type { Source } from '../source.ts';
import { urlDigest } from '../state/seen.ts';
import type { EnqueueDependencies } from './dependencies.ts';
import { identityOf } from './link-identity.ts';

/**
 * Puts one page into the queue before all others, whether or not a visit has met it; it is published as the
 * pages of a visit are. A page that waits in the queue already is there once.
 * @returns the link as it was put there
 */
export async function crawlNow(
  url: string,
  source: Pick<Source, 'id'>,
  { queues, seen, now }: Pick<EnqueueDependencies, 'queues' | 'seen' | 'now'>,
): Promise<Link> {
  const canonical = canonicalUrl(url).url;
  const link: Link = {
    url: canonical,
    source: source.id,
    route: { kind: 'direct', url: canonical },
    firstSeen: now().toISOString(),
    visit: 'api',
  };
  const identity = identityOf(canonical);
  const jobId = `${source.id}-${urlDigest(identity)}`;
  await queues.pages.add('page', { link }, { jobId, lifo: true });
  await seen.mark(source.id, [identity], now().getTime());
  return link;
}
