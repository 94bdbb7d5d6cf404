import type { AlertView } from '../record/alert.ts';
import type { ArticleRecord } from '../record/article.ts';
import type { Backfill } from '../record/backfill.ts';
import type { Health } from '../record/health.ts';
import type { CheckFinding } from './check-finding.ts';

/** A source as the console shows it. */
export interface SourceState {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly tags?: readonly string[];
  readonly enabled: boolean;
  readonly health: Health;
  /** Records that entered the log in the last 24 hours. */
  readonly lastDay: number;
  /** Readings under its floor that wait for the operator. */
  readonly held?: number;
  /** How far the last fetching of its past came. */
  readonly backfill?: Backfill;
}

/** How many jobs of a queue are in which state, as BullMQ counts them. */
export interface QueueCount {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  /** The dead-letter list. */
  readonly failed: number;
}

/** How far a sink is behind the log. */
export interface SinkLag {
  readonly name: string;
  /** Entries not handed out yet; undefined where Redis cannot count them (after trimming). */
  readonly waiting: number | undefined;
  /** Entries handed out and not acknowledged. */
  readonly pending: number;
  /** False for a place in the log that no setting names. */
  readonly isNamed?: boolean;
  /** Its dead letters. */
  readonly undelivered?: number;
  /** Records that left the log before it had them. */
  readonly lost?: number;
  /** What it is behind, as a share of what the log holds. */
  readonly fill?: number;
  /** Since when it does not take records, ISO 8601, and why. */
  readonly failingSince?: string | undefined;
  readonly error?: string | undefined;
  /** Tries in a row that failed, and when the next is, ISO 8601. */
  readonly failures?: number | undefined;
  readonly retryAt?: string | undefined;
}

/** One thing that must work for the service to work. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  /** True where it is good by its rule and may not be for long: a sink that refused its last try. */
  readonly isDegraded?: boolean;
  /** What was found, in one sentence for the operator; never a secret. */
  readonly detail?: string;
  /** The same as values, for other languages. */
  readonly finding?: CheckFinding;
}

/** Whether the service can do its work: all checks must be good. */
export interface HealthReport {
  readonly ok: boolean;
  readonly checks: readonly HealthCheck[];
}

/** A file of the configuration that is broken: its source is not visited, or its last good version is used. */
export interface FileFault {
  readonly file: string;
  /** `file:line:column: what is wrong`, a line each. */
  readonly message: string;
  /** What the operator does next. */
  readonly hint?: string;
}

/** A record with the time at which this revision entered the log, ISO 8601. */
export type LoggedRecord = ArticleRecord & { readonly loggedAt?: string };

/** The port through which console, metrics and `marsad status` see the service; it only reads. */
export interface ConsoleData {
  readonly sources: () => Promise<readonly SourceState[]>;
  /** The newest records of the log, newest first. */
  readonly recent: (count: number) => Promise<readonly LoggedRecord[]>;
  readonly queues: () => Promise<readonly QueueCount[]>;
  readonly sinks: () => Promise<readonly SinkLag[]>;
  /** What needs an operator now, the latest first. */
  readonly alerts: () => Promise<readonly AlertView[]>;
  /** The files of the configuration that cannot be taken now. */
  readonly fileFaults: () => readonly FileFault[];
  /** Calls back with each record that enters the log from now on. @returns what ends it */
  readonly events: (onRecord: (record: ArticleRecord) => void) => () => void;
  /** Never rejects: what is away is a check that is not ok. */
  readonly health: () => Promise<HealthReport>;
}
