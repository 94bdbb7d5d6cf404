import { expect } from 'vitest';
import { appendToStream, type StreamEntry } from '../../../../src/state/article-stream.ts';
import { DAY, type Place, type ScriptCases } from './script-case.ts';

const LIFE = 400 * DAY;

/** Redis gives the position itself. */
const ANY = expect.stringMatching(/^\d+-\d+$/u);

const entryOf = (id: string, revision: number, isAgain = false): StreamEntry => {
  const logId = `${revision}-0`;
  return { id, revision, isAgain, logId, record: `{"revision":${revision}}` };
};

const append =
  (...entries: StreamEntry[]) =>
  ({ redis, keys }: Place) =>
    appendToStream(redis, { keys, name: 'out' }, { entries, keep: 1000 });

const given = (id: string, revision: number): [unknown, Record<string, string>] => [
  ANY,
  { key: `${id}:${revision}`, record: `{"revision":${revision}}`, log: `${revision}-0` },
];

const stored = (note: Record<string, string> = {}) => ({
  'article:a': { hash: { revision: '2', ...note }, life: LIFE },
});

/** Each revision once, in the order of its article, whoever appends it. */
export const streamAppend: ScriptCases = {
  'appends a record, and notes its revision with the article': () => ({
    given: stored(),
    call: append(entryOf('a', 1)),
    after: { 'stream:out': { stream: [given('a', 1)] }, ...stored({ 'stream:out': '1' }) },
  }),
  'appends revisions of one batch in their order': () => ({
    given: stored(),
    call: append(entryOf('a', 1), entryOf('a', 2)),
    after: {
      'stream:out': { stream: [given('a', 1), given('a', 2)] },
      ...stored({ 'stream:out': '2' }),
    },
  }),
  'appends a revision once, though two deliverers bring it': () => ({
    given: stored({ 'stream:out': '2' }),
    call: append(entryOf('a', 2)),
    after: stored({ 'stream:out': '2' }),
  }),
  'appends none after a later one of its article': () => ({
    given: stored({ 'stream:out': '2' }),
    call: append(entryOf('a', 1)),
    after: stored({ 'stream:out': '2' }),
  }),
  'appends an earlier one that was asked for again, and keeps the note': () => ({
    given: stored({ 'stream:out': '2' }),
    call: append(entryOf('a', 1, true)),
    after: { 'stream:out': { stream: [given('a', 1)] }, ...stored({ 'stream:out': '2' }) },
  }),
  'notes each stream by itself': () => ({
    given: stored({ 'stream:other': '2' }),
    call: append(entryOf('a', 1)),
    after: {
      'stream:out': { stream: [given('a', 1)] },
      ...stored({ 'stream:other': '2', 'stream:out': '1' }),
    },
  }),
  'gives the note of an article that is not stored an end of its own': () => ({
    call: append(entryOf('b', 1)),
    after: {
      'stream:out': { stream: [given('b', 1)] },
      'article:b': { hash: { 'stream:out': '1' }, life: 30 * DAY },
    },
  }),
};
