import { type Element, isTag, isText } from 'domhandler';
import { INLINE } from './element-kinds.ts';
import { isMonth } from './month-name.ts';

/** Most parts of a row, and the longest of them in UTF-16 units: author, date, count, section. */
const MAX_PARTS = 8;
const MAX_LENGTH = 60;

/** Elements that style sheets set side by side: nothing but styled inline parts stands in them. */
const ROW = /^(?:div|header|section|footer)$/;

/**
 * True for an element whose inline children are parts of their own: `<span class="by">فلان</span>
 * <span class="on">2026/02/12</span>` shows a gap where the source has none. Parts of one date
 * (`17`, `نوفمبر`, `2026`) stay together.
 */
export function isMetaRow(element: Element): boolean {
  if (!ROW.test(element.name)) return false;
  let parts = 0;
  for (const child of element.children) {
    if (isText(child)) {
      if (child.data.trim() !== '') return false;
      continue;
    }
    if (!isTag(child)) continue;
    if (!INLINE.has(child.name) || parts === MAX_PARTS) return false;
    if (child.attribs.class === undefined && child.name !== 'time') return false;
    const text = firstText(child).trim();
    if (text.length > MAX_LENGTH || /^[\d٠-٩]{4}$/.test(text) || isMonth(text)) return false;
    parts += 1;
  }
  return parts > 1;
}

/** The first text inside: parts of a row hold one. */
function firstText(element: Element): string {
  for (const child of element.children) {
    if (isText(child) && child.data.trim() !== '') return child.data;
    const inner = isTag(child) ? firstText(child) : '';
    if (inner !== '') return inner;
  }
  return '';
}
