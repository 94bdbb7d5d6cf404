import { keyTokens, matchKey } from '../../../arabic/key.ts';
import type { ArticleDraft } from '../../../record/article.ts';
import type { NoArticle } from '../../../record/reading.ts';
import { likeness, wordPairs } from '../word-overlap.ts';
import { parseInstant } from './known-date.ts';
import type { KnownTexts } from './known-texts.ts';

/** How well pages are read by one set of selectors. */
export interface ReadingScore {
  /** 0 to 1: agreement with what is known, over all fields and pages. */
  readonly score: number;
  /** Pages that held an article, of all. */
  readonly articles: number;
  readonly pages: number;
  /** Median words of their texts. */
  readonly words: number;
  /** Mean agreement of headline and text with what is known; absent where nothing is. */
  readonly headline?: number | undefined;
  readonly text?: number | undefined;
  /** Pages with a date and with an author. */
  readonly dates: number;
  readonly authors: number;
}

/** A reading of a page, and what is known of it. */
export interface ScoredPage {
  readonly found: ArticleDraft | NoArticle;
  readonly known: KnownTexts;
}

/** A page's own reading in shares; absent where nothing is known to hold it against. */
interface PageScore {
  readonly headline?: number | undefined;
  readonly text?: number | undefined;
  readonly date?: number | undefined;
  readonly author?: number | undefined;
}

/** Holds readings of several pages against what is known of them. */
export function scoreReadings(pages: readonly ScoredPage[]): ReadingScore {
  const drafts = pages.flatMap(({ found }) => ('kind' in found ? [] : [found]));
  const repeated = repeatedParagraphs(drafts);
  const scores = pages.map((page) => scorePage(page, repeated));
  return {
    score: mean(scores.map((one) => mean(Object.values(one)) ?? 0)) ?? 0,
    articles: drafts.length,
    pages: pages.length,
    words: median(drafts.map(({ wordCount }) => wordCount)),
    headline: mean(scores.map(({ headline }) => headline)),
    text: mean(scores.map(({ text }) => text)),
    dates: drafts.filter(({ datePublished }) => datePublished !== undefined).length,
    authors: drafts.filter(({ author = [] }) => author.length > 0).length,
  };
}

function scorePage({ found, known }: ScoredPage, repeated: ReadonlySet<string>): PageScore {
  const { headline, prose, published, route, authors } = known;
  const draft = 'kind' in found ? undefined : found;
  const names = (draft?.author ?? []).map(({ name }) => matchKey(name));
  return {
    ...(headline ? { headline: headlineShare(draft, headline) } : {}),
    ...(prose.length > 0 ? { text: draft ? textShare(draft, prose, repeated) : 0 } : {}),
    ...(published === undefined ? {} : { date: dateShare(draft, published, route) }),
    ...(authors.length === 0
      ? {}
      : { author: authors.some((name) => names.includes(matchKey(name))) ? 1 : 0 }),
  };
}

/** The feed's own title stands in where the page gave none: that is no headline read. */
function headlineShare(draft: ArticleDraft | undefined, headline: string): number {
  if (!draft?.evidence.headline) return 0;
  return likeness(keyTokens(matchKey(draft.headline)), keyTokens(matchKey(headline)));
}

const DAY_MS = 86_400_000;

/** The day is right where the instant is off by a zone at most; a date of the route alone is half one. */
function dateShare(draft: ArticleDraft | undefined, published: number, route: string): number {
  const read = parseInstant(draft?.datePublished);
  if (read === undefined || Math.abs(read - published) > DAY_MS) return 0;
  return draft?.evidence.datePublished?.from === route ? 0.5 : 1;
}

/** Share of the surest known prose that was read, less what recurs from page to page. */
function textShare(
  { articleBody, wordCount }: ArticleDraft,
  [known = '']: readonly string[],
  repeated: ReadonlySet<string>,
): number {
  const wanted = wordPairs(keyTokens(known));
  const read = new Set(wordPairs(keyTokens(matchKey(articleBody))));
  const share = wanted.filter((word) => read.has(word)).length / Math.max(1, wanted.length);
  const paragraphs = articleBody.split('\n\n');
  const own = paragraphs.filter((text) => !repeated.has(matchKey(text)));
  const ownShare = own.join('').length / Math.max(1, paragraphs.join('').length);
  // A summary is read whole from the first paragraph alone: twice its length speaks for the text.
  const isCut = wordCount < 2 * wanted.length && wanted.length < SUMMARY_MOST;
  return share * ownShare * (isCut ? 0.8 : 1);
}

/** Longer known prose is the text itself, in words. */
const SUMMARY_MOST = 80;

function repeatedParagraphs(drafts: readonly ArticleDraft[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { articleBody } of drafts) {
    for (const key of new Set(articleBody.split('\n\n').map(matchKey))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key));
}

function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / known.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
