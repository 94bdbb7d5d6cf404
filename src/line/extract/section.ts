import { type Found, found } from '../../record/evidence.ts';
import type { Clues } from './clues.ts';
import { findGiven, givenTexts } from './given.ts';
import { textsIn } from './json-ld.ts';
import { chooseSections } from './section-name.ts';
import {
  breadcrumb,
  categoryLink,
  folderLink,
  labelNear,
  labelsBelow,
  listedCrumbs,
  titleSection,
} from './section-places.ts';

/** Metadata names of the section, surest first. */
const META = [
  'article:section',
  'og:article:section',
  'og:section',
  'section',
  'parsely-section',
  'articlesection',
  'category',
];

/** The article's headline, as text and as the block it stands in. */
interface HeadlinePlace {
  readonly headline: string;
  readonly headlineBlock: number | undefined;
  /** The block behind the text. */
  readonly to: number;
}

/** A place that may name the section; read only where the surer ones name none. */
interface Place {
  readonly from: string;
  readonly texts: () => readonly string[];
  readonly confidence: number;
}

/** Sections as published: metadata, then JSON-LD, the breadcrumb, the label at the headline. */
export function readSection(
  clues: Clues,
  place: HeadlinePlace,
): Found<readonly string[]> | undefined {
  for (const { from, texts, confidence } of placesOf(clues, place)) {
    const printed = texts();
    const sections = chooseSections(printed, clues, place.headline);
    if (sections.length > 0)
      return found(sections, { from, text: printed.join(' | '), confidence });
  }
  return undefined;
}

function placesOf(clues: Clues, { headline, headlineBlock, to }: HeadlinePlace): readonly Place[] {
  const given = findGiven<readonly string[]>(clues, 'articleSection');
  const feed = clues.context.link?.categories ?? [];
  const meta = META.map((name) => ({
    from: name,
    texts: () => clues.metadata.meta.get(name) ?? [],
    confidence: 0.93,
  }));
  return [
    ...(given ? [{ from: given.from, texts: () => givenTexts(given), confidence: 0.95 }] : []),
    ...meta,
    { from: 'jsonld', texts: () => textsIn(clues.article?.articleSection), confidence: 0.92 },
    { from: 'breadcrumb', texts: () => breadcrumb(clues, headline).slice(-1), confidence: 0.88 },
    {
      from: 'BreadcrumbList',
      texts: () => listedCrumbs(clues, headline).slice(-1),
      confidence: 0.85,
    },
    { from: 'label', texts: () => labelNear(clues, headlineBlock), confidence: 0.8 },
    { from: 'labels below', texts: () => labelsBelow(clues, to), confidence: 0.8 },
    { from: 'rel=category', texts: () => categoryLink(clues), confidence: 0.85 },
    { from: 'title', texts: () => titleSection(clues), confidence: 0.75 },
    { from: 'folder', texts: () => folderLink(clues), confidence: 0.7 },
    { from: 'feed', texts: () => (feed.length === 1 ? feed : []), confidence: 0.7 },
  ];
}
