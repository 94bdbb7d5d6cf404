import {
  ConfigError,
  EndingError,
  MarsadError,
  RefusedError,
  StateError,
  ThrottledError,
  UnreachableError,
  UnreadableError,
} from '../errors.ts';

/**
 * What becomes of a job whose work threw:
 * `later` it is put off to `at` and no attempt is counted; `retry` it is tried again after
 * `delayMs`; `dead-letter` it goes to the dead-letter list with its reason.
 */
export type Fate =
  | { readonly kind: 'later'; readonly at: number }
  | { readonly kind: 'retry'; readonly delayMs: number }
  | { readonly kind: 'dead-letter' };

/** One row of the table: which errors, what becomes of the job, what it says of the source. */
interface Row {
  readonly means: string;
  readonly is: (error: unknown) => boolean;
  readonly fate: (error: unknown, attempt: number, now: number) => Fate;
  /** Weight for the source's health: 1 for a hard failure, 0 where the source is not at fault. */
  readonly health: (error: unknown) => number;
}

/**
 * Pauses before the second to the fifth try: a restart passes within half a minute, a deploy
 * within minutes, a night's outage is left to the next visits.
 */
const RETRY_MS = [30_000, 120_000, 480_000, 1_800_000] as const;

/** Tries of a page in all. */
export const ATTEMPTS = RETRY_MS.length + 1;

/** Redis comes back within seconds, or not soon; a job tries again after so long. */
const STATE_MS = 5000;

/** A job that is due in the past would be taken up again at once, for ever. */
const LATER_LEAST_MS = 1;

const deadLetter = (): Fate => ({ kind: 'dead-letter' });

const TABLE: readonly Row[] = [
  {
    means: 'the operator has to mend a file',
    is: (error) => error instanceof ConfigError,
    fate: deadLetter,
    health: () => 0,
  },
  {
    means: 'the site, a rule or our own guard says no: asking again would be rude',
    is: (error) => error instanceof RefusedError,
    fate: deadLetter,
    health: () => 0,
  },
  {
    means: 'the host is busy or asks to wait: the time is known',
    is: (error) => error instanceof ThrottledError,
    fate: (error, _attempt, now) => ({
      kind: 'later',
      at: Math.max(error instanceof ThrottledError ? error.retryAt : now, now + LATER_LEAST_MS),
    }),
    health: () => 0,
  },
  {
    means: 'the site could not be reached: it may come back',
    is: (error) => error instanceof UnreachableError,
    fate: (_error, attempt) => {
      const delayMs = RETRY_MS[attempt - 1];
      return delayMs === undefined ? deadLetter() : { kind: 'retry', delayMs };
    },
    health: (error) => (error instanceof UnreachableError && error.soft ? 0.5 : 1),
  },
  {
    means: 'bytes came and hold no article: the same bytes would come again',
    is: (error) => error instanceof UnreadableError,
    fate: deadLetter,
    health: () => 0.25,
  },
  {
    means: 'this process ends: whoever works next takes the job up at once',
    is: (error) => error instanceof EndingError,
    fate: (_error, _attempt, now) => ({ kind: 'later', at: now + LATER_LEAST_MS }),
    health: () => 0,
  },
  {
    means: 'Redis is away: the job goes back whole',
    is: (error) => error instanceof StateError,
    fate: (_error, _attempt, now) => ({ kind: 'later', at: now + STATE_MS }),
    health: () => 0,
  },
];

/**
 * What becomes of a job. Anything that is no `MarsadError` is a defect of our own: dead letter.
 * @param attempt which try failed, from 1
 * @param now Unix ms
 */
export function fateOf(error: unknown, attempt: number, now: number): Fate {
  const row = TABLE.find(({ is }) => is(error));
  return row ? row.fate(error, attempt, now) : deadLetter();
}

/** What a failure weighs against its source's health: 0 none, 1 hard; a defect of ours weighs 0. */
export function healthWeight(error: unknown): number {
  return TABLE.find(({ is }) => is(error))?.health(error) ?? 0;
}

/** True for what Marsad itself did wrong. */
export function isDefect(error: unknown): boolean {
  return !(error instanceof MarsadError);
}
