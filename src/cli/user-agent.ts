import type { Settings } from '../config/settings.ts';
import { version } from './version.ts';

/** `Marsad/0.1.0 (+contact)`: who asks, and where a site can reach the operator. */
export function userAgent({ crawl }: Settings): string {
  return `Marsad/${version}${crawl.contact ? ` (+${crawl.contact})` : ''}`;
}
