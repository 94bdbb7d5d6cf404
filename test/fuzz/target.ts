/** What is fuzzed: one public function that reads what others wrote, and what must hold of it. */
export interface FuzzTarget {
  /** Of the files in which findings are kept. */
  readonly extension: string;
  /** Small inputs that mutations begin from. */
  readonly corpus: () => readonly string[] | Promise<readonly string[]>;
  /** What the form is made of: tags, lines, parameters, words. Global, never empty matches. */
  readonly token: RegExp;
  /** Pieces that are put in: the form's own words, and what breaks readers of it. */
  readonly pieces: readonly string[];
  /** False where the function takes text: its bytes are UTF-8 always. */
  readonly isEncoded: boolean;
  /** Processor time that a thousand bytes may take, ms. */
  readonly msPerKilobyte: number;
  /**
   * Runs the function.
   * @returns what does not hold, in a sentence whose words before the first colon name the kind
   * @throws what the function throws beside its own refusals: a finding too
   */
  readonly check: (input: Buffer) => string | undefined | Promise<string | undefined>;
  readonly close?: () => Promise<void>;
}

/** Processor time that any input may take beside what its size allows, ms: a first call compiles. */
const ANY_INPUT_MS = 300;

/** Processor time that an input of a size may take, ms. */
export const limitMs = ({ msPerKilobyte }: FuzzTarget, bytes: number): number =>
  ANY_INPUT_MS + (bytes / 1000) * msPerKilobyte;
