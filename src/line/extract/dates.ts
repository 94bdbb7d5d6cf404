import type { DateText } from '../../record/reading.ts';
import { markedDates } from './date-marked.ts';
import type { DatePlace } from './date-place.ts';
import { visibleDates } from './date-visible.ts';
import { findGiven, givenTexts } from './given.ts';
import { textIn } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';

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

/** Longest text of a visible date, in UTF-16 units: weekday, Hijri and Gregorian date, time. */
const MAX_LENGTH = 120;

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

/** A day in the path that is written day first, where it can be no month: `/20-11-2026/`. */
const URL_DAY_FIRST = /\/(1[3-9]|2\d|3[01])[/-](0?[1-9]|1[0-2])[/-]((?:19|20)\d\d)(?=\/|$)/;

/** A day in the path: `/2024/5/13/`, `/2024-05-13/`, `/20240513/`. */
const URL_DAY =
  /\/((?:19|20)\d\d)(?:[/-](\d{1,2})[/-](\d{1,2})(?=\/|-|_|$)|(0[1-9]|1[0-2])([0-3]\d)(?=\/))/;

function urlDate(url: string): DateText[] {
  const turned = URL_DAY_FIRST.exec(url);
  const match = turned ? ['', turned[3], turned[2], turned[1]] : URL_DAY.exec(url);
  if (!match) return [];
  const [, year] = match;
  const month = match[2] ?? match[4] ?? '';
  const day = match[3] ?? match[5] ?? '';
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return [{ role: 'published', text, from: 'url', confidence: 0.5 }];
}
