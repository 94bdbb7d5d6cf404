import { keyTokens, matchKey } from '../../../arabic/key.ts';
import type { ArticleDraft } from '../../../record/article.ts';
import type { Link } from '../../../record/link.ts';
import type { NoArticle, PageKind } from '../../../record/reading.ts';
import { type Boilerplate, hashOf, isBoilerplate } from '../boilerplate.ts';
import type { Document } from '../document.ts';
import { overlap, wordPairs } from '../word-overlap.ts';

/** Fields whose presence says how well a template is read. */
export const OBSERVED_FIELDS = [
  'headline',
  'author',
  'datePublished',
  'articleSection',
  'description',
  'image',
  'keywords',
] as const;
/** A field whose presence is observed. */
export type ObservedField = (typeof OBSERVED_FIELDS)[number];

/** Fields whose place on the page is observed. */
const PLACED = ['headline', 'articleBody', 'datePublished'] as const;

/** What one page's reading says of how well its template is read. A plain value. */
export interface PageObservation {
  /** Hash of the page's address: a page that is read again is not counted twice. */
  readonly address: string;
  readonly isArticle: boolean;
  /** Words of the text. */
  readonly words: number;
  /** Words of prose on the page that are neither text nor boilerplate: comments, teasers, what was missed. */
  readonly leftOut: number;
  readonly fields: readonly ObservedField[];
  /** Where fields stood: `article:published_time`, `h1`; `source` where the source's selector gave them. */
  readonly places: Readonly<Partial<Record<(typeof PLACED)[number], string>>>;
  /** Share of the headline's words that the feed's title has too; absent where no feed names one. */
  readonly headlineAgreement?: number | undefined;
  /** Share of the feed's summary, by pairs of words, that text, headline and description hold. */
  readonly textAgreement?: number | undefined;
  /** Paragraphs by their hash, with length and whether the site repeats them. */
  readonly paragraphs: readonly ObservedParagraph[];
  /** The lowest confidence of headline, text and date. */
  readonly confidence: number;
}

/** A paragraph of the text, by its hash. */
export interface ObservedParagraph {
  readonly hash: string;
  readonly length: number;
  readonly isBoilerplate: boolean;
}

/** Pages that say of themselves that they hold no article: their number tells of the day's news. */
const OF_THEIR_KIND: ReadonlySet<PageKind> = new Set(['gallery', 'video', 'noindex', 'feed']);

/** A block with fewer words, or half of it in links, is a label or a teaser, no prose. */
const PROSE = { words: 12, linkShare: 0.5 } as const;

/** Letters of a block's key that find it again in the text: two blocks seldom begin with the same. */
const KEY_START = 60;

/** Paragraphs looked at from the start and from the end: there a wrong container shows. */
const ENDS = 6;

/** Words of a summary that are looked for, and the fewest that say something. */
const SUMMARY = { most: 60, least: 8 } as const;

/** Longest name of a place, in UTF-16 units: selectors and headings are shorter. */
const PLACE_LENGTH = 60;

/** What is known of the page beside its markup. */
export interface Witness {
  readonly link: Pick<Link, 'title' | 'summary' | 'content'>;
  readonly boilerplate?: Boilerplate | undefined;
}

/** Observes how a page was read; undefined where its kind says nothing of the template. Pure. */
export function observePage(
  document: Document,
  found: ArticleDraft | NoArticle,
  { link, boilerplate }: Witness,
): PageObservation | undefined {
  const address = hashOf(document.url);
  if ('kind' in found) return OF_THEIR_KIND.has(found.kind) ? undefined : { address, ...NOTHING };
  const texts = found.articleBody.split('\n\n').filter((text) => text !== '');
  const headline = found.evidence.headline ? found.headline : '';
  const whole = [headline, found.description ?? '', found.articleBody].join('\n');
  return {
    address,
    isArticle: true,
    words: found.wordCount,
    leftOut: leftOut(document, found.articleBody, boilerplate),
    fields: OBSERVED_FIELDS.filter((name) => hasField(found, name)),
    places: Object.fromEntries(PLACED.map((name) => [name, placeOf(found, name)])),
    headlineAgreement: link.title ? agreement(headline, link.title) : undefined,
    textAgreement: summaryAgreement(link, whole),
    paragraphs: endsOf(texts).map((text) => ({
      hash: hashOf(matchKey(text)),
      length: text.length,
      isBoilerplate: isBoilerplate(boilerplate, text),
    })),
    confidence: confidenceOf(found),
  };
}

const NOTHING = {
  isArticle: false,
  words: 0,
  leftOut: 0,
  fields: [],
  places: {},
  paragraphs: [],
  confidence: 0,
} as const;

function hasField(draft: ArticleDraft, name: ObservedField): boolean {
  // Where the page gives no headline the feed's stands in for it.
  if (name === 'headline') return draft.evidence.headline !== undefined;
  const value = draft[name];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** A container is known by its element alone: class names of a build change with every release. */
function placeOf({ evidence }: ArticleDraft, name: (typeof PLACED)[number]): string {
  const { from = 'none' } = evidence[name] ?? {};
  const place = from.replace(/^(?:source|crawler):.*$/su, (whole) => ownerOf(whole));
  const isOwn = place !== from;
  return (name === 'articleBody' && !isOwn ? (place.split('.')[0] ?? '') : place).slice(
    0,
    PLACE_LENGTH,
  );
}

const ownerOf = (place: string): string =>
  place.startsWith('source:') ? 'source' : (place.split(' ')[0] ?? place);

function leftOut(document: Document, body: string, boilerplate?: Boilerplate): number {
  const taken = matchKey(body);
  let behind = 0;
  // Blocks come in the order of the text: looked for from its start, each of a long text read it anew.
  const isTaken = (text: string): boolean => {
    const start = matchKey(text).slice(0, KEY_START);
    const at = taken.indexOf(start, behind);
    if (at < 0) return taken.includes(start);
    behind = at;
    return true;
  };
  return document.blocks
    .filter(({ words, linkShare }) => words >= PROSE.words && linkShare < PROSE.linkShare)
    .filter(({ text }) => !isTaken(text))
    .filter(({ text }) => !isBoilerplate(boilerplate, text))
    .reduce((sum, { words }) => sum + words, 0);
}

const tokensOf = (text: string): readonly string[] => keyTokens(matchKey(text));

const agreement = (one: string, other: string): number => overlap(tokensOf(one), tokensOf(other));

function summaryAgreement(link: Witness['link'], whole: string): number | undefined {
  const html = link.summary ?? link.content;
  const tokens = tokensOf((html ?? '').replace(/<[^>]*>/gu, ' ')).slice(0, SUMMARY.most);
  const words = wordPairs(tokens);
  if (words.length < SUMMARY.least) return undefined;
  const known = new Set(wordPairs(tokensOf(whole)));
  return words.filter((word) => known.has(word)).length / words.length;
}

const endsOf = (texts: readonly string[]): readonly string[] =>
  texts.length <= 2 * ENDS ? texts : [...texts.slice(0, ENDS), ...texts.slice(-ENDS)];

function confidenceOf({ evidence }: ArticleDraft): number {
  const { headline, articleBody, datePublished } = evidence;
  const known = [headline, articleBody, datePublished].flatMap((one) => one?.confidence ?? []);
  return Math.min(1, ...known.filter((confidence) => confidence > 0));
}
