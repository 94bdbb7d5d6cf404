import { domainToUnicode } from 'node:url';
import { BlockedAddressError, MalformedError, TooLargeError } from '../../errors.ts';
import { type AllowList, portOf } from './allow-list.ts';
import { isAddress, isPublicAddress, withoutBrackets } from './ip-address.ts';

/** What a URL is held against. */
export interface UrlPolicy {
  readonly isAllowed: AllowList;
  readonly ports: readonly number[];
  readonly urlLength: number;
}

/**
 * The URL behind `text` (relative to `base`), if it may be asked for at all. What its name resolves
 * to is checked when the connection is made.
 * @throws MalformedError no URL; TooLargeError too long; BlockedAddressError forbidden scheme,
 * login in the URL, port, address, or a host name of mixed scripts
 */
export function guardUrl(text: string, policy: UrlPolicy, base?: URL): URL {
  if (text.length > policy.urlLength) {
    throw new TooLargeError(`URL of ${text.length} characters, allowed ${policy.urlLength}`, {
      context: { url: text.slice(0, 200) },
    });
  }
  const url = parseUrl(text, base);
  const fault = findFault(url, policy);
  if (fault) {
    throw new BlockedAddressError(`Refused ${shown(url)}: ${fault}`, {
      hint: 'If this host is yours and meant to be crawled, name it in crawl.allowHosts.',
      context: { url: shown(url), host: url.hostname },
    });
  }
  return url;
}

/** `new URL` with an error of ours. */
function parseUrl(text: string, base: URL | undefined): URL {
  if (!URL.canParse(text, base?.href)) {
    throw new MalformedError(`Not a URL: ${text.slice(0, 200)}`, {
      context: { url: text.slice(0, 200) },
    });
  }
  return new URL(text, base);
}

function findFault(url: URL, policy: UrlPolicy): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `only http and https are asked for, found ${url.protocol}`;
  }
  if (url.username !== '' || url.password !== '') return 'a login stands in the URL';
  const port = portOf(url);
  if (policy.isAllowed(url.hostname, port)) return undefined;
  if (!policy.ports.includes(Number(port))) return `port ${port} is not in crawl.ports`;
  if (isAddress(url.hostname)) return findAddressFault(url.hostname);
  return findNameFault(url.hostname);
}

function findAddressFault(hostname: string): string | undefined {
  return isPublicAddress(withoutBrackets(hostname)) ? undefined : 'the address is private';
}

/** Names that never leave the machine or the local network (RFC 6761, RFC 6762, RFC 8375). */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|home\.arpa|localdomain)\.?$/u;

function findNameFault(hostname: string): string | undefined {
  if (LOCAL_NAMES.test(hostname)) return 'the name is local';
  const mixed = domainToUnicode(hostname).split('.').find(isMixedScript);
  return mixed === undefined ? undefined : `the name mixes scripts in “${mixed}”`;
}

/** Alphabets whose letters look alike; one label has reason for one of them (UTS 39, 5.1). */
const ALPHABETS = [/\p{sc=Latn}/u, /\p{sc=Cyrl}/u, /\p{sc=Grek}/u, /\p{sc=Armn}/u, /\p{sc=Arab}/u];

function isMixedScript(label: string): boolean {
  return ALPHABETS.filter((alphabet) => alphabet.test(label)).length > 1;
}

/** The URL without login, short enough for a message. */
export function shown(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search}`.slice(0, 300);
}
