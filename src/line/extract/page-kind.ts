import { matchKey } from '../../arabic/key.ts';
import type { NoArticle } from '../../record/reading.ts';
import { isFiller } from './filler-text.ts';
import { hasType } from './json-ld.ts';
import { findListing } from './listing.ts';
import { findMeta } from './metadata.ts';
import { findNotHtml } from './not-html.ts';
import type { PageFacts } from './page-facts.ts';
import { findSubject } from './page-subject.ts';
import { findOtherType, isProfile } from './profile-page.ts';
import type { Block } from './region.ts';
import { findServicePage } from './service-page.ts';
import { asksForAdvertisements } from './service-prose.ts';
import { findRules } from './site-rules.ts';
import { findStaticPage } from './static-page.ts';
import { findInPlace } from './unrelated-text.ts';
import { findWall } from './wall.ts';
import { countWords } from './word-count.ts';

/** Fewer words than that are no article: the shortest flashes have a sentence of some 12 words. */
const LEAST_WORDS = 10;

/** Below this many words a page with a player or an album is that, and not an article with one. */
const MEDIA_WORDS = 25;

/** Pictures near so little text that make an album. */
const ALBUM_IMAGES = 6;

/** What is looked at to tell the kind of a page. */
export interface KindView {
  readonly facts: PageFacts;
  /** The paragraphs of the text. */
  readonly paragraphs: readonly string[];
  readonly headline: string | undefined;
  /** True where it stands on the page, and not in its metadata alone. */
  readonly isShown: boolean;
  /** The headline's block. */
  readonly headlineBlock?: number | undefined;
  /** True where selectors of the source's file gave headline and text: its operator has looked. */
  readonly isStated?: boolean;
  /** The blocks that they come from; none where they stood in data. */
  readonly kept: readonly Block[];
}

/** Why a page is not an article; undefined where it is one. */
export function findNoArticle({
  facts,
  paragraphs,
  headline = '',
  isShown,
  headlineBlock,
  isStated = false,
  kept,
}: KindView): NoArticle | undefined {
  const other = findNotHtml(facts.document);
  if (other) return { kind: 'not-html', reason: other };
  const words = paragraphs.reduce((sum, text) => sum + countWords(text), 0);
  // A window over an article has headings of its own.
  const tops = isShown ? [] : topHeadings(facts);
  const wall = findWall(facts, { headline, words, tops });
  if (wall) return wall;
  // The data around such a notice are the story's, its writer and day among them.
  if (asksForAdvertisements(kept))
    return { kind: 'consent-wall', reason: 'asks to let advertisements in' };
  if (isStated) return findTooLittle(facts, words);
  const filled = findFilled(facts, { headline, paragraphs, isShown });
  if (filled) return filled;
  const listed = findListing(facts, kept, headline);
  if (listed) return { kind: 'listing', reason: listed };
  if (isProfile(facts, { kept, headline }))
    return { kind: 'listing', reason: 'a person and what the person wrote' };
  const page = findSitePage(facts, { kept, headline, words, tops });
  if (page) return { kind: 'static-page', reason: page };
  const service = findServicePage(facts, { kept, headline, headlineBlock });
  if (service) return { kind: 'listing', reason: service };
  if (words < POLL_WORDS && isPoll(facts, headlineBlock))
    return { kind: 'static-page', reason: 'a poll and fewer than 60 words' };
  const little =
    words < MEDIA_WORDS ? (findMedia(facts) ?? findTooLittle(facts, words)) : undefined;
  if (little) return little;
  if (matchKey(headline) === '' && !isBareText(facts, kept))
    return { kind: 'listing', reason: 'no headline on the page' };
  return undefined;
}

/** What fills a template or stands in a story's place. */
function findFilled(
  facts: PageFacts,
  told: { headline: string; paragraphs: readonly string[]; isShown: boolean },
): NoArticle | undefined {
  if (isFiller(told.headline, told.paragraphs))
    return { kind: 'too-little-text', reason: 'filler text of a template' };
  const kind = told.isShown ? undefined : findInPlace(facts, told);
  return kind && { kind, reason: 'no word of the story that its head announces' };
}

/** What a page is that a site has beside its stories, by its data, its name and its words. */
function findSitePage(
  facts: PageFacts,
  page: { kept: readonly Block[]; headline: string; words: number; tops: readonly string[] },
): string | undefined {
  const type = findOtherType(facts) ?? findSubject(facts, page);
  if (type) return `its own data call it ${type}`;
  const name = findStaticPage(facts, page);
  if (name) return `a page of the site: ${name}`;
  const rules = findRules(page.headline, page.kept);
  return rules && `rules in the words of ${rules}`;
}

/** True for a text without a page around it, as an export or a feed holds it: its link has its title. */
const isBareText = ({ document }: PageFacts, kept: readonly Block[]): boolean =>
  kept.length === document.blocks.length && document.links.length === 0;

/** Below this many words a page whose headline stands in a poll is that. */
const POLL_WORDS = 60;

const POLL = /(?:^|[\s_-])(?:polls?|votes?|voting|survey|sondage|istiftaa?|estetlaa?)(?:$|[\s_-])/i;

/** True where the headline stands in an element that its class calls a poll. */
function isPoll({ document }: PageFacts, headline: number | undefined): boolean {
  let region = document.regions[document.blocks[headline ?? -1]?.region ?? -1];
  while (region && region.element.name !== 'body') {
    if (POLL.test(region.element.attribs.class ?? '')) return true;
    region = document.regions[region.parent];
  }
  return false;
}

function topHeadings({ headings }: PageFacts): readonly string[] {
  return headings.filter(({ tag }) => tag === 'h1').map(({ text }) => text);
}

function findTooLittle({ document }: PageFacts, words: number): NoArticle | undefined {
  if (document.blocks.length === 0 && words === 0)
    return { kind: 'empty', reason: 'no text on the page' };
  if (words >= LEAST_WORDS) return undefined;
  const reason = `${words} words of text, at least ${LEAST_WORDS} expected`;
  return { kind: 'too-little-text', reason };
}

function findMedia({ document, metadata, nodes }: PageFacts): NoArticle | undefined {
  const type = findMeta(metadata, ['og:type'])?.content ?? '';
  const video = /^video/.test(type) || nodes.some((node) => hasType(node, /^VideoObject$/));
  if (video) return { kind: 'video', reason: 'a video and fewer than 25 words' };
  const pictures = document.images.filter(({ region }) => document.regions[region] !== undefined);
  const album = nodes.some((node) => hasType(node, /^(?:ImageGallery|MediaGallery)$/));
  if (album || (pictures.length >= ALBUM_IMAGES && /gallery|album|photo|صور/i.test(document.url)))
    return { kind: 'gallery', reason: 'an album and fewer than 25 words' };
  return undefined;
}
