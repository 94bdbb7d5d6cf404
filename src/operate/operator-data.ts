import type { ArticleRecord } from '../record/article.ts';
import type { ArticleTrace } from '../record/trace.ts';
import type { VisitEntry } from '../record/visit-entry.ts';
import type { OptionalField } from './optional-fields.ts';
import type { AlertRow } from './page/alerts-page.ts';
import type { Reader } from './page/page-reader.ts';
import type { TextPart } from './page/story-page.ts';

/** A route of a source's file. */
export interface RouteView {
  readonly kind: string;
  readonly url: string;
}

/** A source's file as it stands. */
export interface SourceFileView {
  readonly path: string;
  readonly text: string;
  /** Digest of the text: only the text that the operator saw is changed. */
  readonly version: string;
}

/** What a source's page shows beside its state. */
export interface SourceDetail {
  readonly routes: readonly RouteView[];
  readonly zone: string;
  readonly crawler: string;
  /** As its file says: `auto`, an interval or a cron line. */
  readonly visit: string;
  readonly file?: SourceFileView;
  /** Articles to expect in each hour of the week, Monday 0 h first; absent until it is known. */
  readonly rhythm?: readonly number[];
  /** Newest first. */
  readonly visits: readonly VisitEntry[];
}

/** A record in one line of a list. */
export interface ArticleLine {
  readonly id: string;
  readonly revision: number;
  readonly change: ArticleRecord['change'];
  /** Unix ms at which it entered the log. */
  readonly at: number;
  readonly url: string;
  readonly headline: string;
  readonly language?: string | undefined;
  readonly source: { readonly id: string; readonly name: string };
  readonly country?: string | undefined;
  readonly tags: readonly string[];
  readonly datePublished?: string | undefined;
  readonly precision?: ArticleRecord['datePrecision'] | undefined;
  readonly role: ArticleRecord['story']['role'];
  readonly similarity: number;
  /** Which of the fields that it may lack the record gives. */
  readonly fields: readonly OptionalField[];
}

/** Which records are wanted; what is absent lets all pass. */
export interface ArticleWish {
  readonly text?: string | undefined;
  readonly source?: string | undefined;
  readonly country?: string | undefined;
  readonly role?: string | undefined;
  readonly change?: string | undefined;
}

/** What a search found: lines, newest first, and of how many records. */
export interface ArticleSearch {
  readonly lines: readonly ArticleLine[];
  /** Records that were looked at, and those that are to be. */
  readonly read: number;
  readonly all: number;
}

/** One thing that could not be done. */
export interface DeadLetter {
  /** What it is retried or discarded by. */
  readonly id: string;
  readonly kind: 'page' | 'visit' | 'record';
  readonly source?: string | undefined;
  /** The sink or queue of a record. */
  readonly sink?: string | undefined;
  /** Address of a page, or id of a record. */
  readonly about?: string | undefined;
  /** `CODE: message`. */
  readonly reason: string;
  readonly at?: string | undefined;
}

/** How much is published, and how soon. */
export interface Pace {
  /** Records of each of the last 24 hours, the current one last. */
  readonly hours: readonly number[];
  /** What is usual in them. */
  readonly usual: readonly number[];
  /** From publication to record, ms; absent where nothing was measured. */
  readonly delay?: { readonly p50: number; readonly p95: number; readonly of: number } | undefined;
}

/** A job of a queue, as a list shows it. */
export interface QueuedJob {
  readonly id: string;
  readonly source: string;
  readonly about: string;
  readonly tries: number;
  /** Unix ms: when it began, or when it is due. */
  readonly at?: number | undefined;
}

/** A queue with the first of its jobs. */
export interface QueueView {
  readonly name: string;
  readonly isPaused: boolean;
  readonly active: readonly QueuedJob[];
  readonly waiting: readonly QueuedJob[];
  readonly delayed: readonly QueuedJob[];
}

/** What a URL gave that was tried. */
export interface TriedUrl {
  readonly url: string;
  readonly fields: readonly {
    readonly field: string;
    readonly value: string;
    readonly from: string;
    readonly confidence: number;
  }[];
  /** Why there is no article. */
  readonly noArticle?: { readonly kind: string; readonly reason: string };
  /** The blocks of the page: what was kept and what was left out, with the reason. */
  readonly blocks: readonly {
    readonly text: string;
    readonly isKept: boolean;
    readonly reason: string;
  }[];
}

/** A change of a file, line by line. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A reading that is held back, in one line. */
export interface HeldLine {
  readonly id: string;
  readonly url: string;
  readonly at: string;
  readonly signs: readonly string[];
  readonly headline?: string | undefined;
  readonly reason?: string | undefined;
}

/** How well pages are read by one set of selectors; agreements are shares. */
export interface ReadingCount {
  readonly articles: number;
  readonly pages: number;
  readonly words: number;
  readonly headline?: number | undefined;
  readonly text?: number | undefined;
  readonly dates: number;
  readonly authors: number;
}

/** A repair that is proposed; nothing is written. */
export interface RepairView {
  readonly change: FileChange;
  /** Digests of the file and of what it would be: what is applied is what was shown. */
  readonly version: string;
  readonly digest: string;
  readonly before: ReadingCount;
  readonly after: ReadingCount;
}

/** One write of an operator, as the audit log keeps it. */
export interface AuditEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly about: string;
  /** Absent where it was done. */
  readonly error?: string | undefined;
}

/** What the console's pages read beside the state. */
export interface OperatorReads {
  readonly source: (id: string) => Promise<SourceDetail | undefined>;
  /** What is held back of a source, the oldest first. */
  readonly held: (id: string) => Promise<readonly HeldLine[]>;
  readonly search: (wish: ArticleWish, most: number) => Promise<ArticleSearch>;
  /** All revisions kept of an article, newest first. */
  readonly revisions: (id: string) => Promise<readonly ArticleRecord[]>;
  /** The members of a story in the order they were met. */
  readonly story: (id: string) => Promise<readonly ArticleRecord[]>;
  /** What happened to an article, from its link to each sink. */
  readonly trace: (id: string) => Promise<readonly ArticleTrace[]>;
  /** Word by word, from one text to another. */
  readonly difference: (before: string, after: string) => readonly TextPart[];
  readonly alerts: (reader: Reader) => Promise<{
    readonly open: readonly AlertRow[];
    readonly past: readonly AlertRow[];
  }>;
  readonly deadLetters: () => Promise<readonly DeadLetter[]>;
  readonly pace: () => Promise<Pace>;
  readonly jobs: () => Promise<readonly QueueView[]>;
  /** Newest first. */
  readonly audit: () => Promise<readonly AuditEntry[]>;
}

/** What an operator may change; each says what it did, or throws a MarsadError. */
export interface OperatorWrites {
  /** Puts a visit into the queue. @throws UsageError where there is no such source, or it is off */
  readonly visitNow: (id: string) => Promise<void>;
  /** Switches a source. @throws ChangedError where the file is not the one of `version` any more */
  readonly setEnabled: (
    id: string,
    change: { readonly enabled: boolean; readonly version: string },
  ) => Promise<FileChange>;
  /** Reads a page by the rules of a source; nothing is published. @throws MarsadError */
  readonly tryUrl: (id: string, url: string) => Promise<TriedUrl>;
  /** Puts dead letters back. @returns how many of the ids were there */
  readonly retry: (ids: readonly string[]) => Promise<number>;
  readonly discard: (ids: readonly string[]) => Promise<number>;
  /** Holds a queue, or lets it go on. @throws UsageError for an unknown queue */
  readonly setPaused: (queue: string, isPaused: boolean) => Promise<void>;
  /** Looks for selectors that read a source's held pages better; undefined where none do. */
  readonly proposeRepair: (id: string) => Promise<RepairView | undefined>;
  /** Writes a proposed repair into the file and reads the held pages again. @throws where either changed */
  readonly applyRepair: (
    id: string,
    seen: { readonly version: string; readonly digest: string },
  ) => Promise<FileChange>;
  /** What becomes of all that is held of a source. @returns how many were published or discarded */
  readonly held: Readonly<Record<'retry' | 'release' | 'discard', (id: string) => Promise<number>>>;
  readonly note: (entry: AuditEntry) => Promise<void>;
}
