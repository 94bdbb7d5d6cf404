import { parseDate } from '../../arabic/date.ts';

/** Longest line of date, time, zone, place and section, in words. */
const MAX_WORDS = 18;

/** True for a line that holds a date and no sentence: `الثلاثاء 5 مايو 2026 / السهل - رويترز`. */
export function isDateLine(text: string): boolean {
  if (!/[\d٠-٩۰-۹]/.test(text) || /[.؟!]["”»)]?$/.test(text)) return false;
  return text.split(' ').length <= MAX_WORDS && parseDate(text, {}) !== undefined;
}
