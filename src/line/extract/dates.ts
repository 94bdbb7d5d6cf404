import type { Element } from 'domhandler';
import { parseDate } from '../../arabic/date.ts';
import type { DateText } from '../../record/reading.ts';
import type { Document } from './document.ts';
import { INLINE } from './element-kinds.ts';
import { findGiven, givenTexts } from './given.ts';
import { textIn } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';
import { BIT } from './signal.ts';

/** Most dates gathered: the choice needs the sure ones, which come first. */
const MAX_DATES = 40;

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'last-published',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'article.updated',
];

/** Words of a class that names a date, and that it is the later change. */
const DATE_CLASS = /date|time|publish|تاريخ/i;
const MODIFIED_CLASS = /modif|updat/i;
const PUBLISHED_CLASS = /publish/i;

/** WordPress marks a post that was never changed as both: published and updated. */
function roleOf(names: string): DateText['role'] {
  return MODIFIED_CLASS.test(names) && !PUBLISHED_CLASS.test(names) ? 'modified' : 'published';
}

/** How far around headline and text a visible date stands, in blocks. */
const NEAR = 8;

/** Longest text of a visible date, in UTF-16 units: weekday, Hijri and Gregorian date, time. */
const MAX_LENGTH = 120;

/** Where the article stands on the page, in blocks, and the signals that hold for each block. */
export interface DatePlace {
  readonly headline: number | undefined;
  readonly from: number;
  readonly to: number;
  readonly signals: readonly number[];
}

/** Gathers every date that may be the article's, as it stands there, the surest places first. */
export function readDates(facts: PageFacts, place: DatePlace): readonly DateText[] {
  const dates = [
    ...givenDates(facts),
    ...jsonLdDates(facts),
    ...metaDates(facts),
    ...markedDates(facts, place),
    ...visibleDates(facts, place),
    ...urlDate(facts.document.url),
  ];
  return dates.filter(({ text }) => text !== '').slice(0, MAX_DATES);
}

/** A source file's author looked at the site; a crawler's date is a visible one, often a day only. */
const GIVEN = { source: 0.96, crawler: 0.85 };

function givenDates(facts: PageFacts): DateText[] {
  return (['published', 'modified'] as const).flatMap((role) => {
    const given = findGiven<string>(facts, role === 'published' ? 'datePublished' : 'dateModified');
    if (!given) return [];
    const { from } = given;
    const confidence = from.startsWith('source:') ? GIVEN.source : GIVEN.crawler;
    return givenTexts(given)
      .slice(0, 3)
      .map((text) => ({ role, text, from, confidence }));
  });
}

function jsonLdDates({ article, webPage }: PageFacts): DateText[] {
  const sources: [string, typeof article, number][] = [
    ['jsonld', article, 0.93],
    ['jsonld page', webPage, 0.88],
  ];
  return sources.flatMap(([from, node, confidence]) => {
    const published = textIn(node?.datePublished ?? node?.dateCreated);
    const modified = textIn(node?.dateModified);
    return [
      ...(published ? [{ role: 'published' as const, text: published, from, confidence }] : []),
      ...(modified ? [{ role: 'modified' as const, text: modified, from, confidence }] : []),
    ];
  });
}

function metaDates({ metadata }: PageFacts): DateText[] {
  const of = (role: DateText['role'], names: readonly string[]): DateText[] =>
    names.flatMap((from) => {
      const text = metadata.meta.get(from)?.[0];
      // When a page was made in the system is not when it was published.
      const confidence = from.endsWith('created') ? 0.7 : 0.92;
      return text ? [{ role, text: text.slice(0, MAX_LENGTH), from, confidence }] : [];
    });
  return [...of('published', PUBLISHED_META), ...of('modified', MODIFIED_META)];
}

/** Signals of what has dates of its own: comments, other articles, the site's clock. */
const ELSEWHERE = BIT.comments | BIT.related | BIT.sidebar | BIT.nav | BIT.footer | BIT.caption;

function isNear(block: number, { headline, from, to, signals }: DatePlace): boolean {
  const start = Math.min(headline ?? from, from) - NEAR;
  return block >= start && block < to + NEAR && ((signals[block] ?? 0) & ELSEWHERE) === 0;
}

function markedDates({ document }: PageFacts, place: DatePlace): DateText[] {
  return document.marked.flatMap(({ element, block }) => {
    const { itemprop, property, datetime, content, title, class: names = '' } = element.attribs;
    const name = `${itemprop ?? ''} ${property ?? ''}`;
    const role = roleOf(`${name} ${names}`);
    const text = datetime ?? content ?? title;
    const isDate = /date(?:Published|Modified|Created)|dc:(?:date|created)/i.test(name);
    if (element.name !== 'meta' && !isNear(block, place)) return [];
    if (isDate && text) return [{ role, text, from: 'microdata', confidence: 0.9 }];
    if (datetime) return [{ role, text: datetime, from: 'time', confidence: 0.7 }];
    return secondsDate(element, role);
  });
}

/** Unix time in seconds, as BBC-like pages write it: 9 to 11 digits. */
function secondsDate(element: Element, role: DateText['role']): DateText[] {
  const seconds = element.attribs['data-seconds'] ?? '';
  if (!/^\d{9,11}$/.test(seconds)) return [];
  const text = new Date(Number(seconds) * 1000).toISOString();
  return [{ role, text, from: 'data-seconds', confidence: 0.75 }];
}

function visibleDates({ document }: PageFacts, place: DatePlace): DateText[] {
  const { from, to } = place;
  return document.blocks.flatMap((block) => {
    if (block.text.length > MAX_LENGTH || !isNear(block.index, place)) return [];
    const date = /[\d٠-٩۰-۹]/.test(block.text) ? parseDate(block.text, {}) : undefined;
    if (!date) return [];
    if (isOfOther(document, block, place)) return [];
    const names = namesAround(document, block);
    const role = roleOf(names);
    const inText = block.index > from + 2 && block.index < to - 1;
    const confidence = DATE_CLASS.test(names) ? 0.8 : inText ? 0.2 : 0.6;
    const text = date.precision === 'day' ? withClock(document, block) : block.text;
    return [{ role, text, from: 'visible', confidence }];
  });
}

/** Class of the element that holds a block; of a part of a row, the row's too. */
function namesAround({ regions }: Document, block: Block): string {
  const own = regions[block.region];
  const names = own?.element.attribs.class ?? '';
  if (!own || !INLINE.has(own.element.name)) return names;
  return `${names} ${regions[own.parent]?.element.attribs.class ?? ''}`;
}

/** Words from which a linked line is a title and no section's or author's name. */
const TITLE_WORDS = 4;

/**
 * True for the date of another article: it stands in or right behind that one's linked title. From
 * headline to text a linked line is the author's, and the date behind it is this article's.
 */
function isOfOther({ blocks }: Document, block: Block, { headline, from, to }: DatePlace): boolean {
  if (block.index >= Math.min(headline ?? from, from) && block.index < to) return false;
  if (block.linkShare > 0.5 && block.words > TITLE_WORDS * 2) return true;
  const title = blocks[block.index - 1];
  if (!title || title.index === headline || title.index < to) return false;
  return title.linkShare > 0.8 && title.words >= TITLE_WORDS;
}

/** A time alone: `19:52`, `09:14 ص`. */
const CLOCK = /^[\d٠-٩]{1,2}:[\d٠-٩]{2}(?:\s?(?:[صم]|صباحا|مساء|am|pm))?$/iu;

/** The day, and the time that systems print in an element of its own right behind or before it. */
function withClock({ blocks }: Document, { index, text }: Block): string {
  const clock = [blocks[index + 1], blocks[index - 1]].find((one) => CLOCK.test(one?.text ?? ''));
  return clock ? `${text} ${clock.text}` : text;
}

/** A day in the path: `/2024/5/13/`, `/2024-05-13/`, `/20240513`. */
const URL_DAY = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=\/|-|_|$)/;

function urlDate(url: string): DateText[] {
  const match = URL_DAY.exec(url);
  if (!match) return [];
  const [, year, month = '', day = ''] = match;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return [{ role: 'published', text, from: 'url', confidence: 0.5 }];
}
