import { loadScript } from '../../../../src/state/script.ts';
import type { Place, ScriptCases } from './script-case.ts';
import { article, FIELDS, headOf, LATER, LIFE, logOf, REST, SEEN } from './stored-article.ts';

const HOURS = 3_600_000;

const script = loadScript('withdraw');
const withdraw =
  (status: 404 | 410, at: number) =>
  ({ redis, keys }: Place) =>
    script(
      redis,
      [keys.log],
      [keys.of(''), 'a', status, at, 6 * HOURS, LIFE, 1000, 20].map(String),
    );

const CHANGES = '"changes":[{"kind":"withdrawn"}],';
const HEAD = headOf(2, 'withdrawn', CHANGES);

/** The article as it stands after it was withdrawn at a time. */
const withdrawn = (at: number) => ({
  'article:a': article({ revision: '2', at: String(at), change: 'withdrawn', head: HEAD }),
  'revisions:a': { list: [headOf(1, 'published') + REST], life: LIFE },
});

/** An article whose page is gone for good becomes a last revision. */
export const withdrawCases: ScriptCases = {
  'makes nothing of an article that is not stored': () => ({
    call: withdraw(410, LATER),
    gives: ['unchanged', 'a', 0, '', ''],
    after: {},
  }),
  'takes a 410 at its word': () => ({
    given: { 'article:a': article() },
    call: withdraw(410, LATER),
    gives: ['withdrawn', 'a', 2, HEAD, REST],
    after: { ...withdrawn(LATER), log: logOf(['a', 2, 'withdrawn']) },
  }),
  'notes a first 404, and nothing else': () => ({
    given: { 'article:a': article() },
    call: withdraw(404, LATER),
    gives: ['unchanged', 'a', 1, '', ''],
    after: { 'article:a': article({ gone: String(LATER) }) },
  }),
  'keeps the time of the first 404 where a second one comes soon': () => ({
    given: { 'article:a': article({ gone: String(LATER) }) },
    call: withdraw(404, LATER + 6 * HOURS - 1),
    gives: ['unchanged', 'a', 1, '', ''],
    after: { 'article:a': article({ gone: String(LATER) }) },
  }),
  'withdraws where a second 404 comes after the pause': () => ({
    given: { 'article:a': article({ gone: String(LATER) }) },
    call: withdraw(404, LATER + 6 * HOURS),
    gives: ['withdrawn', 'a', 2, HEAD, REST],
    after: { ...withdrawn(LATER + 6 * HOURS), log: logOf(['a', 2, 'withdrawn']) },
  }),
  'takes no note of a 404 from before the article was last seen': () => ({
    given: { 'article:a': article() },
    call: withdraw(404, SEEN - 6 * HOURS),
    gives: ['unchanged', 'a', 1, '', ''],
    after: { 'article:a': article() },
  }),
  'does not take a 410 from before the article was last seen at its word': () => ({
    given: { 'article:a': article() },
    call: withdraw(410, SEEN - 1),
    gives: ['unchanged', 'a', 1, '', ''],
    after: { 'article:a': article() },
  }),
  'withdraws once': () => ({
    given: withdrawn(LATER),
    call: withdraw(410, LATER + HOURS),
    gives: ['unchanged', 'a', 2, '', ''],
    after: withdrawn(LATER),
  }),
  'adds to the revisions that are kept, the newest first': () => ({
    given: {
      'article:a': article({ revision: '2', head: headOf(2, 'updated') }),
      'revisions:a': { list: ['{"old":1}'], life: 1000 },
    },
    call: withdraw(410, LATER),
    gives: ['withdrawn', 'a', 3, headOf(3, 'withdrawn', CHANGES), REST],
    after: {
      'article:a': article({
        ...{ revision: '3', at: String(LATER), change: 'withdrawn' },
        ...{ fields: FIELDS, head: headOf(3, 'withdrawn', CHANGES) },
      }),
      'revisions:a': { list: [headOf(2, 'updated') + REST, '{"old":1}'], life: LIFE },
      log: logOf(['a', 3, 'withdrawn']),
    },
  }),
};
