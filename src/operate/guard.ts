import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import ipaddr from 'ipaddr.js';

/** The largest request body: a job's data that an operator edits on the board. */
const BODY_MOST = 256 * 1024;

/** Methods that only read (RFC 9110, 9.2.1). */
const SAFE = new Set(['GET', 'HEAD']);

const FOREIGN_HOST =
  'Not a name of this console; name it in console.publicUrl or console.hosts of marsad.yaml.';

/**
 * Answers only under a name that is ours. A page of another site may point a name of its own at
 * this address (DNS rebinding) and would then be of our origin: its requests carry that name. An
 * IP literal or a name under `localhost` (RFC 6761, 6.3) cannot be pointed elsewhere. `refuse` answers
 * the others, with status 421.
 */
export function onlyOwnHosts(
  hosts: readonly string[],
  refuse: (c: Context, message: string) => Response,
): MiddlewareHandler {
  const own = new Set(hosts.map((host) => host.toLowerCase()));
  return async (c, next) => {
    const name = hostName(c.req.header('host'));
    if (name !== undefined && (isUnmovable(name) || own.has(name))) return next();
    return refuse(c, FOREIGN_HOST);
  };
}

function isUnmovable(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || ipaddr.isValid(name);
}

/** The name of a Host field without its port (RFC 9110, 7.2); undefined where the field is no host. */
function hostName(host: string | undefined): string | undefined {
  const match = /^(?:\[([\da-f:.]{2,45})\]|([\w.-]{1,253}))(?::\d{1,5})?$/iu.exec(host ?? '');
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

/**
 * Refuses what is not a read, unless `writable` says that the path takes writes; and refuses every
 * write that another site's page sends (Fetch Metadata; Origin, RFC 6454), login or not.
 */
export function onlyReads(
  writable: (path: string) => boolean,
  publicOrigin?: string,
): MiddlewareHandler {
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    if (!writable(c.req.path)) {
      c.header('Allow', 'GET, HEAD');
      // Its body is not waited for: the connection ends with the answer.
      c.header('Connection', 'close');
      return c.text('The console only reads.\n', 405);
    }
    if (isCrossSite(c, publicOrigin)) return c.text('Another site may not write here.\n', 403);
    return next();
  };
}

function isCrossSite(c: Context, publicOrigin: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = c.req.header('origin');
  if (origin === undefined || origin === publicOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host');
}

/** Refuses a body over {@link BODY_MOST} before it is read. */
export const boundedBody: MiddlewareHandler = bodyLimit({
  maxSize: BODY_MOST,
  onError: (c) => {
    c.header('Connection', 'close');
    return c.text('The body is too large.\n', 413);
  },
});

const SELF = ["'self'"];
const NONE = ["'none'"];

/** What every answer forbids a browser: to load from elsewhere, to run what is inline, to be framed. */
export const strictHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: SELF,
    objectSrc: NONE,
    baseUri: NONE,
    formAction: SELF,
    frameAncestors: NONE,
  },
  xFrameOptions: 'DENY',
  // To no other site; by `no-referrer` a browser would send our own forms with the origin `null`.
  referrerPolicy: 'same-origin',
  // Plain HTTP on loopback: the header would be a promise about other services of this host.
  strictTransportSecurity: false,
});

/** The board styles its elements inline and sets its own base; else as strict as the page. */
export const boardHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: SELF,
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    objectSrc: NONE,
    baseUri: SELF,
    formAction: SELF,
    frameAncestors: NONE,
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
});
