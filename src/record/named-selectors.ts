import type { ArticleRules } from './source-rules.ts';

/** The selectors that a source's file gives for one field, or for the links of a route. */
export interface NamedSelectors {
  /** As an operator reads it: `article.body: .text p`; other selectors are another name. */
  readonly name: string;
  readonly selectors: readonly string[];
}

/** Whether selectors found something on a page, by their name. */
export type SelectorMatches = Readonly<Record<string, boolean>>;

/** The selectors of fields; `remove` is none: that there is nothing to cut out is no fault. */
export function articleSelectors({ remove: _, ...rules }: Partial<ArticleRules>): NamedSelectors[] {
  return Object.entries(rules).flatMap(([field, rule]) => {
    if (rule === undefined) return [];
    const selectors = [typeof rule === 'object' && 'select' in rule ? rule.select : rule].flat(2);
    return [{ name: `article.${field}: ${selectors.join(', ')}`, selectors }];
  });
}

/** The selector of links of a route, or of one document of it. */
export function linksSelector(route: object): NamedSelectors[] {
  const links = 'links' in route ? route.links : undefined;
  return typeof links === 'string' ? [{ name: `links: ${links}`, selectors: [links] }] : [];
}
