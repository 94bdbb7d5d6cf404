import type {
  ArticleLine,
  OperatorReads,
  OperatorWrites,
} from '../../../src/operate/operator-data.ts';
import { recordOf } from './sample.ts';

/** A line of the list of articles. */
export function lineOf(change: Partial<ArticleLine> = {}): ArticleLine {
  const { id, headline, url, source, datePublished } = recordOf();
  return {
    ...{ id, headline, url, source, datePublished, revision: 1, change: 'published' },
    ...{ at: Date.parse('2026-03-05T12:00:00Z'), role: 'original', similarity: 1 },
    tags: [],
    fields: ['datePublished', 'author'],
    ...change,
  };
}

/** What the pages read of a small installation. */
export function sampleReads(change: Partial<OperatorReads> = {}): OperatorReads {
  const lines = [lineOf()];
  return {
    source: async () => ({
      routes: [{ kind: 'feed', url: 'https://almina.test/feed/' }],
      zone: 'Asia/Beirut',
      crawler: 'auto',
      visit: 'auto',
      visits: [],
    }),
    held: async () => [],
    search: async () => ({ lines, read: lines.length, all: lines.length }),
    revisions: async () => [recordOf()],
    story: async () => [recordOf()],
    trace: async () => [],
    difference: (before, after) => [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ],
    alerts: async () => ({ open: [], past: [] }),
    deadLetters: async () => [],
    pace: async () => ({ hours: Array(24).fill(2), usual: Array(24).fill(2.5) }),
    jobs: async () => [],
    audit: async () => [],
    ...change,
  };
}

/** Writes that keep what they were asked for. */
export function sampleWrites(change: Partial<OperatorWrites> = {}) {
  const asked: string[] = [];
  const writes: OperatorWrites = {
    visitNow: async (id) => void asked.push(`visit ${id}`),
    setEnabled: async (id, { enabled }) => {
      asked.push(`${enabled ? 'enable' : 'disable'} ${id}`);
      return {
        path: `sources/${id}.yaml`,
        before: 'name: x\n',
        after: 'name: x\nenabled: false\n',
      };
    },
    tryUrl: async (_id, url) => ({ url, fields: [], blocks: [] }),
    retry: async (ids) => asked.push(`retry ${ids.join(' ')}`) && ids.length,
    discard: async (ids) => asked.push(`discard ${ids.join(' ')}`) && ids.length,
    setPaused: async (name, isPaused) =>
      void asked.push(`${isPaused ? 'pause' : 'resume'} ${name}`),
    proposeRepair: async () => undefined,
    applyRepair: async (id) => {
      asked.push(`repair ${id}`);
      return { path: `sources/${id}.yaml`, before: '', after: 'article: { body: .x }\n' };
    },
    held: {
      retry: async (id) => asked.push(`retry ${id}`),
      release: async (id) => asked.push(`release ${id}`),
      discard: async (id) => asked.push(`discard ${id}`),
    },
    note: async ({ who, what, error }) => void asked.push(`note ${who} ${what} ${error ?? 'done'}`),
    ...change,
  };
  return { writes, asked };
}
