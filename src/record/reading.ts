import type { Found } from './evidence.ts';
import type { ReadFieldName, ReadValue } from './fields.ts';

/** A date as it stands on a page or in a feed, not yet parsed. */
export interface DateText {
  readonly role: 'published' | 'modified';
  readonly text: string;
  /** Where it stood: `article:published_time`, `jsonld`, `microdata`, `time`, `feed`, `visible`, `url`. */
  readonly from: string;
  /** Trust in that place, 0 to 1, before anything is cross-checked. */
  readonly confidence: number;
}

/** What the page itself says of its use. */
export interface PageRights {
  /** Robots directives `noindex` (or `none`) and `noarchive`. */
  readonly noindex: boolean;
  readonly noarchive: boolean;
  readonly aiOptOut: boolean;
  readonly paywalled: boolean;
  /** The directive as it stands on the page. */
  readonly line: string | null;
}

/** The fields of the record as the page has them; the text as its paragraphs in order. */
type ReadFields = { readonly [F in ReadFieldName]?: Found<ReadValue<F>> };

/** A block of a page that was looked at as text and left out, and why. */
export interface RemovedBlock {
  /** Its place among the page's blocks. */
  readonly block: number;
  /** The start of its text. */
  readonly text: string;
  readonly reason: string;
}

/** What became of the blocks that were looked at as the text, by their places on the page. */
export interface TextBlocks {
  readonly headline?: number;
  readonly kept: readonly number[];
  readonly removed: readonly RemovedBlock[];
}

/** What was read off an article's page: each field with its evidence, texts as published. */
export interface Reading extends ReadFields {
  readonly kind: 'article';
  /** The canonical link, as stated and made absolute. */
  readonly canonical?: Found<string>;
  /** AMP, mobile, og:url and shortlink twins, made absolute. */
  readonly otherUrls: readonly string[];
  readonly dates: readonly DateText[];
  readonly siteName?: string;
  readonly rights: PageRights;
  /** Where a crawler spoke: its name. */
  readonly crawler?: string;
  /** What the text was made of, for who asks why. */
  readonly blocks?: TextBlocks;
}

/** Why a page is not an article. */
export type PageKind =
  | 'listing'
  | 'gallery'
  | 'video'
  | 'consent-wall'
  | 'bot-wall'
  | 'soft-404'
  | 'static-page'
  | 'too-little-text'
  | 'noindex'
  | 'feed'
  | 'not-html'
  | 'empty';

/** A page that holds no article, and why: a value, not an error. */
export interface NoArticle {
  readonly kind: PageKind;
  readonly reason: string;
  /** What was looked at as its text, where a text was looked for. */
  readonly blocks?: TextBlocks;
}
