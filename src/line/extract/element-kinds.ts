import { type ChildNode, type Element, isTag, isText } from 'domhandler';

/** Elements of the head, and scripts: kept apart for the readers of metadata. */
export const HEAD: ReadonlySet<string> = new Set(['meta', 'link', 'title', 'base', 'script']);

/** Elements whose text is not shown, or is no text of the page. */
export const SILENT: ReadonlySet<string> = new Set(
  'style noscript template svg iframe object embed video audio canvas select option textarea button label legend map math'.split(
    ' ',
  ),
);

/** Elements that do not interrupt a paragraph (HTML, "phrasing content"). All others do. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr picture q s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const FIELD = /^(?:input|select|textarea)$/;

const isField = (node: ChildNode | null | undefined): boolean =>
  node != null && isTag(node) && FIELD.test(node.name);

/**
 * True for a label of no field, as systems of ASP.NET print texts: `<label id="lblDate">12/03/2026</label>`.
 * Those of forms name their field, hold it or stand before it.
 */
export function isTextLabel({ name, attribs, children, next }: Element): boolean {
  if (name !== 'label' || attribs.id === undefined || attribs.for !== undefined) return false;
  const behind = next && isText(next) ? next.next : next;
  return !children.some(isField) && !isField(behind);
}
