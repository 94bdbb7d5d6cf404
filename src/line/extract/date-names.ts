import type { DateText } from '../../record/reading.ts';
import type { Document } from './document.ts';
import { INLINE } from './element-kinds.ts';
import type { Block } from './region.ts';

/** Words of a class that names a date, and that it is the later change. */
const DATE_CLASS = /date|time|publish|submitted|datum|tarih|fecha|تاريخ/i;
const MODIFIED_CLASS = /modif|updat/i;
const PUBLISHED_CLASS = /publish/i;

/** hAtom asks for `updated` on the one date that a post has: `entry-date updated`. */
const ONE_DATE = /(?:^|\s)updated(?=\s|$)/i;

/** True where a class says that its element holds a date. */
export const namesDate = (names: string): boolean => DATE_CLASS.test(names);

/** WordPress marks a post that was never changed as both: published and updated. */
export function roleOf(names: string): DateText['role'] {
  const others = names.replace(ONE_DATE, ' ');
  const isOnlyDate = others !== names && DATE_CLASS.test(others) && !MODIFIED_CLASS.test(others);
  const isModified = MODIFIED_CLASS.test(names) && !PUBLISHED_CLASS.test(names);
  return isModified && !isOnlyDate ? 'modified' : 'published';
}

/** Class of the element that holds a block, and its name where it is of the page's own make: `<story-time>`. */
export function namesAround({ regions }: Document, block: Block): string {
  const own = regions[block.region];
  const named = own?.element.name.includes('-') ? own.element.name : '';
  const names = `${own?.element.attribs.class ?? ''} ${named}`;
  if (!own || !INLINE.has(own.element.name)) return names;
  return `${names} ${regions[own.parent]?.element.attribs.class ?? ''}`;
}
