import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import { type BodyBlock, type BodyLink, MOST_BLOCKS, MOST_LINKS } from '../../record/body-block.ts';
import { type Found, found } from '../../record/evidence.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { Body } from './body/article-body.ts';
import type { Document } from './document.ts';
import { isPrivateAddress } from './private-address.ts';
import type { Block, Region } from './region.ts';

/** Opening, credit line and by-line were taken off the text: so many blocks may give no paragraph. */
const AHEAD = 8;

/** Longest linked text that is kept, in UTF-16 units: a linked paragraph is a teaser. */
const LINK_LENGTH = 300;

/** The paragraphs of the text, each as the block that it stands in. */
export function readBodyBlocks(
  document: Document,
  body: Body,
  text: Found<readonly string[]> | undefined,
): Found<readonly BodyBlock[]> | undefined {
  const paragraphs = text?.value ?? [];
  if (paragraphs.length === 0) return undefined;
  const { from, confidence } = body.evidence;
  const blocks = body.paragraphs
    ? paragraphs.map(plainBlock)
    : blocksOf(document, body.kept, paragraphs);
  return found(bounded(blocks), { from, confidence });
}

const plainBlock = (text: string): BodyBlock => ({ kind: 'paragraph', text });

/** What is over the bound is one last block, so that no text is lost. */
function bounded(blocks: readonly BodyBlock[]): readonly BodyBlock[] {
  if (blocks.length <= MOST_BLOCKS) return blocks;
  const rest = blocks.slice(MOST_BLOCKS - 1).map(({ text }) => text);
  return [...blocks.slice(0, MOST_BLOCKS - 1), plainBlock(rest.join('\n\n'))];
}

function blocksOf(
  document: Document,
  kept: readonly Block[],
  paragraphs: readonly string[],
): BodyBlock[] {
  const links = linksOf(document, kept);
  const span = { first: kept[0]?.index ?? 0, last: kept.at(-1)?.index ?? 0 };
  let next = 0;
  return paragraphs.map((text) => {
    const ahead = kept.slice(next, next + AHEAD).findIndex((block) => block.text.includes(text));
    const block = ahead < 0 ? undefined : kept[next + ahead];
    if (!block) return plainBlock(text);
    next += ahead + 1;
    const within = (links.get(block.index) ?? []).filter((link) => text.includes(link.text));
    return {
      ...kindOfBlock(document, block, span),
      text,
      ...(within.length > 0 ? { links: within } : {}),
    };
  });
}

/** A block is of the innermost element around it that says what it is, within the text. */
function kindOfBlock(
  { regions }: Document,
  block: Block,
  { first, last }: { first: number; last: number },
): Omit<BodyBlock, 'text' | 'links'> {
  let region = regions[block.region];
  while (region && !(region.from <= first && region.to > last && first < last)) {
    const kind = kindOfElement(region, regions);
    if (kind) return kind;
    region = regions[region.parent];
  }
  return { kind: 'paragraph' };
}

/** A cell of a table holds one text; one that holds many is the layout of the page. */
function kindOfElement(
  { element, parent, from, to }: Region,
  regions: readonly Region[],
): Omit<BodyBlock, 'text' | 'links'> | undefined {
  const { name } = element;
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) return { kind: 'heading', level: Number(level) };
  if (name === 'blockquote') return { kind: 'quote' };
  if (name === 'td' || name === 'th') return to - from === 1 ? { kind: 'cell' } : undefined;
  if (name !== 'li') return undefined;
  const isOrdered = regions[parent]?.element.name === 'ol';
  return { kind: 'listItem', ...(isOrdered ? { ordered: true } : {}) };
}

/** The links of the text by their blocks. */
function linksOf(document: Document, kept: readonly Block[]): ReadonlyMap<number, BodyLink[]> {
  const texts = new Map(kept.map((block) => [block.index, block.text]));
  const links = new Map<number, BodyLink[]>();
  let count = 0;
  for (const { element, block } of document.links) {
    if (count >= MOST_LINKS) break;
    // A link that is set apart ends the block that it was met in.
    const index = [block, block + 1].find((at) => texts.has(at));
    const link = index === undefined ? undefined : linkOf(element, document.url);
    if (index === undefined || !link) continue;
    links.set(index, [...(links.get(index) ?? []), link]);
    count += 1;
  }
  return links;
}

function linkOf(element: Element, base: string): BodyLink | undefined {
  const href = element.attribs.href?.trim();
  const url = href?.startsWith('#') ? undefined : absoluteUrl(href, base);
  const text = textContent(element).replace(/\s+/g, ' ').trim();
  if (!url || text === '' || text.length > LINK_LENGTH || isPrivateAddress(url)) return undefined;
  return { text, url };
}
