import type { Element } from 'domhandler';
import { parseDate } from '../../arabic/date.ts';
import { labelOf } from '../../arabic/date-role.ts';
import type { DateText } from '../../record/reading.ts';
import { isBareDate } from './bare-date.ts';
import { namesDate, roleOf } from './date-names.ts';
import { type DatePart, type DatePlace, partOf } from './date-place.ts';
import type { Document } from './document.ts';
import type { PageFacts } from './page-facts.ts';
import { scriptDate } from './script-date.ts';

/** How far a `time` element is trusted, by the part of the page that it stands in. */
const TIME_TRUST: Readonly<Record<DatePart, number>> = {
  head: 0.8,
  above: 0.6,
  // An embedded post, an entry of a live blog, a comment.
  text: 0.2,
  below: 0.25,
};

/** What a word before it, or a class that names a date, adds there. */
const NAMED_TRUST: Readonly<Record<DatePart, number>> = {
  head: 0.85,
  above: 0.7,
  text: 0.25,
  below: 0.6,
};

/** Dates that elements state for programs: microdata, RDFa, `time`, `data-seconds`. */
export function markedDates({ document }: PageFacts, place: DatePlace): DateText[] {
  return document.marked.flatMap(({ element, block }) => {
    const { itemprop, property, datetime, content, title, class: names = '' } = element.attribs;
    const name = `${itemprop ?? ''} ${property ?? ''}`;
    const text = datetime ?? content ?? title;
    const isDate = /date(?:Published|Modified|Updated?|Created)|dc:(?:date|created)/i.test(name);
    const part = partOf(document, block, place);
    if (element.name !== 'meta' && !part) return [];
    const role = roleOf(`${name} ${names}`);
    if (isDate && text) return [{ role, text, from: 'microdata', confidence: 0.9 }];
    const label = part && labelAt(document, element, block);
    const shown = part && timeOf(element, { part, label });
    return shown ? [{ role: label ?? role, ...shown }] : secondsDate(element, label ?? role);
  });
}

/** What `datetime` states, or the title of an element that shows an age: `منذ 9 أيام`. */
function timeOf(
  { attribs: { datetime, title, itemprop, class: names = '' } }: Element,
  { part, label }: { readonly part: DatePart; readonly label: DateText['role'] | undefined },
): Omit<DateText, 'role'> | undefined {
  const isNamed = label !== undefined || namesDate(names);
  if (datetime)
    return {
      text: datetime,
      from: 'time',
      confidence: (isNamed ? NAMED_TRUST : TIME_TRUST)[part],
    };
  if (!title || itemprop !== undefined || !isBareDate(title)) return undefined;
  return { text: title, from: 'time', confidence: TIME_TRUST[part] };
}

/** What the page keeps for its script, in `data-seconds` and others: named as that one. */
function secondsDate(element: Element, role: DateText['role']): DateText[] {
  const text = scriptDate(element);
  return text === undefined ? [] : [{ role, text, from: 'data-seconds', confidence: 0.75 }];
}

/** Text right before an element that may label it, in UTF-16 units. */
const LABEL_LENGTH = 60;

/** Most words of a label, or a name and a label, that stand in an element of their own. */
const LABEL_WORDS = 6;

/** What the words before an element say that its date is of, in its block or in the one before. */
function labelAt(
  { blocks }: Document,
  element: Element,
  block: number,
): DateText['role'] | undefined {
  const line = blocks[block]?.text ?? '';
  const own = textOf(element);
  // `<time datetime="…">آخر تحديث: 21 نوفمبر</time>`: the label stands in the element.
  const within = parseDate(own, {})?.label;
  if (within) return within;
  const at = own === '' ? -1 : line.indexOf(own);
  if (at > 0) return labelOf(line.slice(0, at).slice(-LABEL_LENGTH));
  // An element whose class says what it holds begins a block of its own behind that line.
  const isNext = at < 0 && (blocks[block + 1]?.text ?? '').includes(own);
  const before = isNext ? line : (blocks[block - 1]?.text ?? '');
  return before.split(' ').length > LABEL_WORDS ? undefined : labelOf(before);
}

/** The first text of an element, white space collapsed. */
function textOf({ children }: Element): string {
  const first = children.find((node) => node.type === 'text' && node.data.trim() !== '');
  return first?.type === 'text' ? first.data.replace(/\s+/gu, ' ').trim() : '';
}
