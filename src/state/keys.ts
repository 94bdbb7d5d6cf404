/**
 * Every key of Marsad in Redis. All share one hash tag, so that a script may touch several of them
 * on a cluster too (Redis Cluster specification, "Hash tags"). The table in docs/state.md says what
 * bounds the life or the size of each.
 */

/** Names all keys of one installation; two may share a Redis under two names. */
export interface Keys {
  /** The hash tag with its braces: BullMQ's prefix. */
  readonly tag: string;
  /** Links that a source's visits have met: a sorted set, url hash → first seen. */
  readonly seen: (source: string) => string;
  /** The record of an article in its newest revision. */
  readonly article: (id: string) => string;
  /** Earlier revisions of an article, a list. */
  readonly revisions: (id: string) => string;
  /** Which article a URL, a text or a title of a source leads to: digest → article id. */
  readonly alias: (urlHash: string) => string;
  /** The log of records: a stream. */
  readonly log: string;
  /** What a source's visits found and how they ended: a hash. */
  readonly health: (source: string) => string;
  /** Validators of a route's last answer: a hash. */
  readonly validators: (urlHash: string) => string;
  /** Pace and circuit breaker of a host: a hash. */
  readonly slot: (host: string) => string;
  /** robots.txt of an origin. */
  readonly robots: (origin: string) => string;
  /** What is learnt of a source's clock: JSON. */
  readonly clock: (source: string) => string;
  /** Blocks that recur on a source's pages: JSON. */
  readonly boilerplate: (source: string) => string;
  /** Anything else of one step, under its own name. */
  readonly of: (step: string, ...parts: string[]) => string;
}

/** Builds the key names of the installation `name` (`[a-z0-9-]`, default `marsad`). */
export function keysOf(name = 'marsad'): Keys {
  const tag = `{${name}}`;
  const of = (step: string, ...parts: string[]): string => [tag, step, ...parts].join(':');
  return {
    tag,
    of,
    seen: (source) => of('seen', source),
    article: (id) => of('article', id),
    revisions: (id) => of('revisions', id),
    alias: (urlHash) => of('alias', urlHash),
    log: of('log'),
    health: (source) => of('health', source),
    validators: (urlHash) => of('validators', urlHash),
    slot: (host) => of('slot', host),
    robots: (origin) => of('robots', origin),
    clock: (source) => of('clock', source),
    boilerplate: (source) => of('boilerplate', source),
  };
}
