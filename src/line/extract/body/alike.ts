import type { Document } from '../document.ts';
import type { Region } from '../region.ts';
import { isCardText } from '../removal/teaser.ts';
import { AGAINST, type Mass, textBetween, WEAK } from './mass.ts';
import { highest } from './number-range.ts';

/** Running text, in UTF-16 units, from which an element of the same make is a part of the text. */
const LEAST = 100;

/** Linked share of its text from which it is a list of other pages. */
const LINKED = 0.3;

/** Most parts of one text: page builders make one of every paragraph. */
const MAX_PARTS = 200;

/**
 * Adds the parts of a text that a page builder or a system sets in elements of one make, each with
 * the same class as the container found, wherever they nest: `et_pb_text_inner`, `wp-block-group`.
 */
export function addAlike(
  document: Document,
  taken: Set<number>,
  context: { container: Region; mass: Mass; headline?: number | undefined },
): void {
  const { container, mass, headline } = context;
  const make = makeOf(container);
  const around = headline === undefined ? undefined : commonAround(document, container, headline);
  if (make === undefined || headline === undefined || !around) return;
  const parts = document.regions
    .slice(around.index, around.end)
    .filter((region) => region.from > headline && isAlike(makeOf(region), make))
    .slice(0, MAX_PARTS);
  for (const part of parts)
    if (isPart(document, part, mass))
      for (let index = part.from; index < part.to; index += 1) taken.add(index);
}

/** Parts of one make from which a text is a list of sections: two may be two boxes. */
const LEAST_SECTIONS = 3;

/**
 * Adds the sections that stand behind the container in boxes of one make with titles of their own:
 * tests of products, questions and answers, stations of a journey. `own`: the container's mass; boxes
 * that hold less than it are beside the text.
 */
export function addSections(
  document: Document,
  taken: Set<number>,
  { siblings, mass, own }: { siblings: readonly Region[]; mass: Mass; own: number },
): void {
  const last = highest(taken);
  const groups = new Map<string, Region[]>();
  for (const region of siblings.filter(({ from }) => from > last).slice(0, MAX_PARTS)) {
    const make = makeOf(region);
    if (make === undefined) continue;
    groups.set(make, [...(groups.get(make) ?? []), region]);
  }
  for (const group of groups.values()) {
    if (group.length < LEAST_SECTIONS) continue;
    const parts = group.filter((region) => isPart(document, region, mass));
    const text = parts.reduce((sum, { from, to }) => sum + mass.between(from, to), 0);
    // A list of links and prices among them says nothing of the others.
    if (parts.length < LEAST_SECTIONS || parts.length * 2 < group.length || text < own) continue;
    for (const { from, to } of parts)
      for (let index = from; index < to; index += 1) taken.add(index);
  }
}

/** Share of their classes that two elements of one make have in common: one may be `empty` or `first`. */
const ALIKE = 2 / 3;

/** True for the same element and classes, but for one of three. */
function isAlike(one: string | undefined, other: string): boolean {
  if (one === undefined || one === other) return one === other;
  const [name, ...classes] = one.split(/\s+/);
  const [otherName, ...others] = other.split(/\s+/);
  const common = classes.filter((word) => others.includes(word)).length;
  return (
    name === otherName && common > 1 && common >= ALIKE * (classes.length + others.length - common)
  );
}

/** Element and classes, numbers apart; undefined where no class tells one element from another. */
function makeOf({ element }: Region): string | undefined {
  const names = (element.attribs.class ?? '').replace(/\d+/g, '').trim();
  return names === '' ? undefined : `${element.name} ${names}`;
}

/** The innermost region that holds headline and container. */
function commonAround(
  { regions }: Document,
  container: Region,
  headline: number,
): Region | undefined {
  let around: Region | undefined = container;
  while (around && !(around.from <= headline && headline < around.to))
    around = regions[around.parent];
  return around;
}

function isPart(document: Document, { from, to }: Region, mass: Mass): boolean {
  const blocks = document.blocks.slice(from, to);
  const text = textBetween(document, from, to);
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const linked = blocks.reduce((sum, block) => sum + block.text.length * block.linkShare, 0);
  if (text < LEAST || linked > LINKED * length) return false;
  return !blocks.some(
    (block) =>
      block.tag === 'h1' ||
      ((mass.signals[block.index] ?? 0) & AGAINST & ~WEAK) !== 0 ||
      (block.kind === 'heading' && block.linkShare > 0.8) ||
      isCardText(document, block),
  );
}
