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
  if (!ROW.test(element.name) && !isNamedRow(element)) return false;
  const parts = partsOf(element);
  if (!parts || parts.length < 2 || parts.length > MAX_PARTS) return false;
  // Unstyled parts beside a link are a row; alone they are pieces of words from a word processor.
  const linked = parts.some(({ name }) => name === 'a');
  const styled = parts.every(({ name, attribs }) => attribs.class !== undefined || name === 'time');
  return (linked || styled) && parts.every(isPart);
}

/** Classes of a paragraph that is such a row: `<p class="meta"><span class="by">…`. */
const ROW_CLASS =
  /(?:^|[\s_-])(?:meta|byline|by-?line|author|submitted|info|details|infos)(?:$|[\s_-])/i;

const isNamedRow = ({ name, attribs }: Element): boolean =>
  name === 'p' && ROW_CLASS.test(attribs.class ?? '');

/** The inline children beside pictures; undefined where text or another element stands there. */
function partsOf({ children }: Element): readonly Element[] | undefined {
  const parts: Element[] = [];
  for (const child of children) {
    if (isText(child) ? child.data.trim() !== '' : isTag(child) && !isInline(child))
      return undefined;
    if (isTag(child) && child.name !== 'img') parts.push(child);
  }
  return parts;
}

const isInline = ({ name }: Element): boolean => name === 'img' || INLINE.has(name);

function isPart(element: Element): boolean {
  const text = firstText(element).trim();
  return text.length <= MAX_LENGTH && !/^[\d٠-٩]{4}$/.test(text) && !isMonth(text);
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
