import ipaddr from 'ipaddr.js';

/** Names that lead to no public host (RFC 6761, RFC 6762, RFC 8375, and what installations use). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|test|invalid)$/i;

/** A host that a number is in front of, or the colons of IPv6: URL writes other forms so. */
const ADDRESS = /^\d|:/;

/**
 * True for an address whose host is a private, loopback, link-local or otherwise special one, so
 * that no consumer who fetches a picture is led into its own network.
 */
export function isPrivateAddress(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!ADDRESS.test(host)) return LOCAL_NAME.test(host);
  return ipaddr.isValid(host) ? ipaddr.process(host).range() !== 'unicast' : LOCAL_NAME.test(host);
}
