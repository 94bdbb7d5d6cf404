import { keyTokens, matchKey } from '../../arabic/key.ts';
import { isByForm } from './form-words.ts';
import { wordHash } from './hash.ts';
import { numbersOf } from './numbers.ts';
import { shingles } from './shingles.ts';
import { isTelling } from './story-words.ts';

/** What of an article counts for which story it tells. */
export interface StoryInput {
  readonly headline: string;
  readonly articleBody: string;
  /** ISO 8601: publication, or when its link was first met; empty where neither is known. */
  readonly date: string;
  /** Name of the source. */
  readonly source: string;
  /** Whom the text credits, where not its own newsroom. */
  readonly credit?: readonly { readonly name: string; readonly kind?: string }[] | undefined;
  /** The match key, where the caller remembers keys. */
  readonly key?: (text: string) => string;
}

/** A text taken apart into hashes. */
export interface StoryText {
  readonly headlineKey: string;
  readonly bodyKey: string;
  /** Words of the body. */
  readonly words: number;
  readonly shingles: readonly number[];
  /** The words that can tell stories apart, of headline and body. */
  readonly telling: ReadonlySet<number>;
  /** Those that headline and body share: whom and what the text is about. */
  readonly subject: readonly number[];
  /** The numbers in order, and the places they stand in: hashes of the words beside them. */
  readonly numbers: readonly number[];
  readonly places: readonly number[];
  readonly isForm: boolean;
}

/**
 * The longest body that is taken apart, in UTF-16 units: some 15,000 words. What follows is the
 * same in copies of the rest.
 */
const LONGEST = 100_000;

/** Takes an article apart. */
export function storyText({ headline, articleBody, key = matchKey }: StoryInput): StoryText {
  const body = articleBody.slice(0, LONGEST);
  const headlineKey = key(headline);
  const bodyKey = key(body);
  const bodyWords = keyTokens(bodyKey);
  const headlineTelling = keyTokens(headlineKey).filter(isTelling).map(wordHash);
  const hashes = bodyWords.map(wordHash);
  const bodyTelling = hashes.filter((_, index) => isTelling(bodyWords[index] ?? ''));
  const numbers = numbersOf(body);
  const inBody = new Set(bodyTelling);
  const shared = headlineTelling.filter((hash) => inBody.has(hash));
  return {
    headlineKey,
    bodyKey,
    words: bodyWords.length,
    shingles: shingles(hashes),
    telling: new Set([...headlineTelling, ...bodyTelling]),
    subject: [...new Set(shared)],
    numbers: numbers.map(({ value }) => wordHash(value)),
    places: numbers.map(({ before, after }) => wordHash(`${before} ${after}`)),
    isForm: isByForm(bodyWords),
  };
}
