import { parse } from 'tldts';
import { portOf } from './allow-list.ts';
import { isAddress } from './ip-address.ts';

/**
 * What shares one pause: the registrable domain (Public Suffix List), since a site's names mostly
 * sit on the same machines. Addresses and names without a public suffix stand for themselves, each
 * port apart.
 */
export function hostKey(url: URL): string {
  const domain = isAddress(url.hostname)
    ? null
    : parse(url.hostname, { allowPrivateDomains: true }).domain;
  return domain ?? `${url.hostname}:${portOf(url)}`;
}
