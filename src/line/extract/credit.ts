import { matchKey } from '../../arabic/key.ts';
import type { Credit } from '../../record/article.ts';
import { type Found, found } from '../../record/evidence.ts';
import { parseByline, parsePaperLine } from './byline.ts';
import { parseCredit, parseCreditLine } from './credit-line.ts';
import { findGiven, givenTexts } from './given.ts';
import { textsIn } from './json-ld.ts';
import { lineParts } from './line-parts.ts';
import type { PageFacts } from './page-facts.ts';
import { siteKeys } from './site-keys.ts';

/** Credits that were split off the text, with the words they stood in. */
export interface SplitCredits {
  readonly credits: readonly Credit[];
  readonly text: string;
  readonly from: string;
}

/** Who the text is by when not the newsroom: from the text's own lines, then author fields. */
export function readCredit(
  facts: PageFacts,
  { lines, split }: { lines: readonly string[]; split: readonly SplitCredits[] },
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
    ...lines.flatMap((text) => {
      const credits = parseByline(text, facts.siteNames)?.credits ?? [];
      return credits.length > 0 ? [{ credits, text, from: 'byline' }] : [];
    }),
    ...authors.flatMap((text) => {
      const credit = parseCredit(text);
      const credits = credit && !sites.has(matchKey(credit.name)) ? [credit] : [];
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
