import type { Enclosure } from '../../../record/media.ts';
import type { Mended } from '../mended.ts';

/** The family a feed's document is of. */
export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json';

/** One entry of a feed: texts as stated, URLs resolved, instants where a date could be read. */
export interface FeedEntry {
  /** Markup where the feed says that the title is HTML or XHTML. */
  readonly title?: string;
  /** True where the title is markup; else it is plain text, whatever characters it has. */
  readonly isTitleMarkup?: true;
  readonly link?: string;
  /** The address before a statistics service replaced it (FeedBurner's `origLink`). */
  readonly originalLink?: string;
  /** guid, atom:id, rdf:about or JSON Feed's id. */
  readonly id?: string;
  readonly published?: string;
  readonly updated?: string;
  /** ISO instant of `published`. */
  readonly publishedAt?: string;
  /** ISO instant of `updated`. */
  readonly updatedAt?: string;
  readonly author?: readonly string[];
  readonly categories?: readonly string[];
  /** Short text, as HTML or plain. */
  readonly summary?: string;
  /** Full text as HTML. */
  readonly content?: string;
  readonly image?: string;
  /** Sounds and films; pictures are none of them. */
  readonly enclosures?: readonly Enclosure[];
  readonly language?: string;
}

/** A feed as its document states it. */
export interface Feed {
  readonly kind: 'feed';
  readonly format: FeedFormat;
  readonly version?: string;
  readonly title?: string;
  readonly link?: string;
  readonly language?: string;
  /** How long the site says the feed stays the same: `ttl`, or `sy:updatePeriod`. */
  readonly ttlMs?: number;
  /** WebSub hub (W3C WebSub, 4). */
  readonly hub?: string;
  /** The feed's own address as it states it: the topic of a WebSub subscription. */
  readonly self?: string;
  /** The next older page of an archived feed (RFC 5005). */
  readonly next?: string;
  readonly entries: readonly FeedEntry[];
  /** What was mended so that it could be read; absent where nothing was. */
  readonly mended?: Mended;
}
