import { type AnyNode, type Element, isTag, isText } from 'domhandler';

/** A headline that is longer took the lead or the whole card with it, in UTF-16 units. */
const LONGEST = 300;

/** Nodes that are looked at below one element: a card has some twenty, a page without ends all. */
const MOST_NODES = 500;

/** Blanks between words of a text come to so many times its length at most, with indented markup. */
const MOST_BLANKS = 10;

/** The nodes below an element in the order of the page, the first of them. */
function* nodesBelow(element: Element): Generator<AnyNode> {
  const waiting: AnyNode[] = element.children.toReversed();
  for (let count = 0; count < MOST_NODES; count += 1) {
    const node = waiting.pop();
    if (!node) return;
    yield node;
    if (isTag(node)) waiting.push(...node.children.slice(0, MOST_NODES).toReversed());
  }
}

/** The first element below that is one, among the nodes near it. */
export function findBelow(
  element: Element,
  isOne: (below: Element) => boolean,
): Element | undefined {
  for (const node of nodesBelow(element)) if (isTag(node) && isOne(node)) return node;
  return undefined;
}

/**
 * The text of an element on one line, undefined where it has none or one longer than `most` UTF-16
 * units. What an element without an end swallowed is not read through: of nested ones each would.
 */
export function shortText(element: Element, most = LONGEST): string | undefined {
  let text = '';
  for (const node of nodesBelow(element)) {
    if (!isText(node)) continue;
    text += node.data;
    if (text.length > most * MOST_BLANKS) return undefined;
  }
  const line = text.replace(/\s+/gu, ' ').trim();
  return line === '' || line.length > most ? undefined : line;
}

const isHeading = ({ name, attribs }: Element): boolean =>
  /^h[1-6]$/u.test(name) || attribs.itemprop === 'headline';

const isNamedPicture = ({ name, attribs }: Element): boolean => name === 'img' && 'alt' in attribs;

/** What a card's link says the article is called: its heading, its text, its title, its picture. */
export function headlineOf(anchor: Element): string | undefined {
  const heading = findBelow(anchor, isHeading);
  const stated = [anchor.attribs.title, findBelow(anchor, isNamedPicture)?.attribs.alt].map(
    (text = '') =>
      text
        .slice(0, LONGEST * MOST_BLANKS)
        .replace(/\s+/gu, ' ')
        .trim(),
  );
  const texts = [heading && shortText(heading), shortText(anchor), ...stated];
  return texts.find((text) => text !== undefined && text !== '' && text.length <= LONGEST);
}
