import { getDomain } from 'tldts';
import { type Candidate, fromTexts } from './author-candidate.ts';
import { type BylineSpan, blocksOf, bylineSpan } from './byline-span.ts';
import { HELPER_FIRST } from './byline-words.ts';
import { findGiven, givenTexts } from './given.ts';
import { innerText } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block, Region } from './region.ts';
import { BIT } from './signal.ts';

/** Blocks that readers of bylines look at: those of the article's place, and those before it. */
export interface BylineView {
  /** Lines that were taken from the text's head and tail, in order. */
  readonly lines: readonly Block[];
  /** Who is named between the dateline and the first sentence. */
  readonly reporter?: string | undefined;
  /** The headline's block: a name alone is the writer's behind it only. */
  readonly headline?: number | undefined;
  /** First block of the text; author elements stand before or shortly behind it. */
  readonly from: number;
  readonly to: number;
}

/** Classes of the element that names the author, in the systems and languages of the region. */
const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:authors?|auteure?s?|autor|byline|writers?|write-?by|written-?by|journalist[ae]?|reporter|editor|contributor|columnist|posted-by|created-?by|username|kateb|katib|signature)(?:[-_]+(?:name|link|title|info|card|meta|box|text|wrap|details)){0,2}(?:$|[\s_-])|author-?name|writeBy|authorName|itemAuthor|(?:^|[\s_-])(?:by-?name|(?:art|article|news|post|story)-?by)(?:$|[\s_-])|(?:^|\s)by(?:$|\s)/i;

/** RDFa and microdata that name the author: `foaf:name` in Drupal's line, `schema:author`. */
const AUTHOR_PROPERTY =
  /(?:^|\s)(?:foaf:name|(?:schema:|dc:|dcterms:)?(?:author|creator))(?:$|\s)/i;

/** Longest line with an author's name, role and city, in words: a longer one tells a life. */
export const NAME_WORDS = 9;

/** Most blocks of an element that names an author: picture, name, role, date, account. */
const MAX_BLOCKS = 8;

/** What a source file or a crawler gives, held against the page: elements of other stories stay out. */
export function givenNames(facts: PageFacts, span: BylineSpan): readonly Candidate[] {
  const given = findGiven<readonly string[]>(facts, 'author');
  if (!given) return [];
  const elements = given.elements.filter((element) => {
    const place = blocksOf(facts.document, element);
    return place === undefined || span.holds(place.from);
  });
  const place = { from: given.from, confidence: 0.95, isSeen: elements.length > 0 };
  return fromTexts(facts, givenTexts({ ...given, elements }), place);
}

/** Elements whose class, microdata or RDFa say that an author is named in them. */
export function fromMarked(facts: PageFacts, span: BylineSpan): readonly Candidate[] {
  let end = 0;
  const texts: string[] = [];
  for (const { from, to } of markedRegions(facts, span)) {
    // Several authors stand in elements side by side; what comes later is of another place.
    if (texts.length > 0 && from > end + 1) break;
    const own = facts.document.blocks.slice(Math.max(from, end), to).filter(isShort);
    const named = own.filter(
      ({ text }) => fromTexts(facts, [text], { ...MARKED, confidence: 1 }).length > 0,
    );
    if (named.length === 0) continue;
    texts.push(...named.flatMap((block) => namesApart(facts, block)));
    end = to;
  }
  return fromTexts(facts, texts, MARKED);
}

/** Names that are links side by side in one line: `<a>محيي عامر</a> <a>علي الصنيدح</a>`. */
function namesApart({ document }: PageFacts, { index, text, linkShare }: Block): readonly string[] {
  if (linkShare < ALL_LINKED) return [text];
  const links = document.links.filter(({ block }) => block === index);
  const texts = links.map(({ element }) => innerText(element)).filter((one) => one.includes(' '));
  return texts.length > 1 ? texts : [text];
}

/** Share of a line that stands in links where it holds nothing else. */
const ALL_LINKED = 0.9;

const MARKED = { from: 'author element', confidence: 0.82, isSeen: true };

const isShort = ({ words, text }: Block): boolean =>
  words <= NAME_WORDS + 3 && !HELPER_FIRST.test(text);

/** What stands in such elements: agencies are named in them too. */
export function markedTexts(facts: PageFacts, view: BylineView): readonly string[] {
  return markedRegions(facts, bylineSpan(facts.document, view))
    .slice(0, 3)
    .flatMap(({ from, to }) => facts.document.blocks.slice(from, to).map(({ text }) => text));
}

/** Such elements of the article, those from the headline on before those above it. */
function markedRegions({ document }: PageFacts, span: BylineSpan): readonly Region[] {
  const regions = document.regions.filter(({ element, signals, from, to }) => {
    if (to === from || to - from > MAX_BLOCKS || !span.holds(from)) return false;
    const { itemprop, property, rel } = element.attribs;
    const names = namesOf(element);
    return (
      itemprop === 'author' ||
      rel === 'author' ||
      (property !== undefined && AUTHOR_PROPERTY.test(property)) ||
      ((signals & BIT.byline) !== 0 && AUTHOR_CLASS.test(names)) ||
      OWN_CLASS.test(names)
    );
  });
  return [
    ...regions.filter(({ from }) => from >= span.headline),
    ...regions.filter(({ from }) => from < span.headline),
  ];
}

/** Class, and the name of an element of the page's own make: `<news-author>`. */
const namesOf = ({ name, attribs }: Region['element']): string =>
  name.includes('-') ? `${attribs.class ?? ''} ${name}` : (attribs.class ?? '');

/** Classes that no signal knows; `pic-by` is the photographer's. */
const OWN_CLASS =
  /(?:^|\s)(?:by|auteurs?|autor|username|createdby|itemAuthor|submitted|\S+__(?:by|who|author|writer|byline)|\w+[_-]sign|(?!(?:pic|pho|img|image|fig|cap|cam|foto|media|video))[\w-]+-(?:by|byl))(?:$|\s)/i;

/** Addresses of the pages that sites give their authors. */
const AUTHOR_PATH =
  /\/(?:authors?|auteurs?|writers?|editors?|reporters?|journalists?e?s?|columnists?|contributors?|person|people|كاتب|الكاتب|كتاب)\/|\/users?\/(?!login|register|password)/i;

/** True for an address of the page's own site, its other hosts too: sources in a text have people, too. */
const isOfSite = (href: string, page: string): boolean =>
  !/^(?:https?:)?\/\//i.test(href) || getDomain(href) === getDomain(page);

/** Links to authors' pages, from shortly above the headline to the article's end. */
export function fromLinks(facts: PageFacts, span: BylineSpan): readonly Candidate[] {
  const links = facts.document.links.filter(
    ({ block, element: { attribs } }) =>
      span.holds(block) &&
      attribs.rel !== 'tag' &&
      (attribs.rel === 'author' ||
        (AUTHOR_PATH.test(attribs.href ?? '') && isOfSite(attribs.href ?? '', facts.document.url))),
  );
  const place = { from: 'author link', confidence: 0.82, isSeen: true };
  const named = links.filter(
    ({ element }) => fromTexts(facts, [innerText(element)], place).length > 0,
  );
  const first = named.find(({ block }) => block >= span.headline) ?? named[0];
  if (!first) return [];
  const later = named.filter(({ block }) => block >= first.block);
  const end = later.findIndex(({ block }, at) => block > (later[at - 1]?.block ?? block) + 2);
  const near = later.slice(0, end < 0 ? later.length : end);
  return fromTexts(
    facts,
    near.map(({ element }) => innerText(element)),
    place,
  );
}
