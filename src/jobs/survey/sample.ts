import { type Home, readHome } from '../../line/discover/survey.ts';
import { chooseCrawler } from '../../line/extract/crawler-choice.ts';
import { parseDocument } from '../../line/extract/document.ts';
import type { ArticleDraft } from '../../record/article.ts';
import type { Link } from '../../record/link.ts';
import type { Page } from '../../record/page.ts';
import type { NoArticle } from '../../record/reading.ts';
import type { Source } from '../../record/source.ts';
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
  /** The family of the page's markup: the name of the crawler that knows it. */
  readonly family?: string;
  /** What the page says of its site. */
  readonly site?: Home;
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
    const { page, found } = await readPage(link, source, { deps });
    const about = { url, via: page.via, ...makeOf(page, source, deps) };
    return isNoArticle(found) ? { ...about, skipped: found } : { ...about, draft: found };
  } catch (error) {
    return { url, error: failure(error).error };
  }
}

function makeOf(
  page: Page,
  source: Source,
  { crawlers }: SampleWork['deps'],
): Pick<Sample, 'family' | 'site'> {
  const document = parseDocument(page.text, page.url);
  const auto = { ...source, crawler: 'auto' };
  const crawler = chooseCrawler(document, { source: auto, crawlers });
  const site = readHome(page.text, { url: page.url });
  return { ...(crawler ? { family: crawler.name } : {}), site };
}

/** The links of a route that a sample takes: the newest by their dates, else the first. */
export function chooseSample(links: readonly Link[], most: number): Link[] {
  const timeOf = ({ published }: Link): number => Date.parse(published ?? '') || 0;
  return links.toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, most);
}
