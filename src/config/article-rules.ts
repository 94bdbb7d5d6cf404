import { isMap } from 'yaml';
import { type ConfigText, parseMap } from './parse-yaml.ts';

/**
 * The text of a source's file with selectors set, or taken away where null; comments and order stay.
 * A date's rule that names its months keeps them.
 * @param rules by the key below `article`
 * @throws ConfigError where the text is no map of YAML
 */
export function setArticleRules(
  source: ConfigText,
  rules: Readonly<Record<string, string | null>>,
): string {
  const document = parseMap(source);
  for (const [field, selector] of Object.entries(rules)) {
    const path = isMap(document.getIn(['article', field])) ? [field, 'select'] : [field];
    if (selector === null) document.deleteIn(['article', field]);
    else document.setIn(['article', ...path], selector);
  }
  const article = document.get('article');
  if (isMap(article) && article.items.length === 0) document.delete('article');
  // Lines stay as long as the operator wrote them.
  return document.toString({ lineWidth: 0, flowCollectionPadding: /\{ /u.test(source.text) });
}
