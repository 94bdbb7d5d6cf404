import { matchKey } from '../../arabic/key.ts';
import { isMonth } from './month-name.ts';

/** Words that stand in a date beside its numbers and its month. */
const DATE_WORDS: ReadonlySet<string> = new Set(
  'السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة سبت أحد اثنين ثلاثاء أربعاء خميس جمعة الساعة صباحا مساء ص م هـ ه الموافق في من الأول الأولى الثاني الثانية الآخر الآخرة ظهرا عصرا فجرا ليلا بتوقيت بالتوقيت المحلي مكة المكرمة القدس غرينتش gmt gst saturday sunday monday tuesday wednesday thursday friday sat sun mon tue wed thu fri am pm at samedi dimanche lundi mardi mercredi jeudi vendredi le à'
    .split(' ')
    .map(matchKey),
);

/** Longest date, in UTF-16 units: day, both calendars and time. */
const DATE_LENGTH = 60;

/** A day, with its name and its time or without, and nothing else. */
export function isBareDate(text: string): boolean {
  if (text.length > DATE_LENGTH || !/[\d٠-٩۰-۹]/.test(text)) return false;
  const words = text
    .split(/[\s,،/|:\-–—()]+/)
    .filter((word) => !/^[\d٠-٩۰-۹]*(?:h\d*|st|nd|rd|th|er)?$/.test(word));
  return words.every((word) => isMonth(word) || DATE_WORDS.has(matchKey(word)));
}
