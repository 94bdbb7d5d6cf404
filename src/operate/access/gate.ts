import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { auth } from 'hono/utils/basic-auth';
import ipaddr from 'ipaddr.js';
import type { Access, Identity, TrustedProxy } from './access.ts';

/** What the middlewares know of a request. */
export interface ConsoleEnv {
  Variables: { identity: Identity | undefined };
}

/** How requests are let in. */
export interface GateOptions {
  readonly access: Access;
  readonly proxy?: TrustedProxy | undefined;
  readonly isHttps: boolean;
}

/** What anybody may ask for: how the console looks, the login, and whether the service is well. */
const OPEN = /^\/(?:assets\/|login$|health(?:\/|$))/u;

/** What programs ask for: they get 401, and may send name and password with each request. */
const FOR_PROGRAMS = /^\/(?:feeds|metrics|events|queues\/api)(?:\/|$)/u;

/** Paths that check tokens of their own. */
const OWN_TOKENS = /^\/api\//u;

/** The name of the session's cookie; a browser holds one with `__Host-` to this host and to TLS. */
export function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-marsad' : 'marsad_session';
}

/** The address of the client, as the socket has it. */
export function addressOf(c: Context): string {
  const address = getConnInfo(c).remote.address ?? '';
  return address.replace(/^::ffff:(?=\d+\.)/u, '');
}

/** Lets those in who may enter; a person is led to the login, a program gets 401. */
export function gate(options: GateOptions): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const { path } = c.req;
    const identity = await identityOf(c, options);
    c.set('identity', identity);
    if (identity || OPEN.test(path) || OWN_TOKENS.test(path)) return next();
    if (path === '/metrics' && options.access.isMetricsToken(bearerOf(c))) return next();
    c.header('Cache-Control', 'no-store');
    if (FOR_PROGRAMS.test(path)) {
      c.header('WWW-Authenticate', 'Basic realm="Marsad", charset="UTF-8"');
      return c.text('Log in, or send a name and a password.\n', 401);
    }
    const hadSession = getCookie(c, cookieName(options.isHttps)) !== undefined;
    const next_ = c.req.method === 'GET' ? new URL(c.req.url).pathname : '/';
    const query = new URLSearchParams({
      next: next_,
      ...(hadSession ? { fault: 'session-ended' } : {}),
    });
    return c.redirect(`/login?${query}`, 303);
  };
}

async function identityOf(
  c: Context,
  { access, proxy, isHttps }: GateOptions,
): Promise<Identity | undefined> {
  if (proxy && isFrom(addressOf(c), proxy.from)) {
    return access.byProxy(c.req.header(proxy.header)) ?? access.anonymous();
  }
  const session = access.bySession(getCookie(c, cookieName(isHttps)));
  if (session) return session;
  if (access.hasUsers && FOR_PROGRAMS.test(c.req.path)) {
    const login = auth(c.req.raw);
    if (login) {
      return access.byPassword({
        name: login.username,
        password: login.password,
        from: addressOf(c),
      });
    }
  }
  return access.anonymous();
}

const bearerOf = (c: Context): string | undefined =>
  /^Bearer ([\w.~+/-]{1,500}=*)$/iu.exec(c.req.header('authorization') ?? '')?.[1];

/** Whether an address is one of a list of addresses and networks. */
export function isFrom(address: string, list: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return list.some((entry) => {
    if (entry.includes('/')) {
      const [network, bits] = ipaddr.parseCIDR(entry);
      return network.kind() === parsed.kind() && parsed.match(network, bits);
    }
    return ipaddr.isValid(entry) && ipaddr.process(entry).toString() === parsed.toString();
  });
}
