import { isPersonName } from '../../person.ts';
import type { RemovalRule } from '../removal-rule.ts';

/** Longest such note, in words. */
const MAX_WORDS = 22;

/** Whose pictures, montage or translation: a name stands behind the colon. */
const CRAFT =
  /^(?:صياغة|مونتاج|(?:ال)?صور|تصوير|إخراج|جرافيك|غرافيك|رسوم|ترجم[تهـ]?ا?(?: عن [\p{L}]+)?)\s*[:：/]\s*([\p{L} .]{5,40})$/u;

/** Part in the work on a text, as an agency's desk names it below; on the normalised key. */
const WORK =
  /^(?:اعداد|تحرير|ترجمه|تغطيه|كتابه|مراجعه|شاركت? في|ساهمت? في|اسهمت? في|reporting|editing|writing)(?: |$)/;

/** `(إعداد فلان للنشرة العربية - تحرير فلانة)`, `شارك في التغطية: فلان من عدن`. */
export const deskNoteReason: RemovalRule = ({ block, key, facts }) => {
  if (block.words < 3 || block.words > MAX_WORDS) return undefined;
  const craft = CRAFT.exec(block.text)?.[1];
  if (craft && isPersonName(craft, facts.siteNames)) return 'a note of the desk';
  const isSetApart =
    /^\(.*\)\.?$/.test(block.text) ||
    /^شارك[^:：]{4,20}[:：]/.test(block.text) ||
    /للنشرة العربية/.test(block.text);
  if (!isSetApart || !WORK.test(key())) return undefined;
  return /\.$/.test(block.text) && !/^\(/.test(block.text) ? undefined : 'a note of the desk';
};
