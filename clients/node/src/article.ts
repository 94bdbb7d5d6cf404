// Written by `npm run schemas` from config/schema: not by hand.
/** One article of one source in one revision. */
export interface Article {
  readonly schemaVersion: 1;
  /** Stable over revisions: source + canonical identity. */
  readonly id: string;
  readonly source: {
    readonly id: string;
    readonly name: string;
    readonly country?: string;
    readonly homepage: string;
    /** BCP 47 tag of the source, from its file. */
    readonly language?: string;
    /** The operator's tags, from the source's file. */
    readonly tags?: readonly (string)[];
  };
  /** Canonical URL. */
  readonly url: string;
  /** As fetched, AMP, mobile, with tracking. */
  readonly otherUrls: readonly (string)[];
  readonly headline: string;
  readonly description?: string;
  /** Plain text, paragraphs separated by a blank line. */
  readonly articleBody: string;
  /** The same text with its structure: their texts joined by blank lines. */
  readonly bodyBlocks?: readonly ({
    readonly kind: "paragraph" | "heading" | "listItem" | "quote" | "cell";
    readonly text: string;
    /** Of a heading: 1 to 6, as in HTML. */
    readonly level?: number;
    /** Of a list item: its list is numbered. */
    readonly ordered?: true;
    readonly links?: readonly ({
      /** The linked words, as they stand in the text of the block. */
      readonly text: string;
      /** Absolute, http or https. */
      readonly url: string;
    })[];
  })[];
  readonly wordCount: number;
  /** BCP 47 tag. */
  readonly inLanguage?: string;
  /** RFC 3339 in the source's zone: its first ten characters are the day that its readers saw. */
  readonly datePublished?: string;
  /** Of datePublished; a day is given as its 00:00:00 in the source's zone. */
  readonly datePrecision?: "second" | "minute" | "day";
  /** RFC 3339 in the source's zone: its first ten characters are the day that its readers saw. */
  readonly dateModified?: string;
  /** ISO 8601 instant in UTC. */
  readonly dateFirstSeen: string;
  readonly author?: readonly ({
    readonly name: string;
  })[];
  readonly credit?: readonly ({
    readonly name: string;
    readonly kind: "agency" | "agencies" | "newspaper" | "desk";
  })[];
  /** City that opens the text. */
  readonly dateline?: string;
  readonly articleSection?: readonly (string)[];
  readonly keywords?: readonly (string)[];
  readonly image?: {
    readonly url: string;
    readonly width?: number;
    readonly height?: number;
    readonly caption?: string;
  };
  /** All pictures of the article with their captions, the first as `image`. */
  readonly images?: readonly ({
    readonly url: string;
    readonly width?: number;
    readonly height?: number;
    readonly caption?: string;
  })[];
  /** Sounds and films of the article, by its page or its feed. */
  readonly enclosures?: readonly ({
    readonly url: string;
    /** Media type: audio/mpeg, video/mp4. */
    readonly type?: string;
    /** Size in bytes, as the feed states it. */
    readonly length?: number;
    readonly title?: string;
  })[];
  readonly rights: {
    readonly robots: "allowed" | "disallowed" | "unknown";
    readonly aiOptOut: boolean;
    readonly paywalled: boolean;
    /** The line that states the opt-out or the rule. */
    readonly robotsLine: string | null;
    /** The page asks to be left out of search indexes. */
    readonly noindex?: true;
    /** The page asks that no copy of it be shown. */
    readonly noarchive?: true;
  };
  readonly evidence: Readonly<Record<string, {
    /** Where the value stood: article:published_time, h1, jsonld. */
    readonly from: string;
    /** The text as it stood there. */
    readonly text?: string;
    /** Share of such values that are right. */
    readonly confidence: number;
    /** What was corrected, assumed or disagreed. */
    readonly note?: string;
  }>>;
  readonly fetch: {
    readonly visit: string;
    /** ISO 8601 instant in UTC. */
    readonly at: string;
    readonly via: "http" | "browser" | "amp" | "feed";
    readonly status: number;
    readonly bytes: number;
    readonly ms: number;
    /** Where the answer is kept: FILE:OFFSET of the archive. */
    readonly archive?: string;
  };
  readonly revision: number;
  readonly change: "published" | "updated" | "merged" | "withdrawn";
  /** On an update: the fields that differ. */
  readonly changed?: readonly (string)[];
  /** The same, with what was there and what is. */
  readonly changes?: readonly ({
    readonly kind: "headline";
    /** Word by word; the parts that are not added are the old one. */
    readonly diff: readonly ({
      readonly kind: "same" | "added" | "removed";
      readonly text: string;
    })[];
  } | {
    readonly kind: "body";
    /** The first 20 of them. */
    readonly sentences: readonly ({
      readonly removed?: string;
      readonly added?: string;
    })[];
    /** How many others changed. */
    readonly more?: number;
  } | {
    readonly kind: "date";
    readonly before?: string;
    readonly after?: string;
  } | {
    readonly kind: "author";
    readonly before: readonly (string)[];
    readonly after: readonly (string)[];
  } | {
    readonly kind: "correction";
    /** The newsroom's own note. */
    readonly note: string;
  } | {
    readonly kind: "withdrawn";
  } | {
    readonly kind: "field";
    /** Any other field of the record. */
    readonly field: string;
  })[];
  /** The newsroom's own note that it corrected the text. */
  readonly correction?: string;
  readonly story: {
    readonly id: string;
    readonly role: "original" | "copy" | "abridged" | "expanded";
    /** Id of the record that this one copies. */
    readonly of: string | null;
    /** Share of the text found in the other, 1 = all. */
    readonly similarity: number;
    /** The agency that the story is credited to, where its own text was not met. */
    readonly agency?: string;
  };
  /** The article in the form that the sink is set to: plain, Markdown or HTML. */
  readonly text?: string;
  /** Media type of `text`. */
  readonly encodingFormat?: string;
  /** The record was asked for once more. */
  readonly replayed?: true;
}
