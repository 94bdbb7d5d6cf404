import { displayText } from '../../arabic/display.ts';
import { rfc3339 } from '../../arabic/instant.ts';
import { findLanguage } from '../../arabic/language.ts';
import { repairMojibake } from '../../arabic/mojibake.ts';
import { countWords } from '../../arabic/words.ts';
import { type ArticleDraft, SCHEMA_VERSION } from '../../record/article.ts';
import type { Evidence, Found } from '../../record/evidence.ts';
import type { Page } from '../../record/page.ts';
import type { Reading } from '../../record/reading.ts';
import type { Source } from '../../record/source.ts';
import { articleId } from './article-id.ts';
import { choosePageUrl } from './page-url.ts';
import { type ChosenDates, chooseDates, type DateValue } from './published.ts';
import { dateContext, datesOf, type VisitContext } from './visit-dates.ts';

/** What is known of an article beside the page's own words. */
export interface DraftContext extends VisitContext {
  readonly page: Page;
}

/** Brings what was read off a page to the record's form: texts, dates, URLs and language in one way. */
export function normalize(reading: Reading, context: DraftContext): ArticleDraft {
  const { source, link, page } = context;
  const address = choosePageUrl(reading.canonical, page.url);
  const { url, identity } = address.value;
  const others = [page.url, page.requestedUrl, link.url, ...address.others, ...reading.otherUrls];
  const dates = chooseDates(datesOf(reading, link), dateContext(context));
  const articleBody = (reading.body?.value ?? []).map(prose).join('\n\n');
  return {
    schemaVersion: SCHEMA_VERSION,
    id: articleId(source.id, identity),
    source: sourceNote(source),
    url,
    otherUrls: [...new Set(others)].filter((other) => other !== url),
    headline: label(reading.headline?.value ?? link.title ?? url),
    ...textFields(reading),
    articleBody,
    wordCount: countWords(articleBody),
    ...languageOf(reading, articleBody),
    ...dateFields(dates),
    dateFirstSeen: link.firstSeen,
    rights: rightsOf(reading, page),
    evidence: evidenceOf(reading, { dates, url: address.evidence }),
    fetch: fetchNote(context),
  };
}

const prose = (text: string): string => displayText(repairMojibake(text).text);

const label = (text: string): string => displayText(repairMojibake(text).text, { label: true });

function sourceNote({ id, name, country, homepage }: Source) {
  return { id, name: label(name), ...(country ? { country } : {}), homepage };
}

/** The fields that are words: absent where nothing was found. */
function textFields(reading: Reading) {
  const { description, author, credit, dateline, articleSection, keywords, image } = reading;
  return {
    ...(description ? { description: prose(description.value) } : {}),
    ...(author ? { author: author.value.map((name) => ({ name: label(name) })) } : {}),
    ...(credit
      ? { credit: credit.value.map(({ name, kind }) => ({ name: label(name), kind })) }
      : {}),
    ...(dateline ? { dateline: label(dateline.value) } : {}),
    ...(articleSection ? { articleSection: articleSection.value.map(label) } : {}),
    ...(keywords ? { keywords: keywords.value.map(label) } : {}),
    ...(image ? { image: image.value } : {}),
  };
}

function languageOf(reading: Reading, body: string): { inLanguage?: string } {
  const tag = reading.inLanguage?.value ?? findLanguage(body)?.tag;
  return tag ? { inLanguage: tag } : {};
}

function dateFields({ published, modified }: ChosenDates) {
  return {
    ...(published
      ? {
          datePublished: zoned(published.value),
          datePrecision: published.value.precision,
        }
      : {}),
    ...(modified ? { dateModified: zoned(modified.value) } : {}),
  };
}

/** To the second: no newsroom's clock is finer. */
const zoned = ({ instant, zone }: DateValue): string => rfc3339(instant, zone);

/** What the page, its header and the site's robots.txt say; the line that says it, the page's first. */
function rightsOf({ rights }: Reading, { optOut, robots }: Page): ArticleDraft['rights'] {
  const { aiOptOut, paywalled, line } = rights;
  const isOut = aiOptOut || optOut !== undefined;
  return {
    robots: robots ?? 'allowed',
    aiOptOut: isOut,
    paywalled,
    robotsLine: line ?? optOut?.line ?? null,
  };
}

/** A wrong date is worse than none. */
const NO_DATE: Evidence = { from: 'none', confidence: 0, note: 'no date that is certain' };

function evidenceOf(
  reading: Reading,
  { dates, url }: { dates: ChosenDates; url: Evidence },
): Record<string, Evidence> {
  const named: Record<string, Found<unknown> | undefined> = {
    headline: reading.headline,
    description: reading.description,
    articleBody: reading.body,
    author: reading.author,
    credit: reading.credit,
    dateline: reading.dateline,
    articleSection: reading.articleSection,
    keywords: reading.keywords,
    image: reading.image,
    inLanguage: reading.inLanguage,
    datePublished: dates.published,
    dateModified: dates.modified,
  };
  const entries = Object.entries(named).flatMap(([field, value]) =>
    value ? [[field, value.evidence] as const] : [],
  );
  const evidence: Record<string, Evidence> = { ...Object.fromEntries(entries), url };
  const { published, modified } = dates.refused;
  evidence.datePublished ??= published ?? NO_DATE;
  if (modified) evidence.dateModified ??= modified;
  return evidence;
}

function fetchNote({ link, page }: DraftContext): ArticleDraft['fetch'] {
  const { at, via, status, bytes, ms, archive } = page;
  return { visit: link.visit, at, via, status, bytes, ms, ...(archive ? { archive } : {}) };
}
