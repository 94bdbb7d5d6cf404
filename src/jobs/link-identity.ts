import { canonicalUrl } from '../line/normalize/canonical-url.ts';

/**
 * What is the same for every address of one article: the form that its record's id is made of. Links
 * are compared by it, so that an address with tracking beside a clean one is asked for once.
 */
export function identityOf(url: string): string {
  return canonicalUrl(url).identity;
}

/** Of links to one article the first, in their order. */
export function distinctLinks<T extends { readonly url: string }>(links: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const link of links) {
    const identity = identityOf(link.url);
    if (!first.has(identity)) first.set(identity, link);
  }
  return [...first.values()];
}
