import { matchKey } from '../../../arabic/key.ts';
import type { Document } from '../document.ts';
import type { Region } from '../region.ts';
import type { RemovalRule } from './rule.ts';

/** Longest caption, in words: beyond, a text after a picture is a paragraph. */
const MAX_WORDS = 22;

/** Words that open the credit of a picture, as newsrooms print them. */
const CREDIT = new RegExp(
  `^(?:${['تصوير', 'عدسة', 'صورة أرشيفية', 'صورة من الأرشيف', 'أرشيفية', 'صورة تعبيرية', 'تعبيرية', 'صورة توضيحية', 'photo', 'getty images', 'صدر الصورة', 'مصدر الصورة', 'التعليق على الصورة', 'حقوق الصورة', 'تعليق الصورة', 'رويترز صورة'].map(matchKey).join('|')})(?: |$)`,
);

/** The caption or credit of a picture, where no figure marks it. */
export const captionReason: RemovalRule = ({ block, clues, key }) => {
  if (block.words > MAX_WORDS) return undefined;
  if (block.words <= 8 && (CREDIT.test(key()) || /^(?:ال)?صورة\s*[:：/]/u.test(block.text)))
    return 'the credit of a picture';
  if (!block.afterImage || (block.boldShare > 0.5 && block.tag !== 'dd')) return undefined;
  const region = clues.document.regions[block.region];
  const holdsImage = (region?.images ?? 0) > 0 || isDefinedByImage(clues.document, region);
  const alone = region !== undefined && region.to - region.from === 1;
  const ended = /[.؟!]["”»)]?$/.test(block.text);
  return holdsImage && alone && !ended && block.tag !== 'li'
    ? 'the caption of a picture'
    : undefined;
};

/** A list of definitions holds a picture in `dt` and what it shows in `dd`. */
function isDefinedByImage({ regions }: Document, region: Region | undefined): boolean {
  if (region?.element.name !== 'dd') return false;
  const list = regions[region.parent];
  return regions.slice(region.parent, list?.end ?? 0).some(({ images }) => images > 0);
}
