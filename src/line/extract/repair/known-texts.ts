import { matchKey } from '../../../arabic/key.ts';
import type { ArticleRecord } from '../../../record/article.ts';
import type { Link } from '../../../record/link.ts';
import { textIn, textsIn } from '../json-ld.ts';
import type { PageFacts } from '../page-facts.ts';
import { parseInstant } from './known-date.ts';

/** What is known of an article from elsewhere than its page's text: by these it is found on the page. */
export interface KnownTexts {
  readonly headline?: string | undefined;
  /** Match keys of prose that belongs to the text, each a whole text or the start of one. */
  readonly prose: readonly string[];
  /** Unix ms. */
  readonly published?: number | undefined;
  /** How the link was met, which evidence names where a date is the route's. */
  readonly route: string;
  readonly authors: readonly string[];
}

/** Shorter prose is found in a teaser as well. */
const PROSE_LEAST = 40;

/** What feed, JSON-LD and an earlier revision say of an article; the surest witness first. */
export function knownTexts(
  facts: PageFacts,
  link: Pick<Link, 'route' | 'title' | 'summary' | 'content' | 'published' | 'author'>,
  earlier?: ArticleRecord,
): KnownTexts {
  const node = facts.article ?? {};
  const prose = [earlier?.articleBody, textIn(node.articleBody), link.content, link.summary];
  const dates = [earlier?.datePublished, link.published, textIn(node.datePublished)];
  return {
    headline: earlier?.headline ?? link.title ?? textIn(node.headline),
    prose: prose
      .map((text) => matchKey((text ?? '').replace(/<[^>]*>/gu, ' ')))
      .filter((key) => key.length >= PROSE_LEAST),
    route: link.route.kind,
    published: dates.map(parseInstant).find((instant) => instant !== undefined),
    authors: [
      ...(earlier?.author ?? []).map(({ name }) => name),
      ...(link.author ?? []),
      ...textsIn(node.author),
    ],
  };
}
