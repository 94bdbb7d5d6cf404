import { type Found, found } from '../../record/evidence.ts';
import { breadcrumb, listedCrumbs } from './breadcrumb.ts';
import { findGiven, givenTexts } from './given.ts';
import { textsIn } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import {
  type ArticlePlace,
  labelNear,
  labelsBelow,
  lineAbove,
  markedSection,
  namedSection,
  sectionBesideDate,
} from './section-label.ts';
import { chooseSections } from './section-name.ts';
import { categoryLink, folderLink, titleSection } from './section-places.ts';

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

/** The article's headline, as text and as the block it stands in, and the blocks of the text. */
interface HeadlinePlace extends ArticlePlace {
  readonly title: string;
}

/** A place that may name the section; read only where the surer ones name none. */
interface Place {
  readonly from: string;
  readonly texts: () => readonly string[];
  readonly confidence: number;
}

/** Sections as published: metadata, then JSON-LD, the breadcrumb, the label at the headline. */
export function readSection(
  facts: PageFacts,
  place: HeadlinePlace,
): Found<readonly string[]> | undefined {
  for (const { from, texts, confidence } of placesOf(facts, place)) {
    const printed = texts();
    const parts = printed.flatMap((text) => text.split(/\s[»«›>]\s/));
    const sections = chooseSections(parts, facts, place.title);
    if (sections.length > 0)
      return found(sections, { from, text: printed.join(' | '), confidence });
  }
  return undefined;
}

function placesOf(facts: PageFacts, place: HeadlinePlace): readonly Place[] {
  const { title } = place;
  const given = findGiven<readonly string[]>(facts, 'articleSection');
  const feed = facts.context.link?.categories ?? [];
  const meta = META.map((name) => ({
    from: name,
    texts: () => facts.metadata.meta.get(name) ?? [],
    confidence: 0.93,
  }));
  return [
    ...(given ? [{ from: given.from, texts: () => givenTexts(given), confidence: 0.95 }] : []),
    ...meta,
    { from: 'jsonld', texts: () => textsIn(facts.article?.articleSection), confidence: 0.92 },
    { from: 'microdata', texts: () => markedSection(facts), confidence: 0.92 },
    { from: 'breadcrumb', texts: () => breadcrumb(facts, title).slice(-1), confidence: 0.88 },
    {
      from: 'BreadcrumbList',
      texts: () => listedCrumbs(facts, title).slice(-1),
      confidence: 0.85,
    },
    { from: 'label', texts: () => labelNear(facts, place), confidence: 0.85 },
    { from: 'named', texts: () => namedSection(facts, place), confidence: 0.88 },
    { from: 'beside the date', texts: () => sectionBesideDate(facts, place), confidence: 0.82 },
    { from: 'labels below', texts: () => labelsBelow(facts, place), confidence: 0.8 },
    { from: 'rel=category', texts: () => categoryLink(facts), confidence: 0.85 },
    { from: 'line above', texts: () => lineAbove(facts, place), confidence: 0.8 },
    { from: 'title', texts: () => titleSection(facts), confidence: 0.75 },
    { from: 'folder', texts: () => folderLink(facts), confidence: 0.7 },
    { from: 'feed', texts: () => (feed.length === 1 ? feed : []), confidence: 0.7 },
  ];
}
