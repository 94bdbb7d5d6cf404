/** How grave an event is, in pino's words. */
export type EventLevel = 'debug' | 'info' | 'warn' | 'error';

/**
 * Every event that Marsad logs beside the job records, with its level: a search or an alert can
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
  /** `marsad.yaml` changed: what changed holds after a restart. */
  'settings-changed': 'warn',
  /** A source file cannot be read; its last good version goes on. */
  'source-fault': 'warn',
  /** Visits could not be planned; the next round tries again. */
  'schedule-failed': 'error',
  /** Redis does not answer any more: work waits. */
  'redis-lost': 'error',
  /** Redis takes no writes: no site is asked and no job is taken up. */
  'redis-refuses': 'error',
  /** Redis answers and takes writes again. */
  'redis-back': 'info',
  /** Jobs ran over their lock, so that another worker may run them again: a machine too slow. */
  'lock-lost': 'warn',
  /** A queue refused what it was asked. */
  'queue-failed': 'error',
  /** The pages of a source read otherwise than its past ones: its template changed; by which signs. */
  'source-drifted': 'warn',
  /** The pages of a source that drifted read well again. */
  'source-recovered': 'info',
  /** A source's new template is its usual one by now: readings are held against it. */
  'source-accepted': 'info',
  /** More readings were held back than are kept: the oldest had to go, and how many. */
  'held-lost': 'error',
  /** A sink did not take a record; it is tried again in order. */
  'sink-failed': 'warn',
  /** A sink takes records again. */
  'sink-back': 'info',
  /** The settings name a sink that was not there before. */
  'sink-added': 'info',
  /** The settings of a sink are not those of the last start; its place in the log is the same. */
  'sink-changed': 'info',
  /** A sink that was there before has a place in the log, and no setting names it. */
  'sink-unnamed': 'warn',
  /** A sink is behind by half of what the log holds. */
  'log-half-full': 'warn',
  /** A sink is behind by nearly all that the log holds: records will be lost, or crawling pauses. */
  'log-nearly-full': 'error',
  /** A sink that was far behind has caught up. */
  'log-has-room': 'info',
  /** Records left the log before a sink had them: how many, and the positions of first and last. */
  'records-lost': 'error',
  /** No job of the crawl is taken up, and why. */
  'crawl-paused': 'error',
  /** Jobs of the crawl are taken up again. */
  'crawl-resumed': 'info',
  /** The sinks in marsad.yaml are not those that run: a restart takes them up. */
  'sinks-edited': 'warn',
  /** Somebody is needed now: what for stands in the closed list of conditions. */
  alert: 'error',
  /** Somebody is needed within the day. */
  'alert-warning': 'warn',
  /** What was alerted is over. */
  'alert-over': 'info',
  /** An alert could not be sent, or the conditions not be read. */
  'alert-failed': 'error',
  /** Dead letters of sources that were removed are gone. */
  'letters-dropped': 'info',
  /** Health and metrics of a process without the console are served. */
  'health-listening': 'info',
  /** The console's page is served. */
  'console-listening': 'info',
  /** An operator changed something on the console, or tried to. */
  'console-write': 'info',
  /** Somebody logged in to the console. */
  login: 'info',
  /** Somebody was not let in: a wrong name or password, or too many of them. */
  'login-refused': 'warn',
  /** The console could not answer a request: a defect of ours, or the state is away. */
  'console-failed': 'error',
  /** Hubs can reach us. */
  'websub-listening': 'info',
  /** A hub could not be answered, or subscriptions could not be kept: the state is away. */
  'websub-failed': 'error',
  /** A hub took our request and has yet to verify it. */
  'hub-asked': 'info',
  /** A hub verified a subscription: it pushes what is new. */
  'hub-live': 'info',
  /** A hub did not take our request; it is asked again later and later. */
  'hub-failed': 'warn',
  /** A hub said no: polls go on as they are. */
  'hub-denied': 'warn',
  /** Polls found what a hub had not brought, several times: it is not relied on for a week. */
  'hub-distrusted': 'warn',
  /** A subscription is over: its source is gone, or its feed names another hub. */
  'hub-ended': 'info',
} as const satisfies Readonly<Record<string, EventLevel>>;

/** The name of an event. */
export type EventName = keyof typeof EVENTS;

/** What an event tells: plain values that a log can hold. Never a secret. */
export type EventDetail = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;
