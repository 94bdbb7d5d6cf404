import type { Link } from '../../record/link.ts';
import type { OptOut } from './opt-out.ts';

/** What is asked for: it decides the Accept field and what is done with a body that is too long. */
export type RequestKind = 'page' | 'feed' | 'robots' | 'head';

/** How a source wants to be asked. */
export interface RequestSettings {
  readonly id: string;
  readonly userAgent?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly proxy?: string | undefined;
}

/** What a site gave to ask by whether a document changed (RFC 9110, 8.8). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What a job asks a site for. */
export interface FetchRequest {
  readonly url: string;
  readonly kind: RequestKind;
  readonly validators?: Validators | undefined;
  readonly via?: 'http' | 'browser' | undefined;
  /** The link that leads to a page: it goes with the answer into the archive. */
  readonly link?: Link | undefined;
  /** Names the place in the host queue; the URL where absent. The same when the job comes again. */
  readonly slotToken?: string | undefined;
  /** Waits while news does: backfill. */
  readonly yields?: boolean | undefined;
}

/** The same with what politeness adds before it goes out. */
export interface OutboundRequest extends FetchRequest {
  readonly source?: RequestSettings | undefined;
  /** What the site says of AI use beside the page: it goes into the archive too. */
  readonly optOut?: OptOut | undefined;
  /** Asked before a redirect is followed; what it throws ends the request. */
  readonly mayFollow?: ((url: URL) => Promise<void>) | undefined;
}

/** Who asks, on every request. */
export interface ClientIdentity {
  /** Names Marsad, its version and where to complain: `Marsad/0.1 (+https://…)`. */
  readonly userAgent: string;
  /** An address to write to (RFC 9110, 10.1.2). */
  readonly from?: string | undefined;
}

const ACCEPT: Readonly<Record<RequestKind, string>> = {
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  robots: 'text/plain, */*;q=0.5',
  head: '*/*',
};

/** Fields that the connection owns, or that would carry a login: a source cannot set them. */
const RESERVED =
  /^(?:host|connection|content-length|transfer-encoding|cookie|upgrade|te|trailer)$/u;

/**
 * The User-Agent that a source's requests carry: rules and opt-outs of sites are judged for the one
 * that is sent.
 */
export function sentAgent(
  source: Pick<RequestSettings, 'userAgent' | 'headers'> | undefined,
  identity: Pick<ClientIdentity, 'userAgent'>,
): string {
  return headersOfSource(source)['user-agent'] ?? source?.userAgent ?? identity.userAgent;
}

function headersOfSource(
  source: Pick<RequestSettings, 'headers'> | undefined,
): Record<string, string> {
  const own = Object.entries(source?.headers ?? {})
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !RESERVED.test(name));
  return Object.fromEntries(own);
}

/** The header fields of a request, names in lower case. */
export function headersOf(
  request: OutboundRequest,
  identity: ClientIdentity,
  encoding: string,
): Record<string, string> {
  const { source, validators } = request;
  return {
    'user-agent': sentAgent(source, identity),
    ...(identity.from ? { from: identity.from } : {}),
    accept: ACCEPT[request.kind],
    'accept-language': 'ar, *;q=0.5',
    'accept-encoding': encoding,
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
    ...headersOfSource(source),
  };
}
