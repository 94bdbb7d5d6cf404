import ipaddr from 'ipaddr.js';

/** The translation prefix of NAT64 and DNS64 (RFC 6052, 2.1): an IPv4 address in the last 32 bits. */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];

/** The only part of IPv6 in which addresses of the public network are given out (RFC 4291, 2.4). */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether `text` is an IP address of the public network (IANA special-purpose registries, by
 * ipaddr.js). Every spelling is understood: `0x7f.1`, `2130706433`, `::ffff:10.0.0.1`, NAT64.
 * What is no address is not public.
 */
export function isPublicAddress(text: string): boolean {
  // A zone id names an interface of this machine, so the address is of the local link.
  if (text.includes('%') || !ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address instanceof ipaddr.IPv4 ? isPublicIPv4(address) : isPublicIPv6(address);
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast';
}

/** Tunnels (6to4, Teredo) carry an IPv4 address that nobody checks: they are no `unicast` range. */
function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.match(NAT64)) return isPublicIPv4(embeddedIPv4(address));
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
}

function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

/** Whether the host of a WHATWG URL is an IP address (IPv6 stands in brackets). */
export function isAddress(hostname: string): boolean {
  return ipaddr.isValid(withoutBrackets(hostname));
}

/** `[::1]` → `::1`; anything else unchanged. */
export function withoutBrackets(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
