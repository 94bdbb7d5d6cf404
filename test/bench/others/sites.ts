import { type LoadedSite, loadSites } from '../../sites/catalogue.ts';
import { enlarge } from './enlarge.ts';

/**
 * The sites of the demo but those that only a browser can read, which is what none of the others
 * starts; with drawn articles up to `count` in all.
 */
export async function benchSites(count: number, seed: number): Promise<LoadedSite[]> {
  const sites = (await loadSites()).filter(
    ({ site, source = '' }) => !site.pagesOnly && !/via:\s*browser/u.test(source),
  );
  return enlarge(sites, count, seed);
}
