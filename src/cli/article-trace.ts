import { identityOf } from '../jobs/link-identity.ts';
import { openQueues } from '../jobs/queues.ts';
import { Filter, recordFilter } from '../line/deliver/filter.ts';
import { canonicalUrl } from '../line/normalize/canonical-url.ts';
import type { ArticleRecord } from '../record/article.ts';
import type { LeftOutLink } from '../record/left-out.ts';
import { durationMs } from '../record/source-rules.ts';
import type { ArticleTrace, PageJobState, SinkTrace } from '../record/trace.ts';
import { deliveryTraces } from '../state/delivery-traces.ts';
import { findLink } from '../state/find-link.ts';
import { leftOutLinks } from '../state/left-out-links.ts';
import { type PageTraces, pageTraces } from '../state/page-traces.ts';
import { dueAt } from '../state/queue-due.ts';
import { records } from '../state/records.ts';
import { urlDigest } from '../state/seen.ts';
import type { Installation } from './installation.ts';

/** The article that is meant, as one source knows it. */
interface Sought {
  readonly source: string;
  readonly url: string;
  readonly id?: string | undefined;
  readonly seenAt?: number | undefined;
  readonly leftOut?: LeftOutLink | undefined;
}

/** Entries of the log are searched from this long before the job ended: a page takes less. */
const BEFORE_MS = 10 * 60_000;

/**
 * The way of an article that is named by its address or its id, one a source that knows it: what
 * happened since a visit met its link, and where its revisions stand with each sink.
 * @returns nothing where no source knows it
 */
export async function articleTraces(
  installation: Installation,
  urlOrId: string,
): Promise<ArticleTrace[]> {
  const sought = URL.canParse(urlOrId)
    ? await soughtByUrl(installation, urlOrId)
    : await soughtById(installation, urlOrId);
  return Promise.all(sought.map((one) => traceOf(installation, one)));
}

async function soughtByUrl(installation: Installation, url: string): Promise<Sought[]> {
  const sources = [...installation.catalogue.sources().keys()];
  const urls = [...new Set([url, canonicalUrl(url).url])];
  const identity = identityOf(url);
  const known = await findLink(installation, { identity, urls }, sources);
  const store = leftOutLinks(installation.redis, installation.keys);
  const leftOut = await store.of(sources, urlDigest(identity));
  return [...new Set([...known.map(({ source }) => source), ...leftOut.keys()])].map((source) => {
    const { seenAt, article } = known.find((one) => one.source === source) ?? {};
    return { source, url, seenAt, id: article, leftOut: leftOut.get(source) };
  });
}

async function soughtById({ redis, keys }: Installation, id: string): Promise<Sought[]> {
  const record = await records(redis, keys).get(id);
  if (!record) return [];
  const { source, url, otherUrls } = record;
  const store = leftOutLinks(redis, keys);
  const digests = new Set([url, ...otherUrls].map((one) => urlDigest(identityOf(one))));
  const found = await Promise.all([...digests].map((digest) => store.of([source.id], digest)));
  const leftOut = found
    .flatMap((links) => [...links.values()])
    .toSorted((a, b) => a.at.localeCompare(b.at));
  return [{ source: source.id, url, id, leftOut: leftOut.at(-1) }];
}

const tracesMs = ({ catalogue }: Installation): number =>
  durationMs(catalogue.settings.retention.traces);

async function traceOf(installation: Installation, sought: Sought): Promise<ArticleTrace> {
  const { redis, keys } = installation;
  const { source } = sought;
  const pages = await pagesOf(sought, pageTraces(redis, keys, tracesMs(installation)));
  const id = sought.id ?? pages.find((one) => one.id !== undefined)?.id;
  const record = id === undefined ? undefined : await records(redis, keys).get(id);
  // An id leads to the canonical address of the article; the link that was met may have been another.
  const url = URL.canParse(sought.url) && pages[0] ? pages[0].url : sought.url;
  const job = await jobOf(installation, source, url);
  const stated = Date.parse(pages[0]?.seen ?? record?.dateFirstSeen ?? '');
  const firstSeen = Number.isNaN(stated) ? (sought.seenAt ?? stated) : stated;
  return {
    source,
    url: sought.url,
    ...(id === undefined ? {} : { id }),
    ...(Number.isNaN(firstSeen) ? {} : { seen: new Date(firstSeen).toISOString() }),
    ...(sought.leftOut ? { leftOut: sought.leftOut } : {}),
    pages,
    ...(job ? { job } : {}),
    sinks: record ? await sinksOf(installation, record, firstSeen) : [],
  };
}

async function pagesOf({ source, url, id }: Sought, traces: PageTraces) {
  return traces.of({ source, id, digest: urlDigest(identityOf(url)) });
}

async function jobOf(
  installation: Installation,
  source: string,
  url: string,
): Promise<PageJobState | undefined> {
  const queues = openQueues(installation.redis, installation.keys);
  try {
    const job = await queues.pages.getJob(`${source}-${urlDigest(identityOf(url))}`);
    if (!job) return undefined;
    const state = await job.getState();
    const due = await dueAt(installation, 'pages', job.id ?? '');
    return {
      state,
      ...(due === undefined ? {} : { due: new Date(due).toISOString() }),
      ...(state === 'failed' ? { reason: job.failedReason } : {}),
    };
  } finally {
    await queues.close();
  }
}

async function sinksOf(
  installation: Installation,
  record: ArticleRecord,
  firstSeen: number,
): Promise<SinkTrace[]> {
  const { redis, keys } = installation;
  const traces = deliveryTraces(redis, keys);
  const since = Number.isNaN(firstSeen) ? 0 : Math.max(0, firstSeen - BEFORE_MS);
  const entries = await traces.entries(record.id, since);
  const found = await Promise.all(entries.map((entry) => traces.of(entry)));
  return found.flat().map((one) => (isWanted(one, record, installation) ? one : unwanted(one)));
}

/** Whether the filter of a sink lets a record through, as the settings stand now. */
function isWanted({ sink }: SinkTrace, record: ArticleRecord, { catalogue }: Installation) {
  const entry = catalogue.settings.sinks[sink];
  const tagsOf = (source: string): readonly string[] => catalogue.sources().get(source)?.tags ?? [];
  return !entry || recordFilter(Filter.parse(entry.only ?? {}), tagsOf)(record);
}

const unwanted = ({ sink, revision, position }: SinkTrace): SinkTrace => ({
  sink,
  revision,
  position,
  outcome: 'not wanted',
});
