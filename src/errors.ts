/**
 * The taxonomy of what can go wrong. A class says what an error means for the work in hand and for
 * the health of its source (`src/jobs/fate.ts` is the table); its `code` says which case it is.
 * Anything thrown that is not a `MarsadError` is a defect of our own and fails loudly.
 */

/** What an error carries beside its message. */
export interface ErrorDetail {
  /** What the operator does next. */
  hint?: string;
  /** Values that place the error: url, host, file, status. Never a secret. */
  context?: Record<string, string | number | boolean | undefined>;
  cause?: unknown;
}

/** Base of every error of Marsad. The message says what was expected, what was found and where. */
export abstract class MarsadError extends Error {
  abstract readonly code: string;
  readonly hint: string | undefined;
  readonly context: Readonly<Record<string, string | number | boolean | undefined>>;

  constructor(message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = new.target.name;
    this.hint = detail.hint;
    this.context = detail.context ?? {};
  }
}

/** A settings or source file, or a command line, is wrong. Ends a command with status 2. */
export class ConfigError extends MarsadError {
  override readonly code: string = 'CONFIG';
}

/** A command was called in a way it does not know. */
export class UsageError extends ConfigError {
  override readonly code = 'USAGE';
}

/** The site, a rule or our own guard says no. Never retried. */
export class RefusedError extends MarsadError {
  override readonly code: string = 'REFUSED';
}

/** robots.txt (RFC 9309) disallows the path. */
export class RobotsDisallowedError extends RefusedError {
  override readonly code = 'ROBOTS_DISALLOWED';
}

/** The URL or an address behind it is private, of a forbidden scheme or port. */
export class BlockedAddressError extends RefusedError {
  override readonly code = 'BLOCKED_ADDRESS';
}

/** 401, 403 or 451: the site does not want us here. */
export class ForbiddenError extends RefusedError {
  override readonly code = 'FORBIDDEN';
}

/** The source asks to obey an opt-out from text mining or AI use, and the page states one. */
export class OptOutError extends RefusedError {
  override readonly code = 'OPT_OUT';
}

/** 404 or 410: what was asked for is not there (any more). */
export class GoneError extends RefusedError {
  override readonly code = 'GONE';
}

/** The host asks for less, or is busy in our own plan: wait until `retryAt`, no attempt counted. */
export class ThrottledError extends MarsadError {
  override readonly code: string = 'THROTTLED';
  /** Unix time in milliseconds. */
  readonly retryAt: number;

  constructor(message: string, retryAt: number, detail: ErrorDetail = {}) {
    super(message, detail);
    this.retryAt = retryAt;
  }
}

/** 429 or 503, with or without Retry-After (RFC 9110, 10.2.3). */
export class RateLimitedError extends ThrottledError {
  override readonly code = 'RATE_LIMITED';
}

/** Our own pause for the host has not run out, or its breaker is open. */
export class HostBusyError extends ThrottledError {
  override readonly code = 'HOST_BUSY';
}

/** What an origin's robots.txt, ai.txt or tdmrep.json says is not known: nothing is asked meanwhile. */
export class RulesUnknownError extends ThrottledError {
  override readonly code = 'RULES_UNKNOWN';
}

/** The site could not be reached. Retried with backoff. */
export class UnreachableError extends MarsadError {
  override readonly code: string = 'UNREACHABLE';
  /** True where the fault is likely to pass by itself (time-out, 5xx, reset). */
  readonly soft: boolean = false;
}

/** The name does not resolve. */
export class DnsError extends UnreachableError {
  override readonly code = 'DNS';
}

/** The TCP connection was refused, reset or cut. */
export class ConnectError extends UnreachableError {
  override readonly code = 'CONNECT';
  override readonly soft = true;
}

/** The TLS handshake or the certificate failed. */
export class TlsError extends UnreachableError {
  override readonly code = 'TLS';
}

/** The source's proxy is out of reach, refuses our login or will not go there. */
export class ProxyError extends UnreachableError {
  override readonly code = 'PROXY';
  override readonly soft = true;
}

/** The browser ended while it had the page: killed, out of memory, or crashed by the page. */
export class BrowserError extends UnreachableError {
  override readonly code = 'BROWSER';
  override readonly soft = true;
}

/** A time limit ran out: to the first byte, between bytes, or of the whole. */
export class TimeoutError extends UnreachableError {
  override readonly code = 'TIMEOUT';
  override readonly soft = true;
}

/** The server answered 5xx. */
export class ServerError extends UnreachableError {
  override readonly code = 'SERVER';
  override readonly soft = true;
}

/** Bytes came, and no article or feed can be read from them. Not retried, counted for drift. */
export class UnreadableError extends MarsadError {
  override readonly code: string = 'UNREADABLE';
}

/** Body, header, decompressed size or redirect chain is over its limit. */
export class TooLargeError extends UnreadableError {
  override readonly code = 'TOO_LARGE';
}

/** The redirects loop, or are more than the limit. */
export class RedirectError extends UnreadableError {
  override readonly code = 'REDIRECT';
}

/** The bytes break the format they claim: a cut gzip, a header that cannot be parsed. */
export class MalformedError extends UnreadableError {
  override readonly code = 'MALFORMED';
}

/** A challenge page of a bot protection came in place of the content. */
export class BotWallError extends UnreadableError {
  override readonly code = 'BOT_WALL';
}

/** The selectors of a source walk further on this page than a page may cost. */
export class SelectorCostError extends UnreadableError {
  override readonly code = 'SELECTOR_COST';
}

/** Reading the page took longer than a page may take; the thread that read it was ended. */
export class ReadTimeoutError extends UnreadableError {
  override readonly code = 'READ_TIMEOUT';
}

/** The document is not a feed or sitemap of any known format. */
export class NotAFeedError extends UnreadableError {
  override readonly code = 'NOT_A_FEED';
}

/** Redis is away, refuses a script or cannot serve. The job goes back whole. */
export class StateError extends MarsadError {
  override readonly code: string = 'STATE';
}

/** This process is ending: its jobs in hand go back whole, for the next one to take up. */
export class EndingError extends StateError {
  override readonly code = 'ENDING';
}

/** A sink does not take records now. Tried again in order; other sinks are not held up. */
export class SinkError extends MarsadError {
  override readonly code: string = 'SINK';
}

/** A sink has what it can hold: records wait in the log until it has room. */
export class SinkFullError extends SinkError {
  override readonly code = 'SINK_FULL';
}

/** A sink named the time from which on it takes records again. */
export class SinkWaitsError extends SinkError {
  override readonly code = 'SINK_WAITS';
  /** Unix time in milliseconds. */
  readonly retryAt: number;

  constructor(message: string, retryAt: number, detail: ErrorDetail = {}) {
    super(message, detail);
    this.retryAt = retryAt;
  }
}

/** A sink refuses these records for good, and has the rest of the batch. Dead letters of the sink. */
export class RecordsRefusedError extends MarsadError {
  override readonly code = 'RECORDS_REFUSED';
  /** The reason of each, by its key `id:revision`. */
  readonly refused: ReadonlyMap<string, string>;

  constructor(refused: ReadonlyMap<string, string>, detail: ErrorDetail = {}) {
    super(`${refused.size} records are refused: ${[...refused.values()][0] ?? ''}`, detail);
    this.refused = refused;
  }
}

/** A stored record or log entry cannot be read: damaged, or of a form of another release. */
export class RecordUnreadableError extends MarsadError {
  override readonly code = 'RECORD_UNREADABLE';
}
