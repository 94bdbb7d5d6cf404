import { type Element, isTag } from 'domhandler';

/**
 * Names that a site's people gave: of letters, and long enough to mean something. Those with digits
 * are of one article (`post-4711`) or of one build (`x8Kd2`).
 */
const STABLE_NAME = /^[a-z][a-z_-]{2,39}$/iu;

/** Classes of one element that are tried. */
const MOST_CLASSES = 6;

/** Selectors for an element by its names and those of its parent; the plainest first. */
export function selectorsFor(element: Element): string[] {
  const own = ownSelectors(element);
  const around = element.parent && isTag(element.parent) ? ownSelectors(element.parent) : [];
  const named = around.filter((selector) => /[.#[]/u.test(selector));
  return [
    ...own,
    ...named.flatMap((outer) => [element.name, ...own].map((inner) => `${outer} > ${inner}`)),
  ];
}

function ownSelectors({ name, attribs }: Element): string[] {
  const { id = '', class: classes = '', itemprop = '' } = attribs;
  const stable = classes
    .split(/\s+/u)
    .filter((one) => STABLE_NAME.test(one))
    .slice(0, MOST_CLASSES);
  return [
    ...(STABLE_NAME.test(itemprop) ? [`[itemprop="${itemprop}"]`] : []),
    ...(STABLE_NAME.test(id) ? [`#${id}`] : []),
    ...stable.map((one) => `.${one}`),
    ...(name === 'h1' || name === 'time' || name === 'article' ? [name] : []),
  ];
}
