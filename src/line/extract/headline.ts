import { matchKey } from '../../arabic/key.ts';
import { found } from '../../record/evidence.ts';
import { findGiven, givenTexts } from './given.ts';
import type { Heading } from './heading.ts';
import type { Headline } from './headline-found.ts';
import { withBreak, withoutFlag, withoutOpening, withoutTail } from './headline-text.ts';
import { findLineAbove } from './line-above.ts';
import { innerText } from './metadata.ts';
import { isOutletName, noHeadline } from './no-headline.ts';
import type { PageFacts } from './page-facts.ts';
import { findTitleBlock, SECTION_WORDS, withoutSections } from './page-title.ts';
import { stripSiteName, titleParts } from './site-name.ts';
import { agreementOf, listTitles, type StatedTitle } from './stated-title.ts';

export type { Headline };

/**
 * How often headings are what others take for the headline of 245 real pages in other languages,
 * rounded, and up where Arabic pages show more: one that `og:title` has word for word (170 of 176), or
 * another title where no `og:title` speaks against it (10 of 10); one against which it does (17 of
 * 27), or that is only like a title (15 of 29); and one that shares nothing with any (7 of 12).
 */
const TRUST = { stated: 0.95, agreed: 0.9, like: 0.7, disputed: 0.7, alone: 0.55 };

/** Share of common words from which a heading is what the metadata name. */
const AGREEMENT = 0.5;

/**
 * The page's own headline: the heading that metadata, title or feed agree with, else the only
 * `h1`; metadata alone, without the site's name, where no heading is the article's; and where these
 * name the site alone, the line above the text. `before`: it stands no later than that block.
 */
export function readHeadline(facts: PageFacts, before?: number): Headline | undefined {
  const isNone = noHeadline(facts);
  const able = facts.headings
    .map((one) => ({ ...one, text: stripSiteName(one.text, facts.siteNames) }))
    .filter(({ text, block }) => !isNone(text) && (before === undefined || block <= before));
  const section = sectionAbove(facts, able);
  const headings = able.filter(({ text }) => matchKey(text) !== section);
  const titles = listTitles(facts).filter(({ text, key }) => !isNone(text) && key !== section);
  const given = findGiven<string>(facts, 'headline');
  const text = given && givenTexts(given).find((one) => !isNone(one));
  const own = chooseHeading(headings, titles);
  if (given && text) {
    const one = givenHeadline(text, given.from, { headings, titles });
    // What the operator's own selector finds goes before everything.
    const isChosen = given.from.startsWith('source:');
    if (isChosen || !isOther(text, own, titles)) return one;
    return withNote(own, `${given.from} has ${text}`);
  }
  return (
    own ??
    findTitleBlock(facts, before, isNone) ??
    aloneOrAbove(facts, titles, (line) => isNone(line) || matchKey(line) === section) ??
    loneHeading(headings, titles)
  );
}

/** How far below its section a headline stands, in blocks. */
const BELOW_SECTION = 6;

/** The key of a first heading that a menu has word for word, with the headline in a smaller one below. */
function sectionAbove(
  { document: { links } }: PageFacts,
  headings: readonly Heading[],
): string | undefined {
  const [first, next] = headings;
  if (first?.tag !== 'h1' || !next || next.isLinked || !/^h[2-4]$/.test(next.tag)) return undefined;
  if (next.block - first.block > BELOW_SECTION) return undefined;
  const key = matchKey(first.text);
  if (key.split(' ').length > SECTION_WORDS) return undefined;
  if (matchKey(next.text).split(' ').length <= SECTION_WORDS) return undefined;
  const isInMenu = links.some(
    ({ element, block }) => block < first.block && matchKey(innerText(element)) === key,
  );
  return isInMenu ? key : undefined;
}

function givenHeadline(
  text: string,
  from: string,
  { headings, titles }: { headings: readonly Heading[]; titles: readonly StatedTitle[] },
): Headline {
  const key = matchKey(text);
  const block = headings.find((heading) => matchKey(heading.text) === key)?.block;
  const one = found(withoutFlag(text, titles), { from, text, confidence: 0.97 });
  return block === undefined ? one : { ...one, block };
}

/** True for a section that a crawler found where a title of the page holds another heading word for word. */
function isOther(
  text: string,
  own: Headline | undefined,
  titles: readonly StatedTitle[],
): own is Headline {
  const key = matchKey(own?.value ?? '');
  const isTitle =
    key.includes(' ') && titles.some((title) => ` ${title.key} `.includes(` ${key} `));
  return isTitle && agreementOf(text, titles).agreement < AGREEMENT;
}

const withNote = (own: Headline, note: string): Headline => ({
  ...own,
  evidence: { ...own.evidence, note: [own.evidence.note, note].filter(Boolean).join('; ') },
});

interface Scored {
  readonly heading: Heading;
  readonly agreement: number;
  readonly words: number;
}

function chooseHeading(
  headings: readonly Heading[],
  titles: readonly StatedTitle[],
): Headline | undefined {
  const first = headings.filter(({ tag }) => tag === 'h1').map((one) => scoreHeading(one, titles));
  // Headlines of one word are known by the title that is the same.
  const lines = joinLines(headings).map((one) => scoreHeading(one, titles));
  const others = headings.filter(({ tag }) => tag !== 'h1').slice(0, MAX_HEADINGS);
  const below = others.map((one) => scoreHeading(one, titles));
  const same = firstShown([...first, ...lines], below);
  if (same) return fromHeading(same.heading, TRUST.like, titles);
  const scored = [...first, ...below];
  const top = first.length === 1 && (first[0]?.words ?? 0) > STRANGE_WORDS ? first[0] : undefined;
  const agreed = scored.filter(
    ({ agreement, words, heading }) =>
      agreement >= AGREEMENT &&
      words > 1 &&
      // A sub-head may share half the title's words: the one `h1` above it is the headline.
      (!top || agreement > 0.9 || heading.block <= top.heading.block),
  );
  const [best] = agreed.sort((a, b) => b.agreement + b.heading.rank - a.agreement - a.heading.rank);
  if (best) return fromHeading(best.heading, TRUST.like, titles);
  return onlyHeadline(scored, titles);
}

/** The first that readers see: a hidden heading may hold the site's motto, as its metadata do. */
function firstShown(top: readonly Scored[], below: readonly Scored[]): Scored | undefined {
  const isSame = ({ agreement }: Scored): boolean => agreement === 1;
  const same = top.find(isSame);
  if (!same?.heading.isHidden) return same;
  return [...top, ...below].find((one) => isSame(one) && !one.heading.isHidden) ?? same;
}

/** Headings right behind one another of one element, which may be the lines of one headline. */
function joinLines(headings: readonly Heading[]): readonly Heading[] {
  return headings.flatMap((one, at) => {
    const next = headings[at + 1];
    if (next?.tag !== one.tag || next.block !== one.block + 1) return [];
    return [{ ...one, text: `${one.text} ${next.text}`, isBroken: true }];
  });
}

/** The one `h1` of a page whose metadata agree with none, else the one that its class calls so. */
function onlyHeadline(
  scored: readonly Scored[],
  titles: readonly StatedTitle[],
): Headline | undefined {
  const long = scored.filter(({ words }) => words > 2);
  const tops = long.filter(({ heading }) => heading.tag === 'h1');
  const called = long.filter(({ heading }) => heading.called && !heading.isLinked);
  const [only] = tops.length === 1 ? tops : called;
  if (!only || (only.agreement === 0 && only.words <= STRANGE_WORDS && titles.length > 1))
    return undefined;
  return fromHeading(only.heading, TRUST.alone, titles);
}

/** A heading this short that shares no word with the page's titles is another's: `خطأ في التحميل`. */
const STRANGE_WORDS = 4;

/** Headings below `h1` that are compared: the article's stands before its related boxes. */
const MAX_HEADINGS = 60;

const scoreHeading = (heading: Heading, titles: readonly StatedTitle[]): Scored => ({
  heading,
  ...agreementOf(heading.text, titles),
});

/** `least`: how far the heading is trusted where no title is the same. */
function fromHeading(heading: Heading, least: number, titles: readonly StatedTitle[]): Headline {
  const bare = withoutTail(withoutFlag(withoutOpening(heading, titles), titles), titles);
  const text = heading.isBroken ? withBreak(bare, titles) : bare;
  const agreeing = titles.filter((title) => title.key === matchKey(text));
  const note =
    agreeing.length > 0 ? `agrees with ${agreeing.map(({ from }) => from).join(', ')}` : undefined;
  const confidence = agreeing.length > 0 ? trustIn(agreeing, titles) : least;
  const evidence = { from: heading.tag, text: heading.text, confidence };
  return { ...found(text, note ? { ...evidence, note } : evidence), block: heading.block };
}

function trustIn(agreeing: readonly StatedTitle[], titles: readonly StatedTitle[]): number {
  const isOpenGraph = ({ from }: StatedTitle): boolean => from === 'og:title';
  if (agreeing.some(isOpenGraph)) return TRUST.stated;
  return titles.some(isOpenGraph) ? TRUST.disputed : TRUST.agreed;
}

/** The one heading of its level on a page whose titles tell nothing. */
function loneHeading(
  headings: readonly Heading[],
  titles: readonly StatedTitle[],
): Headline | undefined {
  for (const level of ['h1', 'h2']) {
    const [only, ...others] = headings.filter(({ tag }) => tag === level);
    if (only && others.length === 0) return fromHeading(only, TRUST.alone, titles);
  }
  return undefined;
}

/** Longest part of a title that may be a site's, a section's or a page's name, in words. */
const NAME_WORDS = 4;

/** The title alone; where all of its parts may be names, a line above the text that looks like a headline first. */
function aloneOrAbove(
  facts: PageFacts,
  titles: readonly StatedTitle[],
  isNone: (text: string) => boolean,
): Headline | undefined {
  const alone = titleAlone(facts, titles);
  if (!alone) return findLineAbove(facts, isNone);
  const parts = titleParts(alone.value);
  const isName = (parts.length > 0 ? parts : [alone.value]).every(
    (part) => part.trim().split(/\s+/).length <= NAME_WORDS,
  );
  const above = isName ? findLineAbove(facts, isNone) : undefined;
  const isLonger = above && above.value.split(' ').length > NAME_WORDS;
  return isLonger ? above : alone;
}

function titleAlone(facts: PageFacts, titles: readonly StatedTitle[]): Headline | undefined {
  const [first] = titles.filter(({ text }) => !isOutletName(text));
  if (!first) return undefined;
  const { from, text } = first;
  const confidence = from === 'title' ? TRUST.alone : TRUST.disputed;
  return found(withoutSections(facts, text), { from, text, confidence });
}
