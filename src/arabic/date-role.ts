import type { CalendarDate } from './calendar-date.ts';
import { type DateToken, dateTokens } from './date-token.ts';

/** Which event of an article a date is of. */
export type DateRole = 'published' | 'modified';

/** A date with what its label says that it is of. */
export interface LabelledDate {
  readonly date: CalendarDate;
  readonly role: DateRole;
  /** What a word right before it says; undefined where none does. */
  readonly label: DateRole | undefined;
}

/** Words that say which event a date is of, folded. */
const UPDATED =
  /^(?:ال|ب|و)?(?:تحديث|تعديل|تحيين|محدث|حدث|معدل|عدل)|^(?:(?:last)?updated?|(?:last)?modified|modifie|mis|maj|aktualisiert|geandert|aktualisierung|aggiornato|actualizado|edited|reviewed)$/u;
const PUBLISHED =
  /^(?:ال|و)?(?:نشر|نشرت|منشور|كتب|اضيف|اضيفت)|^(?:published|posted|publie|ligne|publication|submitted|veroffentlicht|veroffentlichung|erschienen|erstellt|publiziert|datum|date|gespeichert|pubblicato|publicado|publicada|gepubliceerd|geplaatst)$/u;

/** True for a folded word that labels an update. */
export const isUpdateLabel = (word: string): boolean => UPDATED.test(word);

/** What the nearest label before a token says; undefined where none stands there. */
export function findLabelBefore(
  tokens: readonly DateToken[],
  { from, after }: { from: number; after: number },
): DateRole | undefined {
  for (let at = from - 1; at >= after; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (UPDATED.test(token.text)) return 'modified';
    if (PUBLISHED.test(token.text)) return 'published';
  }
  return undefined;
}

/** Words of a label that reach a date: `نشر بتاريخ يوم الخميس`, `Publié le jeudi`. */
const LABEL_REACH = 5;

/** What the last words of a text that stands right before a date say that it is of. */
export function labelOf(text: string): DateRole | undefined {
  const tokens = dateTokens(text);
  return findLabelBefore(tokens, {
    from: tokens.length,
    after: Math.max(0, tokens.length - LABEL_REACH),
  });
}

/**
 * Of several dates the one labelled as publication, else the first that no label calls an update;
 * a Gregorian one before the Hijri one of the same day.
 */
export function chooseLabelled(
  dates: readonly CalendarDate[],
  tokens: readonly DateToken[],
): LabelledDate | undefined {
  const labelled = dates.map((date, index) => {
    const after = dates[index - 1]?.to ?? 0;
    const label = findLabelBefore(tokens, { from: date.from, after });
    const rank = label === 'published' ? 0 : label === undefined ? 2 : 4;
    return { date, label, rank: rank + (date.calendar === 'gregory' ? 0 : 1) };
  });
  const best = labelled.reduce<(typeof labelled)[number] | undefined>(
    (first, one) => (first && first.rank <= one.rank ? first : one),
    undefined,
  );
  if (!best) return undefined;
  // The Gregorian half of a double date stands behind the Hijri one, and so behind its label.
  const inherited = best.date.calendar === 'gregory' ? labelled[0]?.label : undefined;
  const role = best.label ?? inherited;
  const isNear = role === 'modified' || isLabelledNear(best.date, tokens);
  return { date: best.date, role: role ?? 'published', label: isNear ? role : undefined };
}

/** A verb at the start of a sentence is no label: `نشرت نسخة من المقال في الطبعة الورقية يوم …`. */
function isLabelledNear({ from }: CalendarDate, tokens: readonly DateToken[]): boolean {
  const after = Math.max(0, from - LABEL_REACH);
  return findLabelBefore(tokens, { from, after }) === 'published';
}
