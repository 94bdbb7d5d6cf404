import { z } from 'zod';
import { matchKey } from '../../arabic/key.ts';
import { type ArticleRecord, Decision } from '../../record/article.ts';
import { StoryRole } from '../../record/story.ts';

const names = (what: string) => z.array(z.string().min(1).max(200)).min(1).max(1000).describe(what);

const Published = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** What the record may say of its rights; a directive of robots that the page has not is false. */
const Rights = z.strictObject({
  aiOptOut: z.boolean().optional(),
  paywalled: z.boolean().optional(),
  noindex: z.boolean().optional(),
  noarchive: z.boolean().optional(),
});

/** Which records a sink asks for: `only` in its settings. Keys add up; the values of one are alternatives. */
export const Filter = z
  .strictObject({
    sources: names('Ids of sources').optional(),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/u, 'two capital letters, ISO 3166-1'))
      .min(1)
      .optional()
      .describe('Countries of the sources, ISO 3166-1 alpha-2'),
    languages: names(
      'Languages of the text, else of the source, BCP 47: `ar` takes `ar-EG` too',
    ).optional(),
    tags: names('Tags of the sources').optional(),
    sections: names('Sections as the site names them, by match key').optional(),
    keywords: names('Words in headline, text or keywords, by match key').optional(),
    roles: z.array(StoryRole).min(1).optional().describe('What the text is to its story'),
    changes: z
      .array(Decision.shape.change)
      .min(1)
      .optional()
      .describe('First revisions, later ones, those that join another story, withdrawals'),
    publishedFrom: Published.optional().describe(
      'Published on this day, as its readers saw it, or at this time, or later, ISO 8601; not those without a date',
    ),
    publishedTo: Published.optional().describe('Published before this day or time, likewise'),
    minWords: z.number().int().min(1).optional().describe('Shorter texts are left out'),
    rights: Rights.optional().describe('Only records whose rights say the same'),
  })
  .describe('Which records the sink asks for; all where absent');
/** Which records a sink asks for. */
export type Filter = z.infer<typeof Filter>;

/** True for a record that is asked for. */
export type IsWanted = (record: ArticleRecord) => boolean;

/** Compiles the filter; `tagsOf` gives the tags of a source by its id. */
export function recordFilter(
  filter: Filter,
  tagsOf: (source: string) => readonly string[] = () => [],
): IsWanted {
  const tests = [
    oneOf(filter.sources, ({ source }) => [source.id]),
    oneOf(filter.countries, ({ source }) => [source.country ?? '']),
    oneOf(filter.languages, ({ source, inLanguage = source.language ?? '' }) => [
      inLanguage,
      inLanguage.split('-')[0] ?? '',
    ]),
    oneOf(filter.tags, ({ source }) => tagsOf(source.id)),
    oneOf(filter.sections?.map(matchKey), ({ articleSection = [] }) =>
      articleSection.map(matchKey),
    ),
    oneOf(filter.roles, ({ story }) => [story.role]),
    oneOf(filter.changes, ({ change }) => [change]),
    filter.keywords && hasWords(filter.keywords),
    publishedWithin(filter),
    filter.minWords && longEnough(filter.minWords),
    filter.rights && sameRights(filter.rights),
  ].filter((test) => typeof test === 'function');
  return (record) => tests.every((test) => test(record));
}

function oneOf(
  wanted: readonly string[] | undefined,
  read: (record: ArticleRecord) => readonly string[],
): IsWanted | undefined {
  if (!wanted) return undefined;
  const set = new Set(wanted);
  return (record) => read(record).some((value) => set.has(value));
}

/** A word of one letter that Arabic writes together with the next: and, so, with, for, as. */
const PROCLITIC = '[\u0648\u0641\u0628\u0644\u0643]?';

function hasWords(words: readonly string[]): IsWanted {
  const wanted = patternOf(words.map(matchKey).filter((key) => key !== ''));
  return (record) => wanted.test(keyTextOf(record));
}

/** True for records that have every word of a text in headline, text or keywords, by match key. */
export function hasAllWords(text: string): IsWanted {
  const words = new Set(matchKey(text).split(' '));
  const wanted = [...words].filter((word) => word !== '').map((word) => patternOf([word]));
  if (wanted.length === 0) return () => false;
  return (record) => {
    const key = keyTextOf(record);
    return wanted.every((word) => word.test(key));
  };
}

/** Whole words, as they stand or behind a proclitic: a key is words with single spaces between. */
function patternOf(keys: readonly string[]): RegExp {
  const escaped = keys.map((key) => key.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&'));
  return new RegExp(` ${PROCLITIC}(?:${escaped.join('|')}) `, 'u');
}

const keyTextOf = ({ headline, articleBody, keywords = [] }: ArticleRecord): string =>
  ` ${[headline, ...keywords, articleBody].map(matchKey).join('  ')} `;

/** Days are the record's own, which its readers saw; times are instants. */
function publishedWithin({ publishedFrom, publishedTo }: Filter): IsWanted | undefined {
  if (publishedFrom === undefined && publishedTo === undefined) return undefined;
  return ({ datePublished }) =>
    datePublished !== undefined &&
    (publishedFrom === undefined || !isBefore(datePublished, publishedFrom)) &&
    (publishedTo === undefined || isBefore(datePublished, publishedTo));
}

const DAY_LENGTH = '2026-11-01'.length;

function isBefore(date: string, bound: string): boolean {
  if (bound.length === DAY_LENGTH) return date.slice(0, DAY_LENGTH) < bound;
  return Date.parse(date) < Date.parse(bound);
}

function longEnough(words: number): IsWanted {
  return ({ wordCount }) => wordCount >= words;
}

function sameRights(asked: z.infer<typeof Rights>): IsWanted {
  const names = Rights.keyof().options.filter((name) => asked[name] !== undefined);
  return ({ rights }) => names.every((name) => (rights[name] ?? false) === asked[name]);
}
