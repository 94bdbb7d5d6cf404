import { matchKey } from '../../arabic/key.ts';
import { type Found, found } from '../../record/evidence.ts';
import { type Byline, parseAuthorField, parseByline } from './byline.ts';
import type { Clues } from './clues.ts';
import { findGiven, givenTexts } from './given.ts';
import { textsIn } from './json-ld.ts';
import { lineParts } from './line-parts.ts';
import { innerText } from './metadata.ts';
import type { Block } from './region.ts';

/** Blocks that readers of bylines look at: those of the article's place, and those before it. */
export interface BylineView {
  /** Lines that were taken from the text's head and tail, in order. */
  readonly lines: readonly Block[];
  /** First block of the text; author elements stand before or shortly behind it. */
  readonly from: number;
  readonly to: number;
}

/** Metadata names of the author, surest first. */
const META = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'byl',
];

/** Classes of the element that names the author. */
const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:authors?|byline|writer|write-?by|written-?by|journalist|reporter|editor|posted-by|kateb|katib)(?:[-_]?(?:name|link|title))?(?:$|[\s_-])|author-?name|writeBy|authorName/i;

/** How far behind the text's end an author's element still belongs to it, in blocks. */
const BEHIND = 12;

interface Candidate {
  readonly names: readonly string[];
  readonly from: string;
  readonly text: string;
  readonly confidence: number;
}

/** The authors: persons, or desks as printed; never the site, an agency, a role or a city. */
export function readAuthor(clues: Clues, view: BylineView): Found<readonly string[]> | undefined {
  const given = findGiven<readonly string[]>(clues, 'author');
  const candidates = [
    ...(given
      ? fromTexts(clues, givenTexts(clues, given), { from: given.from, confidence: 0.95 })
      : []),
    ...fromTexts(clues, textsIn(clues.article?.author ?? clues.article?.creator), {
      from: 'jsonld author',
      confidence: 0.93,
    }),
    ...fromLines(clues, view),
    ...META.flatMap((name) =>
      fromTexts(clues, clues.metadata.meta.get(name) ?? [], { from: name, confidence: 0.88 }),
    ),
    ...fromMarked(clues, view),
    ...fromLinks(clues, view),
    ...fromTexts(clues, textsIn(clues.webPage?.author), {
      from: 'jsonld page author',
      confidence: 0.85,
    }),
  ];
  const [best] = candidates;
  if (!best) return undefined;
  const key = matchKey(best.names.join(' '));
  const others = candidates.filter((one) => one !== best && matchKey(one.names.join(' ')) === key);
  const confidence = others.length > 0 ? Math.max(0.96, best.confidence) : best.confidence;
  const note =
    others.length > 0 ? `agrees with ${others.map(({ from }) => from).join(', ')}` : undefined;
  const evidence = { from: best.from, text: best.text, confidence };
  return found(best.names, note ? { ...evidence, note } : evidence);
}

function fromTexts(
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

function fromLines(clues: Clues, view: BylineView): Candidate[] {
  const found: { byline: Byline; text: string }[] = view.lines
    .filter(({ tag }) => !/^h[1-6]$/.test(tag))
    .flatMap(({ text }) => {
      const bylines = lineParts(text).map((part) => parseByline(part, clues.siteNames));
      const byline = bylines.find((one) => one?.prefixed) ?? bylines.find((one) => one);
      return byline ? [{ byline, text }] : [];
    });
  const best = found.find(({ byline }) => byline.prefixed) ?? found[0];
  if (!best) return [];
  const confidence = best.byline.prefixed ? 0.94 : 0.85;
  return [{ names: best.byline.names, from: 'byline', text: best.text, confidence }];
}

/** Elements whose class, microdata or `rel` say that an author is named in them. */
function fromMarked(clues: Clues, view: BylineView): Candidate[] {
  const { document } = clues;
  const candidates: Candidate[] = [];
  for (const region of document.regions) {
    if (region.from > view.to + BEHIND || candidates.length > 0) break;
    const { attribs } = region.element;
    const called = attribs.itemprop === 'author' || AUTHOR_CLASS.test(attribs.class ?? '');
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
function fromLinks(clues: Clues, { from, to }: BylineView): Candidate[] {
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
