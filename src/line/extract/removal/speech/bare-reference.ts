import type { RemovalRule } from '../removal-rule.ts';

/** Addresses, handles and hashtags. */
const REFERENCE =
  /(?:https?:\/\/|www\.|pic\.twitter\.com\/|t\.co\/)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#][\p{L}\p{M}\p{N}_]+/giu;

/** Words of a label beside them: `الرابط المختصر للخبر: https://…`. */
const LABEL_WORDS = 3;

/** A line of nothing but addresses, handles and hashtags, with a label at most. */
export const bareReferenceReason: RemovalRule = ({ block }) => {
  if (!/[#@]|\/\/|www\.|\.com\//.test(block.text)) return undefined;
  const rest = block.text.replace(REFERENCE, ' ');
  if (rest.length === block.text.length) return undefined;
  const words = rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const isLabelled = words <= LABEL_WORDS && /[:：]\s*$/.test(rest);
  return words === 0 || isLabelled ? 'a bare address or hashtags' : undefined;
};
