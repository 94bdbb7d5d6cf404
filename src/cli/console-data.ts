import { RecordUnreadableError } from '../errors.ts';
import { openArticleQueue, openQueues, type Queues } from '../jobs/queues.ts';
import { nextVisits } from '../jobs/scheduler.ts';
import { queueNames } from '../jobs/sinks.ts';
import type { ConsoleData, LoggedRecord, SourceState } from '../operate/console-data.ts';
import type { ArticleRecord } from '../record/article.ts';
import { Health } from '../record/health.ts';
import { articleSelectors, linksSelector } from '../record/named-selectors.ts';
import type { Source } from '../source.ts';
import { alerts } from '../state/alerts.ts';
import { backfills } from '../state/backfills.ts';
import { healthBook } from '../state/health.ts';
import { heldRecords } from '../state/held-records.ts';
import { hourCounts } from '../state/hour-counts.ts';
import { type Records, records as recordsOf } from '../state/records.ts';
import { fileFaults } from './file-faults.ts';
import { healthReport } from './health-report.ts';
import type { Installation } from './installation.ts';
import { sinkLags } from './sink-lags.ts';

/** How often the log is looked at for new records. */
const LOOK_MS = 500;

/** Records handed on in one read; more wait for the next. */
const BATCH = 200;

/** What the console and `marsad status` show, read from the installation. `close` ends its queues. */
export function consoleData(
  installation: Installation,
): ConsoleData & { close: () => Promise<void> } {
  const queues = openQueues(installation.redis, installation.keys);
  const records = recordsOf(installation.redis, installation.keys);
  const articles = queueNames(installation.catalogue.settings.sinks).map((name) =>
    openArticleQueue(installation.redis, installation.keys, name),
  );
  return {
    sources: () => sourceStates(installation, queues),
    recent: async (count) => {
      const entries = await records.newest(count);
      return (await withRecords(entries, records)).reverse();
    },
    queues: () => Promise.all([queues.visits, queues.pages, ...articles].map(countsOf)),
    sinks: () => sinkLags(installation),
    alerts: () => alerts(installation.redis, installation.keys).open(),
    fileFaults: () => fileFaults(installation.catalogue),
    events: (onRecord) => follow(records, onRecord),
    health: () => healthReport(installation, queues),
    close: async () => {
      await Promise.all([queues.close(), ...articles.map((queue) => queue.close())]);
    },
  };
}

type Entries = Awaited<ReturnType<Records['tail']>>;

async function withRecords(entries: Entries, records: Records): Promise<LoggedRecord[]> {
  const found = await Promise.all(
    entries.map(({ id, revision }) => records.at(id, revision).catch(withoutUnreadable)),
  );
  return found.flatMap((record, index) => {
    const [ms] = entries[index]?.at.split('-') ?? [];
    return record ? [{ ...record, loggedAt: new Date(Number(ms)).toISOString() }] : [];
  });
}

/** One record that cannot be read hides no other; it is a dead letter of each sink. */
function withoutUnreadable(error: unknown): undefined {
  if (!(error instanceof RecordUnreadableError)) throw error;
}

async function sourceStates(installation: Installation, queues: Queues): Promise<SourceState[]> {
  const sources = [...installation.catalogue.sources().values()];
  const ids = sources.map(({ id }) => id);
  const [health, lastDay, next, past, held] = await Promise.all([
    healthBook(installation.redis, installation.keys).of(ids),
    hourCounts(installation.redis, installation.keys).lastDay(Date.now()),
    nextVisits(queues.visits),
    backfills(installation.redis, installation.keys).of(ids),
    heldRecords(installation.redis, installation.keys).counts(ids),
  ]);
  return sources.map((source) => {
    const { id, name, homepage, country, enabled } = source;
    const due = next.get(id);
    const backfill = past.get(id);
    const known = withoutHub(health.get(id) ?? Health.parse({}), installation);
    return {
      id,
      name,
      homepage,
      ...(country ? { country } : {}),
      enabled,
      health: {
        ...known,
        unmatched: ofFile(known.unmatched, source),
        ...(due ? { nextVisit: new Date(due).toISOString() } : {}),
      },
      lastDay: lastDay.get(id) ?? 0,
      held: held.get(id) ?? 0,
      ...(backfill ? { backfill } : {}),
    };
  });
}

/** Only the counts of selectors that the source's file has now: one that was changed or removed is no fault. */
function ofFile(
  unmatched: Health['unmatched'],
  { article, discover }: Source,
): Health['unmatched'] {
  const named = [...articleSelectors(article), ...discover.flatMap(linksSelector)];
  const names = new Set(named.map(({ name }) => name));
  return Object.fromEntries(Object.entries(unmatched).filter(([name]) => names.has(name)));
}

/** What was learnt of hubs is meaningless once no process listens to them any more. */
function withoutHub(health: Health, { catalogue }: Installation): Health {
  const { hub: _hub, ...rest } = health;
  return catalogue.settings.websub ? health : rest;
}

async function countsOf(queue: Queues['visits']) {
  const counts = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return { name: queue.name, waiting: waiting + prioritized, active, delayed, failed };
}

/** Calls back with records as they enter the log, until it is ended. */
function follow(records: Records, onRecord: (record: ArticleRecord) => void): () => void {
  let from: string | undefined;
  let busy = false;
  const look = async (): Promise<void> => {
    from ??= (await records.newest(1)).at(-1)?.at ?? '0';
    const entries = await records.tail(from, BATCH);
    from = entries.at(-1)?.at ?? from;
    for (const record of await withRecords(entries, records)) onRecord(record);
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // A read that fails is tried again half a second later; health() says that Redis is away.
    void look()
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, LOOK_MS);
  return () => clearInterval(timer);
}
