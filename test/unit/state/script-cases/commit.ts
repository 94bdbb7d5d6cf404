import { loadScript } from '../../../../src/state/script.ts';
import { DAY, type Place, type ScriptCases } from './script-case.ts';
import {
  article,
  FIELDS,
  headOf,
  LATER,
  LIFE,
  logOf,
  REST,
  SEEN,
  STORY,
} from './stored-article.ts';
import { ids, indexOf, members, PART_LIFE, parts, slot, slots } from './stored-stories.ts';

/** What a case decides about its draft, and what that was read from. */
interface Decision {
  readonly id?: string;
  readonly title?: string;
  readonly known?: string;
  readonly change: 'published' | 'updated' | 'unchanged';
  readonly fields?: string;
  readonly views?: string;
  readonly details?: string;
  readonly place?: string;
  readonly story?: Readonly<Record<string, unknown>>;
}

interface Draft {
  readonly id?: string;
  readonly aliases?: string;
  readonly at?: number;
  readonly revisions?: number;
}

const script = loadScript('commit');

const commit =
  (decision: Decision, { id = 'a', aliases = '', at = LATER, revisions = 20 }: Draft = {}) =>
  ({ redis, keys }: Place) => {
    const whole = {
      id,
      title: '',
      known: '',
      fields: FIELDS,
      views: '{"v":{}}',
      details: '',
      ...decision,
    };
    const observed = [id, 'alnahar', aliases, FIELDS, at, NEW_REST, JSON.stringify(whole)];
    const args = [keys.of(''), ...observed, slot('n'), LIFE, 1000, revisions];
    return script(redis, [keys.log], args);
  };

const NEW_REST = '"headline":"two"}';

const CONFLICT = ['conflict', 'a', 0, ''];

/** The article `a` as it stands after a first commit. */
const published = (story = STORY) => ({
  'article:a': article({
    ...{ at: String(LATER), story, head: headOf(1, 'published', '', story) },
    ...{ rest: NEW_REST, views: '{"v":{}}' },
  }),
  log: logOf(['a', 1, 'published']),
});

/** Another article, of other content, with one of the addresses. */
const OTHER_ARTICLE = {
  'article:other': article({ fields: 'headline=h9 articleBody=b9' }),
  'alias:m': { string: 'other', life: 1000 },
};

/** A text that opens a story, with two index entries. */
const OPENS = {
  ...{ id: 'a', agency: '', part: 0, used: [5, 4103], held: ['', ''], read: [] },
  ...{ merged: [], state: '', kept: true, revised: [] },
};

/** Story 1 of the one record `x`, which has the index entry 5. */
const ONE_STORY = {
  ...{ ...parts(1), ...indexOf({ 5: '1' }) },
  'story-count': { string: '1', life: PART_LIFE },
  'story-ids:0': ids({ 1: 'x' }),
  'story-slots:0': slots({ 1: 'p' }),
};

/** What is decided where the new text joins it; \u0001 stands for the number of the new text. */
const JOINS = {
  ...{ id: 'x', agency: '', part: 1, used: [5], held: ['1'], read: [[1, '']] },
  ...{ joins: 1, merged: [], state: '1 \u0001\n["x",[["a",\u0001]]]', kept: true, revised: [] },
};

const COPY = '{"id":"x","role":"copy","of":"x","similarity":0.9}';
const first = (change: Decision['change'], story: object, place = STORY): Decision => ({
  change,
  place,
  story: { ...story },
});

/** Identity, story, revision, record and log entry happen together or not at all. */
export const commitCases: ScriptCases = {
  'publishes a new article of no story, and takes the addresses that are free': () => ({
    given: OTHER_ARTICLE,
    call: commit({ change: 'published', place: STORY }, { aliases: 'w m' }),
    gives: ['published', 'a', 1, headOf(1, 'published')],
    after: {
      ...published(),
      ...OTHER_ARTICLE,
      'alias:w': { string: 'a', life: LIFE },
      'alias:m': { string: 'other', life: LIFE },
    },
  }),
  'lets the title lead to the article for a week, where it leads to none': () => ({
    call: commit({ change: 'published', place: STORY, title: 't' }),
    gives: ['published', 'a', 1, headOf(1, 'published')],
    after: { ...published(), 'alias:t': { string: 'a', life: 7 * DAY } },
  }),
  'leaves a title that leads to another article, and its time': () => ({
    given: { 'alias:t': { string: 'other', life: 1000 } },
    call: commit({ change: 'published', place: STORY, title: 't' }),
    gives: ['published', 'a', 1, headOf(1, 'published')],
    after: { ...published(), 'alias:t': { string: 'other', life: 1000 } },
  }),
  'writes a revision in front of the record, keeps the one before, and forgets the 404': () => ({
    given: { 'article:a': article({ gone: String(SEEN) }) },
    call: commit({
      ...{ known: `1 ${SEEN}`, change: 'updated', fields: 'headline=h2' },
      details: '"changed":["headline"],',
    }),
    gives: ['updated', 'a', 2, headOf(2, 'updated', '"changed":["headline"],')],
    after: {
      'article:a': article({
        ...{ revision: '2', at: String(LATER), fields: 'headline=h2', change: 'updated' },
        ...{ rest: NEW_REST, views: '{"v":{}}' },
        head: headOf(2, 'updated', '"changed":["headline"],'),
      }),
      'revisions:a': { list: [headOf(1, 'published') + REST], life: LIFE },
      log: logOf(['a', 2, 'updated']),
    },
  }),
  'keeps as many earlier revisions as the settings say': () => ({
    given: {
      'article:a': article({ revision: '3', head: headOf(3, 'updated') }),
      'revisions:a': { list: ['{"old":2}', '{"old":1}'], life: 1000 },
    },
    call: commit({ known: `3 ${SEEN}`, change: 'updated' }, { revisions: 2 }),
    gives: ['updated', 'a', 4, headOf(4, 'updated')],
    after: {
      'article:a': article({
        ...{ revision: '4', at: String(LATER), change: 'updated', head: headOf(4, 'updated') },
        ...{ rest: NEW_REST, views: '{"v":{}}' },
      }),
      'revisions:a': { list: [headOf(3, 'updated') + REST, '{"old":2}'], life: LIFE },
      log: logOf(['a', 4, 'updated']),
    },
  }),
  'notes what a view showed where nothing changed': () => ({
    given: { 'article:a': article({ gone: String(SEEN) }) },
    call: commit({ known: `1 ${SEEN}`, change: 'unchanged' }),
    gives: ['unchanged', 'a', 1, ''],
    after: { 'article:a': article({ at: String(LATER), views: '{"v":{}}' }) },
  }),
  'notes nothing of an observation older than the stored one, but its address': () => ({
    given: { 'article:a': article() },
    call: commit({ known: `1 ${SEEN}`, change: 'unchanged' }, { at: SEEN - 1, aliases: 'w' }),
    gives: ['unchanged', 'a', 1, ''],
    after: { 'article:a': article(), 'alias:w': { string: 'a', life: LIFE } },
  }),
  'conflict: the article came meanwhile': () => ({
    given: { 'article:a': article() },
    call: commit({ change: 'published', place: STORY }, { aliases: 'w' }),
    gives: CONFLICT,
    after: { 'article:a': article() },
  }),
  'conflict: the article has changed meanwhile': () => ({
    given: { 'article:a': article() },
    call: commit({ known: `1 ${SEEN - 1}`, change: 'updated' }, { aliases: 'w' }),
    gives: CONFLICT,
    after: { 'article:a': article() },
  }),
  'conflict: its address has come to another article meanwhile': () => ({
    given: { 'article:a': article(), 'alias:w': { string: 'a', life: 1000 } },
    call: commit({ change: 'published', place: STORY }, { id: 'b', aliases: 'w' }),
    gives: CONFLICT,
    after: { 'article:a': article(), 'alias:w': { string: 'a', life: 1000 } },
  }),
  'opens the first partition with the first story': () => ({
    call: commit(first('published', { ...OPENS, agency: 'وكالة' })),
    gives: ['published', 'a', 1, headOf(1, 'published')],
    after: {
      ...published(),
      'story-parts': { string: `1:12:${LATER}:1`, life: PART_LIFE },
      ...indexOf({ 5: '1', 4103: '1' }),
      'story-count': { string: '1', life: PART_LIFE },
      'story-ids:0': ids({ 1: 'a\tوكالة' }),
      'story-slots:0': slots({ 1: 'n' }),
    },
  }),
  'opens a new partition ten days after the last one': () => {
    const opened = LATER - 11 * 86_400_000;
    const given = {
      'story-parts': { string: `4:12:${opened}:1`, life: 1000 },
      'story-count': { string: '1', life: 1000 },
    };
    return {
      given,
      call: commit(first('published', { ...OPENS, part: 4, used: [5], held: [''] })),
      gives: ['published', 'a', 1, headOf(1, 'published')],
      after: {
        ...published(),
        'story-parts': { string: `5:12:${LATER}:1 4:12:${opened}:1`, life: PART_LIFE },
        'story:5:5': { hash: { 0: '2' }, life: PART_LIFE },
        'story-count': { string: '2', life: PART_LIFE },
        'story-ids:0': ids({ 2: 'a' }),
        'story-slots:0': slots({ 2: 'n' }),
      },
    };
  },
  'keeps no story of a text without a run of words': () => ({
    call: commit(first('published', { ...OPENS, used: [], held: [] })),
    gives: ['published', 'a', 1, headOf(1, 'published')],
    after: published(),
  }),
  'joins a story with a text that is kept beside the first': () => ({
    given: ONE_STORY,
    call: commit(first('published', JOINS, COPY)),
    gives: ['published', 'a', 1, headOf(1, 'published', '', COPY)],
    after: {
      ...{ ...published(COPY), ...parts(1), ...indexOf({ 5: '1' }) },
      'story-count': { string: '2', life: PART_LIFE },
      'story-ids:0': ids({ 1: 'x' }),
      'story-slots:0': slots({ 1: 'p', 2: 'n' }),
      'story-state:1': { string: '1 2\n["x",[["a",2]]]', life: PART_LIFE },
      'story-members:x': members('a'),
    },
  }),
  'joins a story with a text that it has already': () => ({
    given: ONE_STORY,
    call: commit(first('published', { ...JOINS, kept: false, state: '1\n["x",[["a",1]]]' }, COPY)),
    gives: ['published', 'a', 1, headOf(1, 'published', '', COPY)],
    after: {
      ...{ ...published(COPY), ...ONE_STORY },
      'story-state:1': { string: '1\n["x",[["a",1]]]', life: PART_LIFE },
      'story-members:x': members('a'),
    },
  }),
  'merges stories, members and all, and revises the record whose place is another now': () => {
    const yStory = '{"id":"y","role":"original","of":null,"similarity":1}';
    const revised = '{"id":"x","role":"copy","of":"x","similarity":0.8}';
    const y = (story: string, revision: string, change: string) => ({
      ...{ revision, at: String(SEEN), fields: 'headline=hy', change, story, source: 'alnahar' },
      ...{ rest: REST, gone: '7' },
      head: `{"id":"y","revision":${revision},"change":"${change}","story":${story},`,
    });
    const given = {
      ...{ ...parts(2), ...indexOf({ 5: '1,2' }) },
      'story-count': { string: '2', life: PART_LIFE },
      'story-ids:0': ids({ 1: 'x', 2: 'y' }),
      'story-slots:0': slots({ 1: 'p', 2: 'q' }),
      'story-state:2': { string: '2\n["y",[]]', life: PART_LIFE },
      'story-members:y': members('z'),
      'article:y': { hash: y(yStory, '1', 'published'), life: 1000 },
    };
    const read = [
      [1, ''],
      [2, '2\n["y",[]]'],
    ];
    const merges = { merged: [2], held: ['1,2'], read, revised: [['y', revised]] };
    return {
      given,
      call: commit(first('published', { ...JOINS, ...merges }, COPY)),
      gives: ['published', 'a', 1, headOf(1, 'published', '', COPY)],
      after: {
        ...{ ...published(COPY), ...parts(2), ...indexOf({ 5: '1,2' }) },
        'story-count': { string: '3', life: PART_LIFE },
        'story-ids:0': ids({ 1: 'x', 2: 'y\n1' }),
        'story-slots:0': slots({ 1: 'p', 2: 'q', 3: 'n' }),
        'story-state:1': { string: '1 3\n["x",[["a",3]]]', life: PART_LIFE },
        'story-members:x': members('y', 'z', 'a'),
        'article:y': { hash: y(revised, '2', 'merged'), life: LIFE },
        'revisions:y': {
          list: [`{"id":"y","revision":1,"change":"published","story":${yStory},${REST}`],
          life: LIFE,
        },
        log: logOf(['a', 1, 'published'], ['y', 2, 'merged']),
      },
    };
  },
  'conflict: another text came under an index entry that was read': () => ({
    given: { ...ONE_STORY, ...indexOf({ 5: '1,2' }) },
    call: commit(first('published', JOINS, COPY), { aliases: 'w' }),
    gives: CONFLICT,
    after: { ...ONE_STORY, ...indexOf({ 5: '1,2' }) },
  }),
  'conflict: the story has another state by now': () => {
    const given = { ...ONE_STORY, 'story-state:1': { string: '1\n["x",[]]', life: 1000 } };
    return {
      given,
      call: commit(first('published', JOINS, COPY), { aliases: 'w' }),
      gives: CONFLICT,
      after: given,
    };
  },
  'conflict: the story was merged into another one': () => {
    const given = { ...ONE_STORY, 'story-ids:0': ids({ 1: 'x\n2', 2: 'y' }) };
    return {
      given,
      call: commit(first('published', JOINS, COPY), { aliases: 'w' }),
      gives: CONFLICT,
      after: given,
    };
  },
  'conflict: a partition was opened': () => ({
    given: parts(1),
    call: commit(first('published', OPENS), { aliases: 'w' }),
    gives: CONFLICT,
    after: parts(1),
  }),
};
