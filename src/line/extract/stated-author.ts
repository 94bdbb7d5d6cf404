import { hasType, isNode, type JsonNode, textIn } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import { isDesk } from './person.ts';

/** An author as structured data states one. */
export interface StatedAuthor {
  readonly name: string;
  /** True for one that is typed as an organisation: an agency, another outlet, the site. */
  readonly isOrganization: boolean;
}

/** Most authors of one article that are looked at. */
const MAX_AUTHORS = 20;

const ORGANIZATION = /Organization|Corporation|NewspaperPublisher/i;

/** The authors of a field, references to other objects of the page followed. */
export function readStated(value: unknown, nodes: readonly JsonNode[]): readonly StatedAuthor[] {
  return [value ?? []]
    .flat()
    .slice(0, MAX_AUTHORS)
    .flatMap((one) => {
      const node = isNode(one) ? follow(one, nodes) : undefined;
      const name = textIn(node ?? one);
      if (name === undefined) return [];
      return [{ name, isOrganization: node !== undefined && hasType(node, ORGANIZATION) }];
    });
}

function follow(node: JsonNode, nodes: readonly JsonNode[]): JsonNode {
  const id = node['@id'];
  if (textIn(node) !== undefined || typeof id !== 'string') return node;
  return nodes.find((other) => other['@id'] === id && textIn(other) !== undefined) ?? node;
}

/** True for an organisation that is no newsroom's desk: an agency, another outlet, the site. */
export const isOutlet = ({ name, isOrganization }: StatedAuthor): boolean =>
  isOrganization && !isDesk(name);

/** The authors that the article's own object states: its author, else who created it. */
export const articleAuthors = ({ article, nodes }: PageFacts): readonly StatedAuthor[] =>
  readStated(article?.author ?? article?.creator, nodes);
