import { parseFeedDate } from '../../line/discover/feed/date-text.ts';
import { type ClockOffset, clockOffsets, type Home, readHome } from '../../line/discover/survey.ts';
import { readArticle } from '../../line/extract/article.ts';
import { chooseCrawler } from '../../line/extract/crawler-choice.ts';
import { parseDocument } from '../../line/extract/document.ts';
import type { ArticleDraft } from '../../record/article.ts';
import type { Page } from '../../record/fetched-page.ts';
import type { Link } from '../../record/link.ts';
import type { SelectorMatches } from '../../record/named-selectors.ts';
import type { NoArticle, Reading } from '../../record/reading.ts';
import type { Source } from '../../source.ts';
import { isNoArticle, type PageWork, readPage } from '../read-page.ts';
import { failure, type TrialError } from './trial.ts';

/** One page that was read to see what a source's articles give. */
export interface Sample {
  readonly url: string;
  readonly draft?: ArticleDraft;
  /** Why it holds no article. */
  readonly skipped?: NoArticle;
  readonly error?: TrialError;
  readonly via?: Page['via'];
  /** Which selectors of the source's file found something. */
  readonly selectors?: SelectorMatches;
  /** The family of the page's markup: the name of the crawler that knows it. */
  readonly family?: string;
  /** What the page says of its site. */
  readonly site?: Home;
  /** How far the site's clock is from UTC, by the dates of the page and its link. */
  readonly offsets?: readonly ClockOffset[];
}

/** What reading samples works with. */
export interface SampleWork {
  readonly source: Source;
  readonly deps: PageWork['deps'];
}

/** Reads the page of a link as its job would. @throws StateError where Redis is away */
export async function readSample(link: Link, { source, deps }: SampleWork): Promise<Sample> {
  const { url } = link;
  try {
    const { page, found, selectors } = await readPage(link, source, { deps });
    const matches = selectors ? { selectors } : {};
    const about = { url, via: page.via, ...matches, ...makeOf(page, link, { source, deps }) };
    return isNoArticle(found) ? { ...about, skipped: found } : { ...about, draft: found };
  } catch (error) {
    return { url, error: failure(error).error };
  }
}

function makeOf(
  page: Page,
  link: Link,
  { source, deps: { crawlers, now } }: SampleWork,
): Pick<Sample, 'family' | 'site' | 'offsets'> {
  const document = parseDocument(page.chunks ?? page.text, page.url);
  const context = { source: { ...source, crawler: 'auto' }, crawlers, link, fetchedAt: page.at };
  const crawler = chooseCrawler(document, context);
  const reading = readArticle(document, context);
  const offsets = reading.kind === 'article' ? offsetsOf(reading, link, now()) : [];
  const site = readHome(page.text, page);
  return { ...(crawler ? { family: crawler.name } : {}), site, offsets };
}

/** The dates of the page beside that of its route. */
function offsetsOf({ dates }: Reading, { published, route }: Link, now: Date): ClockOffset[] {
  const ofRoute = published
    ? [{ role: 'published' as const, text: published, from: route.kind, confidence: 1 }]
    : [];
  return clockOffsets([...dates, ...ofRoute], now);
}

/** The links of a route that a sample takes: the newest by their dates, else the first. */
export function chooseSample(links: readonly Link[], most: number): Link[] {
  const timeOf = ({ published }: Link): number => Date.parse(parseFeedDate(published) ?? '') || 0;
  return links.toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, most);
}
