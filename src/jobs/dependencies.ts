import type { Crawler } from '../crawler.ts';
import type { Boilerplate } from '../line/extract/boilerplate.ts';
import type { MethodHistory } from '../line/fetch/fetch-method.ts';
import type { PoliteFetch } from '../line/fetch/politeness.ts';
import type { ClockProfile } from '../line/normalize/clock.ts';
import type { ArticleLog } from '../line/publish/publish.ts';
import type { VisitHistory } from '../line/schedule/visit-history.ts';
import type { JobRecord } from '../record/job-record.ts';
import type { Source } from '../record/source.ts';
import type { Backfills } from '../state/backfills.ts';
import type { HealthBook } from '../state/health.ts';
import type { HourCounts } from '../state/hour-counts.ts';
import type { PublishedUrls } from '../state/published-urls.ts';
import type { Revisits } from '../state/revisits.ts';
import type { SeenLinks } from '../state/seen.ts';
import type { SourceMemory } from '../state/source-memory.ts';
import type { Validators } from '../state/validators.ts';
import type { Hubs } from './hubs.ts';
import type { Queues } from './queues.ts';

/** What the jobs work with; the command that runs them puts it together. */
export interface Dependencies {
  /** A source by its id, as its file stands now. */
  readonly source: (id: string) => Source | undefined;
  readonly crawlers: readonly Crawler[];
  /** Asks a site for a document, with politeness. */
  readonly fetch: PoliteFetch;
  readonly queues: Queues;
  readonly seen: SeenLinks;
  readonly validators: Validators;
  readonly log: ArticleLog;
  readonly revisits: Revisits;
  readonly health: HealthBook;
  readonly hours: HourCounts;
  readonly backfills: Backfills;
  readonly published: PublishedUrls;
  readonly history: SourceMemory<VisitHistory>;
  readonly clock: SourceMemory<ClockProfile>;
  readonly boilerplate: SourceMemory<Boilerplate>;
  readonly route: SourceMemory<MethodHistory>;
  /** Hubs that push what is new; absent where the settings name no callback. */
  readonly hubs?: Hubs | undefined;
  readonly report: (jobRecord: JobRecord) => void;
  readonly now: () => Date;
}
