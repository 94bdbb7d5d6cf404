import { readArticle } from '../line/extract/article.ts';
import { parseDocument } from '../line/extract/document.ts';
import { learnFurniture } from '../line/extract/furniture.ts';
import { normalize } from '../line/normalize/draft.ts';
import type { ArticleDraft } from '../record/article.ts';
import type { Link } from '../record/link.ts';
import type { Page } from '../record/page.ts';
import type { NoArticle } from '../record/reading.ts';
import type { Source } from '../record/source.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';
import type { Tools } from './tools.ts';

/** What a page gave: the article's draft, or why it holds none. */
export interface PageRead {
  readonly page: Page;
  readonly found: ArticleDraft | NoArticle;
}

/** What reading a page works with. */
export type ReadingTools = Pick<Tools, 'ask' | 'crawlers' | 'furniture' | 'clock' | 'now'>;

/** True for what a page gave where it holds no article. */
export function isNoArticle(found: ArticleDraft | NoArticle): found is NoArticle {
  return 'kind' in found;
}

/**
 * Fetches a link's page, reads the article off it and brings it to its normal form. The memory of
 * the site learns from the page, whether it holds an article or not.
 * @throws MarsadError as the fetch step throws it
 */
export async function readPage(
  link: Link,
  source: Source,
  { tools, watch = stopwatch() }: { tools: ReadingTools; watch?: Stopwatch },
): Promise<PageRead> {
  const page = await watch.time('fetch', () => tools.ask({ url: link.url, kind: 'page' }, source));
  const [furniture, clock] = await Promise.all([
    tools.furniture.load(source.id),
    tools.clock.load(source.id),
  ]);
  const document = watch.time('extract', () => parseDocument(page.text, page.url));
  const context = { source, link, crawlers: tools.crawlers, ...(furniture ? { furniture } : {}) };
  const reading = watch.time('extract', () => readArticle(document, context));
  await tools.furniture.save(source.id, learnFurniture(furniture, document));
  if (reading.kind !== 'article') return { page, found: reading };
  const about = { source, link, page, now: tools.now(), ...(clock ? { clock } : {}) };
  return { page, found: watch.time('normalize', () => normalize(reading, about)) };
}
