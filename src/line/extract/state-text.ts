import { isNode } from './json-ld.ts';
import { parseMarkup } from './markup-text.ts';

/** Deepest nesting of blocks of text: a list item in a list in a section. */
const MAX_DEPTH = 5;

/** Names under which a block of an editor keeps its text. */
const TEXT_NAMES = [
  'text',
  'html',
  'value',
  'content',
  'data',
  'children',
  'items',
  'body',
  'blocks',
  'paragraphs',
];

/** Blocks of editors that are no text of the article. */
const NO_TEXT = /image|video|embed|ad|related|gallery|iframe|caption|promo|newsletter/i;

/** Paragraphs of a text that a page's state holds: a string of markup, or an editor's blocks. */
export function stateParagraphs(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return parseMarkup(value);
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => stateParagraphs(item, depth + 1));
  if (!isNode(value) || (typeof value.type === 'string' && NO_TEXT.test(value.type))) return [];
  const name = TEXT_NAMES.find((one) => value[one] !== undefined && value[one] !== null);
  return name === undefined ? [] : stateParagraphs(value[name], depth + 1);
}
