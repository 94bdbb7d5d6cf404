import { sinkBook } from '../../../../src/state/sink-book.ts';
import type { ScriptCases } from './script-case.ts';

const AT = new Date('2026-11-20T08:00:00.000Z');
const WEEK_MS = 7 * 86_400_000;
const DELIVERED = { deliveredAt: AT.toISOString() };

/** What is known of a sink that takes records. */
export const sinkWorks: ScriptCases = {
  'notes when it delivered, and that it fails no more': () => ({
    given: {
      'sink:s': {
        hash: { settings: 'x', failingSince: 'a', error: 'b', failures: '3', retryAt: 'c' },
      },
    },
    call: ({ redis, keys }) => sinkBook(redis, keys).works('s', AT),
    gives: undefined,
    after: { 'sink:s': { hash: { settings: 'x', ...DELIVERED } } },
  }),
  'notes the ends of batches, and forgets those of a week ago': () => ({
    given: {
      'delivered:s': { zset: { '1-0': AT.getTime() - WEEK_MS - 1, '2-0': AT.getTime() - 1 } },
    },
    call: ({ redis, keys }) => sinkBook(redis, keys).works('s', AT, ['3-0', '4-0']),
    gives: undefined,
    after: {
      'sink:s': { hash: DELIVERED },
      'delivered:s': {
        zset: { '2-0': AT.getTime() - 1, '3-0': AT.getTime(), '4-0': AT.getTime() },
        life: WEEK_MS / 1000,
      },
    },
  }),
};
