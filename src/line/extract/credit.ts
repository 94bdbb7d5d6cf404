import { isTag } from 'domhandler';
import { matchKey } from '../../arabic/key.ts';
import type { Credit } from '../../record/article.ts';
import { type Found, found } from '../../record/evidence.ts';
import { parseByline } from './byline.ts';
import type { BylineSpan } from './byline-span.ts';
import { helperOf } from './byline-when.ts';
import { parseCredit, parseCreditLine } from './credit-line.ts';
import { findGiven, givenTexts } from './given.ts';
import { textsIn } from './json-ld.ts';
import { lineParts } from './line-parts.ts';
import { innerText } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { parsePaperLine } from './paper-line.ts';
import { isRole } from './person.ts';
import { siteKeys } from './site-keys.ts';
import { articleAuthors, isOutlet } from './stated-author.ts';

/** Credits that were split off the text, with the words they stood in. */
export interface SplitCredits {
  readonly credits: readonly Credit[];
  readonly text: string;
  readonly from: string;
}

/** Where credits are read: the article's lines, what was split off the text, and its blocks. */
export interface CreditPlace {
  readonly lines: readonly string[];
  readonly split: readonly SplitCredits[];
  readonly span: BylineSpan;
}

/** Who the text is by when not the newsroom: from the text's own lines, then author fields. */
export function readCredit(
  facts: PageFacts,
  { lines, split, span }: CreditPlace,
): Found<readonly Credit[]> | undefined {
  const given = findGiven<readonly Credit[]>(facts, 'credit');
  if (given?.value) return found(given.value, { from: given.from, confidence: 0.95 });
  const givenLines = given ? givenTexts(given) : [];
  const authors = [
    ...textsIn(facts.article?.author),
    ...(facts.metadata.meta.get('author') ?? []),
    ...(facts.metadata.meta.get('article:author') ?? []),
  ];
  const sites = siteKeys(facts.siteNames);
  const candidates: SplitCredits[] = [
    ...fromLines(facts, givenLines, given?.from ?? ''),
    ...split,
    ...fromLines(facts, lines, 'credit line'),
    ...lines.flatMap(fromPaper),
    ...lines.flatMap(fromHelper),
    ...lines.flatMap((text) => {
      const credits = parseByline(text, facts.siteNames)?.credits ?? [];
      return credits.length > 0 ? [{ credits, text, from: 'byline' }] : [];
    }),
    ...fromOutlets(facts),
    ...fromSources(facts, span),
    ...authors.flatMap((text) => {
      const credit = parseCredit(text);
      const credits = credit && !isOwnName(credit.name, sites) ? [credit] : [];
      return credits.length > 0 ? [{ credits, text, from: 'author' }] : [];
    }),
  ].filter(({ credits }) => credits.length > 0);
  const [best] = candidates;
  if (!best) return undefined;
  const all = new Map(
    candidates.flatMap(({ credits }) => credits).map((one) => [matchKey(one.name), one]),
  );
  return found([...all.values()], { from: best.from, text: best.text, confidence: 0.93 });
}

/** Agencies and other outlets that structured data states as the author. */
function fromOutlets(facts: PageFacts): readonly SplitCredits[] {
  const sites = siteKeys(facts.siteNames);
  return articleAuthors(facts)
    .filter((one) => isOutlet(one) && !isRole(one.name) && !isOwnName(one.name, sites))
    .map(({ name }) => ({
      credits: [parseCredit(name) ?? { name, kind: 'newspaper' as const }],
      text: name,
      from: 'jsonld author',
    }));
}

/** Classes and addresses of the outlet that an aggregator took a text from. */
const SOURCE_CLASS =
  /(?:^|[\s_-])(?:(?:post|news|article|story|entry)-?)?source(?:[-_](?:name|link))?(?:$|[\s_-])/i;
const SOURCE_PATH = /\/sources?\/[^/]/i;

/** Longest name of such an outlet, in words. */
const OUTLET_WORDS = 5;

/** A link to the page of a source beside the headline: `<span class="post-source"><a href="/source/4">`. */
function fromSources(facts: PageFacts, span: BylineSpan): readonly SplitCredits[] {
  const sites = siteKeys(facts.siteNames);
  const link = facts.document.links.find(({ element, block }) => {
    if (!span.holds(block) || !SOURCE_PATH.test(element.attribs.href ?? '')) return false;
    const { parent } = element;
    const around = parent && isTag(parent) ? (parent.attribs.class ?? '') : '';
    return SOURCE_CLASS.test(element.attribs.class ?? '') || SOURCE_CLASS.test(around) || !around;
  });
  const name = link ? innerText(link.element) : '';
  if (name === '' || name.split(' ').length > OUTLET_WORDS || isOwnName(name, sites)) return [];
  const credit = parseCredit(name) ?? { name, kind: 'newspaper' as const };
  return [{ credits: [credit], text: name, from: 'source link' }];
}

/** True for the site's name, and for one that holds it or is part of it: `Al Madar`, `Al Madar Online`. */
function isOwnName(name: string, sites: ReadonlySet<string>): boolean {
  const key = ` ${matchKey(name)} `;
  return [...sites].some((site) => key.includes(` ${site} `) || ` ${site} `.includes(key));
}

/** The agency that a writer's byline names as its help: `Karim Benali avec TAP`. */
function fromHelper(text: string): SplitCredits[] {
  if (text.length > MAX_LINE) return [];
  return text.split(/\s*[|•]\s*/).flatMap((part) => {
    const credit = parseCredit(helperOf(part) ?? '');
    return credit ? [{ credits: [credit], text, from: 'byline' }] : [];
  });
}

/** Longest byline, in UTF-16 units. */
const MAX_LINE = 120;

function fromPaper(text: string): SplitCredits[] {
  const taken = parsePaperLine(text);
  if (!taken) return [];
  return [{ credits: [{ name: taken.paper, kind: 'newspaper' }], text, from: 'byline' }];
}

function fromLines(facts: PageFacts, lines: readonly string[], from: string): SplitCredits[] {
  return lines.flatMap(lineParts).flatMap((text) => {
    const credits = parseCreditLine(text, facts.siteNames);
    return credits && credits.length > 0 ? [{ credits, text, from }] : [];
  });
}
