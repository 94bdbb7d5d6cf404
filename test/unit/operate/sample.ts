import type { ConsoleData, SourceState } from '../../../src/operate/console-data.ts';
import type { ArticleRecord } from '../../../src/record/article.ts';
import { Health } from '../../../src/record/health.ts';
import { draftOf } from '../../article.ts';

/** A record as the log holds it; a test states only what its case is about. */
export function recordOf(change: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    ...draftOf(),
    revision: 1,
    change: 'published',
    story: { id: 's1', role: 'original', of: null, similarity: 1 },
    ...change,
  };
}

/** A source in good state. */
export function sourceOf(change: Partial<Omit<SourceState, 'health'>>, health = {}): SourceState {
  return {
    id: 'almina',
    name: 'صحيفة الميناء',
    homepage: 'https://almina.test/',
    country: 'LB',
    enabled: true,
    lastDay: 12,
    health: Health.parse({
      lastVisit: '2026-03-05T11:58:00.000Z',
      nextVisit: '2026-03-05T12:08:00.000Z',
      published: 340,
      ...health,
    }),
    ...change,
  };
}

/** A console's data held in memory, with a way to let a record arrive. */
export interface SampleData extends ConsoleData {
  readonly publish: (record: ArticleRecord) => void;
  readonly listeners: () => number;
}

/** Data of a small installation. */
export function sampleData(change: Partial<ConsoleData> = {}): SampleData {
  const listeners = new Set<(record: ArticleRecord) => void>();
  return {
    sources: async () => [sourceOf({})],
    recent: async () => [recordOf()],
    queues: async () => [
      { name: 'visits', waiting: 0, active: 1, delayed: 8, failed: 0 },
      { name: 'pages', waiting: 14, active: 3, delayed: 22, failed: 2 },
    ],
    sinks: async () => [{ name: 'queue', waiting: 3, pending: 1 }],
    alerts: async () => [],
    fileFaults: () => [],
    events: (onRecord) => {
      listeners.add(onRecord);
      return () => void listeners.delete(onRecord);
    },
    health: async () => ({ ok: true, checks: [{ name: 'redis', ok: true, detail: '1 ms' }] }),
    publish: (record) => {
      for (const listener of listeners) listener(record);
    },
    listeners: () => listeners.size,
    ...change,
  };
}
