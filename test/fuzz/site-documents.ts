import { loadSites } from '../sites/catalogue.ts';
import { readRoutes } from '../sites/routes.ts';

/** Longer documents make a run slow and show no other faults, in UTF-16 units. */
const LONGEST = 20_000;

/** The texts that the replica sites answer with, of those whose beginning is of a form. */
export async function siteDocuments(start: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const loaded of await loadSites()) {
    for (const route of readRoutes(loaded).values()) {
      const { body } = typeof route === 'function' ? route() : route;
      if (typeof body === 'string' && body.length < LONGEST && start.test(body)) found.push(body);
    }
  }
  return found;
}
