import { matchKey } from '../../arabic/key.ts';
import type { Found } from '../../record/evidence.ts';
import { type Candidate, chooseAuthor, fromNames, fromTexts } from './author-candidate.ts';
import { parseAuthorField } from './author-field.ts';
import { type BylineView, fromLinks, fromMarked, givenNames, NAME_WORDS } from './author-places.ts';
import { type Byline, isLabelAlone, parseByline } from './byline.ts';
import { type BylineSpan, bylineSpan } from './byline-span.ts';
import { HELPED_BY, MAX_BYLINE } from './byline-words.ts';
import { textsIn } from './json-ld.ts';
import { lineParts } from './line-parts.ts';
import { fromLoneNames } from './lone-name.ts';
import { isFormed } from './name-form.ts';
import type { PageFacts } from './page-facts.ts';
import { isPersonName } from './person.ts';
import type { Block } from './region.ts';
import { articleAuthors, isOutlet, readStated } from './stated-author.ts';

/** Metadata names of the author, surest first; those of the Dublin Core are some sites' programmers. */
const META: readonly (readonly [string, number])[] = [
  ['author', 0.88],
  ['article:author', 0.88],
  ['article:author_name', 0.88],
  ['og:article:author', 0.88],
  ['parsely-author', 0.88],
  ['sailthru.author', 0.88],
  ['cxenseparse:author', 0.88],
  ['byl', 0.88],
  ['dc.creator', 0.82],
  ['dcterms.creator', 0.82],
];

/** The authors: persons, or desks as printed; never the site, an agency, a role or a city. */
export function readAuthor(
  facts: PageFacts,
  view: BylineView,
): Found<readonly string[]> | undefined {
  const span = bylineSpan(facts.document, view);
  const helpers = helpersOf(facts, { view, span });
  const candidates = [
    ...givenNames(facts, span),
    ...fromTexts(facts, statedNames(facts), {
      from: 'jsonld author',
      confidence: 0.92,
      isSeen: false,
    }),
    ...fromLines(facts, { view, span }, (byline) => !byline.edited),
    ...fromTexts(facts, view.reporter ? [view.reporter] : [], {
      from: 'behind the dateline',
      confidence: 0.92,
      isSeen: true,
    }),
    ...META.flatMap(([name, confidence]) =>
      fromTexts(facts, facts.metadata.meta.get(name) ?? [], {
        from: name,
        confidence,
        isSeen: false,
      }),
    ),
    ...fromCard(facts),
    ...fromMarked(facts, span),
    ...fromLinks(facts, span),
    ...fromLoneNames(facts, { view, span }),
    ...fromLines(facts, { view, span }, (byline) => byline.edited === true),
    ...fromTexts(
      facts,
      readStated(facts.webPage?.author, facts.nodes).map(({ name }) => name),
      { from: 'jsonld page author', confidence: 0.85, isSeen: false },
    ),
  ];
  return chooseAuthor(candidates.flatMap((one) => withoutHelpers(one, helpers)));
}

/**
 * Keys of those whom a line of the article names for the pictures or the editing, and data as its editor
 * alone: `Pictures: Tom Weber`.
 */
function helpersOf(facts: PageFacts, where: Where): ReadonlySet<string> {
  const names = linesOf(facts, where)
    .filter(({ index, words }) => words <= HELPED_WORDS && where.span.holds(index))
    .flatMap(({ text }) => [...text.matchAll(HELPED_BY)].map(([, name = '']) => matchKey(name)));
  const [editors, writers] = [facts.article?.editor, facts.article?.author].map((value) =>
    readStated(value, facts.nodes)
      .flatMap(({ name }) => parseAuthorField(name, facts.siteNames))
      .map(matchKey),
  );
  const stated = editors?.filter((name) => !writers?.includes(name)) ?? [];
  return new Set([...names, ...stated]);
}

/** Longest line of who wrote and who helped, in words. */
const HELPED_WORDS = 24;

/** Systems state the photographer as an author: beside another one that is not. */
function withoutHelpers(one: Candidate, helpers: ReadonlySet<string>): readonly Candidate[] {
  const names = one.names.filter((name) => !helpers.has(matchKey(name)));
  return names.length === one.names.length || names.length === 0 ? [one] : [{ ...one, names }];
}

/** Systems state the second author of two as a contributor: one that the page names counts. */
function statedNames(facts: PageFacts): readonly string[] {
  const persons = articleAuthors(facts).filter((one) => !isOutlet(one));
  const others = textsIn(facts.article?.contributor).filter((name) =>
    facts.document.blocks.some(({ words, text }) => words <= NAME_WORDS && text.includes(name)),
  );
  return [...persons.map(({ name }) => name), ...others];
}

/** What a field of a card on X says: plugins of WordPress write the author into the first or second. */
const CARD_LABEL =
  /^(?:written by|by|author|كُ?تب بواسطة|بقلم|الكاتب|écrit par|rédigé par|geschrieben von)$/iu;

function fromCard(facts: PageFacts): readonly Candidate[] {
  const { meta } = facts.metadata;
  const at = [1, 2].find((field) => CARD_LABEL.test(meta.get(`twitter:label${field}`)?.[0] ?? ''));
  if (at === undefined) return [];
  const place = { from: `twitter:data${at}`, confidence: 0.88, isSeen: false };
  return fromTexts(facts, meta.get(place.from) ?? [], place);
}

interface Where {
  readonly view: BylineView;
  readonly span: BylineSpan;
}

function fromLines(
  facts: PageFacts,
  { view, span }: Where,
  isMeant: (byline: Byline) => boolean,
): readonly Candidate[] {
  const found: { byline: Byline; text: string }[] = linesOf(facts, { view, span })
    .filter(
      ({ kind, index, text }) => span.holds(index) && (kind !== 'heading' || isLabelAlone(text)),
    )
    .flatMap(({ text, index }) => {
      const line = isLabelAlone(text)
        ? withNext(facts, { text, index })
        : withTranslator(facts, { text, index });
      const bylines = lineParts(line).map((part) => parseByline(part, facts.siteNames));
      const byline = bylines.find((one) => one?.prefixed) ?? bylines.find((one) => one);
      return byline && isMeant(byline) ? [{ byline, text: line }] : [];
    });
  const best = found.find(({ byline }) => byline.prefixed) ?? found[0];
  if (!best) return [];
  const confidence = best.byline.prefixed ? 0.94 : 0.85;
  return fromNames(best.byline.names, {
    from: 'byline',
    text: best.text,
    confidence,
    isSeen: true,
  });
}

/**
 * The lines of the article, those between its headline and its text that are links or lists of names, and
 * short ones further behind the text.
 */
function linesOf({ document, siteNames }: PageFacts, { view, span }: Where): readonly Block[] {
  const own = new Set(view.lines);
  const head = document.blocks.slice(span.headline + 1, view.from);
  // A class may call a box of credits a picture's.
  const isLine = ({ linkShare, words, tag, text }: Block): boolean =>
    linkShare >= LINKED ||
    words > LIST_WORDS ||
    (tag !== 'figcaption' && parseByline(text, siteNames)?.prefixed === true);
  // Only who signs: a team below the text names who went over it, and calls say `by Friday`.
  const isSigned = ({ words, text }: Block): boolean => {
    if (words > NAME_WORDS) return false;
    const byline = parseByline(text, siteNames);
    return byline === undefined ? isLabelAlone(text) : !byline.edited;
  };
  const behind = document.blocks.slice(view.to, span.to).filter(isSigned);
  const others = [...head.filter(isLine), ...behind];
  return [...view.lines, ...others.filter((block) => !own.has(block))];
}

/** From that many words on a line that was taken off the text can only be a list of who wrote. */
const LIST_WORDS = 20;

/** Share of a line's text that stands in links from which the line is a link. */
const LINKED = 0.9;

/** The mark behind a label. */
const MARK = /\s*[:：/–-]?$/u;

/** A label and what stands behind it; where that has a label of its own, it is a line by itself. */
function withNext(facts: PageFacts, { text, index }: Pick<Block, 'text' | 'index'>): string {
  const next = nextText(facts, index);
  const isLine = parseByline(next, facts.siteNames)?.prefixed === true;
  return isLine ? next : `${text.replace(MARK, '')}: ${next}`;
}

/** `فلان` with `ترجمة: فلانة` in a line of its own right behind. */
function withTranslator({ document }: PageFacts, { text, index }: Pick<Block, 'text' | 'index'>) {
  const next = document.blocks[index + 1]?.text ?? '';
  return TRANSLATED.test(next) && next.length <= MAX_BYLINE ? `${text} | ${next}` : text;
}

/** A line that opens with who translated. */
const TRANSLATED =
  /^\(?(?:ترجمة|ترجمها|تعريب|translated by|traduit par|traduction)\s?[:：/]?\s?\S/iu;

/** A label alone leads to what stands behind it in elements of their own: `بقلم` and one name or several. */
function nextText({ document, siteNames }: PageFacts, index: number): string {
  const [next, ...others] = document.blocks.slice(index + 1, index + 1 + LISTED);
  if (!next || next.words > NAME_WORDS) return '';
  const isOther = ({ text, tag }: Block): boolean =>
    tag !== next.tag || !isFormed(text) || !isPersonName(text, siteNames);
  const isListed = next.tag === 'li' || next.linkShare >= LINKED;
  const end = isListed ? others.findIndex(isOther) : 0;
  const more = others.slice(0, end < 0 ? LISTED : end);
  return [next, ...more].map(({ text }) => text).join('، ');
}

/** Most names of a list below a label. */
const LISTED = 12;
