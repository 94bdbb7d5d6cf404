/** What a reader gave for a page. */
export interface Answer {
  readonly body: string;
  readonly headline?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly sections?: readonly string[];
  /** Confidence by field, where the reader states one. */
  readonly confidence?: Readonly<Record<string, number>>;
}

/** A reader under its name. */
export interface BenchReader {
  readonly name: string;
  readonly read: (html: string, context: ReaderContext) => Promise<Answer> | Answer;
}

/** What a reader may know beside the page. */
export interface ReaderContext {
  readonly url: string;
  readonly site: string;
  readonly zone: string;
}
