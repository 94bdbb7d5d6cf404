import { type RevisionKey, records } from '../../../../src/state/records.ts';
import type { Place, ScriptCases } from './script-case.ts';

/** A record of another release: it is found, and said to be unreadable with its revision. */
const textOf = (id: string, revision: number): string =>
  `{"id":"${id}","revision":${revision},"schemaVersion":9}`;

const given = {
  'article:a': {
    hash: { revision: '3', head: '{"id":"a","revision":3,', rest: '"schemaVersion":9}' },
  },
  'revisions:a': { list: [textOf('a', 2), textOf('a', 1)] },
  // What a stream notes of an article that is not stored any more.
  'article:gone': { hash: { 'stream:out': '1' } },
};

/** What was found of each: whether its text was, and the newest revision. */
const read =
  (...wanted: RevisionKey[]) =>
  async ({ redis, keys }: Place) =>
    (await records(redis, keys).many(wanted)).map(({ found, newest }) => [
      found instanceof Error ? found.message : found,
      newest,
    ]);

const FOUND = 'record of schemaVersion 9, this release reads 1';

/** Revisions as they are stored, in the order asked for. */
export const recordsMany: ScriptCases = {
  'reads the newest revision and earlier ones, in the order asked for': () => ({
    given,
    call: read({ id: 'a', revision: 1 }, { id: 'a', revision: 3 }, { id: 'a', revision: 2 }),
    gives: [
      [FOUND, 3],
      [FOUND, 3],
      [FOUND, 3],
    ],
    after: given,
  }),
  'tells a revision that is kept no more from an article that is not': () => ({
    given: { ...given, 'revisions:a': { list: [textOf('a', 2)] } },
    call: read({ id: 'a', revision: 1 }, { id: 'gone', revision: 1 }, { id: 'b', revision: 1 }),
    gives: [
      [undefined, 3],
      [undefined, undefined],
      [undefined, undefined],
    ],
    after: { ...given, 'revisions:a': { list: [textOf('a', 2)] } },
  }),
};
