/** How grave an event is, in pino's words. */
export type EventLevel = 'debug' | 'info' | 'warn' | 'error';

/**
 * Every event that Marsad logs beside the line of a job, with its level: a search or an alert can
 * count on these names. A level says who must act: `info` nobody, `warn` the operator within the
 * day, `error` the operator now.
 */
export const EVENTS = {
  /** A process took up its roles. */
  started: 'info',
  /** A process let its jobs end and closed. */
  stopped: 'info',
  /** Source files were added, changed or removed while running. */
  'sources-changed': 'info',
  /** A source file cannot be read; its last good version goes on. */
  'source-fault': 'warn',
  /** Visits could not be planned; the next round tries again. */
  'schedule-failed': 'error',
  /** Redis does not answer any more: work waits. */
  'redis-lost': 'error',
  /** Redis answers again. */
  'redis-back': 'info',
  /** Jobs ran over their lock, so that another worker may run them again: a machine too slow. */
  'lock-lost': 'warn',
  /** A queue refused what it was asked. */
  'queue-failed': 'error',
  /** A sink did not take a record; it is tried again in order. */
  'sink-failed': 'warn',
  /** A sink takes records again. */
  'sink-back': 'info',
  /** The console's page is served. */
  'console-listening': 'info',
  /** The console could not answer a request: a defect of ours, or the state is away. */
  'console-failed': 'error',
} as const satisfies Readonly<Record<string, EventLevel>>;

/** The name of an event. */
export type EventName = keyof typeof EVENTS;

/** What an event tells: plain values that a log can hold. Never a secret. */
export type EventDetail = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;
