import { matchKey } from '../../arabic/key.ts';
import { parseAuthorField } from './byline.ts';
import type { Clues } from './clues.ts';
import { innerText } from './metadata.ts';
import type { Block } from './region.ts';
import { BIT } from './signal.ts';

/** Blocks that readers of bylines look at: those of the article's place, and those before it. */
export interface BylineView {
  /** Lines that were taken from the text's head and tail, in order. */
  readonly lines: readonly Block[];
  /** First block of the text; author elements stand before or shortly behind it. */
  readonly from: number;
  readonly to: number;
}

/** Names found in one place. */
export interface Candidate {
  readonly names: readonly string[];
  readonly from: string;
  readonly text: string;
  readonly confidence: number;
}

/** Classes of the element that names the author. */
const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:authors?|byline|writer|write-?by|written-?by|journalist|reporter|editor|posted-by|kateb|katib)(?:[-_]?(?:name|link|title))?(?:$|[\s_-])|author-?name|writeBy|authorName/i;

/** How far behind the text's end an author's element still belongs to it, in blocks. */
const BEHIND = 12;

/** The names that texts of an author field hold, as one candidate; none where they hold none. */
export function fromTexts(
  clues: Clues,
  texts: readonly string[],
  { from, confidence }: { from: string; confidence: number },
): Candidate[] {
  const names = texts.flatMap((text) => parseAuthorField(text, clues.siteNames));
  const distinct = [...new Map(names.map((name) => [matchKey(name), name])).values()];
  return distinct.length > 0
    ? [{ names: distinct, from, text: texts.join(' | '), confidence }]
    : [];
}

/** Elements whose class, microdata or `rel` say that an author is named in them. */
export function fromMarked(clues: Clues, view: BylineView): Candidate[] {
  const { document } = clues;
  const candidates: Candidate[] = [];
  for (const region of document.regions) {
    if (region.from > view.to + BEHIND || candidates.length > 0) break;
    const { attribs } = region.element;
    const called =
      attribs.itemprop === 'author' ||
      ((region.signals & BIT.byline) !== 0 && AUTHOR_CLASS.test(attribs.class ?? ''));
    if (!called || region.to === region.from || region.to - region.from > 3) continue;
    const texts = document.blocks.slice(region.from, region.to).map(({ text }) => text);
    const from = attribs.itemprop === 'author' ? 'microdata author' : 'author element';
    candidates.push(
      ...texts.flatMap((text) => fromTexts(clues, [text], { from, confidence: 0.87 })).slice(0, 1),
    );
  }
  return candidates;
}

/** Addresses of the pages that sites give their authors. */
const AUTHOR_PATH =
  /\/(?:authors?|writers?|editors?|reporters?|journalists?|columnists?|كاتب|الكاتب|كتاب)\/|\/users?\/(?!login|register|password)/i;

/** A link to an author's page, from shortly above the text to its end. */
export function fromLinks(clues: Clues, { from, to }: BylineView): Candidate[] {
  const near = clues.document.links.filter(
    ({ block }) => block >= from - BEHIND && block <= to + 2,
  );
  const links = near.filter(
    ({ element: { attribs } }) => attribs.rel === 'author' || AUTHOR_PATH.test(attribs.href ?? ''),
  );
  return links
    .slice(0, 5)
    .flatMap(({ element }) =>
      fromTexts(clues, [innerText(element)], { from: 'author link', confidence: 0.85 }),
    )
    .slice(0, 1);
}
