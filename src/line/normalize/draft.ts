import { displayText } from '../../arabic/display.ts';
import { rfc3339 } from '../../arabic/instant.ts';
import { findLanguage } from '../../arabic/language.ts';
import { repairMojibake } from '../../arabic/mojibake.ts';
import { countWords } from '../../arabic/words.ts';
import { type ArticleDraft, SCHEMA_VERSION } from '../../record/article.ts';
import type { Evidence, Found } from '../../record/evidence.ts';
import type { Page } from '../../record/fetched-page.ts';
import { normalizeFields, READ_FIELDS } from '../../record/fields.ts';
import type { Reading } from '../../record/reading.ts';
import { type ChosenDates, chooseDates, type DateValue } from './article-dates.ts';
import { articleId } from './article-id.ts';
import { choosePageUrl } from './page-url.ts';
import { dateContext, datesOf, type SourceFacts, type VisitContext } from './visit-dates.ts';

/** What of the answer goes into the record. */
type PageFacts = Pick<Page, 'url' | 'requestedUrl' | 'at' | 'via' | 'status' | 'bytes' | 'ms'> &
  Partial<Pick<Page, 'archive' | 'robots' | 'optOut'>>;

/** What is known of an article beside the page's own words. */
export interface DraftContext extends VisitContext {
  readonly page: PageFacts;
}

/** Brings what was read off a page to the record's form: texts, dates, URLs and language in one way. */
export function normalize(reading: Reading, context: DraftContext): ArticleDraft {
  const { source, link, page } = context;
  const address = choosePageUrl(reading.canonical, page.url);
  const { url, identity } = address.value;
  const others = [page.url, page.requestedUrl, link.url, ...address.others, ...reading.otherUrls];
  const dates = chooseDates(datesOf(reading, context), dateContext(context));
  const fields = normalizeFields(reading, { prose, label });
  const { articleBody = '' } = fields;
  return {
    schemaVersion: SCHEMA_VERSION,
    id: articleId(source.id, identity),
    source: sourceNote(source),
    url,
    otherUrls: [...new Set(others)].filter((other) => other !== url),
    ...fields,
    headline: fields.headline ?? label(link.title ?? url),
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

function sourceNote({ id, name, country, homepage, language, tags = [] }: SourceFacts) {
  return {
    id,
    name: label(name),
    ...(country ? { country } : {}),
    homepage,
    ...(language ? { language } : {}),
    ...(tags.length > 0 ? { tags } : {}),
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

/** To the second: no newsroom states more. */
const zoned = ({ instant, zone }: DateValue): string => rfc3339(instant, zone);

/** What the page, its header and the site's robots.txt say; the line that says it, the page's first. */
function rightsOf({ rights }: Reading, { optOut, robots }: PageFacts): ArticleDraft['rights'] {
  const { aiOptOut, paywalled, line, noindex, noarchive } = rights;
  const isOut = aiOptOut || optOut !== undefined;
  return {
    robots: robots ?? 'allowed',
    aiOptOut: isOut,
    paywalled,
    robotsLine: line ?? optOut?.line ?? null,
    ...(noindex ? { noindex } : {}),
    ...(noarchive ? { noarchive } : {}),
  };
}

/** A wrong date is worse than none. */
const NO_DATE: Evidence = { from: 'none', confidence: 0, note: 'no date that is certain' };

function evidenceOf(
  reading: Reading,
  { dates, url }: { dates: ChosenDates; url: Evidence },
): Record<string, Evidence> {
  const named: Record<string, Found<unknown> | undefined> = {
    ...Object.fromEntries(READ_FIELDS.map((name) => [name, reading[name]])),
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
