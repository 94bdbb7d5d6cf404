import { type OnFull, trimLog } from '../../../../src/state/log-bound.ts';
import { loadScript } from '../../../../src/state/script.ts';
import type { Fields } from '../redis-content.ts';
import type { Place, ScriptCases } from './script-case.ts';

const entry = (at: number): readonly [string, Fields] => [`${at}-0`, { id: `a${at}` }];
const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index));

const trim =
  (records: number, onFull: OnFull, sinks: readonly string[] = []) =>
  ({ redis, keys }: Place) =>
    trimLog(redis, keys, { records, onFull, sinks });

/** One step, of so many entries at most. */
const step =
  (records: number, most: number) =>
  ({ redis, keys }: Place) =>
    loadScript('log-trim')(redis, [keys.log], [keys.of(''), records, most, 'drop', 's']);

/** The log is trimmed to its bound; what becomes of the records that a sink has yet to get is a choice. */
export const logTrim: ScriptCases = {
  'leaves a log within its bound': () => ({
    given: { log: { stream: entries(1, 3) } },
    call: trim(3, 'drop'),
    gives: { length: 3, losses: [] },
    after: { log: { stream: entries(1, 3) } },
  }),
  'makes no log where none is': () => ({
    call: trim(3, 'drop', ['s']),
    gives: { length: 0, losses: [] },
    after: {},
  }),
  'takes the oldest away': () => ({
    given: { log: { stream: entries(1, 5) } },
    call: trim(3, 'pause'),
    gives: { length: 3, losses: [] },
    after: { log: { stream: entries(3, 5) } },
  }),
  'takes a bounded number in one step': () => ({
    given: { log: { stream: entries(1, 6) } },
    call: step(1, 2),
    gives: [4],
    after: { log: { stream: entries(3, 6) } },
  }),
  'pause: keeps what a sink took and did not acknowledge': () => ({
    given: {
      log: { stream: entries(1, 5), groups: { s: { at: '4-0', pending: ['2-0', '4-0'] } } },
    },
    call: trim(1, 'pause', ['s']),
    gives: { length: 4, losses: [] },
    after: {
      log: { stream: entries(2, 5), groups: { s: { at: '4-0', pending: ['2-0', '4-0'] } } },
    },
  }),
  'pause: keeps what a sink has not read yet': () => ({
    given: { log: { stream: entries(1, 5), groups: { s: { at: '2-0', pending: [] } } } },
    call: trim(1, 'pause', ['s']),
    gives: { length: 3, losses: [] },
    after: { log: { stream: entries(3, 5), groups: { s: { at: '2-0', pending: [] } } } },
  }),
  'pause: keeps everything for a sink that has read nothing': () => ({
    given: { log: { stream: entries(1, 5), groups: { s: { at: '0-0', pending: [] } } } },
    call: trim(1, 'pause', ['s']),
    gives: { length: 5, losses: [] },
    after: { log: { stream: entries(1, 5), groups: { s: { at: '0-0', pending: [] } } } },
  }),
  'pause: keeps nothing for a sink that is not in the settings': () => ({
    given: { log: { stream: entries(1, 5), groups: { old: { at: '1-0', pending: [] } } } },
    call: trim(2, 'pause', ['s']),
    gives: { length: 2, losses: [] },
    after: { log: { stream: entries(4, 5), groups: { old: { at: '1-0', pending: [] } } } },
  }),
  'drop: counts what a sink loses, read and unread': () => ({
    given: { log: { stream: entries(1, 6), groups: { s: { at: '3-0', pending: ['2-0'] } } } },
    call: trim(2, 'drop', ['s']),
    // 2 was in hand, 4 was not read; 1 and 3 had arrived.
    gives: { length: 2, losses: [{ sink: 's', records: 2, from: '2-0', to: '4-0' }] },
    after: {
      log: { stream: entries(5, 6), groups: { s: { at: '3-0', pending: [] } } },
      'sink:s': { hash: { lost: '2', lostFrom: '2-0', lostTo: '4-0' } },
    },
  }),
  'drop: adds to what was lost before': () => ({
    given: {
      log: { stream: entries(4, 6), groups: { s: { at: '4-0', pending: [] } } },
      'sink:s': { hash: { lost: '3', lostFrom: '1-0', lostTo: '3-0', lastAt: '9' } },
    },
    call: trim(1, 'drop', ['s']),
    gives: { length: 1, losses: [{ sink: 's', records: 1, from: '5-0', to: '5-0' }] },
    after: {
      log: { stream: entries(6, 6), groups: { s: { at: '4-0', pending: [] } } },
      'sink:s': { hash: { lost: '4', lostFrom: '1-0', lostTo: '5-0', lastAt: '9' } },
    },
  }),
  'drop: counts each sink by itself, and none that has all': () => ({
    given: {
      log: {
        stream: entries(1, 4),
        groups: { s: { at: '0-0', pending: [] }, t: { at: '4-0', pending: [] } },
      },
    },
    call: trim(2, 'drop', ['s', 't']),
    gives: { length: 2, losses: [{ sink: 's', records: 2, from: '1-0', to: '2-0' }] },
    after: {
      log: {
        stream: entries(3, 4),
        groups: { s: { at: '0-0', pending: [] }, t: { at: '4-0', pending: [] } },
      },
      'sink:s': { hash: { lost: '2', lostFrom: '1-0', lostTo: '2-0' } },
    },
  }),
};
