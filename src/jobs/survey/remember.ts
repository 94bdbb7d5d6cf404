import type { PoliteFetch } from '../../line/fetch/politeness.ts';
import type { Page } from '../../record/fetched-page.ts';

/**
 * Asks a site for each document once: what a survey reads by one set of rules it reads again by the
 * file that it wrote. What failed is asked for again.
 */
export function rememberingFetch(fetch: PoliteFetch): PoliteFetch {
  const pages = new Map<string, Page>();
  return async (request, source) => {
    const key = `${request.via ?? 'http'} ${request.url}`;
    const known = pages.get(key);
    if (known) return known;
    const page = await fetch(request, source);
    pages.set(key, page);
    return page;
  };
}
