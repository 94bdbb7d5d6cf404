import { selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import * as DomUtils from 'domutils';
import { SelectorCostError } from './errors.ts';

/**
 * Steps that all selectors of a source together may walk on one page: a look at an element, its
 * parent or one of its siblings. A class or a path costs three to five an element, 100,000 on the
 * largest honest pages; this many take a tenth of a second.
 */
const MOST_STEPS = 5_000_000;

/** Characters of text that count as one step where a selector reads texts (`:contains`). */
const TEXT_STEP = 8;

/** Steps left of each page that selectors were used on. */
const left = new WeakMap<Document, number>();

/**
 * The elements of a page that a CSS selector finds (Selectors Level 4, as css-select knows it), in the
 * order of the page. What a selector costs is its author's and the page's to say: `h6 ~ p ~ p` is
 * cheap on one page and runs for hours on another. So the steps are counted, whatever they are for.
 * @param most steps that this page may cost; for tests
 * @throws SelectorCostError where the page's steps are spent; css-select's own where it does not parse
 */
export function selectBounded(root: Document, selector: string, most = MOST_STEPS): Element[] {
  const possible = possibleOf(root, selector);
  if (possible === '') return [];
  const steps = { left: left.get(root) ?? most };
  try {
    return selectAll<AnyNode, Element>(possible, root, countingOptions(selector, steps));
  } catch (error) {
    // css-select walks down by recursion; no page of a newsroom is that deep.
    throw error instanceof RangeError ? costError(selector) : error;
  } finally {
    left.set(root, steps.left);
  }
}

/** Selectors of names, classes and ids alone: all their classes have to be on the page. */
const PLAIN = /^[\w\s.,#>+~-]+$/;

const CLASS = /\.([\w-]+)/g;

/** Classes of each page that selectors were used on. */
const classes = new WeakMap<Document, ReadonlySet<string>>();

/**
 * The selectors of a list that may find something. A site family's list holds those of all its themes:
 * most name a class that a page lacks, and each would walk the whole page for nothing.
 */
function possibleOf(root: Document, selector: string): string {
  if (!PLAIN.test(selector) || !selector.includes('.')) return selector;
  const own = classes.get(root) ?? classesOf(root);
  classes.set(root, own);
  const hasAll = (one: string): boolean =>
    [...one.matchAll(CLASS)].every(([, name = '']) => own.has(name));
  return selector.split(',').filter(hasAll).join(',');
}

function classesOf(root: Document): ReadonlySet<string> {
  // Cards and rows repeat their lists of classes: each is split once.
  const lists = new Set<string>();
  const open: AnyNode[] = [...root.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!DomUtils.isTag(node)) continue;
    if (node.attribs.class) lists.add(node.attribs.class);
    for (const child of node.children) open.push(child);
  }
  return new Set([...lists].flatMap((list) => list.split(/\s+/)));
}

interface Steps {
  left: number;
}

function countingOptions(selector: string, steps: Steps) {
  const spend = (count = 1): void => {
    steps.left -= count;
    if (steps.left < 0) throw costError(selector);
  };
  const counted = (test: (element: Element) => boolean) => (element: Element) => {
    spend();
    return test(element);
  };
  return {
    equals: (one: AnyNode, other: AnyNode) => {
      spend();
      return one === other;
    },
    adapter: {
      ...DomUtils,
      isTag: (node: AnyNode): node is Element => {
        spend();
        return DomUtils.isTag(node);
      },
      getParent: (node: AnyNode) => {
        spend();
        return DomUtils.getParent(node);
      },
      prevElementSibling: (node: AnyNode) => {
        spend();
        return DomUtils.prevElementSibling(node);
      },
      getText: (node: AnyNode | AnyNode[]) => {
        const text = DomUtils.textContent(node);
        spend(1 + text.length / TEXT_STEP);
        return text;
      },
      existsOne: (test: (element: Element) => boolean, nodes: AnyNode[]) =>
        DomUtils.existsOne(counted(test), nodes),
      findOne: (test: (element: Element) => boolean, nodes: AnyNode[]) =>
        DomUtils.findOne(counted(test), nodes),
      findAll: (test: (element: Element) => boolean, nodes: AnyNode[]) =>
        DomUtils.findAll(counted(test), nodes),
    },
  };
}

function costError(selector: string): SelectorCostError {
  const shown = selector.slice(0, 200);
  return new SelectorCostError(`The selector "${shown}" walks too far on this page`, {
    hint: 'Name a class or an id near the text; avoid ~ and :nth-child among many siblings.',
    context: { selector: shown },
  });
}
