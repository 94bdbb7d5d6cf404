/** How a job ended, in one word. */
export type JobOutcome =
  | 'visited'
  | 'unchanged'
  | 'published'
  | 'updated'
  | 'withdrawn'
  | 'skipped'
  | 'held'
  | 'later'
  | 'retry'
  | 'dead-letter'
  | 'delivered'
  | 'told'
  | 'refused'
  | 'failed';

/** The one wide line that a job writes when it ends; metrics and the console are drawn from it. */
export interface JobRecord {
  /** `route` is one document of a visit that could not be read. */
  readonly job: 'visit' | 'route' | 'page' | 'delivery' | 'push';
  readonly outcome: JobOutcome;
  /** Whole time of the job in hand, ms. */
  readonly ms: number;
  /** Time of each step of the pipeline, ms, by its name in `src/line/index.ts`. */
  readonly steps?: Readonly<Record<string, number>>;
  readonly source?: string;
  readonly visit?: string;
  readonly url?: string;
  readonly id?: string;
  readonly revision?: number;
  readonly via?: string;
  readonly status?: number;
  readonly bytes?: number;
  /** Links a visit met, and those that were new. */
  readonly met?: number;
  readonly fresh?: number;
  /** Documents of its routes that a visit could not read. */
  readonly broken?: number;
  /** What a visit had to mend in its documents, and why it left links out: how often each. */
  readonly mended?: Readonly<Record<string, number>>;
  readonly dropped?: Readonly<Record<string, number>>;
  /** Articles that came and went unseen before this visit, or that the first route leaves out. */
  readonly missed?: number;
  /** Why a page was skipped or held back, or a visit asked for less than its routes. */
  readonly kind?: string;
  readonly reason?: string;
  readonly sink?: string;
  readonly records?: number;
  readonly role?: string;
  /** Code, message and remedy of the error that ended it. */
  readonly error?: { readonly code: string; readonly message: string; readonly hint?: string };
  /** True where the error is a defect of Marsad itself. */
  readonly defect?: boolean;
}
