import { matchKey } from '../../arabic/key.ts';
import { type Found, found } from '../../record/evidence.ts';
import {
  type BylineView,
  type Candidate,
  fromLinks,
  fromLoneNames,
  fromMarked,
  fromTexts,
  NAME_WORDS,
} from './author-places.ts';
import { type Byline, parseByline } from './byline.ts';
import { findGiven, givenTexts } from './given.ts';
import { textsIn } from './json-ld.ts';
import { lineParts } from './line-parts.ts';
import type { PageFacts } from './page-facts.ts';

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

/** The authors: persons, or desks as printed; never the site, an agency, a role or a city. */
export function readAuthor(
  facts: PageFacts,
  view: BylineView,
): Found<readonly string[]> | undefined {
  const given = findGiven<readonly string[]>(facts, 'author');
  const candidates = [
    ...(given ? fromTexts(facts, givenTexts(given), { from: given.from, confidence: 0.95 }) : []),
    ...fromTexts(facts, statedAuthors(facts), {
      from: 'jsonld author',
      confidence: 0.93,
    }),
    ...fromLines(facts, view, (byline) => !byline.edited),
    ...fromTexts(facts, view.reporter ? [view.reporter] : [], {
      from: 'behind the dateline',
      confidence: 0.92,
    }),
    ...META.flatMap((name) =>
      fromTexts(facts, facts.metadata.meta.get(name) ?? [], { from: name, confidence: 0.88 }),
    ),
    ...fromMarked(facts, view),
    ...fromLinks(facts, view),
    ...fromLoneNames(facts, view),
    ...fromLines(facts, view, (byline) => byline.edited === true),
    ...fromTexts(facts, textsIn(facts.webPage?.author), {
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

/** Systems state the second author of two as a contributor: one that the page names counts. */
function statedAuthors({ article, document }: PageFacts): readonly string[] {
  const others = textsIn(article?.contributor).filter((name) =>
    document.blocks.some(({ words, text }) => words <= NAME_WORDS && text.includes(name)),
  );
  return [...textsIn(article?.author ?? article?.creator), ...others];
}

function fromLines(
  facts: PageFacts,
  view: BylineView,
  isMeant: (byline: Byline) => boolean,
): Candidate[] {
  const found: { byline: Byline; text: string }[] = view.lines
    .filter(({ tag }) => !/^h[1-6]$/.test(tag))
    .flatMap(({ text }) => {
      const bylines = lineParts(text).map((part) => parseByline(part, facts.siteNames));
      const byline = bylines.find((one) => one?.prefixed) ?? bylines.find((one) => one);
      return byline && isMeant(byline) ? [{ byline, text }] : [];
    });
  const best = found.find(({ byline }) => byline.prefixed) ?? found[0];
  if (!best) return [];
  const confidence = best.byline.prefixed ? 0.94 : 0.85;
  return [{ names: best.byline.names, from: 'byline', text: best.text, confidence }];
}
