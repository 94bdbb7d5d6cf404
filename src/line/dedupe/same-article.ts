import { matchKey } from '../../arabic/key.ts';
import type { ArticleDraft } from '../../record/article.ts';
import type { SameArticleRule } from '../../record/sketch.ts';
import { overlapOf } from './overlap.ts';
import { openSlot } from './sketch-layout.ts';
import { storySketch } from './story-sketch.ts';

/** A site that puts an article up again does so within days; a column bears its title every week. */
const DAYS = 7;

/** Nearly equal: a corrected sentence, a line of the template more or less. */
const NEARLY = 0.85;

/** Fewer words are a heading, under which a site puts each day's text: «حالة الطقس اليوم». */
const TITLE_WORDS = 4;

/** What a title is known by within its source: the match key, empty for a heading. */
export function titleKey(headline: string): string {
  const key = matchKey(headline);
  return key.split(' ').length < TITLE_WORDS ? '' : key;
}

/**
 * Whether an article of one source under the same title as a stored one is that article at another
 * address: its text is nearly the same, no number of it is another one, and both are of one week. By
 * form (prices, weather) it is that only where nothing at all differs and the day is the same.
 */
export const isSameArticle: SameArticleRule = (stored, observed) => {
  if (titleKey(stored.headline) !== titleKey(observed.headline)) return false;
  const texts = [stored, observed].map((draft) => openSlot(slotOf(draft)));
  const [a, b] = texts;
  if (a === undefined || b === undefined) return false;
  const overlap = overlapOf(a, b);
  if (overlap.isForm) return overlap.isIdentical && overlap.days < 1;
  if (overlap.otherNumbers + overlap.ownNumbers > 0 || overlap.days > DAYS) return false;
  return Math.min(overlap.ofA, overlap.ofB) >= NEARLY;
};

const slotOf = (draft: ArticleDraft): Uint8Array =>
  storySketch({
    headline: draft.headline,
    articleBody: draft.articleBody,
    date: draft.datePublished ?? draft.dateFirstSeen,
    source: draft.source.name,
  }).slot;
