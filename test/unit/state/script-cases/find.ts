import { loadScript } from '../../../../src/state/script.ts';
import { DAY, type Place, type ScriptCases } from './script-case.ts';
import { article, FIELDS, LATER, LIFE, REST, SEEN, STORY } from './stored-article.ts';
import { ids, indexOf, PART_LIFE, parts, slot, slots } from './stored-stories.ts';

interface Question {
  readonly id?: string;
  readonly aliases?: string;
  readonly fields?: string;
  readonly at?: number;
  readonly bands?: readonly number[];
  readonly most?: number;
  readonly isNoted?: boolean;
  readonly title?: string;
}

const script = loadScript('find', { hasBytes: true });

const find =
  ({ id = 'a', aliases = '', fields = FIELDS, at = LATER, isNoted = true, ...more }: Question) =>
  async ({ redis, keys }: Place) => {
    const { bands = [], most = 10, title = '' } = more;
    const bytes = Buffer.alloc(bands.length * 4);
    for (const [index, band] of bands.entries()) bytes.writeUInt32BE(band, index * 4);
    const args = [keys.of(''), id, aliases, fields, at, bytes, most, Number(isNoted), title];
    return textOf(await script(redis, [keys.log], args));
  };

/** Bytes of a reply as text. */
function textOf(reply: unknown): unknown {
  if (Buffer.isBuffer(reply)) return reply.toString();
  return Array.isArray(reply) ? reply.map(textOf) : reply;
}

/** What is found of the stored article, and no story. */
const known = (change = 'published', ...more: string[]) => [
  'a',
  [1, String(SEEN), FIELDS, change, STORY, ...more],
  ...[0, '', [], [], []],
];

const OTHER = 'headline=h2 articleBody=b1';

/** Reads, and writes nothing but that a known article was seen again. */
export const findCases: ScriptCases = {
  'finds nothing in an empty store': () => ({
    call: find({ bands: [5, 4103] }),
    gives: ['a', [], 0, '5 4103', ['', ''], [], []],
    after: {},
  }),
  'notes that the article was seen again as it is stored, and that its page is back': () => ({
    given: { 'article:a': article({ gone: String(SEEN) }) },
    call: find({}),
    gives: known(),
    after: { 'article:a': article({ at: String(LATER) }) },
  }),
  'notes nothing where it was not asked to': () => ({
    given: { 'article:a': article({ gone: String(SEEN) }) },
    call: find({ isNoted: false }),
    gives: known(),
    after: { 'article:a': article({ gone: String(SEEN) }) },
  }),
  'notes nothing of an observation older than the stored one': () => ({
    given: { 'article:a': article() },
    call: find({ at: SEEN - 1 }),
    gives: known(),
    after: { 'article:a': article() },
  }),
  'notes nothing of an article that was withdrawn': () => ({
    given: { 'article:a': article({ change: 'withdrawn' }) },
    call: find({}),
    gives: known('withdrawn'),
    after: { 'article:a': article({ change: 'withdrawn' }) },
  }),
  'gives the stored record and its views where a field differs, and notes nothing': () => ({
    given: { 'article:a': article() },
    call: find({ fields: OTHER }),
    gives: known('published', REST, '{}'),
    after: { 'article:a': article() },
  }),
  'finds an article by another of its addresses': () => ({
    given: { 'article:a': article(), 'alias:m': { string: 'a', life: LIFE } },
    call: find({ id: 'b', aliases: 'w m', isNoted: false }),
    gives: known(),
    after: { 'article:a': article(), 'alias:m': { string: 'a', life: LIFE } },
  }),
  'leaves the owner of an address its own where headline, body and date are others': () => ({
    given: { 'article:a': article(), 'alias:m': { string: 'a', life: LIFE } },
    call: find({ id: 'b', aliases: 'm', fields: 'headline=h2 articleBody=b2 author=w' }),
    gives: ['b', [], 0, '', [], [], []],
    after: { 'article:a': article(), 'alias:m': { string: 'a', life: LIFE } },
  }),
  'gives the article to which the title of a new one leads': () => {
    const given = { 'article:a': article(), 'alias:t': { string: 'a', life: 7 * DAY } };
    return {
      given,
      call: find({ id: 'b', title: 't' }),
      gives: ['b', [], 0, '', [], [], ['a', REST]],
      after: given,
    };
  },
  'gives none where the article of that title is not stored any more': () => ({
    given: { 'alias:t': { string: 'a', life: 7 * DAY } },
    call: find({ id: 'b', title: 't' }),
    gives: ['b', [], 0, '', [], [], []],
    after: { 'alias:t': { string: 'a', life: 7 * DAY } },
  }),
  'finds the story that shares an index entry': () => {
    const given = {
      ...{ ...parts(1), ...indexOf({ 4103: '1' }) },
      ...{ 'story-ids:0': ids({ 1: 'x\tوكالة' }), 'story-slots:0': slots({ 1: 'p' }) },
    };
    return {
      given,
      call: find({ bands: [5, 4103] }),
      gives: ['a', [], 1, '5 4103', ['', '1'], [[1, 'x\tوكالة', '', 1, slot('p')]], []],
      after: given,
    };
  },
  'finds the story that another one was merged into, with its state and all its texts': () => {
    const state = '1 2\n["x",[]]';
    const given = {
      ...{ ...parts(2), ...indexOf({ 5: '2' }) },
      'story-ids:0': ids({ 1: 'x', 2: 'y\n1' }),
      'story-slots:0': slots({ 1: 'p', 2: 'q' }),
      'story-state:1': { string: state, life: PART_LIFE },
    };
    return {
      given,
      call: find({ bands: [5] }),
      gives: ['a', [], 1, '5', ['2'], [[1, 'x', state, 1, slot('p'), 2, slot('q')]], []],
      after: given,
    };
  },
  'gives those with most entries in common first': () => {
    const given = {
      ...{ ...parts(2), ...indexOf({ 5: '1,2', 4103: '2' }) },
      'story-ids:0': ids({ 1: 'x', 2: 'y' }),
      'story-slots:0': slots({ 1: 'p', 2: 'q' }),
    };
    return {
      given,
      call: find({ bands: [5, 4103] }),
      gives: [
        ...['a', [], 1, '5 4103', ['1,2', '2']],
        [
          [2, 'y', '', 2, slot('q')],
          [1, 'x', '', 1, slot('p')],
        ],
        [],
      ],
      after: given,
    };
  },
  'passes over an entry that six stories have, and counts no more than were asked for': () => {
    const given = { ...parts(6), ...indexOf({ 5: '1,2,3,4,5,6' }) };
    return {
      given,
      call: find({ bands: [5, 4103, 6], most: 1 }),
      gives: ['a', [], 1, '4103', [''], [], []],
      after: given,
    };
  },
  'does not look into a partition that is older than 50 days': () => {
    const given = {
      'story-parts': { string: `1:12:${LATER - PART_LIFE * 1000}:1`, life: 1000 },
      ...indexOf({ 5: '1' }),
      'story-ids:0': ids({ 1: 'x' }),
    };
    return {
      given,
      call: find({ bands: [5] }),
      gives: ['a', [], 0, '5', [''], [], []],
      after: given,
    };
  },
};
