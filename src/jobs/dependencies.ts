import type { Crawler } from '../crawler.ts';
import type { Boilerplate } from '../line/extract/boilerplate.ts';
import type { SourceProfile } from '../line/extract/drift/profile.ts';
import type { MethodHistory } from '../line/fetch/fetch-method.ts';
import type { PoliteFetch } from '../line/fetch/politeness.ts';
import type { ClockProfile } from '../line/normalize/clock.ts';
import type { ArticleLog } from '../line/publish/publish.ts';
import type { VisitHistory } from '../line/schedule/visit-history.ts';
import type { HeldRecord } from '../record/held-record.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { NamedSitemaps } from '../record/named-sitemaps.ts';
import type { Source } from '../source.ts';
import type { Backfills } from '../state/backfills.ts';
import type { HealthBook } from '../state/health.ts';
import type { HeldRecords } from '../state/held-records.ts';
import type { HostBacklog } from '../state/host-backlog.ts';
import type { HourCounts } from '../state/hour-counts.ts';
import type { LeftOutLinks } from '../state/left-out-links.ts';
import type { OddReadings } from '../state/odd-readings.ts';
import type { PublishedUrls } from '../state/published-urls.ts';
import type { Revisits } from '../state/revisits.ts';
import type { SeenLinks } from '../state/seen.ts';
import type { SourceMemory } from '../state/source-memory.ts';
import type { ValidatorBook } from '../state/validators.ts';
import type { VisitLog } from '../state/visit-log.ts';
import type { Hubs } from './hubs.ts';
import type { Queues } from './queues.ts';
import type { ReadText } from './read-text.ts';

/** What reading one document of a route needs. */
export interface RouteDependencies {
  /** Fetches a document from a site: robots.txt, opt-outs and the host's slots hold. */
  readonly fetch: PoliteFetch;
  readonly validators: ValidatorBook;
  readonly crawlers: readonly Crawler[];
}

/** What putting new links into the queue of pages needs. */
export interface EnqueueDependencies {
  readonly queues: Queues;
  readonly seen: SeenLinks;
  readonly now: () => Date;
}

/** What a visit needs. */
export interface VisitDependencies extends RouteDependencies, EnqueueDependencies {
  readonly history: SourceMemory<VisitHistory>;
  readonly health: HealthBook;
  readonly backlog: HostBacklog;
  /** The sitemaps that an origin's robots.txt names, as it was read last. */
  readonly sitemapsOf: (origin: string) => Promise<readonly string[]>;
  readonly sitemaps: SourceMemory<NamedSitemaps>;
  readonly visitLog: VisitLog;
  readonly leftOut: LeftOutLinks;
  /** Hubs that push what is new; absent where the settings name no callback. */
  readonly hubs?: Hubs | undefined;
  readonly report: (jobRecord: JobRecord) => void;
}

/** What the fetching of a source's past needs. */
export interface BackfillDependencies extends RouteDependencies, EnqueueDependencies {
  readonly fetchMethod: SourceMemory<MethodHistory>;
  readonly backfills: Backfills;
  readonly published: PublishedUrls;
}

/** What fetching and reading one page needs. The memories learn from each page. */
export interface ReadPageDependencies {
  readonly fetch: PoliteFetch;
  readonly crawlers: readonly Crawler[];
  /** Reads long pages in threads; all are read in the process itself where absent. */
  readonly readText?: ReadText | undefined;
  readonly boilerplate: SourceMemory<Boilerplate>;
  readonly clock: SourceMemory<ClockProfile>;
  readonly fetchMethod: SourceMemory<MethodHistory>;
  readonly now: () => Date;
}

/** A source's pages read otherwise than before, or well again. */
export interface DriftChange {
  readonly source: string;
  readonly what: 'drifted' | 'recovered' | 'accepted';
  /** Names of the signs it showed by. */
  readonly signs: readonly string[];
}

/** What a page needs, from the fetch to the log. */
export interface PageDependencies extends ReadPageDependencies {
  readonly log: ArticleLog;
  readonly published: Pick<PublishedUrls, 'articleAt'>;
  readonly revisits: Revisits;
  readonly health: HealthBook;
  readonly hours: HourCounts;
  /** How each source's pages are read; its drift. */
  readonly profile: SourceMemory<SourceProfile>;
  /** Told when a source's template changes, or reads well again. */
  readonly tellDrift: (change: DriftChange) => void;
  /** Readings under their source's floor. */
  readonly held: HeldRecords;
  /** Readings that later pages may show to be under it. */
  readonly odd: OddReadings;
  /** Told of a page that was skipped and is held now, since later pages show that it was lost. */
  readonly tellHeldLate: (held: HeldRecord) => Promise<void>;
  /** Told when older ones had to go for a newer one. */
  readonly tellHeldLost: (lost: { readonly source: string; readonly records: number }) => void;
}

/** What deciding about a held record needs. */
export type HeldDependencies = PageDependencies & Pick<EnqueueDependencies, 'queues'>;

/** What a source's hubs push is taken with. */
export interface PushDependencies extends EnqueueDependencies {
  /** A source by its id, as its file stands now. */
  readonly source: (id: string) => Source | undefined;
  readonly fetchMethod: SourceMemory<MethodHistory>;
  readonly health: HealthBook;
  readonly hubs: Hubs;
  readonly report: (jobRecord: JobRecord) => void;
}

/** What a process builds once; each job declares which part of it it takes. */
export type JobDependencies = VisitDependencies &
  BackfillDependencies &
  PageDependencies &
  Omit<PushDependencies, 'hubs'>;
