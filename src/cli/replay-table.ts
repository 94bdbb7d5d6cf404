import { crawlers } from '../../crawlers/index.ts';
import { recordBounds } from '../config/record-bounds.ts';
import { UsageError } from '../errors.ts';
import { openMemories } from '../jobs/memories.ts';
import type { ReplayDependencies } from '../jobs/replay.ts';
import { NO_METHODS, replayMemory } from '../jobs/replay-memory.ts';
import type { ArchivedReading } from '../line/fetch/archive/archived-page.ts';
import { type Capture, urlOf } from '../line/fetch/archive/captures.ts';
import { DEFAULT_LIMITS, type FetchLimits } from '../line/fetch/limits.ts';
import type { Source } from '../source.ts';
import { articleLog } from '../state/article-log.ts';
import { articlePreview } from '../state/article-preview.ts';
import type { Installation } from './installation.ts';
import { userAgent } from './user-agent.ts';

/** What a replay works with, built from its installation; there is no way to a site in it. */
export interface ReplayTable {
  readonly deps: ReplayDependencies;
  readonly limits: FetchLimits;
  readonly reading: ArchivedReading;
  /** The source by whose rules a page is read; undefined where none claims it. */
  readonly sourceOf: (capture: Capture) => Source | undefined;
}

/** @throws UsageError where `source` names none */
export function openReplay(
  { redis, keys, catalogue }: Installation,
  { source, dryRun }: { source?: string; dryRun?: boolean },
): ReplayTable {
  const { settings } = catalogue;
  const { boilerplate, clock } = openMemories(redis, keys);
  const limits = { ...DEFAULT_LIMITS, bodyBytes: settings.crawl.bodyBytes };
  const log = dryRun
    ? articlePreview(redis, keys)
    : articleLog(redis, keys, { ...recordBounds(settings), logLength: settings.log.records });
  return {
    deps: {
      crawlers,
      log,
      boilerplate: replayMemory(boilerplate),
      clock: replayMemory(clock),
      fetchMethod: NO_METHODS,
    },
    limits,
    reading: { limits, agent: userAgent(settings) },
    sourceOf: source === undefined ? byHost(catalogue.sources()) : given(source, catalogue),
  };
}

/** Pages of one source: those noted for it, and those of which nothing is noted. */
function given(id: string, { sources }: Installation['catalogue']): ReplayTable['sourceOf'] {
  const source = sources().get(id);
  if (!source) throw new UsageError(`No source ${id}`, { hint: 'marsad sources list shows them.' });
  return ({ note }) => (note?.source === undefined || note.source === id ? source : undefined);
}

/** The source that was noted, or else the one whose homepage is on the page's host. */
function byHost(sources: ReadonlyMap<string, Source>): ReplayTable['sourceOf'] {
  const hosts = new Map<string, Source>();
  for (const source of sources.values()) {
    const host = hostOf(source.homepage);
    if (host !== undefined && !hosts.has(host)) hosts.set(host, source);
  }
  return (capture) => {
    const noted = capture.note?.source;
    return noted === undefined ? hosts.get(hostOf(urlOf(capture)) ?? '') : sources.get(noted);
  };
}

/** Host and port, `www.` left out: sites answer under both names. */
function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./u, '') : undefined;
}
