import type { Readable } from 'node:stream';
import { type Dispatcher, errors } from 'undici';
import { MalformedError, RedirectError } from '../../errors.ts';
import { type BodyLimit, discard, readBody } from './bounded-body.ts';
import type { ConnectionPools } from './connection-pools.ts';
import { ACCEPT_ENCODING, unpack } from './decompress.ts';
import { failureOf } from './failure.ts';
import { hostKey } from './host-key.ts';
import type { FetchLimits } from './limits.ts';
import { checkHop, type Hop, isPermanent, isRedirect } from './redirect.ts';
import { type ClientIdentity, headersOf, type OutboundRequest } from './request.ts';
import { guardUrl, type UrlPolicy } from './url-guard.ts';

/** What a site answered, its body unpacked and not yet decoded. */
export interface Answer {
  readonly requestedUrl: string;
  readonly url: string;
  readonly redirects: readonly Hop[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** As it came over the line. */
  readonly packed: Buffer;
  readonly ms: number;
  /** Unix ms of the request. */
  readonly at: number;
}

/** What the client works with. */
export interface ClientParts {
  readonly identity: ClientIdentity;
  readonly limits: FetchLimits;
  readonly policy: UrlPolicy;
  readonly pools: ConnectionPools;
}

/** Asks one URL over HTTP, redirects followed, every hop guarded, everything bounded. */
export type HttpClient = (request: OutboundRequest) => Promise<Answer>;

/** The client: throws the classes of `UnreachableError`, `UnreadableError` and `RefusedError`. */
export function httpClient(parts: ClientParts): HttpClient {
  return async (request) => {
    const signal = AbortSignal.timeout(parts.limits.totalMs);
    try {
      return await follow(request, parts, signal);
    } catch (error) {
      throw failureOf(signal.aborted ? signal.reason : error, request.url.slice(0, 300));
    }
  };
}

async function follow(
  request: OutboundRequest,
  parts: ClientParts,
  signal: AbortSignal,
): Promise<Answer> {
  const at = Date.now();
  const started = performance.now();
  const redirects: Hop[] = [];
  const asked: string[] = [];
  let url = guardUrl(request.url, parts.policy);
  for (;;) {
    asked.push(url.href);
    const ask = { url, request, signal };
    const answer = await askOnce(ask, parts).catch((error: unknown) => {
      if (!isStale(error)) throw error;
      return askOnce(ask, parts);
    });
    const headers = joinFields(answer.headers);
    if (!isRedirect(answer.statusCode)) {
      const bodies = await readBodies(answer.body, headers, { url, request, parts });
      const ms = Math.round(performance.now() - started);
      const whole = { requestedUrl: request.url, url: url.href, redirects, headers, ms, at };
      return { ...whole, status: answer.statusCode, ...bodies };
    }
    discard(answer.body);
    const next = nextUrl(headers.location, url, parts.policy);
    checkHop(next, asked, parts.limits.redirects);
    await request.mayFollow?.(next);
    redirects.push({ url: next.href, permanent: isPermanent(answer.statusCode) });
    url = next;
  }
}

/**
 * A kept connection that the server closed while the request was on its way: it had answered before,
 * and nothing of this answer came, so the request is sent once more (RFC 9112, 9.3.1).
 */
function isStale(error: unknown): boolean {
  if (!(error instanceof errors.SocketError)) return false;
  return error.message === 'other side closed' && (error.socket?.bytesRead ?? 0) > 0;
}

interface Ask {
  readonly url: URL;
  readonly request: OutboundRequest;
  readonly signal: AbortSignal;
}

function askOnce(
  { url, request, signal }: Ask,
  parts: ClientParts,
): Promise<Dispatcher.ResponseData> {
  // A cut robots.txt could not be unpacked, so it is asked for as it is.
  const encoding = request.kind === 'robots' ? 'identity' : ACCEPT_ENCODING;
  return parts.pools.through(request.source?.proxy).dispatcher.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: request.kind === 'head' ? 'HEAD' : 'GET',
    headers: headersOf(forHost(url, request), parts.identity, encoding),
    signal,
  });
}

/** Fields that a source's file adds to requests may be keys, and do not follow a redirect to another host. */
function forHost(url: URL, request: OutboundRequest): OutboundRequest {
  if (!request.source?.headers || hostKey(url) === hostKey(new URL(request.url))) return request;
  return { ...request, source: { ...request.source, headers: {} } };
}

function nextUrl(location: string | undefined, from: URL, policy: UrlPolicy): URL {
  if (location === undefined) {
    throw new RedirectError(`${from.href} redirects without saying where`, {
      context: { url: from.href },
    });
  }
  // Header fields are bytes; sites put raw UTF-8 paths there.
  return guardUrl(Buffer.from(location, 'latin1').toString('utf8'), policy, from);
}

/** RFC 9309, 2.5: at least 500 KiB of a robots.txt are read. */
const ROBOTS_BYTES = 500 * 1024;

interface BodyContext {
  readonly url: URL;
  readonly request: OutboundRequest;
  readonly parts: ClientParts;
}

async function readBodies(
  stream: Readable,
  headers: Readonly<Record<string, string>>,
  { url, request, parts }: BodyContext,
): Promise<Pick<Answer, 'body' | 'packed'>> {
  const isRobots = request.kind === 'robots';
  const limit: BodyLimit = isRobots
    ? { bytes: ROBOTS_BYTES, over: 'cut', url: url.href }
    : { bytes: parts.limits.bodyBytes, over: 'refuse', url: url.href };
  const announced = request.kind === 'head' ? undefined : headers['content-length'];
  const packed = await readBody(stream, limit, announced);
  const encoding = headers['content-encoding'];
  return { packed, body: await unpack({ bytes: packed, encoding, url: url.href }, parts.limits) };
}

/** Header fields that an answer may hold; the size in bytes is bounded before that. */
const MOST_FIELDS = 500;

/** Names in lower case, repeated fields joined by a comma (RFC 9110, 5.3). */
export function joinFields(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(fields);
  if (entries.length > MOST_FIELDS) throw new MalformedError(`${entries.length} header fields`);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value ?? ''),
    ]),
  );
}
