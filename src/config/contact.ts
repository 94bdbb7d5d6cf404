import { ConfigError } from '../errors.ts';
import type { Settings } from './settings.ts';

/**
 * The fault of a source that is a real site while no contact is set: a site must be able to reach whoever
 * asks it.
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
