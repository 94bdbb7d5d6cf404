/** Labels of one meaning. `opens`: a related headline may follow in the same line. */
export interface LabelPhrases {
  readonly means: string;
  readonly opens?: boolean;
  /** The line is a sentence with its full stop. */
  readonly sentence?: boolean;
  readonly phrases: readonly string[];
}
