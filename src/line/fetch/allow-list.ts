import { withoutBrackets } from './ip-address.ts';

/** Whether the settings allow this very host, though private or on an unusual port. */
export type AllowList = (hostname: string, port: string) => boolean;

/**
 * Reads `allowHosts`: `name` allows every port of the host, `name:port` one; IPv6 addresses stand in
 * brackets. The name is compared as it is asked for, not what it resolves to.
 */
export function allowListOf(hosts: readonly string[]): AllowList {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()));
  return (hostname, port) => {
    const bare = withoutBrackets(hostname.toLowerCase());
    const name = bare.includes(':') ? `[${bare}]` : bare;
    return allowed.has(name) || allowed.has(`${name}:${port}`);
  };
}

/** The port of a URL, the scheme's default filled in. */
export function portOf(url: URL): string {
  if (url.port !== '') return url.port;
  return url.protocol === 'https:' ? '443' : '80';
}
