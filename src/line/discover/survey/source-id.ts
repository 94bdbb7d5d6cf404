import { parse } from 'tldts';

/** Labels before a domain that say how a site is shown, not which it is. */
const NO_NAME = new Set(['www', 'www2', 'm', 'mobile', 'amp', 'ar', 'arabic']);

/** As long as the id of a source may be. */
const LONGEST_ID = 60;

/**
 * The id of a source from its address: the domain without its public suffix (Public Suffix List),
 * and what stands before it: `news.almadar.com.eg` is `news-almadar`. A name in Arabic letters
 * stays in its ASCII form (RFC 5891); an address of a network keeps its port.
 */
export function sourceIdFor(url: string): string {
  const { hostname, host } = new URL(url);
  const { domainWithoutSuffix, subdomain, isIp } = parse(hostname, { allowPrivateDomains: true });
  const before = (subdomain ?? '').split('.').filter((label) => !NO_NAME.has(label));
  const isNamed = Boolean(domainWithoutSuffix) && isIp !== true;
  const name = isNamed ? [...before, domainWithoutSuffix].join('-') : host;
  const id = name.toLowerCase().replaceAll(/[^a-z0-9-]+/gu, '-');
  return id.replace(/^-+/u, '').slice(0, LONGEST_ID).replace(/-+$/u, '') || 'source';
}
