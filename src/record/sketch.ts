/**
 * What the decision about a draft needs to know of it, and nothing else: made by the step `dedupe`
 * from the text alone, read by the one script that decides, stores and logs.
 */
export interface Sketch {
  /** A digest a field that counts for revisions; an absent field has none. */
  readonly fields: Readonly<Record<string, string>>;
  /** The line by which the newsroom says that it corrected the text. */
  readonly correction?: string;
  /** The same for two addresses of one text of one source on one day; empty where too short. */
  readonly content: string;
  readonly story: StorySketch;
}

/** What the story decision needs of a text: small, of bounded size, and never reversible to it. */
export interface StorySketch {
  /** Digest of the keys of headline and body: equal texts are equal here. */
  readonly exact: string;
  /** Whether the source is itself a news agency: its text is the origin of its copies. */
  readonly agency: boolean;
  /** 16-bit hash of the source's name as others credit it: whom a copy credits is its origin. */
  readonly byline: number;
  /** Words of the body. */
  readonly words: number;
  /** The index entries of the text: the smallest shingle hashes, unsigned 32 bits. */
  readonly bands: readonly number[];
  /** What the text is verified with when it is the new one, packed (src/line/dedupe/probe.ts). */
  readonly probe: Uint8Array;
  /** What later texts are verified against, packed in a fixed size (src/line/dedupe/slot.ts). */
  readonly slot: Uint8Array;
}
