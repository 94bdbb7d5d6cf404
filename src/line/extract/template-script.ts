import { type Element, isTag, isText, type ParentNode } from 'domhandler';
import { parseTree } from '../../markup.ts';
import { BIT, readSignals } from './signal.ts';

/** Scripts that hold markup, which another puts in their place (Blogger, Backbone). */
const TYPE = /^text\/(?:x-)?template$/i;

/** Places in a template that data fill: it is no text yet. */
const UNFILLED = /\{\{|<%|\$\{/;

/** The text of an article that its page keeps in a template, in the element of the text; else undefined. */
export function templateOf(script: Element): ParentNode | undefined {
  if (!TYPE.test(script.attribs.type ?? '')) return undefined;
  const { parent, children } = script;
  if (!parent || !isTag(parent) || (readSignals(parent) & BIT.content) === 0) return undefined;
  const markup = children.map((node) => (isText(node) ? node.data : '')).join('');
  return UNFILLED.test(markup) ? undefined : parseTree(markup);
}
