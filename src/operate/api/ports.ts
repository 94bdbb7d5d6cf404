import type { z } from 'zod';
import type { ArticleRecord } from '../../record/article.ts';
import type { LogEntry } from '../../record/publication.ts';
import type { VisitEntry } from '../../record/visit-entry.ts';
import type { SourceState } from '../console-data.ts';
import type { InstallationStatus } from '../installation-status.ts';

/** What a token may be used for. */
export const SCOPES = ['read', 'events', 'crawl'] as const;
/** What a token may be used for. */
export type Scope = (typeof SCOPES)[number];

/** A token as the settings have it: never the token itself. */
export interface ApiToken {
  /** SHA-256 of the token, in hexadecimal. */
  readonly sha256: string;
  readonly scopes: readonly Scope[];
}

/** True for a record that is asked for. */
export type IsWanted = (record: ArticleRecord) => boolean;

/** Values of a query by their names, checked by the schema that they came with. */
export type QueryValues = Readonly<Record<string, unknown>>;

/** Parameters with their schema, and what they make. */
export interface QueryPart<Made> {
  readonly shape: Readonly<Record<string, z.ZodType>>;
  readonly make: (values: QueryValues) => Made;
}

/** A record that a search found, and its place in the order of its answers. */
export interface SearchHit {
  /** Undefined where it is kept no longer in full. */
  readonly record: ArticleRecord | undefined;
  readonly at: string;
}

/** What a search is asked for; `after` is the place of the last answer that is known. */
export interface SearchRequest {
  readonly words: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  readonly count: number;
}

/** A word-level difference of two texts. */
export type TextDiff = readonly {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}[];

/** What the API is made from; the command line plugs it in. */
export interface ApiPorts {
  readonly filter: QueryPart<IsWanted>;
  readonly shape: QueryPart<(record: ArticleRecord) => object>;
  /** Entries before a position (exclusive; `+` is the end), newest first, none before `oldest`. */
  readonly before: (position: string, count: number, oldest: string) => Promise<LogEntry[]>;
  /** Entries after a position (exclusive), oldest first. */
  readonly tail: (position: string, count: number) => Promise<LogEntry[]>;
  /** A record in its newest revision, or in one; undefined where it is not kept or not readable. */
  readonly record: (id: string, revision?: number) => Promise<ArticleRecord | undefined>;
  readonly revisions: (id: string) => Promise<readonly ArticleRecord[]>;
  readonly story: (id: string) => Promise<readonly ArticleRecord[]>;
  readonly sources: () => Promise<readonly SourceState[]>;
  readonly status: () => Promise<InstallationStatus>;
  readonly visits: (source: string) => Promise<readonly VisitEntry[]>;
  /** Puts a page into the queue, before all others. @returns its source; undefined where none is of its site */
  readonly crawl: (url: string) => Promise<{ readonly source: string } | undefined>;
  readonly diff: (before: string, after: string) => TextDiff;
  /** The records that have all of some words, by match key: what is searched by without a database. */
  readonly words: (text: string) => IsWanted;
  /** Full-text search by match key; absent where no database sink is configured. */
  readonly search?: (request: SearchRequest) => Promise<readonly SearchHit[]>;
}

/** A limit for each token or address apart: what is left of it, or how long to wait for more. */
export interface RateLimit {
  readonly take: (
    taker: string,
  ) => Promise<{ readonly left: number } | { readonly waitMs: number }>;
}

/** What the API is bounded by, and who may use it. */
export interface ApiOptions {
  /** By the name of the token, and by the address that sent a wrong one. */
  readonly limits: { readonly requests: RateLimit; readonly wrongTokens: RateLimit };
  readonly ports: ApiPorts;
  readonly tokens: Readonly<Record<string, ApiToken>>;
  /** Requests a minute of one token. */
  readonly requests: number;
  /** Event streams at a time. */
  readonly streams: number;
  /** Origins whose pages may ask; none without. */
  readonly origins: readonly string[];
  readonly version: string;
  readonly onFailure?: (path: string, error: Error) => void;
  /** Pauses of a stream: between looks at the log, and between heartbeats. */
  readonly lookMs?: number;
  readonly heartbeatMs?: number;
}
