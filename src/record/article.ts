import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { Story } from './story.ts';

/** The version of the record's form; a reader refuses a number it does not know. */
export const SCHEMA_VERSION = 1;

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

/** The picture that stands for the article. */
export const Image = z.strictObject({
  url: z.string(),
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  caption: z.string().optional(),
});
/** The picture that stands for the article. */
export type Image = z.infer<typeof Image>;

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

const SourceNote = z.strictObject({
  id: z.string(),
  name: z.string(),
  country: z.string().optional(),
  homepage: z.string(),
});

/** What is read off one page in its normal form; the decision about it is not made yet. */
export const ArticleDraft = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.string().describe('Stable over revisions: source + canonical identity'),
  source: SourceNote,
  url: z.string().describe('Canonical URL'),
  otherUrls: z.array(z.string()).describe('As fetched, AMP, mobile, with tracking'),
  headline: z.string().min(1),
  description: z.string().optional(),
  articleBody: z.string().describe('Plain text, paragraphs separated by a blank line'),
  wordCount: z.number().int().nonnegative(),
  inLanguage: z.string().optional().describe('BCP 47 tag'),
  datePublished: ZonedInstant.optional(),
  datePrecision: DatePrecision.optional().describe(
    "Of datePublished; a day is given as its 00:00:00 in the source's zone",
  ),
  dateModified: ZonedInstant.optional(),
  dateFirstSeen: Instant,
  author: z.array(z.strictObject({ name: z.string().min(1) })).optional(),
  credit: z.array(Credit).optional(),
  dateline: z.string().optional().describe('City that opens the text'),
  articleSection: z.array(z.string()).optional(),
  keywords: z.array(z.string()).optional(),
  image: Image.optional(),
  rights: Rights,
  evidence: z.record(z.string(), Evidence),
  fetch: FetchNote,
});
/** What is read off one page in its normal form. */
export type ArticleDraft = z.infer<typeof ArticleDraft>;

/** What was decided about a draft, in the one atomic step that also stores it. */
export const Decision = z.strictObject({
  revision: z.number().int().positive(),
  change: z.enum(['published', 'updated', 'withdrawn']),
  changed: z.array(z.string()).optional().describe('On an update: the fields that differ'),
  correction: z.string().optional().describe("The newsroom's own note that it corrected the text"),
  story: Story,
});
/** What was decided about a draft. */
export type Decision = z.infer<typeof Decision>;

/** The record that consumers get: a schema.org NewsArticle with evidence, story and revision. */
export const ArticleRecord = z
  .strictObject({ ...ArticleDraft.shape, ...Decision.shape })
  .describe('One article of one source in one revision');
/** The record that consumers get. */
export type ArticleRecord = z.infer<typeof ArticleRecord>;
