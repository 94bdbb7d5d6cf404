import { ConfigError } from '../errors.ts';
import type { Settings } from './settings.ts';

/**
 * Real sites are asked only under a name that can be reached: what is wrong with a source that is
 * one where no contact is set.
 */
export function contactFault(
  { id, homepage }: { id: string; homepage: string },
  { crawl }: Settings,
): ConfigError | undefined {
  if (crawl.contact || isLoopback(homepage)) return undefined;
  return new ConfigError(`crawl.contact is not set, and source ${id} is a real site`, {
    hint: 'Set crawl.contact in marsad.yaml: a URL or e-mail address where a site can reach you.',
    context: { file: id },
  });
}

function isLoopback(url: string): boolean {
  return /^(?:127\.|localhost$|\[::1\]$)/u.test(new URL(url).hostname);
}
