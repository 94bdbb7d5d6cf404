import type { ArticleRecord } from './article.ts';

/** How a draft was taken into the log. */
export interface Published {
  /** `unchanged`: nothing new is in the log, the draft is known in this form. */
  readonly outcome: 'published' | 'updated' | 'unchanged' | 'withdrawn';
  readonly id: string;
  readonly revision: number;
  /** Of an update: the fields that differ. */
  readonly changed?: readonly string[];
  /** The record as it entered the log; absent when unchanged. */
  readonly record?: ArticleRecord;
}

/** The observation of an article that is gone: the answer's status and when. */
export interface GoneObservation {
  readonly status: 404 | 410;
  /** Unix time in milliseconds. */
  readonly atMs: number;
}

/** One entry of the log of records. */
export interface LogEntry {
  /** Position in the log: a Redis stream id. */
  readonly at: string;
  readonly id: string;
  readonly revision: number;
  readonly change: 'published' | 'updated' | 'merged' | 'withdrawn';
  readonly source: string;
}
