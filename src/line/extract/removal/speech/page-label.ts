import type { RemovalRule } from '../removal-rule.ts';
import { holdsWord, PAGE_ACTIONS, PAGE_GLUE, PAGE_OBJECTS, PLATFORMS } from './page-words.ts';

/** Longest such label, in words: `كن أول من يعلق على هذا الخبر` has seven. */
const MAX_WORDS = 9;

/**
 * A button, a counter or a call of the page: a short line that is made of nothing but the words a
 * page uses for itself (`حفظ المقال`, `مشاركة عبر البريد الإلكتروني`, `123 مشاهدة`). Headings are
 * left to the whole phrases of `label.ts`, for `قراءة في الخبر` may be a sub-head.
 */
export const pageLabelReason: RemovalRule = ({ block, key }) => {
  if (block.words > MAX_WORDS || (block.kind !== 'paragraph' && block.kind !== 'quote'))
    return undefined;
  if (TRAIL.test(block.text)) return 'a trail of sections';
  if (/[.!]["”»]?$/.test(block.text) || /[«»"“”]/.test(block.text)) return undefined;
  const words = key().split(' ');
  const spelt = words.filter((word) => !/^\d+$/.test(word));
  let named = spelt.length < words.length && words.length <= COUNT_WORDS ? 1 : 0;
  for (const word of spelt) {
    if (holdsWord(PAGE_ACTIONS, word) || holdsWord(PLATFORMS, word)) named += 1;
    else if (!holdsWord(PAGE_OBJECTS, word) && !holdsWord(PAGE_GLUE, word)) return undefined;
  }
  return named > 0 && spelt.length > 0 ? 'a label of the page' : undefined;
};

/** Where the page stands on its site: `الرئيسية » أخبار » محليات`. */
const TRAIL = /^الرئيسية\s*[»›>/|«‹]/u;

/** A number makes a counter of so few words: `+3 صور`, `صورة 1 من 5`. */
const COUNT_WORDS = 4;
