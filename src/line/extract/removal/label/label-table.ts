import { matchKey } from '../../../../arabic/key.ts';
import { controlPhrases } from './control-phrases.ts';
import { elsewherePhrases } from './elsewhere-phrases.ts';
import { noticePhrases } from './notice-phrases.ts';

/** `الأخبار ذات الصلة` is `أخبار ذات صلة`: labels are compared without articles. */
export function labelKey(key: string): string {
  return key.replace(/(?<=^| )(و?)ال(?=\p{L}{2})/gu, '$1');
}

/** A phrase in its normalised form. */
export interface Label {
  readonly key: string;
  readonly words: number;
  readonly means: string;
  readonly opens: boolean;
  readonly sentence: boolean;
}

/**
 * What Arabic news sites print around and inside the text of an article. Matched on the
 * normalised key, so one spelling stands for all; a match needs shortness or links beside it.
 */
const PHRASES = [...elsewherePhrases, ...controlPhrases, ...noticePhrases];

const LABELS: readonly Label[] = PHRASES.flatMap(({ means, opens, sentence, phrases }) =>
  phrases.map((phrase) => {
    const key = labelKey(matchKey(phrase));
    return {
      key,
      words: key.split(' ').length,
      means,
      opens: opens ?? false,
      sentence: sentence ?? false,
    };
  }),
);

/** The first word of each label's key, so that most blocks are passed over at once. */
const BY_FIRST: ReadonlyMap<string, readonly Label[]> = groupByFirst(LABELS);

function groupByFirst(labels: readonly Label[]): Map<string, Label[]> {
  const groups = new Map<string, Label[]>();
  // Longest first: `تعليقات القراء` is more than `تعليقات` and a word.
  for (const label of [...labels].sort((a, b) => b.words - a.words)) {
    const first = label.key.split(' ')[0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), label]);
  }
  return groups;
}

/** The longest phrase that the key is or begins with; numbers at its ends are no part of it. */
export function findLabel(key: string): Label | undefined {
  const text = labelKey(key);
  const labels = BY_FIRST.get(text.split(' ')[0] ?? '') ?? [];
  return labels.find((one) => text === one.key || text.startsWith(`${one.key} `));
}

/** True where no phrase begins with the text's first word: most paragraphs, told at little cost. */
export function isNoLabel(text: string): boolean {
  const [word = ''] = matchKey(text.slice(0, text.indexOf(' ', 1) >>> 0)).split(' ');
  const first = word.includes('ال') ? labelKey(word) : word;
  return !BY_FIRST.has(first) && !/^\d*$/.test(first);
}

/** The key without the numbers around a label: `3 تحديثات جديدة`, `التعليقات (12)`. */
export function withoutNumbers(key: string): string {
  return key.replace(/^\d+ | \d+$/g, '');
}
