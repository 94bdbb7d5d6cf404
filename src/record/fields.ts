/**
 * The one table of the record's fields: schema, text form, comparison between revisions and evidence of
 * each stand in its entry, and draft, digests, selectors and the JSON Schema derive from it. It is long
 * since the record has many fields; parts of it in files of their own would be lists to keep in step.
 */
import { z } from 'zod';
import { BodyBlock, MOST_BLOCKS, normalizeBlocks } from './body-block.ts';
import { Evidence } from './evidence.ts';
import { Enclosure, Image, MOST_ENCLOSURES, MOST_IMAGES } from './media.ts';

/** The version of the record's form; a reader refuses a number it does not know. */
export const SCHEMA_VERSION = 1;

/** The release of the form within its version: docs/schema-changelog.md tells what each added. */
export const SCHEMA_RELEASE = '1.1';

const Instant = z.iso.datetime().describe('ISO 8601 instant in UTC');

/** RFC 3339 with the offset of the source's zone: the first ten characters are its readers' day. */
const ZonedInstant = z.iso
  .datetime({ offset: true })
  .describe(
    "RFC 3339 in the source's zone: its first ten characters are the day that its readers saw",
  );

/** Who a text is by when not the newsroom. */
export const Credit = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['agency', 'agencies', 'newspaper', 'desk']),
});
/** Who a text is by when not the newsroom. */
export type Credit = z.infer<typeof Credit>;

/** How exact a date is. */
export const DatePrecision = z.enum(['second', 'minute', 'day']);
/** How exact a date is. */
export type DatePrecision = z.infer<typeof DatePrecision>;

/** What the site says may be done with the text. */
export const Rights = z.strictObject({
  robots: z.enum(['allowed', 'disallowed', 'unknown']),
  aiOptOut: z.boolean(),
  paywalled: z.boolean(),
  robotsLine: z.string().nullable().describe('The line that states the opt-out or the rule'),
  noindex: z.literal(true).optional().describe('The page asks to be left out of search indexes'),
  noarchive: z.literal(true).optional().describe('The page asks that no copy of it be shown'),
});
/** What the site says may be done with the text. */
export type Rights = z.infer<typeof Rights>;

/** How the page was fetched. */
export const FetchNote = z.strictObject({
  visit: z.string(),
  at: Instant,
  via: z.enum(['http', 'browser', 'amp', 'feed']),
  status: z.number().int(),
  bytes: z.number().int().nonnegative(),
  ms: z.number().nonnegative(),
  archive: z.string().optional().describe('Where the answer is kept: FILE:OFFSET of the archive'),
});
/** How the page was fetched. */
export type FetchNote = z.infer<typeof FetchNote>;

/** What the record says of its source. */
export const SourceNote = z.strictObject({
  id: z.string(),
  name: z.string(),
  country: z.string().optional(),
  homepage: z.string(),
  language: z.string().optional().describe('BCP 47 tag of the source, from its file'),
  tags: z.array(z.string()).optional().describe("The operator's tags, from the source's file"),
});

/** The forms that words are brought to: prose keeps its lines, a label is one line. */
export interface TextForms {
  readonly prose: (text: string) => string;
  readonly label: (text: string) => string;
}

/** Removes from a text what is no correction: spelling variants, punctuation, counters, relative times. */
export type Settle = (text: string) => string;

/** The value as it is compared between revisions. */
type Comparable<Value> = (value: Value, settle: Settle) => string;

/** One field of the record that the newsroom writes, and all that the rest of the code asks of it. */
interface FieldSpec<Schema extends z.ZodType, Read, Selector extends string | null> {
  readonly schema: Schema;
  /** From what the reader found to the record's value. */
  readonly normalize: (read: Read, forms: TextForms) => NonNullable<z.output<Schema>>;
  /** What of it makes a revision; `never` says on purpose that a change is none. */
  readonly comparable: Comparable<NonNullable<z.output<Schema>>> | 'never';
  /** Its name among the selectors of a source's file and the readers of a crawler; null for none. */
  readonly selector: Selector;
  /** The selector may name a table of months. */
  readonly isDate?: boolean;
}

const field = <Schema extends z.ZodType, Read, const Selector extends string | null>(
  spec: FieldSpec<Schema, Read, Selector>,
): FieldSpec<Schema, Read, Selector> => spec;

/** A field that is ours and not the newsroom's: how a page was found, fetched and trusted. */
const own = <Schema extends z.ZodType>(schema: Schema) => ({ schema }) as const;

const settled: Comparable<string> = (text, settle) => settle(text);

/** Order and repetition of tags and names carry no meaning. */
const settledSet: Comparable<readonly string[]> = (values, settle) =>
  [...new Set(values.map(settle))].sort().join('\u001F');

const named: Comparable<readonly { readonly name: string }[]> = (values, settle) =>
  settledSet(
    values.map(({ name }) => name),
    settle,
  );

/** `YYYY-MM-DDTHH:MM`: feed and page of one article differ in the seconds. */
const MINUTE_LENGTH = 16;

/** One instant is one key, in whatever zone it is written: a source's zone may be set later. */
const minute: Comparable<string> = (rfc3339) =>
  new Date(rfc3339).toISOString().slice(0, MINUTE_LENGTH);

/** The picture's file: sizes and cache marks in the query change with the page's layout. */
const imageFile: Comparable<Image> = ({ url }) =>
  url.replace(/[?#].*$/su, '').replace(/-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/u, '');

/** What an archive does not know is no change of what the site says. */
const statedRights: Comparable<Rights> = ({ robots, aiOptOut, paywalled }) =>
  `${robots === 'unknown' ? 'allowed' : robots} ${aiOptOut} ${paywalled}`;

const label = (text: string, forms: TextForms): string => forms.label(text);
const prose = (text: string, forms: TextForms): string => forms.prose(text);
const labels = (texts: readonly string[], forms: TextForms): string[] => texts.map(forms.label);

/**
 * Every field of an article's draft, in the record's order: its schema, the form of its words, what
 * of it makes a revision, and whether a selector may give it. The draft, the reading of a page, the
 * digests of a revision, the selectors of a source, the readers of a crawler, the evidence and the
 * JSON Schema derive from this table.
 */
export const FIELDS = {
  schemaVersion: own(z.literal(SCHEMA_VERSION)),
  id: own(z.string().describe('Stable over revisions: source + canonical identity')),
  source: own(SourceNote),
  url: own(z.string().describe('Canonical URL')),
  otherUrls: own(z.array(z.string()).describe('As fetched, AMP, mobile, with tracking')),
  headline: field({
    schema: z.string().min(1),
    normalize: label,
    comparable: settled,
    selector: 'headline',
  }),
  description: field({
    schema: z.string().optional(),
    normalize: prose,
    comparable: settled,
    selector: 'description',
  }),
  articleBody: field({
    schema: z.string().describe('Plain text, paragraphs separated by a blank line'),
    normalize: (paragraphs: readonly string[], forms) => paragraphs.map(forms.prose).join('\n\n'),
    comparable: settled,
    selector: 'body',
  }),
  bodyBlocks: field({
    schema: z
      .array(BodyBlock)
      .max(MOST_BLOCKS)
      .optional()
      .describe('The same text with its structure: their texts joined by blank lines'),
    normalize: (blocks: readonly BodyBlock[], forms) => normalizeBlocks(blocks, forms.prose),
    // Its words are the body's, and markup changes with the page's layout.
    comparable: 'never',
    selector: null,
  }),
  wordCount: own(z.number().int().nonnegative()),
  inLanguage: field({
    schema: z.string().optional().describe('BCP 47 tag'),
    normalize: (tag: string) => tag,
    comparable: (tag) => tag,
    selector: null,
  }),
  datePublished: field({
    schema: ZonedInstant.optional(),
    normalize: (text: string) => text,
    comparable: minute,
    selector: 'datePublished',
    isDate: true,
  }),
  datePrecision: own(
    DatePrecision.optional().describe(
      "Of datePublished; a day is given as its 00:00:00 in the source's zone",
    ),
  ),
  dateModified: field({
    schema: ZonedInstant.optional(),
    normalize: (text: string) => text,
    // Many sites advance it with nothing changed.
    comparable: 'never',
    selector: 'dateModified',
    isDate: true,
  }),
  dateFirstSeen: own(Instant),
  author: field({
    schema: z.array(z.strictObject({ name: z.string().min(1) })).optional(),
    normalize: (names: readonly string[], forms) => labels(names, forms).map((name) => ({ name })),
    comparable: named,
    selector: 'author',
  }),
  credit: field({
    schema: z.array(Credit).optional(),
    normalize: (credits: readonly Credit[], forms) =>
      credits.map(({ name, kind }) => ({ name: forms.label(name), kind })),
    comparable: named,
    selector: 'credit',
  }),
  dateline: field({
    schema: z.string().optional().describe('City that opens the text'),
    normalize: label,
    comparable: settled,
    selector: null,
  }),
  articleSection: field({
    schema: z.array(z.string()).optional(),
    normalize: labels,
    comparable: settledSet,
    selector: 'articleSection',
  }),
  keywords: field({
    schema: z.array(z.string()).optional(),
    normalize: labels,
    comparable: settledSet,
    selector: 'keywords',
  }),
  image: field({
    schema: Image.optional(),
    normalize: (image: Image) => image,
    comparable: imageFile,
    selector: 'image',
  }),
  images: field({
    schema: z
      .array(Image)
      .max(MOST_IMAGES)
      .optional()
      .describe('All pictures of the article with their captions, the first as `image`'),
    normalize: (images: readonly Image[], forms) =>
      images.map((image) => ({
        ...image,
        ...(image.caption === undefined ? {} : { caption: forms.label(image.caption) }),
      })),
    // Pictures between the paragraphs are loaded, cropped and exchanged with the page's layout.
    comparable: 'never',
    selector: null,
  }),
  enclosures: field({
    schema: z
      .array(Enclosure)
      .max(MOST_ENCLOSURES)
      .optional()
      .describe('Sounds and films of the article, by its page or its feed'),
    normalize: (enclosures: readonly Enclosure[], forms) =>
      enclosures.map((enclosure) => ({
        ...enclosure,
        ...(enclosure.title === undefined ? {} : { title: forms.label(enclosure.title) }),
      })),
    // Addresses of streams carry keys that expire.
    comparable: 'never',
    selector: null,
  }),
  rights: field({
    schema: Rights,
    normalize: (rights: Rights) => rights,
    comparable: statedRights,
    selector: null,
  }),
  evidence: own(z.record(z.string(), Evidence)),
  fetch: own(FetchNote),
} as const;

type Fields = typeof FIELDS;

/** A field of the draft. */
export type FieldName = keyof Fields;

/** A field that the newsroom writes. */
export type NewsFieldName = {
  [F in FieldName]: Fields[F] extends { readonly selector: unknown } ? F : never;
}[FieldName];

/** A field that is read off the page as such; dates and rights are weighed against what else is known. */
export type ReadFieldName = Exclude<NewsFieldName, 'datePublished' | 'dateModified' | 'rights'>;

/** What the reader of a field finds, before it is brought to the record's form. */
export type ReadValue<F extends NewsFieldName> = Parameters<Fields[F]['normalize']>[0];

/** A field that selectors and crawlers may give, by its name there. */
export type SelectorName = NonNullable<Fields[NewsFieldName]['selector']>;

/** The field that a selector's name gives. */
export type FieldOf<Name extends SelectorName> = {
  [F in NewsFieldName]: Name extends Fields[F]['selector'] ? F : never;
}[NewsFieldName];

/** The zod shape of a draft. */
export const draftShape = Object.fromEntries(
  Object.entries(FIELDS).map(([name, { schema }]) => [name, schema]),
) as { readonly [F in FieldName]: Fields[F]['schema'] };

/** The fields that the newsroom writes, in the record's order. */
export const NEWS_FIELDS = (Object.keys(FIELDS) as FieldName[]).filter(isNewsField);

function isNewsField(name: FieldName): name is NewsFieldName {
  return 'selector' in FIELDS[name];
}

/** What the rest of the code may ask of any news field, whatever its value. */
interface AnySpec {
  readonly normalize: (read: unknown, forms: TextForms) => unknown;
  readonly comparable: ((value: unknown, settle: Settle) => string) | 'never';
  readonly selector: SelectorName | null;
  readonly isDate?: boolean;
}

/** A row of the table; the values that go in and out belong to that row. */
const specOf = (name: NewsFieldName): AnySpec => FIELDS[name] as unknown as AnySpec;

/** Brings the fields of a reading to the record's form; those that were not found stay absent. */
export function normalizeFields(
  reading: { readonly [F in ReadFieldName]?: { readonly value: ReadValue<F> } },
  forms: TextForms,
): { [F in ReadFieldName]?: ReturnType<Fields[F]['normalize']> } {
  const entries = READ_FIELDS.flatMap((name) => {
    const found = reading[name];
    return found ? [[name, specOf(name).normalize(found.value, forms)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The field's value as it is compared between revisions; undefined where none is compared. */
export function comparableOf(
  values: { readonly [F in NewsFieldName]?: unknown },
  name: NewsFieldName,
  settle: Settle,
): string | undefined {
  const { comparable } = specOf(name);
  const value = values[name];
  return comparable === 'never' || value === undefined ? undefined : comparable(value, settle);
}

/** The fields that are read off the page as such, in the record's order. */
export const READ_FIELDS = NEWS_FIELDS.filter(
  (name): name is ReadFieldName => !specOf(name).isDate && name !== 'rights',
);

/** The names that selectors give, and whether they give a date. */
export const SELECTORS = NEWS_FIELDS.flatMap((name) => {
  const { selector, isDate = false } = specOf(name);
  return selector === null ? [] : [{ selector, isDate }];
});
