import type { RemovalRule } from './removal-rule.ts';

/** A time alone, or the zone it is in: `21:20`, `09:05 ص`, `(توقيت مكة)`, `بتوقيت غرينتش`. */
const CLOCK =
  /^\(?\s*(?:[\d٠-٩]{1,2}[:.][\d٠-٩]{2}\s*(?:[صم]|صباحا|مساء|am|pm)?|ب?توقيت\s\p{L}+(?:\s\p{L}+)?)\s*\)?$/iu;

/** How long ago something else was posted: `منذ 3 ساعات`, `قبل يومين`. */
const AGO =
  /^(?:منذ|قبل)\s+(?:[\d٠-٩]{1,3}\s+)?(?:ساعة|ساعات|ساعتين|دقيقة|دقائق|دقيقتين|يوم|يومين|أيام|أسبوع|أسبوعين|أسابيع|شهر|شهرين|أشهر)$/u;

/** Longest such line, in words. */
const MAX_WORDS = 3;

/** The time of an entry of a live page; in a table or list a time is of the text. */
export const clockReason: RemovalRule = ({ block }) => {
  if (block.words > MAX_WORDS || /^(?:td|th|li)$/.test(block.tag)) return undefined;
  return CLOCK.test(block.text) || AGO.test(block.text) ? 'the time of an entry' : undefined;
};
