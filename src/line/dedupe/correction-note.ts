/**
 * The words that open a newsroom's own note of a correction. They count only where they open a
 * line (or stand in brackets before the headline): «التصحيح اللغوي» in running text is no note.
 */
const MARKS = [
  'تصحيح', // correction
  'تنويه', // notice
  'تنبيه', // notice
  'استدراك', // rectification
  'توضيح', // clarification
  'اعتذار', // apology
  'محدث', // updated
  'محدَّث',
  'تحديث', // update
] as const;

/** One of these words, followed by a colon, dash, bracket or bar, and never by another word. */
const NOTE = new RegExp(
  `^[\\s([«*-]{0,4}(?:${MARKS.join('|')})\\s{0,2}(?:[:：|)\\]»–—-]|\\.{2,3})`,
  'u',
);

/** The longest note that is quoted, in UTF-16 units. */
const NOTE_LENGTH = 300;

/** The line in which the newsroom states a correction, in headline or body, if there is one. */
export function correctionNote(headline: string, articleBody: string): string | undefined {
  if (NOTE.test(headline)) return headline.slice(0, NOTE_LENGTH);
  const note = articleBody.split('\n').find((paragraph) => NOTE.test(paragraph));
  return note?.slice(0, NOTE_LENGTH);
}
