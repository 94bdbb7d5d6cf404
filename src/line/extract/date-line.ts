import { parseDate } from '../../arabic/date.ts';

/** Longest line of date, time, zone, place and section, in words. */
const MAX_WORDS = 18;

/** The same with a label, of publication and of an update. */
const MAX_LABELLED = 26;

/** True for a line that holds a date and no sentence: `الثلاثاء 5 مايو 2026 / السهل - رويترز`. */
export function isDateLine(text: string): boolean {
  if (!/[\d٠-٩۰-۹]/.test(text) || /[.؟!]["”»)]?$/.test(text)) return false;
  const words = text.split(' ').length;
  if (words > MAX_LABELLED) return false;
  const date = parseDate(text, {});
  return date !== undefined && (words <= MAX_WORDS || date.label !== undefined);
}
