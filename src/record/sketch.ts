import type { ArticleDraft } from './article.ts';
import type { Change } from './change.ts';
import type { Story } from './story.ts';

/**
 * What the decision about a draft needs to know of it, and nothing else: made by the step `dedupe`
 * from the text alone, and handed to the log, which reads what is stored, asks the rule, and
 * commits on what it read.
 */
export interface Sketch {
  /** A digest a field that counts for revisions; an absent field has none. */
  readonly fields: Readonly<Record<string, string>>;
  /** The line by which the newsroom says that it corrected the text. */
  readonly correction?: string;
  /** The same for two addresses of one text of one source on one day; empty where too short. */
  readonly content: string;
  /** The same for two addresses of one title of one source; empty for a heading or a short text. */
  readonly title: string;
  readonly story: StorySketch;
  /** Which view of the article it is: the address that answered, and how it was asked for. */
  readonly view: string;
  /** The rule by which an observation of a known article makes a revision of it. */
  readonly revise: RevisionRule;
  /** The rule by which an article under a known title is that article. */
  readonly isSame: SameArticleRule;
}

/** Whether an article of a source is one that is stored, put up at another address. */
export type SameArticleRule = (stored: ArticleDraft, observed: ArticleDraft) => boolean;

/** The digests of a view's fields. */
export type FieldDigests = Readonly<Record<string, string>>;

/** What is stored of an article, as the rule of revisions asks for it. */
export interface StoredArticle {
  readonly fields: FieldDigests;
  readonly isWithdrawn: boolean;
  readonly draft: ArticleDraft;
  /** What each view showed when it was last seen; absent for an article from before that was kept. */
  readonly views?: Readonly<Record<string, FieldDigests>>;
}

/** An observation of an article. */
export interface Observation extends Pick<Sketch, 'fields' | 'view' | 'correction'> {
  readonly draft: ArticleDraft;
}

/** A new revision of an article. */
export interface Revision {
  /** The fields that differ, in the record's order. */
  readonly changed: readonly string[];
  readonly changes: readonly Change[];
  /** The fields and the draft as they stand now: what the observation lacks is kept. */
  readonly fields: FieldDigests;
  readonly draft: ArticleDraft;
}

/** Whether an observation makes a revision, and of what; undefined where nothing changed. */
export type RevisionRule = (before: StoredArticle, after: Observation) => Revision | undefined;

/** What the story decision needs of a text: small, of bounded size, and never reversible to it. */
export interface StorySketch {
  /** Digest of the keys of headline and body: equal texts are equal here. */
  readonly exact: string;
  /** Words of the body. */
  readonly words: number;
  /** The index entries of the text: the smallest shingle hashes, unsigned 32 bits. */
  readonly bands: readonly number[];
  /** Under how many of them, those of templates left out, it is kept and looked for. */
  readonly used: number;
  /** What texts are compared by, packed in a fixed size (src/line/dedupe/sketch-layout.ts). */
  readonly slot: Uint8Array;
  /** The name of the agency that the text credits; empty for none. */
  readonly agency: string;
  /** The rule by which the text joins a story, or opens one. */
  readonly join: StoryRule;
}

/** A record as its story remembers it. */
export interface StoryMember {
  readonly id: string;
  /** The number of the text it is compared by: its own, or one that is nearly the same. */
  readonly text: number;
  /** Publication in Unix seconds; 0 where it is not known. */
  readonly time: number;
  readonly isAgency: boolean;
  /** 16-bit hashes of its source's name and of whom it credits; 0 for none. */
  readonly byline: number;
  readonly credit: number;
  /** The name that it credits, where that is an agency. */
  readonly agency: string;
  readonly story: Story;
}

/** A story with the texts that it has become: few, each unlike the others, and never a sum of them. */
export interface StoryState {
  readonly id: string;
  readonly texts: readonly number[];
  /** In the order in which they were met; the newest where there are many. */
  readonly members: readonly StoryMember[];
}

/** A story that shares index entries with a text. */
export interface StoryCandidate {
  /** The number of its first text, by which the store knows the story. */
  readonly number: number;
  /** Id of its first record, and the agency that it credits. */
  readonly id: string;
  readonly agency: string;
  /** Absent where the story is that one record. */
  readonly state?: StoryState;
  /** The slots of its texts, by their numbers. */
  readonly slots: ReadonlyMap<number, Uint8Array>;
}

/** A record that is decided about. */
export interface StoryEntry {
  readonly id: string;
  readonly slot: Uint8Array;
  /** The name that it credits, where that is an agency; empty for none. */
  readonly agency: string;
}

/** Stands for the number that the store gives to the new text. */
export const NEW_TEXT = 0;

/** What becomes of the stories when a record joins. */
export interface StoryChange {
  readonly story: Story;
  /** The story that it joins; absent where it opens one. */
  readonly joins?: number;
  /** Stories that are one with it, as the new text shows. */
  readonly merged: readonly number[];
  readonly state: StoryState;
  /** Whether the text is kept beside those of the story. */
  readonly isKept: boolean;
  /** Earlier members whose place in the story is another now. */
  readonly revised: readonly { readonly id: string; readonly story: Story }[];
}

/** The rule of stories: pure, and the same for the store in Redis and the one in memory. */
export type StoryRule = (entry: StoryEntry, candidates: readonly StoryCandidate[]) => StoryChange;
