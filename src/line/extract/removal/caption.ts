import { matchKey } from '../../../arabic/key.ts';
import type { Document } from '../document.ts';
import type { Block, Region } from '../region.ts';
import type { RemovalRule } from './removal-rule.ts';

/** Longest caption, in words: beyond, a text after a picture is a paragraph. */
const MAX_WORDS = 22;

/** Words that open the credit of a picture, as newsrooms print them. */
const CREDIT = new RegExp(
  `^(?:${['تصوير', 'عدسة', 'صورة أرشيفية', 'صورة من الأرشيف', 'أرشيفية', 'صورة تعبيرية', 'تعبيرية', 'صورة توضيحية', 'photo', 'getty images', 'صدر الصورة', 'مصدر الصورة', 'التعليق على الصورة', 'حقوق الصورة', 'تعليق الصورة', 'رويترز صورة'].map(matchKey).join('|')})(?: |$)`,
);

/** The caption or credit of a picture, where no figure marks it. */
export const captionReason: RemovalRule = ({ block, facts, key, count }) => {
  if (block.words > MAX_WORDS) return undefined;
  if (isPictureCredit(block, key)) return 'the credit of a picture';
  if (!block.isAfterImage || (block.boldShare > 0.5 && block.tag !== 'dd')) return undefined;
  const region = facts.document.regions[block.region];
  const holdsImage =
    (region?.images ?? 0) > 0 ||
    isDefinedByImage(facts.document, region) ||
    (count > FEW && isBoxedWithImage(facts.document, region));
  const alone = region !== undefined && region.to - region.from === 1;
  return holdsImage && alone && !block.endsSentence && block.kind !== 'item'
    ? 'the caption of a picture'
    : undefined;
};

/** `صورة: …`. */
const OPENING = /^(?:ال)?صورة\s*[:：/]/u;

/** Longest credit of a picture, in words. */
const CREDIT_WORDS = 8;

/** True for a line that says whose picture it is or what kind: `صورة تعبيرية / وكالة`. */
export function isPictureCredit({ words, text, endsSentence }: Block, key: () => string): boolean {
  if (text.startsWith('©') && !endsSentence) return words <= CREDIT_WORDS;
  return words <= CREDIT_WORDS && (OPENING.test(text) || CREDIT.test(key()));
}

/** So few blocks may be a flash with its picture in one box. */
const FEW = 2;

/** How far around a line its box is looked for, in elements. */
const BOX_LEVELS = 2;

/** A box of its own holds the line and a picture and no other text. */
function isBoxedWithImage({ regions }: Document, region: Region | undefined): boolean {
  let box = region;
  for (let level = 0; level < BOX_LEVELS; level += 1) {
    const around = regions[box?.parent ?? -1];
    if (!around || around.to - around.from !== 1) break;
    box = around;
  }
  return box !== region && regions.slice(box?.index, box?.end).some(({ images }) => images > 0);
}

/** A list of definitions holds a picture in `dt` and what it shows in `dd`. */
function isDefinedByImage({ regions }: Document, region: Region | undefined): boolean {
  if (region?.element.name !== 'dd') return false;
  const list = regions[region.parent];
  return regions.slice(region.parent, list?.end ?? 0).some(({ images }) => images > 0);
}
