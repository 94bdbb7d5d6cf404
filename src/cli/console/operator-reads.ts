import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Queue } from 'bullmq';
import type { Queues } from '../../jobs/queues.ts';
import { wordDiff } from '../../line/dedupe/diff.ts';
import { kindOf, urlOf } from '../../line/discover/routes/index.ts';
import type { OperatorReads, SourceDetail, SourceFileView } from '../../operate/operator-data.ts';
import { alertRows } from '../../operate/page/alert-rows.ts';
import { zoneOf } from '../../record/source-rules.ts';
import type { Source } from '../../source.ts';
import { alerts } from '../../state/alerts.ts';
import { auditLog } from '../../state/audit-log.ts';
import { hourCounts } from '../../state/hour-counts.ts';
import type { Records } from '../../state/records.ts';
import { articleTraces } from '../article-trace.ts';
import type { Installation } from '../installation.ts';
import type { Runtime } from '../runtime.ts';
import { sourceFile } from '../sources/source-file.ts';
import type { ArticleIndex } from './article-index.ts';
import type { DeadLetters } from './console-letters.ts';
import { queueView } from './jobs-view.ts';
import { paceOf, rhythmOf } from './pace.ts';

/** What the pages are read from. */
export interface ReadParts {
  readonly installation: Installation;
  readonly runtime: Runtime;
  readonly records: Records;
  readonly index: ArticleIndex;
  readonly letters: DeadLetters;
  /** The queues that records are delivered to. */
  readonly articles: readonly Queue[];
}

/** Writes shown of the audit log. */
const AUDIT_SHOWN = 200;

/** A rhythm changes over days: all of them are read so often. */
const HISTORIES_MS = 5 * 60_000;

/** What the console's pages read beside the state. */
export function operatorReads(parts: ReadParts): OperatorReads {
  const { installation, runtime, records, index, letters } = parts;
  const { redis, keys, catalogue } = installation;
  const told = alerts(redis, keys);
  const audit = auditLog(redis, keys);
  const hours = hourCounts(redis, keys);
  const histories = historiesOf(parts);
  return {
    source: (id) => detailOf(id, parts),
    held: async (id) =>
      (await runtime.deps.held.list(id)).map(({ draft, ...about }) => ({
        ...about,
        headline: draft?.headline,
      })),
    search: async (wish, most) => index.search(wish, most),
    revisions: (id) => records.revisions(id),
    story: async (id) => records.story((await records.get(id))?.story.id ?? id),
    trace: (id) => articleTraces(installation, id),
    difference: wordDiff,
    alerts: async (reader) => {
      const [open, past] = await Promise.all([told.open(), told.past()]);
      return { open: alertRows(reader, open), past: alertRows(reader, past) };
    },
    deadLetters: letters.list,
    pace: async () => {
      const now = Date.now();
      const sources = [...catalogue.sources().values()];
      const [counts, learnt] = await Promise.all([hours.totals(now), histories()]);
      return paceOf({ now, hours: counts, sources, histories: learnt, lines: index.lines() });
    },
    jobs: () => Promise.all(queuesOf(parts).map(queueView)),
    audit: () => audit.list(AUDIT_SHOWN),
  };
}

/** The queues of the crawl and of the sinks. */
export function queuesOf({ runtime, articles }: Pick<ReadParts, 'runtime' | 'articles'>): Queue[] {
  const { visits, pages }: Queues = runtime.queues;
  return [visits, pages, ...articles];
}

/** The rhythms of all sources, read at most once in {@link HISTORIES_MS}. */
function historiesOf({ runtime, installation }: ReadParts) {
  type Histories = Awaited<ReturnType<typeof runtime.deps.history.loadAll>>;
  let kept: Histories = new Map();
  let until = 0;
  return async (): Promise<Histories> => {
    if (performance.now() >= until) {
      kept = await runtime.deps.history.loadAll([...installation.catalogue.sources().keys()]);
      until = performance.now() + HISTORIES_MS;
    }
    return kept;
  };
}

async function detailOf(id: string, parts: ReadParts): Promise<SourceDetail | undefined> {
  const { installation, runtime } = parts;
  const source = installation.catalogue.sources().get(id);
  if (!source) return undefined;
  const [history, visits] = await Promise.all([
    runtime.deps.history.load(id),
    runtime.deps.visitLog.of(id),
  ]);
  const rhythm = rhythmOf(history, Date.now());
  const file = fileOf(installation.catalogue.folder, id);
  return {
    routes: source.discover.map((route) => ({ kind: kindOf(route), url: urlOf(route) })),
    zone: zoneOf(source),
    crawler: source.crawler,
    visit: visitText(source),
    visits,
    ...(rhythm ? { rhythm } : {}),
    ...(file ? { file } : {}),
  };
}

const visitText = ({ visit }: Source): string => ('cron' in visit ? visit.cron : visit.every);

/** The file of a source as it stands; absent where it went away this moment. */
export function fileOf(folder: string, id: string): SourceFileView | undefined {
  const path = sourceFile(folder, id);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  return { path, text, version: versionOf(text) };
}

/** Tells one text of a file from another. */
export function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
