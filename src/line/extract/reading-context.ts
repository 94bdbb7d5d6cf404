import type { Crawler } from '../../crawler.ts';
import type { Link } from '../../record/link.ts';
import type { SourceRules } from '../../record/source-rules.ts';
import type { Boilerplate } from './boilerplate.ts';

/** What is known beside the page itself. */
export interface ReadingContext {
  readonly source?: Partial<
    Pick<SourceRules, 'name' | 'homepage' | 'article' | 'crawler' | 'rights'>
  >;
  /** What the route said of the article. */
  readonly link?: Partial<Link>;
  readonly crawlers: readonly Crawler[];
  /** ISO instant at which the page was asked for: crawlers have versions. Now where absent. */
  readonly fetchedAt?: string;
  /** The memory of the site, where it has one. */
  readonly boilerplate?: Boilerplate;
  /** Names of rules of removal that are switched off, to see what they are there for. */
  readonly without?: ReadonlySet<string>;
}
