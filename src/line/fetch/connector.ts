import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { BlockedAddressError } from '../../errors.ts';
import type { AllowList } from './allow-list.ts';
import { isAddress, isPublicAddress, withoutBrackets } from './ip-address.ts';

/** Gives all addresses of a name. The system's resolver, or a test's own. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The resolver of the system, `/etc/hosts` included. */
export const systemResolve: Resolve = (hostname, done) => {
  systemLookup(hostname, { all: true, verbatim: true }, done);
};

/** How connections are made. */
export interface ConnectOptions {
  readonly isAllowed: AllowList;
  readonly resolve: Resolve;
  /** Time for TCP and TLS together. */
  readonly connectMs: number;
}

/**
 * Connects to hosts whose every address is public. The check sits between name resolution and
 * `connect(2)`: the address that was judged is the one that is used, so that a name which resolves
 * differently the second time (DNS rebinding) gains nothing.
 */
export function guardedConnector(options: ConnectOptions): buildConnector.connector {
  const plain = { timeout: options.connectMs, autoSelectFamily: true };
  const open = buildConnector({ ...plain, lookup: lookupOf(options.resolve, () => true) });
  const guarded = buildConnector({ ...plain, lookup: lookupOf(options.resolve, isPublicAddress) });
  return (target, done) => {
    const port = target.port || (target.protocol === 'https:' ? '443' : '80');
    if (options.isAllowed(target.hostname, port)) {
      open(target, done);
    } else if (isAddress(target.hostname) && !isPublicAddress(withoutBrackets(target.hostname))) {
      // net.connect asks no resolver for an address, so it is judged here.
      done(blocked(target.hostname, target.hostname), null);
    } else {
      guarded(target, done);
    }
  };
}

/** One private address among several is enough to refuse: which one is used is not ours to say. */
function lookupOf(resolve: Resolve, isAccepted: (address: string) => boolean): LookupFunction {
  return (hostname, { all }, done) => {
    resolve(hostname, (error, addresses) => {
      const refused = error ? undefined : addresses.find((one) => !isAccepted(one.address));
      if (error || refused) {
        done(error ?? blocked(hostname, refused?.address ?? ''), '', 0);
      } else if (all) {
        done(null, addresses);
      } else {
        done(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4);
      }
    });
  };
}

/** The refusal of a host for what it resolves to. */
export function blocked(hostname: string, address: string): BlockedAddressError {
  return new BlockedAddressError(`Refused ${hostname}: it resolves to ${address}, not public`, {
    hint: 'If this host is yours and meant to be crawled, name it in crawl.allowHosts.',
    context: { host: hostname, address },
  });
}
